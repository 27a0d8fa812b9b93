import { strict as assert } from "node:assert";
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { launchBrowser } from "../../harness/browser/browser.ts";
import { loadWorkbench, newPage } from "../../harness/browser/page.ts";
import { DisposableStore } from "../../harness/disposableStore.ts";
import { projectRoot } from "../../harness/root.ts";

const script = join(projectRoot(), "dist", "scripts", "start.js");

/** A running `npm start`, and what it has printed. */
interface Started {
	readonly child: ChildProcess;
	readonly exited: Promise<number | null>;
	/** The first group of the first line that matches. Rejects when it ends before. */
	printed(pattern: RegExp): Promise<string>;
}

function start(...args: ReadonlyArray<string>): Started {
	const child = spawn(process.execPath, [script, ...args], {
		env: { ...process.env, CI: "true" },
		stdio: ["ignore", "pipe", "pipe"],
	});
	const lines: Array<string> = [];
	const ears = new Set<() => void>();
	for (const stream of [child.stdout, child.stderr]) {
		createInterface({ input: stream }).on("line", (line) => {
			lines.push(line);
			for (const ear of ears) ear();
		});
	}
	const exited = new Promise<number | null>((done) => child.once("close", done));
	const printed = (pattern: RegExp) =>
		new Promise<string>((done, fail) => {
			const look = () => {
				const match = lines.map((line) => pattern.exec(line)?.[1]).find((text) => text !== undefined);
				if (match !== undefined) done(match);
			};
			ears.add(look);
			look();
			void exited.then(() => fail(new Error(`It ended early:\n${lines.join("\n")}`)));
		});
	return { child, exited, printed };
}

describe("npm start", () => {
	const disposables = new DisposableStore();
	let started: Started | undefined;

	after(async () => {
		started?.child.kill("SIGTERM");
		await disposables.dispose();
	});

	it("opens VS Code in a browser on the sample, with the roadmap at the plain address, and leaves nothing behind", async () => {
		started = start("--browser");
		const url = await started.printed(/VS Code is at (\S+)/);
		const sample = await started.printed(/copy of the sample.*: (.+)/);

		const page = await newPage(await launchBrowser(disposables));
		await loadWorkbench(page, url);
		await page.locator(".activitybar").getByRole("tab", { name: "Roadmap" }).click();
		await page.locator(".sidebar").getByRole("treeitem").first().waitFor();

		started.child.kill("SIGINT");
		// Windows knows no such signal: the process just ends, without a code.
		assert.equal(await started.exited, process.platform === "win32" ? null : 130);
		if (process.platform !== "win32") assert.equal(existsSync(dirname(sample)), false);
		await assert.rejects(fetch(url, { signal: AbortSignal.timeout(5000) }));
	});

	it("opens your own folder in place", async () => {
		const folder = join(projectRoot(), "examples", "director-of-ai-engineering");
		started = start("--browser", "--exit-after-ready", "--roadmap", join(folder, "roadmap.yaml"));
		assert.equal(await started.printed(/opened in place: (.+)/), folder);
		assert.equal(await started.exited, 0);
		assert.ok(existsSync(join(folder, "roadmap.yaml")));
	});

	it("reports an invalid option, and how to use it", async () => {
		started = start("--brwser");
		assert.equal(await started.printed(/^(npm start -- .*)/), "npm start -- [--roadmap PATH] [--browser]");
		assert.equal(await started.exited, 1);
	});
});
