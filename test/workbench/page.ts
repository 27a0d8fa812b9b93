import type { Browser, Page } from "playwright-core";

/** How large a window is, in CSS pixels. */
export interface WindowSize {
	readonly width: number;
	readonly height: number;
}

const loadLimitMs = 90_000;

/** A browser window that shares nothing with others; pictures of it have twice its size. */
export async function newPage(browser: Browser, size: WindowSize = { width: 1280, height: 800 }): Promise<Page> {
	const context = await browser.newContext({
		viewport: size,
		deviceScaleFactor: 2,
		reducedMotion: "reduce",
		permissions: ["clipboard-read", "clipboard-write"],
	});
	return context.newPage();
}

/** Opens an address of a server and waits until VS Code has drawn its workbench. */
export async function loadWorkbench(page: Page, url: string): Promise<void> {
	await page.goto(url, { timeout: loadLimitMs });
	await page.locator(".monaco-workbench .part.activitybar").waitFor({ timeout: loadLimitMs });
}
