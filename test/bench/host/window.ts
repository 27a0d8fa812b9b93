import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { launchBrowser } from "../../harness/browser/browser.ts";
import { loadWorkbench, newPage } from "../../harness/browser/page.ts";
import type { DisposableStore } from "../../harness/disposableStore.ts";
import { projectRoot } from "../../harness/root.ts";
import { temporaryFolder } from "../../harness/temporaryFolder.ts";
import { type Server, startServer } from "../../harness/vscode/codeServer.ts";
import { installServer } from "../../harness/vscode/serverInstall.ts";
import { versions } from "../../harness/vscode/versions.ts";
import { largestPlans } from "../growth.ts";
import { entryCount, plan, writeJournal } from "../limits.ts";
import { type Measured, told } from "../table.ts";
import { writeExtension } from "../writeExtension.ts";
import { askHost, type HostWatch, watchingExtension } from "./watchHost.ts";

interface Opened extends HostWatch {
	/** From the request of the window to the first row of the Roadmap view, in ms. */
	readonly firstRow: number;
}

/**
 * A million entries in a real window with the views open: how long the extension host is blocked, how much memory it
 * takes, and when the first row is there. Beside it a window with the same plan and no entries.
 */
export async function measureWindow(disposables: DisposableStore): Promise<ReadonlyArray<Measured>> {
	const windows = await Windows.start(disposables);
	const small = windows.folder("small", plan);
	const long = windows.folder("long", plan);
	const megabytes = writeJournal(join(long, "roadmap.log.jsonl")) / 1e6;
	const row = /^Talks given/;
	await windows.open(small, row);
	const [ofSmall, ofLong] = [await windows.open(small, row), await windows.open(long, row)];
	return [
		told(
			`first row of a window without entries (host blocked for ${ofSmall.blocked.toFixed(0)} ms)`,
			`${ofSmall.firstRow.toFixed(0)} ms`,
		),
		limited(
			`... with ${entryCount} entries (${megabytes.toFixed(0)} MB), later than that`,
			ofLong.firstRow - ofSmall.firstRow,
			5000,
			"ms",
		),
		limited(`... host blocked, of it ${ofLong.blockedCpu.toFixed(0)} ms of CPU time`, ofLong.blocked, 200, "ms"),
		limited("... memory of the entries", ofLong.heap - ofSmall.heap, 500, "MB"),
		told("... highest memory of the host", `${ofLong.peak.toFixed(0)} MB`),
	];
}

/** Plans at their size limit in real windows with the views open: how long the extension host is blocked. */
export async function measureLargest(disposables: DisposableStore): Promise<ReadonlyArray<Measured>> {
	const windows = await Windows.start(disposables);
	const rows: Array<Measured> = [];
	for (const { name, text } of largestPlans()) {
		const opened = await windows.open(windows.folder(name.replaceAll(" ", "-"), text));
		const what = `plan at its limit, ${name}: host blocked, of it ${opened.blockedCpu.toFixed(0)} ms of CPU time`;
		rows.push(limited(what, opened.blocked, 500, "ms"));
	}
	return rows;
}

/** Windows of one server, one after the other. */
class Windows {
	private constructor(
		private readonly temporary: string,
		private readonly browser: Browser,
		private readonly server: Server,
	) {}

	static async start(disposables: DisposableStore): Promise<Windows> {
		const temporary = temporaryFolder(disposables, "window");
		const watching = writeExtension(join(temporary, "watching"), "watching", watchingExtension, ["*"]);
		const installed = await installServer(disposables, versions.newest);
		const install = [projectRoot(), watching];
		const server = await startServer(disposables, installed, { folder: temporary, install });
		return new Windows(temporary, await launchBrowser(disposables), server);
	}

	folder(name: string, text: string): string {
		const folder = join(this.temporary, name);
		mkdirSync(folder);
		writeFileSync(join(folder, "roadmap.yaml"), text);
		return folder;
	}

	/** @param row the name of a row that is there when the plan and the journal are read */
	async open(folder: string, row = /./): Promise<Opened> {
		const page = await newPage(this.browser);
		const begin = performance.now();
		await loadWorkbench(page, `${this.server.url}?${new URLSearchParams({ folder })}`);
		await page.locator(".activitybar").getByRole("tab", { name: "Roadmap" }).click();
		await page.locator(".sidebar").getByRole("treeitem", { name: row }).first().waitFor({ timeout: 120_000 });
		const firstRow = performance.now() - begin;
		// What follows the first row, such as forecasts and problems, counts as well.
		await page.waitForTimeout(6000);
		const watch = await askHost(folder);
		await page.context().close();
		const opened = { ...watch, firstRow };
		console.log(`${folder}: ${JSON.stringify(opened)}`);
		return opened;
	}
}

function limited(what: string, value: number, limit: number, unit: string): Measured {
	return { what, value: `${value.toFixed(0)} ${unit}`, limit: `${limit} ${unit}`, met: value <= limit };
}
