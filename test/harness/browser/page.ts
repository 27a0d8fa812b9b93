import type { Browser, Page } from "playwright-core";
import { tellOpened } from "./openPages.ts";

/** How large a window is, in CSS pixels. */
export interface WindowSize {
	readonly width: number;
	readonly height: number;
}

const loadLimitMs = 90_000;

/**
 * A browser window that shares nothing with others.
 *
 * @param pixelRatio how many times its size pictures of it have; drawing is most of what a window costs, so tests take 1
 */
export async function newPage(
	browser: Browser,
	size: WindowSize = { width: 1280, height: 800 },
	pixelRatio = 1,
): Promise<Page> {
	const context = await browser.newContext({
		viewport: size,
		deviceScaleFactor: pixelRatio,
		reducedMotion: "reduce",
		permissions: ["clipboard-read", "clipboard-write"],
	});
	const page = await context.newPage();
	tellOpened(page);
	return page;
}

/** Opens an address of a server and waits until VS Code has drawn its workbench. */
export async function loadWorkbench(page: Page, url: string): Promise<void> {
	await page.goto(url, { timeout: loadLimitMs });
	await page.locator(".monaco-workbench .part.activitybar").waitFor({ timeout: loadLimitMs });
}
