import { mkdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { launchBrowser } from "../workbench/browser.ts";
import { startServer } from "../workbench/codeServer.ts";
import type { Lifetime } from "../workbench/lifetime.ts";
import { loadWorkbench, newPage } from "../workbench/page.ts";
import { projectRoot } from "../workbench/root.ts";
import { writeSample } from "../workbench/sampleFolder.ts";
import { installServer } from "../workbench/serverInstall.ts";
import { temporaryFolder } from "../workbench/temporaryFolder.ts";
import { versions } from "../workbench/versions.ts";
import { largeJournal, linesOf } from "./largeJournal.ts";
import { type Measured, median, ratio, told } from "./table.ts";

/** The page and an empty one take turns, so that a busy spell of the machine falls on both. */
const openings = 9;
const entries = 100_000;
const maxBundle = 450 * 1024;
const loadedMark = "empty:loaded";
const pictureMark = "waymark:first-picture";

/**
 * From the key of the command to the first picture of a review, beside an empty webview panel of another extension from its
 * key to its loaded page, in the same window: with the sample, and with a journal of ten years.
 */
export async function measureReview(lifetime: Lifetime): Promise<ReadonlyArray<Measured>> {
	const temporary = temporaryFolder(lifetime, "review");
	const installed = await installServer(lifetime, versions.newest);
	const browser = await launchBrowser(lifetime);
	const empty = writeEmpty(join(temporary, "empty"));
	const measured = async (name: string, isLarge: boolean, limit: number): Promise<ReadonlyArray<Measured>> => {
		const folder = join(temporary, isLarge ? "large" : "sample");
		writeSample(folder);
		if (isLarge) writeFileSync(join(folder, "roadmap.log.jsonl"), linesOf(largeJournal(entries)));
		const server = await startServer(lifetime, installed, { folder, install: [projectRoot(), empty] });
		const { panel, review } = await medians(browser, server.url);
		await server.close();
		return [
			told(`an empty panel, ${name} (median of ${openings})`, `${panel.toFixed(0)} ms`),
			ratio(`the first picture of a review, ${name}: ${review.toFixed(0)} ms`, review / panel, limit),
		];
	};
	const bytes = statSync(join(projectRoot(), "dist", "review.js")).size;
	return [
		...(await measured("the sample", false, 2)),
		...(await measured(`${entries} entries`, true, 3)),
		{
			what: "the page's bundle, minified",
			value: `${(bytes / 1024).toFixed(0)} KB`,
			limit: `${maxBundle / 1024} KB`,
			met: bytes <= maxBundle,
		},
	];
}

/** Milliseconds, in a window in which both extensions have long been active; the first opening of each does not count. */
async function medians(browser: Browser, url: string): Promise<{ readonly panel: number; readonly review: number }> {
	const page = await newPage(browser);
	await loadWorkbench(page, url);
	await page.locator('.statusbar-item[id="waymark.waymark.waymark.week"]').waitFor({ timeout: 60_000 });
	await page.waitForTimeout(3000);
	const panels: Array<number> = [];
	const reviews: Array<number> = [];
	for (let opening = 0; opening <= openings; opening++) {
		panels.push(await open(page, "Control+Alt+Shift+8", loadedMark));
		reviews.push(await open(page, "Control+Alt+Shift+9", pictureMark));
	}
	await page.context().close();
	return { panel: median(panels.slice(1)), review: median(reviews.slice(1)) };
}

/** From the key to the mark that the page sets, by the clock that all frames share; closes the page again. */
async function open(page: Page, key: string, mark: string): Promise<number> {
	const begin = await page.evaluate("performance.timeOrigin + performance.now()");
	await page.keyboard.press(key);
	const at = await markIn(page, mark);
	await page.locator(".tab.active .action-label.codicon-close").first().click();
	await page.locator("iframe.webview").waitFor({ state: "detached" });
	await page.waitForTimeout(300);
	return at - Number(begin);
}

async function markIn(page: Page, mark: string): Promise<number> {
	const look = `(() => {
		const [found] = performance.getEntriesByName(${JSON.stringify(mark)});
		return found && performance.timeOrigin + found.startTime;
	})()`;
	const end = Date.now() + 30_000;
	while (Date.now() < end) {
		for (const frame of page.frames().slice(1)) {
			const at = await frame.evaluate(look).catch(() => undefined);
			if (typeof at === "number") return at;
		}
		await page.waitForTimeout(20);
	}
	throw new Error(`No page has set the mark ${mark}.`);
}

/** An extension with an empty panel, and the keys of both: the review that the sample has next. */
function writeEmpty(folder: string): string {
	mkdirSync(folder);
	const manifest = {
		name: "empty",
		publisher: "waymark",
		version: "1.0.0",
		engines: { vscode: "^1.100.0" },
		main: "./extension.js",
		activationEvents: ["onStartupFinished"],
		extensionKind: ["workspace"],
		contributes: {
			commands: [{ command: "empty.open", title: "Open an Empty Panel" }],
			keybindings: [
				{ command: "empty.open", key: "ctrl+alt+shift+8" },
				{ command: "waymark.openReview", key: "ctrl+alt+shift+9", args: { checkpoint: "six-month" } },
			],
		},
	};
	const html = `<!DOCTYPE html><html><body><script>addEventListener("DOMContentLoaded", () => performance.mark("${loadedMark}"))</script></body></html>`;
	writeFileSync(join(folder, "package.json"), JSON.stringify(manifest));
	writeFileSync(
		join(folder, "extension.js"),
		`const vscode = require("vscode");
exports.activate = ({ subscriptions }) => subscriptions.push(vscode.commands.registerCommand("empty.open", () => {
	const panel = vscode.window.createWebviewPanel("empty", "Empty", vscode.ViewColumn.Active, { enableScripts: true });
	panel.webview.html = ${JSON.stringify(html)};
}));
`,
	);
	writeFileSync(join(folder, ".vscodeignore"), "**\n!extension.js\n");
	return folder;
}
