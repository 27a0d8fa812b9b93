import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { launchBrowser } from "../workbench/browser.ts";
import { type Server, startServer } from "../workbench/codeServer.ts";
import type { Lifetime } from "../workbench/lifetime.ts";
import { loadWorkbench, newPage } from "../workbench/page.ts";
import { projectRoot } from "../workbench/root.ts";
import { installServer } from "../workbench/serverInstall.ts";
import { temporaryFolder } from "../workbench/temporaryFolder.ts";
import { versions } from "../workbench/versions.ts";
import { type Measured, median, ratio, spread, told } from "./table.ts";

/** The two take turns, so that a busy spell of the machine falls on both. */
const openings = 11;
const sizes = [50, 5000];
const itemsPerPhase = 50;
const firstRow = '.sidebar [role=treeitem][aria-label^="Something"]';

/** From the click on our icon to the first item of the tree, in a plan of 5,000 items beside one of 50, in the real workbench. */
export async function measureTree(lifetime: Lifetime): Promise<ReadonlyArray<Measured>> {
	const temporary = temporaryFolder(lifetime, "tree");
	const installed = await installServer(lifetime, versions.newest);
	const browser = await launchBrowser(lifetime);
	const servers: Array<Server> = [];
	for (const items of sizes) {
		const folder = join(temporary, String(items));
		mkdirSync(folder);
		writeFileSync(join(folder, "roadmap.yaml"), planOf(items));
		servers.push(await startServer(lifetime, installed, { folder, install: [projectRoot()] }));
	}
	const times = servers.map((): Array<number> => []);
	for (let opening = 0; opening < openings; opening++) {
		for (const [index, { url }] of servers.entries()) {
			times[index]?.push(await open(browser, url));
		}
	}
	const [small = Number.NaN, large = Number.NaN] = times.map(median);
	const [ofSmall, ofLarge] = times.map(spread);
	return [
		told(`opening the tree of ${sizes[0]} items (${ofSmall})`, `${small.toFixed(0)} ms`),
		ratio(`opening that of ${sizes[1]}: ${large.toFixed(0)} ms (${ofLarge})`, large / small, 1.25),
	];
}

/** Opens the view in a window in which the extension has long read its plan. */
async function open(browser: Browser, url: string): Promise<number> {
	const page = await newPage(browser);
	await loadWorkbench(page, url);
	await page.locator('.statusbar-item[id="waymark.waymark.waymark.week"]').waitFor({ timeout: 60_000 });
	await page.waitForTimeout(1000);
	await page.evaluate(watchRow);
	await page.locator(".activitybar").getByRole("tab", { name: "Roadmap" }).click();
	const time = await page.evaluate<number>("globalThis.waymarkOpened");
	await page.context().close();
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
