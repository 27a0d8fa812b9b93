// `npm run screenshots`: pictures of the sidebar with the sample, in four themes, in dist/screenshots. With `--readme` also the
// one that the README shows; with `--icon` only the icon of the package.
import { copyFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { openWorkbench } from "../ui/workbench.ts";
import { launchBrowser } from "./browser.ts";
import { Lifetime } from "./lifetime.ts";
import { projectRoot } from "./root.ts";

const themes = [
	["dark", "Default Dark Modern"],
	["light", "Default Light Modern"],
	["contrast-dark", "Default High Contrast"],
	["contrast-light", "Default High Contrast Light"],
] as const;
const views = ["Roadmap", "This Week", "Reviews", "Signals"] as const;
/** Wide enough that nothing is cut. */
const sidebarWidth = 620;

async function takePictures(name: string, theme: string): Promise<void> {
	const workbench = await openWorkbench({ width: 1280, height: 1000, theme });
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
	} finally {
		await workbench.dispose();
	}
}

/** The registries take no SVG: 256 pixels of it, transparent around. */
async function drawIcon(): Promise<void> {
	const media = join(projectRoot(), "media");
	const lifetime = new Lifetime();
	try {
		const page = await (await launchBrowser(lifetime)).newPage({ viewport: { width: 256, height: 256 } });
		await page.setContent(`<style>body { margin: 0 }</style>${readFileSync(join(media, "icon.svg"), "utf8")}`);
		await page.screenshot({ path: join(media, "icon.png"), omitBackground: true });
	} finally {
		await lifetime.close();
	}
}

async function main(): Promise<void> {
	if (process.argv.includes("--icon")) return drawIcon();
	for (const [name, theme] of themes) {
		console.log(`Taking pictures in ${theme} ...`);
		await takePictures(name, theme);
	}
	if (process.argv.includes("--readme")) {
		copyFileSync(
			join(projectRoot(), "dist", "screenshots", "roadmap-dark.png"),
			join(projectRoot(), "media", "roadmap.png"),
		);
	}
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
