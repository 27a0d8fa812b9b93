import { appendFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { writeSample } from "../../../scripts/sampleFolder.ts";
import { launchBrowser } from "../../harness/browser/browser.ts";
import { loadWorkbench, newPage } from "../../harness/browser/page.ts";
import type { DisposableStore } from "../../harness/disposableStore.ts";
import { projectRoot } from "../../harness/root.ts";
import { temporaryFolder } from "../../harness/temporaryFolder.ts";
import { startServer } from "../../harness/vscode/codeServer.ts";
import { installServer } from "../../harness/vscode/serverInstall.ts";
import { versions } from "../../harness/vscode/versions.ts";
import { largeJournal, linesOf } from "../largeJournal.ts";
import { type Measured, median, ratio, told } from "../table.ts";
import { writeExtension } from "../writeExtension.ts";
import { manyItems } from "./manyItems.ts";

const openings = 9;
const entries = 100_000;
const keys = [
	{ key: "ctrl+alt+1", command: "waymarkEmpty.open" },
	{ key: "ctrl+alt+2", command: "waymark.openReview", args: { checkpoint: "annual", occurrence: 1 } },
	{ key: "ctrl+alt+3", command: "waymark.openOverview" },
	{ key: "ctrl+alt+0", command: "workbench.action.closeAllEditors" },
];
const page = "iframe.webview";

/**
 * From the command to the first picture of a review and of the overview, beside an empty webview panel's from its command to
 * its content, in the real workbench: with the sample, with 100,000 entries more, and with 5,000 items more as well. All are
 * opened by a key, in turns.
 */
export async function measureReview(disposables: DisposableStore): Promise<ReadonlyArray<Measured>> {
	const temporary = temporaryFolder(disposables, "review");
	const empty = writeExtension(join(temporary, "empty"), "empty-panel", emptyPanel);
	const rows: Array<Measured> = [];
	for (const [name, count, items, limits] of [
		["the sample", 0, 0, { review: 1.8, overview: 2 }],
		[`${entries} entries`, entries, 0, { review: 3 }],
		[`5000 items, ${entries} entries`, entries, 5000, { overview: 3 }],
	] as ReadonlyArray<readonly [string, number, number, Partial<Record<"review" | "overview", number>>]>) {
		const folder = join(temporary, `${count}-${items}`);
		writeSample(folder);
		if (items > 0) writeFileSync(join(folder, "roadmap.yaml"), manyItems(items));
		if (count > 0) appendFileSync(join(folder, "roadmap.log.jsonl"), linesOf(largeJournal(count)));
		const { none, ...times } = await measure(disposables, folder, empty);
		rows.push(told(`opening an empty webview panel, ${name} (median of ${openings})`, `${none.toFixed(0)} ms`));
		for (const page of ["review", "overview"] as const) {
			const what = `opening the ${page} to its first picture: ${times[page].toFixed(0)} ms`;
			if (limits[page] !== undefined) rows.push(ratio(what, times[page] / none, limits[page]));
		}
	}
	const kilobytes = statSync(join(projectRoot(), "dist", "review.js")).size / 1000;
	return [
		...rows,
		{
			what: "page of a review and of the overview",
			value: `${kilobytes.toFixed(1)} KB`,
			limit: "420 KB",
			met: kilobytes <= 420,
		},
	];
}

async function measure(disposables: DisposableStore, folder: string, empty: string) {
	const installed = await installServer(disposables, versions.newest);
	const browser = await launchBrowser(disposables);
	const server = await startServer(disposables, installed, { folder, install: [projectRoot(), empty] });
	writeFileSync(join(server.dataFolder, "data", "User", "keybindings.json"), JSON.stringify(keys));
	const window = await newPage(browser);
	await loadWorkbench(window, server.url);
	await window.locator('.statusbar-item[id="waymark.waymark.waymark.week"]').waitFor({ timeout: 60_000 });
	await window.waitForTimeout(3000);
	const times = { none: [] as Array<number>, review: [] as Array<number>, overview: [] as Array<number> };
	// The first of each is not counted: it starts what the browser keeps for all later ones.
	for (let opening = 0; opening <= openings; opening++) {
		const none = await timeTo(window, "Control+Alt+1", "empty:content");
		const review = await timeTo(window, "Control+Alt+2", "waymark:first-picture");
		const overview = await timeTo(window, "Control+Alt+3", "waymark:first-picture");
		if (opening > 0) {
			times.overview.push(overview);
			times.none.push(none);
			times.review.push(review);
		}
	}
	await server.close();
	await browser.close();
	return { none: median(times.none), review: median(times.review), overview: median(times.overview) };
}

/** Milliseconds from the key to the mark that the page sets; by the clock, so that looking for it takes no part of them. */
async function timeTo(window: Page, key: string, mark: string): Promise<number> {
	const begin = performance.timeOrigin + performance.now();
	await window.keyboard.press(key);
	const body = window.frameLocator(page).frameLocator("#active-frame").locator("body");
	const marked = await body.evaluate(async (_, name) => {
		while (performance.getEntriesByName(name).length === 0) await new Promise((next) => setTimeout(next, 20));
		return performance.timeOrigin + (performance.getEntriesByName(name)[0]?.startTime ?? Number.NaN);
	}, mark);
	const time = marked - begin;
	await window.keyboard.press("Control+Alt+0");
	await window.locator(page).waitFor({ state: "detached" });
	await window.waitForTimeout(300);
	return time;
}

/** The code of an extension with a panel that shows one word. */
const emptyPanel = `const vscode = require("vscode");
exports.activate = () => vscode.commands.registerCommand("waymarkEmpty.open", () => {
	const panel = vscode.window.createWebviewPanel("waymarkEmpty", "Empty", vscode.ViewColumn.Active, { enableScripts: true });
	panel.webview.html = "<!DOCTYPE html><html><body><h1>Empty</h1><script>performance.mark('empty:content')</script></body></html>";
});
`;
