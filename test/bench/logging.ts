import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Entry } from "../../src/journal/entry.ts";
import { launchBrowser } from "../workbench/browser.ts";
import { startServer } from "../workbench/codeServer.ts";
import type { Lifetime } from "../workbench/lifetime.ts";
import { loadWorkbench, newPage } from "../workbench/page.ts";
import { projectRoot } from "../workbench/root.ts";
import { installServer } from "../workbench/serverInstall.ts";
import { temporaryFolder } from "../workbench/temporaryFolder.ts";
import { versions } from "../workbench/versions.ts";
import { largeJournal, linesOf } from "./largeJournal.ts";
import { type Measured, median } from "./table.ts";

const entryCount = 100_000;
const warmUp = 3;
const rounds = 15;
const limitMs = 50;

const plan = `start: 2016-01-05
week: { hours: 100 }
commitments: [{ id: thought-leadership, title: Thought leadership, hours: 100 }]
targets: { year 1+: [{ id: talks-given, title: Talks given, goal: 400 }] }
`;

/**
 * From Enter in the input of Log Time to the other hours in the status bar, with 100,000 entries in the journal, in the real
 * workbench with the views open: the entry is appended, read back, counted and shown. Both moments are taken in the page.
 */
export async function measureLogging(lifetime: Lifetime): Promise<ReadonlyArray<Measured>> {
	const folder = join(temporaryFolder(lifetime, "logging"), "plan");
	const journal = join(folder, "roadmap.log.jsonl");
	mkdirSync(folder);
	writeFileSync(join(folder, "roadmap.yaml"), plan);
	writeFileSync(journal, linesOf(timeless()));
	const installed = await installServer(lifetime, versions.newest);
	const browser = await launchBrowser(lifetime);
	const server = await startServer(lifetime, installed, { folder, install: [projectRoot()] });
	const page = await newPage(browser);
	await loadWorkbench(page, server.url);
	await page.locator(".activitybar").getByRole("tab", { name: "Roadmap" }).click();
	await page
		.locator(".sidebar")
		.getByRole("treeitem", { name: /^Talks given/ })
		.waitFor({ timeout: 60_000 });
	await page.locator('.statusbar-item[id="waymark.waymark.waymark.week"]').waitFor();
	const times: Array<number> = [];
	for (let round = 0; round < warmUp + rounds; round++) {
		await page.keyboard.press("F1");
		await page.locator(".quick-input-widget input[type=text]").fill(">Roadmap: Log Time...");
		await page.locator(".quick-input-list .monaco-list-row", { hasText: "Roadmap: Log Time" }).first().click();
		await page.getByPlaceholder("45m writing yesterday").fill("10m thought");
		await page.locator(".quick-input-list .monaco-list-row", { hasText: "10 min · Thought leadership" }).waitFor();
		// What follows the list within the next moments is not part of it.
		await page.waitForTimeout(300);
		await page.evaluate(watchStatus);
		await page.keyboard.press("Enter");
		const time = await page.evaluate<number>("globalThis.waymarkShown");
		if (round >= warmUp) times.push(time);
		await page.keyboard.press("F1");
		await page.locator(".quick-input-widget input[type=text]").fill(">Notifications: Clear All Notifications");
		await page.locator(".quick-input-list .monaco-list-row", { hasText: "Clear All Notifications" }).first().click();
		await page.waitForTimeout(900);
	}
	const lines = readFileSync(journal, "utf8").trimEnd().split("\n").length;
	if (lines !== entryCount + warmUp + rounds) throw new Error(`The journal has ${lines} lines.`);
	const value = median(times);
	return [
		{
			what: `from Enter to the status bar, ${entryCount} entries (${Math.min(...times).toFixed(0)} to ${Math.max(...times).toFixed(0)} ms)`,
			value: `${value.toFixed(0)} ms`,
			limit: `${limitMs} ms`,
			met: value <= limitMs,
		},
	];
}

/** Without timers: one that runs would stand in the status bar instead of the hours. */
function* timeless(): Generator<Entry> {
	let count = 0;
	for (const entry of largeJournal(2 * entryCount)) {
		if (entry.type !== "timer" && !("timer" in entry) && !("replaces" in entry) && count++ < entryCount) {
			yield entry;
		}
	}
}

/** In the page: promises the ms between the next Enter and the next other text of the status item. */
const watchStatus = `globalThis.waymarkShown = new Promise((resolve) => {
	const text = () => document.querySelector('.statusbar-item[id="waymark.waymark.waymark.week"]')?.innerText;
	const before = text();
	let begin;
	window.addEventListener("keydown", () => { begin = performance.now(); }, { capture: true, once: true });
	const observer = new MutationObserver(() => {
		if (begin !== undefined && text() !== before) {
			observer.disconnect();
			resolve(performance.now() - begin);
		}
	});
	observer.observe(document.querySelector(".part.statusbar"), { subtree: true, childList: true, characterData: true });
}); undefined`;
