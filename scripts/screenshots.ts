// `npm run screenshots`: pictures of the sidebar and the pages with the sample, in four themes, in dist/screenshots. With
// `--readme` only in the themes of the pictures that the README shows, which are copied; with `--icon` only the icon of the
// package.
import { copyFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { launchBrowser } from "../test/harness/browser/browser.ts";
import { DisposableStore } from "../test/harness/disposableStore.ts";
import { projectRoot } from "../test/harness/root.ts";
import { openWorkbench, type Workbench } from "../test/ui/support/workbench.ts";

const themes = [
	["dark", "Default Dark Modern"],
	["light", "Default Light Modern"],
	["contrast-dark", "Default High Contrast"],
	["contrast-light", "Default High Contrast Light"],
] as const;
/** The pictures of the README, by their names in dist/screenshots, which end with a theme. */
const shownInReadme = [
	["roadmap-dark", "roadmap"],
	["review-pictures-dark", "review"],
	["overview-year-dark", "overview"],
	["overview-all-light", "overview-all"],
] as const;
const views = ["Roadmap", "This Week", "Reviews", "Signals"] as const;
/** Wide enough that nothing is cut. */
const sidebarWidth = 620;

async function takePictures(name: string, theme: string): Promise<void> {
	const workbench = await openWorkbench({ width: 1280, height: 1000, theme, pixelRatio: 2 });
	try {
		const { page } = workbench;
		await workbench.openView();
		await workbench
			.row(/current phase/)
			.first()
			.waitFor();
		const box = await page.locator(".part.sidebar").boundingBox();
		await page.mouse.move((box?.x ?? 0) + (box?.width ?? 0), 500);
		await page.mouse.down();
		await page.mouse.move((box?.x ?? 0) + sidebarWidth, 500, { steps: 8 });
		await page.mouse.up();
		for (const view of views) {
			await workbench.command(`Roadmap: Focus on ${view} View`);
			for (const other of views.filter((each) => each !== view)) {
				const open = page.locator('.sidebar .pane-header[aria-expanded="true"]', { hasText: other });
				if ((await open.count()) > 0) await open.click();
			}
			// Rows at the top are opened one after the other: each moves those below it.
			const folded = page.locator('.sidebar [role=treeitem][aria-level="1"][aria-expanded="false"]');
			for (let row = 0; view !== "Roadmap" && row < 8 && (await folded.count()) > 0; row++) {
				await folded.first().click();
			}
			console.log(await workbench.screenshot(`${view.toLowerCase().replace(" ", "-")}-${name}`));
		}
		await takeReview(workbench, name);
		await takeOverview(workbench, name);
	} finally {
		await workbench.dispose();
	}
}

/** The page of the next review, with the sidebar out of the way: its beginning, its pictures, and its questions. */
async function takeReview(workbench: Workbench, name: string): Promise<void> {
	const { page } = workbench;
	await workbench.command("View: Toggle Primary Side Bar Visibility");
	await workbench.command("Roadmap: Open Review...");
	await page.locator(".quick-input-list .monaco-list-row").first().waitFor();
	await page.keyboard.press("Enter");
	const review = page.frameLocator("iframe.webview.ready").frameLocator("#active-frame");
	await review.locator("svg[role=img], [role=img] svg").first().waitFor();
	for (const [part, heading] of [
		["review", undefined],
		["review-pictures", "Charts"],
		["review-questions", "Questions"],
	] as const) {
		if (heading) await review.getByRole("heading", { name: heading }).evaluate((element) => element.scrollIntoView());
		await page.waitForTimeout(500);
		console.log(await workbench.screenshot(`${part}-${name}`));
	}
}

/** The overview: a year around today, and all of the plan. */
async function takeOverview(workbench: Workbench, name: string): Promise<void> {
	const { page } = workbench;
	await workbench.command("View: Close All Editors");
	await workbench.command("Roadmap: Open Overview");
	const overview = page.frameLocator("iframe.webview.ready").frameLocator("#active-frame");
	await overview.getByRole("listbox").waitFor();
	console.log(await workbench.screenshot(`overview-year-${name}`));
	await overview.getByRole("button", { name: "Fit All" }).click();
	console.log(await workbench.screenshot(`overview-all-${name}`));
}

/** The registries take no SVG: 256 pixels of it, transparent around. */
async function drawIcon(): Promise<void> {
	const media = join(projectRoot(), "media");
	const disposables = new DisposableStore();
	try {
		const page = await (await launchBrowser(disposables)).newPage({ viewport: { width: 256, height: 256 } });
		await page.setContent(`<style>body { margin: 0 }</style>${readFileSync(join(media, "icon.svg"), "utf8")}`);
		await page.screenshot({ path: join(media, "icon.png"), omitBackground: true });
	} finally {
		await disposables.dispose();
	}
}

async function main(): Promise<void> {
	if (process.argv.includes("--icon")) return drawIcon();
	const isForReadme = process.argv.includes("--readme");
	const isShown = (theme: string) => shownInReadme.some(([taken]) => taken.endsWith(`-${theme}`));
	for (const [name, theme] of themes.filter(([each]) => !isForReadme || isShown(each))) {
		console.log(`Taking pictures in ${theme} ...`);
		await takePictures(name, theme);
	}
	for (const [taken, shown] of isForReadme ? shownInReadme : []) {
		copyFileSync(
			join(projectRoot(), "dist", "screenshots", `${taken}.png`),
			join(projectRoot(), "media", `${shown}.png`),
		);
	}
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
