import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Entry } from "../../src/journal/entry.ts";
import { launchBrowser } from "../harness/browser/browser.ts";
import { loadWorkbench, newPage } from "../harness/browser/page.ts";
import type { DisposableStore } from "../harness/disposableStore.ts";
import { projectRoot } from "../harness/root.ts";
import { temporaryFolder } from "../harness/temporaryFolder.ts";
import { startServer } from "../harness/vscode/codeServer.ts";
import { installServer } from "../harness/vscode/serverInstall.ts";
import { versions } from "../harness/vscode/versions.ts";
import { largeJournal, linesOf } from "./largeJournal.ts";
import { probeVariable } from "./probe.ts";
import { type Measured, median, spread, told } from "./table.ts";
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
 * the way from the page to the host and back, and the drawing, are VS Code's.
 */
export async function measureLogging(disposables: DisposableStore): Promise<ReadonlyArray<Measured>> {
	const temporary = temporaryFolder(disposables, "logging");
	const folder = join(temporary, "plan");
	const result = join(temporary, "times.txt");
	const journal = join(folder, "roadmap.log.jsonl");
	mkdirSync(folder);
	writeFileSync(join(folder, "roadmap.yaml"), plan);
	writeFileSync(journal, linesOf(timeless()));
	const installed = await installServer(disposables, versions.newest);
	const browser = await launchBrowser(disposables);
	const server = await startServer(disposables, installed, {
		folder,
		install: [projectRoot(), writeExtension(join(temporary, "probe"), "probe", probe)],
		env: { [probeVariable]: result },
	});
	const page = await newPage(browser);
	await loadWorkbench(page, server.url);
	await page.locator(".activitybar").getByRole("tab", { name: "Roadmap" }).click();
	await page
		.locator(".sidebar")
		.getByRole("treeitem", { name: /^Talks given/ })
		.waitFor({ timeout: 60_000 });
	await page.locator('.statusbar-item[id="waymark.waymark.waymark.week"]').waitFor();
	const seen: Array<number> = [];
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
		if (round >= warmUp) seen.push(time);
		await page.keyboard.press("F1");
		await page.locator(".quick-input-widget input[type=text]").fill(">Notifications: Clear All Notifications");
		await page.locator(".quick-input-list .monaco-list-row", { hasText: "Clear All Notifications" }).first().click();
		await page.waitForTimeout(900);
	}
	const lines = readFileSync(journal, "utf8").trimEnd().split("\n").length;
	if (lines !== entryCount + warmUp + rounds) throw new Error(`The journal has ${lines} lines.`);
	const all = readFileSync(result, "utf8").trimEnd().split("\n").map(Number);
	if (all.length !== warmUp + rounds) throw new Error(`The host told ${all.length} times.`);
	const times = all.slice(warmUp);
	const inHost = median(times);
	return [
		{
			what: `from Enter to the status bar in the host, ${entryCount} entries (${spread(times)})`,
			value: `${inHost.toFixed(0)} ms`,
			limit: `${limitMs} ms`,
			met: inHost <= limitMs,
		},
		told(`... as seen in the page (${spread(seen)})`, `${median(seen).toFixed(0)} ms`),
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
				appendFileSync(process.env["${probeVariable}"], performance.now() - begin + "\\n");
				begin = undefined;
			}
		},
	});
};
`;
