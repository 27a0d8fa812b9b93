import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Locator, Page } from "playwright-core";
import { launchBrowser } from "../workbench/browser.ts";
import { type Server, startServer } from "../workbench/codeServer.ts";
import { Lifetime } from "../workbench/lifetime.ts";
import { loadWorkbench, newPage, type WindowSize } from "../workbench/page.ts";
import { projectRoot } from "../workbench/root.ts";
import { writeSample } from "../workbench/sampleFolder.ts";
import { installServer } from "../workbench/serverInstall.ts";
import type { Settings } from "../workbench/settings.ts";
import { temporaryFolder } from "../workbench/temporaryFolder.ts";
import { versions } from "../workbench/versions.ts";

/** The window to open. */
export interface WorkbenchOptions extends Partial<WindowSize> {
	/**
	 * The absolute path of the folder that is open in it, or of the file of a workspace; without one, a fresh copy of the
	 * sample, removed at the end.
	 */
	readonly folder?: string;
	/** User settings over the calm ones. */
	readonly settings?: Settings;
	/** A colour theme's name, such as `Default Light Modern` or `Default High Contrast`. */
	readonly theme?: string;
	/** Which VS Code; the newest by default. */
	readonly version?: "newest" | "oldest";
	/** What is installed: a package, or else this checkout as it would be packaged. */
	readonly extension?: string;
	/** Folders of other extensions that are installed beside it. */
	readonly others?: ReadonlyArray<string>;
	/** Opens it in Restricted Mode, or asks: VS Code's own handling of trust. By default every folder is trusted. */
	readonly askForTrust?: boolean;
}

/** Nothing in a picture that is not ours or beside the point. */
const plainWindow: Settings = {
	"editor.minimap.enabled": false,
	"breadcrumbs.enabled": false,
	"window.commandCenter": false,
	"workbench.layoutControl.enabled": false,
	"editor.cursorBlinking": "solid",
	// In a browser VS Code saves by itself a second after the last key.
	"files.autoSave": "off",
};

const waitMs = 30_000;
const quickInput = ".quick-input-widget input[type=text]";
const quickRow = ".quick-input-list .monaco-list-row";

/** A window of VS Code with the extension installed from a package, to be used as a person would. */
export class Workbench {
	constructor(
		/** The absolute path of the folder that is open. */
		readonly folder: string,
		readonly page: Page,
		readonly server: Server,
		private readonly browser: Browser,
		private readonly lifetime: Lifetime,
	) {}

	/** Opens our view by its tab in the activity bar. */
	async openView(): Promise<void> {
		const tab = this.page.locator(".activitybar").getByRole("tab", { name: "Roadmap" });
		await tab.waitFor();
		// Clicking the tab of an open view closes it.
		if ((await tab.getAttribute("aria-expanded")) !== "true") await tab.click();
		await this.page.locator(".sidebar .composite.title", { hasText: "Roadmap" }).waitFor();
	}

	/** The rows of any tree in the window with that accessible name. */
	row(name: string | RegExp): Locator {
		return this.page.getByRole("treeitem", { name });
	}

	/** Runs a command by its title in the command palette, such as `Roadmap: Open Plan`. */
	async command(title: string): Promise<void> {
		await this.page.keyboard.press("F1");
		await this.pick(`>${title}`, title);
	}

	/** Opens a file of the folder by its name and waits for its editor. */
	async openFile(name: string): Promise<void> {
		await this.page.keyboard.press("Control+P");
		await this.pick(name, name);
		await this.page.locator(".tabs-container").getByRole("tab", { name }).waitFor();
		await this.page.locator(".editor-instance .view-line").first().waitFor();
	}

	/** Types into what has the focus. */
	async type(text: string): Promise<void> {
		await this.page.keyboard.type(text, { delay: 10 });
	}

	/** The texts of the notifications that are shown now. */
	async notifications(): Promise<ReadonlyArray<string>> {
		return this.page.locator(".notification-toast .notification-list-item-message").allInnerTexts();
	}

	/** A picture of the window, twice its size; gives the file's path, `dist/screenshots/<name>.png`. */
	async screenshot(name: string): Promise<string> {
		const path = join(projectRoot(), "dist", "screenshots", `${name}.png`);
		// Away from whatever would show a hover, and on nothing that shows one itself.
		const { width, height } = this.page.viewportSize() ?? { width: 2, height: 2 };
		await this.page.mouse.move(width / 2, height - 1);
		await this.page.mouse.move(width / 2, 1);
		await this.page.waitForTimeout(400);
		await this.page.screenshot({ path, animations: "disabled", caret: "initial" });
		return path;
	}

	/** Loads the window anew, as Developer: Reload Window does. */
	async reload(): Promise<void> {
		await loadWorkbench(this.page, this.page.url());
	}

	/** Another window on the same server, with a browser's memory of its own, on this folder or on another one. */
	async openWindow(folder: string = this.folder): Promise<Workbench> {
		return this.openAddress({ folder: slashed(folder) }, folder);
	}

	/** Another window on the same server, on a file that lists the folders of a workspace. */
	async openWorkspace(file: string): Promise<Workbench> {
		return this.openAddress({ workspace: slashed(file) }, dirname(file));
	}

	/** Another window on the same server, without a folder. */
	async openEmptyWindow(): Promise<Workbench> {
		return this.openAddress({ ew: "true" }, this.folder);
	}

	private async openAddress(query: Readonly<Record<string, string>>, folder: string): Promise<Workbench> {
		const page = await openPage(this.browser, `${this.server.url}?${new URLSearchParams(query)}`, {});
		return new Workbench(folder, page, this.server, this.browser, this.lifetime);
	}

	/** Closes the server, the browser and so every window of it. */
	dispose(): Promise<void> {
		return this.lifetime.close();
	}

	private async pick(text: string, label: string): Promise<void> {
		await this.page.locator(quickInput).waitFor();
		await this.page.locator(quickInput).fill(text);
		const row = this.page.locator(quickRow, { hasText: label }).first();
		await row.waitFor();
		await row.click();
	}
}

/** Starts a VS Code as a user has it, with the extension installed, and opens a window on a folder. */
export async function openWorkbench(options: WorkbenchOptions): Promise<Workbench> {
	const lifetime = new Lifetime();
	try {
		const theme = options.theme === undefined ? {} : { "workbench.colorTheme": options.theme };
		const folder = options.folder ?? temporaryFolder(lifetime, "ui");
		if (options.folder === undefined) writeSample(folder);
		const installed = await installServer(lifetime, versions[options.version ?? "newest"]);
		const server = await startServer(lifetime, installed, {
			folder,
			settings: { ...plainWindow, ...theme, ...options.settings },
			install: [options.extension ?? projectRoot(), ...(options.others ?? [])],
			askForTrust: options.askForTrust ?? false,
		});
		const browser = await launchBrowser(lifetime);
		const page = await openPage(browser, server.url, options);
		return new Workbench(folder, page, server, browser, lifetime);
	} catch (error) {
		await lifetime.close();
		throw error;
	}
}

/** On Windows too, a path with slashes and one in front. */
function slashed(path: string): string {
	return decodeURIComponent(pathToFileURL(path).pathname);
}

async function openPage(browser: Browser, url: string, { width = 1280, height = 800 }: Partial<WindowSize>) {
	const page = await newPage(browser, { width, height });
	page.setDefaultTimeout(waitMs);
	await loadWorkbench(page, url);
	return page;
}
