import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { launchBrowser } from "../harness/browser/browser.ts";
import { loadWorkbench, newPage } from "../harness/browser/page.ts";
import type { DisposableStore } from "../harness/disposableStore.ts";
import { projectRoot } from "../harness/root.ts";
import { temporaryFolder } from "../harness/temporaryFolder.ts";
import { type Server, startServer } from "../harness/vscode/codeServer.ts";
import { installServer } from "../harness/vscode/serverInstall.ts";
import { versions } from "../harness/vscode/versions.ts";
import { type Measured, median, ratio, spread, told } from "./table.ts";

/** The two take turns, so that a busy spell of the machine falls on both. */
const openings = 10;
const sizes = [50, 5000];
const itemsPerPhase = 50;
const firstRow = '.sidebar [role=treeitem][aria-label^="Something"]';

/**
 * From the click on our icon to the first item of the tree, in a plan of 5,000 items beside one of 50, in the real
 * workbench. The faster half of the openings counts: whatever else the machine does meanwhile only adds to the others.
 */
export async function measureTree(disposables: DisposableStore): Promise<ReadonlyArray<Measured>> {
	const temporary = temporaryFolder(disposables, "tree");
	const installed = await installServer(disposables, versions.newest);
	const browser = await launchBrowser(disposables);
	const windows: Array<{ readonly server: Server; readonly page: Page }> = [];
	for (const items of sizes) {
		const folder = join(temporary, String(items));
		mkdirSync(folder);
		writeFileSync(join(folder, "roadmap.yaml"), planOf(items));
		const server = await startServer(disposables, installed, { folder, install: [projectRoot()] });
		windows.push({ server, page: await newPage(browser) });
	}
	const times = windows.map((): Array<number> => []);
	for (let opening = 0; opening < openings; opening++) {
		for (const [index, { server, page }] of windows.entries()) {
			times[index]?.push(await open(page, server.url));
		}
	}
	const [small = Number.NaN, large = Number.NaN] = times.map((each) => median(fasterHalf(each)));
	const [ofSmall, ofLarge] = times.map(spread);
	return [
		told(`opening the tree of ${sizes[0]} items (${ofSmall})`, `${small.toFixed(0)} ms`),
		ratio(`opening that of ${sizes[1]}: ${large.toFixed(0)} ms (${ofLarge})`, large / small, 1.25),
	];
}

function fasterHalf(times: ReadonlyArray<number>): ReadonlyArray<number> {
	return [...times].sort((a, b) => a - b).slice(0, Math.ceil(times.length / 2));
}

/** Loads the window and opens the view when the extension has long read its plan. */
async function open(page: Page, url: string): Promise<number> {
	await loadWorkbench(page, url);
	await page.locator('.statusbar-item[id="waymark.waymark.waymark.week"]').waitFor({ timeout: 60_000 });
	await page.waitForTimeout(1000);
	await page.evaluate(watchRow);
	await page.locator(".activitybar").getByRole("tab", { name: "Roadmap" }).click();
	const time = await page.evaluate<number>("globalThis.waymarkOpened");
	// What is open now is open after the next load.
	await page.keyboard.press("Control+Shift+E");
	await page.locator(firstRow).first().waitFor({ state: "hidden" });
	await page.waitForTimeout(500);
	return time;
}

/** In the page: promises the ms between the next press of the mouse and the first row. Asking from outside would wait its turn. */
const watchRow = `globalThis.waymarkOpened = new Promise((resolve) => {
	let begin;
	window.addEventListener("mousedown", () => { begin = performance.now(); }, { capture: true, once: true });
	const observer = new MutationObserver(() => {
		if (begin !== undefined && document.querySelector('${firstRow}')) {
			observer.disconnect();
			resolve(performance.now() - begin);
		}
	});
	observer.observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ["aria-label"] });
}); undefined`;

function planOf(items: number): string {
	const lines = ["title: A plan", "start: 2026-01-05", "phases:"];
	for (let item = 0; item < items; item++) {
		if (item % itemsPerPhase === 0) {
			const isFirst = item === 0;
			lines.push(
				`  - title: Phase ${item}`,
				`    when: ${isFirst ? "years 1-9" : "year 20"}`,
				"    outcomes:",
				"      all:",
			);
		}
		lines.push(`        - Something to reach, ${item}`);
	}
	return `${lines.join("\n")}\n`;
}
