import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Browser, Page } from "playwright-core";
import type { Entry } from "../../src/journal/entry.ts";
import { launchBrowser } from "../harness/browser/browser.ts";
import { loadWorkbench, newPage } from "../harness/browser/page.ts";
import type { DisposableStore } from "../harness/disposableStore.ts";
import { projectRoot } from "../harness/root.ts";
import { temporaryFolder } from "../harness/temporaryFolder.ts";
import { type Server, startServer } from "../harness/vscode/codeServer.ts";
import { installServer } from "../harness/vscode/serverInstall.ts";
import { versions } from "../harness/vscode/versions.ts";
import { largeJournal, linesOf } from "./largeJournal.ts";
import { probeVariable } from "./probe.ts";
import { type Measured, median, ratio, spread, told } from "./table.ts";
import { writeExtension } from "./writeExtension.ts";

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
 * workbench with the views open: the entry is appended, read back, counted and shown. Measured in the extension host, from
 * the moment it hears of Enter to that when it hands the text to VS Code. What a person sees in the page is told beside it:
 * the way from the page to the host and back, and the drawing, are VS Code's. In turns in a window with forecasts and in one
 * without.
 */
export async function measureLogging(disposables: DisposableStore): Promise<ReadonlyArray<Measured>> {
	const temporary = temporaryFolder(disposables, "logging");
	const result = join(temporary, "times");
	const [folder, off] = [planFolder(temporary, "plan", true), planFolder(temporary, "off", false)];
	mkdirSync(result);
	const installed = await installServer(disposables, versions.newest);
	const browser = await launchBrowser(disposables);
	const server = await startServer(disposables, installed, {
		folder,
		install: [projectRoot(), writeExtension(join(temporary, "probe"), "probe", probe)],
		env: { [probeVariable]: result },
	});
	const [page, pageOff] = [await openViews(browser, server, folder), await openViews(browser, server, off)];
	const seen: Array<number> = [];
	for (let round = 0; round < warmUp + rounds; round++) {
		const time = await logOnce(page);
		await logOnce(pageOff);
		if (round >= warmUp) seen.push(time);
	}
	const [times, timesOff] = [hostTimes(folder, result), hostTimes(off, result)];
	const inHost = median(times);
	return [
		{
			what: `from Enter to the status bar in the host, ${entryCount} entries (${spread(times)})`,
			value: `${inHost.toFixed(0)} ms`,
			limit: `${limitMs} ms`,
			met: inHost <= limitMs,
		},
		ratio("... against a window without forecasts", inHost / median(timesOff), 1.2),
		told(`... as seen in the page (${spread(seen)})`, `${median(seen).toFixed(0)} ms`),
	];
}

/** A folder with the plan and its journal. */
function planFolder(temporary: string, name: string, forecasts: boolean): string {
	const folder = join(temporary, name);
	mkdirSync(join(folder, ".vscode"), { recursive: true });
	writeFileSync(join(folder, ".vscode", "settings.json"), JSON.stringify({ "waymark.forecasts": forecasts }));
	writeFileSync(join(folder, "roadmap.yaml"), plan);
	writeFileSync(join(folder, "roadmap.log.jsonl"), linesOf(timeless()));
	return folder;
}

async function openViews(browser: Browser, server: Server, folder: string): Promise<Page> {
	const page = await newPage(browser);
	const { origin, searchParams } = new URL(server.url);
	searchParams.set("folder", folder);
	await loadWorkbench(page, `${origin}/?${searchParams}`);
	await page.locator(".activitybar").getByRole("tab", { name: "Roadmap" }).click();
	await page
		.locator(".sidebar")
		.getByRole("treeitem", { name: /^Talks given/ })
		.waitFor({ timeout: 60_000 });
	await page.locator('.statusbar-item[id="waymark.waymark.waymark.week"]').waitFor();
	return page;
}

/** Logs ten minutes; the time as seen in the page, in ms. */
async function logOnce(page: Page): Promise<number> {
	await page.bringToFront();
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
	await page.keyboard.press("F1");
	await page.locator(".quick-input-widget input[type=text]").fill(">Notifications: Clear All Notifications");
	await page.locator(".quick-input-list .monaco-list-row", { hasText: "Clear All Notifications" }).first().click();
	await page.waitForTimeout(900);
	return time;
}

/** What the host of a window told, in ms, without the first rounds. */
function hostTimes(folder: string, result: string): ReadonlyArray<number> {
	const lines = readFileSync(join(folder, "roadmap.log.jsonl"), "utf8").trimEnd().split("\n").length;
	if (lines !== entryCount + warmUp + rounds) throw new Error(`The journal has ${lines} lines.`);
	const all = readFileSync(join(result, basename(folder)), "utf8")
		.trimEnd()
		.split("\n")
		.map(Number);
	if (all.length !== warmUp + rounds) throw new Error(`The host told ${all.length} times.`);
	return all.slice(warmUp);
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

/**
 * In the extension host, as an extension beside ours: writes the ms from the closing of an input, which is the first thing
 * that Enter does, to the next other text of our status item. All extensions share the classes of VS Code's objects.
 */
const probe = `const vscode = require("vscode");
const { appendFileSync } = require("node:fs");
exports.activate = () => {
	let begin;
	const inputs = Object.getPrototypeOf(vscode.window.createQuickPick());
	const { dispose } = inputs;
	inputs.dispose = function () {
		begin ??= performance.now();
		return dispose.call(this);
	};
	const items = Object.getPrototypeOf(vscode.window.createStatusBarItem());
	const text = Object.getOwnPropertyDescriptor(items, "text");
	Object.defineProperty(items, "text", {
		...text,
		set(value) {
			const isOther = value !== this.text;
			text.set.call(this, value);
			if (begin !== undefined && isOther && this.id === "waymark.week") {
				appendFileSync(process.env["${probeVariable}"] + "/" + vscode.workspace.name, performance.now() - begin + "\\n");
				begin = undefined;
			}
		},
	});
};
`;
