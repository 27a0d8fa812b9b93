import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectRoot } from "../harness/root.ts";

const built = (...path: ReadonlyArray<string>) => join(projectRoot(), "dist", ...path);
const prepareNeed = built("test", "harness", "suites", "prepareNeed.js");
/** Nothing listens there. */
const noNetwork = { npm_config_registry: "http://127.0.0.1:1/", npm_config_offline: "false" };

/** What a command printed before it ended, and how it ended. */
interface Ended {
	readonly code: number | null;
	readonly output: string;
}

/** Runs a script with Node to its end. */
function run(args: ReadonlyArray<string>, env: Readonly<Record<string, string>>): Promise<Ended> {
	const child = spawn(process.execPath, args, {
		cwd: projectRoot(),
		env: { ...process.env, WAYMARK_TEST_GREP: "", DISPLAY: "", ...env },
		stdio: ["ignore", "pipe", "pipe"],
	});
	let output = "";
	for (const stream of [child.stdout, child.stderr]) {
		stream.setEncoding("utf8").on("data", (text: string) => {
			output += text;
		});
	}
	return new Promise((done) => child.once("close", (code) => done({ code, output })));
}

/** How often a text occurs in another. */
const times = (text: string, part: string) => text.split(part).length - 1;

describe("a start that can't succeed reports that once, and fails", () => {
	let folder: string;

	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), "waymark-setup-"));
	});
	afterEach(() => rmSync(folder, { recursive: true, force: true }));

	it("without a network on the first run", async () => {
		const { code, output } = await run([built("scripts", "test.js"), "integration", "web"], {
			...{ ...noNetwork, WAYMARK_CACHE: folder, WAYMARK_BROWSER: process.execPath },
		});
		assert.equal(code, 1, output);
		const [, told = ""] = output.split("== What failed ==");
		assert.equal(times(told, "Fetching code-server@"), 1, output);
		assert.match(told, /from the npm registry failed\. Check the network and the npm registry settings/);
		assert.doesNotMatch(output, /^\s+at .*\.[jt]s:\d+/m, "no stack");
		assert.match(output.trimEnd(), /\n0 passed, \d failed$/);
		assert.deepEqual(
			readdirSync(folder).filter((name) => name.includes("filling")),
			[],
		);
	});

	for (const [what, browser, message] of [
		["that is not there", "/nowhere/chromium", /WAYMARK_BROWSER names \/nowhere\/chromium, which does not exist\./],
		["that is none", process.execPath, /WAYMARK_BROWSER names .*, which cannot be used \(/],
	] as const) {
		it(`with a browser ${what}`, async () => {
			const { code, output } = await run([prepareNeed, "browser"], { WAYMARK_BROWSER: browser });
			assert.equal(code, 1, output);
			assert.match(output, message);
			assert.doesNotMatch(output, /^\s+at .*\.[jt]s:\d+/m, "no stack");
		});
	}

	for (const version of ["18.20.4", "20.18.0"]) {
		it(`with Node ${version}`, async () => {
			const older = join(folder, "older.cjs");
			writeFileSync(older, `Object.defineProperty(process.versions, "node", { value: "${version}" });`);
			const script = join(projectRoot(), "scripts", "run.mjs");
			const { code, output } = await run(["--require", older, script, "test"], {});
			assert.equal(code, 1);
			assert.match(output.trim(), /^This needs Node 20\.19 or newer; you are running .*\.$/);
		});
	}
});
