import { mkdirSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Locator, Page } from "playwright-core";
import { writeSample } from "../../../scripts/sampleFolder.ts";
import { loadWorkbench, newPage, type WindowSize } from "../../harness/browser/page.ts";
import { DisposableStore } from "../../harness/disposableStore.ts";
import { projectRoot } from "../../harness/root.ts";
import { temporaryFolder } from "../../harness/temporaryFolder.ts";
import type { Server } from "../../harness/vscode/codeServer.ts";
import type { Settings } from "../../harness/vscode/settings.ts";
import { versions } from "../../harness/vscode/versions.ts";
import { giveBackHost, type Host, type HostOptions, takeHost } from "./host.ts";
import { succeeds } from "./succeeds.ts";

/** The window to open. */
export interface WorkbenchOptions extends Partial<WindowSize> {
	/**
	 * The absolute path of the folder that is open in it, or of the file of a workspace; without one, a fresh copy of the
	 * sample, removed at the end.
	 */
	readonly folder?: string;
	/** User settings over the calm ones. */
	readonly settings?: Settings;
	/** The user's own keybindings. */
	readonly keybindings?: ReadonlyArray<object>;
	/** A colour theme's name, such as `Default Light Modern` or `Default High Contrast`. */
	readonly theme?: string;
	/** How many times the window's size pictures of it have; 1 by default. */
	readonly pixelRatio?: number;
	/** Which VS Code; the newest by default. */
	readonly version?: "newest" | "oldest";
	/** What is installed: a package, or else this checkout as it would be packaged. */
	readonly extension?: string;
	/** Folders of other extensions that are installed beside it. */
	readonly others?: ReadonlyArray<string>;
	/** Whether it has all built-in extensions of VS Code, and not only those that tests use. */
	readonly hasAllBuiltins?: boolean;
	/** Whether its server serves no other test: where its files or processes are changed. */
	readonly isHostOwn?: boolean;
	/** Whether it opens in Restricted Mode, from which a person can leave it. By default every folder is trusted. */
	readonly isRestricted?: boolean;
}

/** Nothing in a picture that is not ours or beside the point. */
const plainWindow: Settings = {
	"editor.minimap.enabled": false,
	"breadcrumbs.enabled": false,
	"window.commandCenter": false,
	"workbench.layoutControl.enabled": false,
	"editor.cursorBlinking": "solid",
	// A text that is put in stays as it is.
	"editor.autoClosingBrackets": "never",
	"editor.autoClosingQuotes": "never",
	// In a browser VS Code saves by itself a second after the last key.
	"files.autoSave": "off",
};

/** Does not ask whether to trust the folder. */
const restrictedWindow: Settings = { "security.workspace.trust.startupPrompt": "never" };

/** How long what is waited for may take: a machine may be busy with other things. */
const waitMs = 60_000;
/** How long the palette may take to list what fits, and how often it is opened for that. */
const listedMs = 5000;
const maxTries = 12;
/** After how long a key that changed nothing has been ignored. */
const ignoredMs = 12_000;
const quickInput = ".quick-input-widget input[type=text]";
const quickRow = ".quick-input-list .monaco-list-row";

/** A window of VS Code with the extension installed from a package, driven as a user would. */
export class Workbench {
	constructor(
		/** The absolute path of the folder that is open. */
		readonly folder: string,
		readonly page: Page,
		private readonly host: Host,
		private readonly disposables: DisposableStore,
	) {}

	get server(): Server {
		return this.host.server;
	}

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
		const row = this.page.locator(quickRow, { hasText: title }).first();
		for (let tries = 1; ; tries++) {
			await this.page.keyboard.press("F1");
			// The palette lists what there was when it opened, and may go away under load: then it is opened again.
			if (await succeeds(this.runListed(title, row))) return;
			if (tries === maxTries) throw new Error(`The palette does not offer ${title}.`);
			await this.page.keyboard.press("Escape");
		}
	}

	/**
	 * Waits until a row with that text has the focus, and presses Enter. Presses it again only if nothing in the list has
	 * changed for long: a list that changes at this very moment takes no Enter, and a second one would answer the next
	 * question.
	 */
	async accept(text: string | RegExp): Promise<void> {
		const widget = this.page.locator(".quick-input-widget");
		const row = widget.locator(`${quickRow}.focused`, { hasText: text }).first();
		for (let tries = 1; tries <= maxTries; tries++) {
			await row.waitFor();
			const shown = await widget.innerText();
			await this.page.keyboard.press("Enter");
			if (await succeeds(row.waitFor({ state: "hidden", timeout: ignoredMs }))) return;
			if ((await widget.innerText()) !== shown) return;
		}
		throw new Error(`Enter does not take ${text}.`);
	}

	/** Repeats an action until something shows: the state it needs may come late. */
	async until(shown: Locator, act: () => Promise<void>): Promise<void> {
		for (let tries = 1; tries < maxTries; tries++) {
			await act();
			if (await succeeds(shown.waitFor({ timeout: listedMs }))) return;
		}
		await act();
		await shown.waitFor();
	}

	private async runListed(title: string, row: Locator): Promise<void> {
		await this.page.locator(quickInput).fill(`>${title}`, { timeout: listedMs });
		await row.waitFor({ timeout: listedMs });
		await row.click({ timeout: listedMs });
	}

	/** Opens a file of the folder by its path in it, and waits for its editor. */
	async openFile(name: string): Promise<void> {
		// By its place and not by a search, which lists a new file late.
		const input = this.page.locator(".quick-input-widget", { hasText: "Open File" }).locator("input[type=text]");
		const row = this.page.locator(quickRow, { hasText: basename(name) }).first();
		const tab = this.page.locator(".tabs-container").getByRole("tab", { name: basename(name) });
		for (let tries = 1; tries <= maxTries; tries++) {
			if (!(await input.isVisible())) await this.command("File: Open File...");
			// While the dialog lists its first folder, it misses what is put in.
			await succeeds(input.fill("", { timeout: listedMs }));
			if (!(await succeeds(input.fill(join(this.folder, name), { timeout: listedMs })))) continue;
			await succeeds(row.waitFor({ timeout: listedMs }));
			// It ignores Enter while it looks up a folder.
			if (await input.isVisible()) await input.press("Enter");
			if (await succeeds(tab.waitFor({ timeout: 3000 }))) break;
		}
		await tab.waitFor();
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

	/** Lets the messages go: VS Code shows three at once, and a fourth within 800 ms not at all. */
	async clearMessages(): Promise<void> {
		if ((await this.page.locator(".notification-toast").count()) === 0) return;
		await this.command("Notifications: Clear All Notifications");
		await this.page.locator(".notification-toast").first().waitFor({ state: "hidden" });
		await this.page.waitForTimeout(900);
	}

	/** A picture of the window; gives the file's path, `dist/screenshots/<name>.png`. */
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

	/** Changes the colour theme of the open window, by the settings of its folder. */
	async setTheme(theme: string): Promise<void> {
		mkdirSync(join(this.folder, ".vscode"), { recursive: true });
		const settings = { "workbench.colorTheme": theme };
		writeFileSync(join(this.folder, ".vscode", "settings.json"), JSON.stringify(settings));
		await this.page.locator(`.monaco-workbench.${baseThemeOf(theme)}`).waitFor();
	}

	/** Reloads the window, as Developer: Reload Window does. */
	async reload(): Promise<void> {
		await loadWorkbench(this.page, this.page.url());
	}

	/** Another window on the same server, with a browser's memory of its own, on this folder or on another one. */
	async openWindow(folder: string = this.folder): Promise<Workbench> {
		return this.openPlace(placeOf(folder), folder);
	}

	/** Another window on the same server, on a file that lists the folders of a workspace. */
	async openWorkspace(file: string): Promise<Workbench> {
		return this.openPlace(placeOf(file), dirname(file));
	}

	/** Another window on the same server, without a folder. */
	async openEmptyWindow(): Promise<Workbench> {
		return this.openPlace({ ew: "true" }, this.folder);
	}

	private async openPlace(place: Place, folder: string): Promise<Workbench> {
		const page = await openPage(this.host.browser, addressOf(this.server, place), {});
		return new Workbench(folder, page, this.host, this.disposables);
	}

	/** Closes every window of its server. */
	dispose(): Promise<void> {
		return this.disposables.dispose();
	}
}

/** The package that WAYMARK_VSIX names, as an absolute path: then it is what every window has installed. */
export function packageToTest(): string | undefined {
	return process.env["WAYMARK_VSIX"] || undefined;
}

/** Opens a window of a VS Code as a user has it, with the extension installed, on a folder. */
export async function openWorkbench(options: WorkbenchOptions): Promise<Workbench> {
	const disposables = new DisposableStore();
	try {
		const { isRestricted = false } = options;
		const theme = options.theme === undefined ? {} : { "workbench.colorTheme": options.theme };
		const folder = options.folder ?? temporaryFolder(disposables, "ui");
		if (options.folder === undefined) writeSample(folder);
		const kind: HostOptions = {
			version: versions[options.version ?? "newest"],
			isOwn: options.isHostOwn ?? false,
			folder,
			settings: { ...plainWindow, ...theme, ...(isRestricted ? restrictedWindow : {}), ...options.settings },
			install: [options.extension ?? packageToTest() ?? projectRoot(), ...(options.others ?? [])],
			askForTrust: isRestricted,
			hasFewBuiltins: !options.hasAllBuiltins,
		};
		const host = await takeHost(kind);
		disposables.add({ close: () => giveBackHost(host, kind), kill: () => undefined });
		const user = join(host.server.dataFolder, "data", "User");
		if (options.keybindings) writeFileSync(join(user, "keybindings.json"), JSON.stringify(options.keybindings));
		const page = await openPage(host.browser, addressOf(host.server, placeOf(folder)), options);
		if (isRestricted) await page.getByText("Restricted Mode").first().waitFor();
		return new Workbench(folder, page, host, disposables);
	} catch (error) {
		await disposables.dispose();
		throw error;
	}
}

/** The class that the workbench has in a colour theme of VS Code. */
function baseThemeOf(theme: string): string {
	const isLight = theme.includes("Light");
	if (theme.includes("High Contrast")) return isLight ? "hc-light" : "hc-black";
	return isLight ? "vs" : "vs-dark";
}

/** What is opened, as a window's address says it. */
type Place = Readonly<Partial<Record<"folder" | "workspace" | "ew", string>>>;

function placeOf(path: string): Place {
	// On Windows too, a path with slashes and one in front.
	const slashed = decodeURIComponent(pathToFileURL(path).pathname);
	return path.endsWith(".code-workspace") ? { workspace: slashed } : { folder: slashed };
}

function addressOf(server: Server, place: Place): string {
	return `${server.url}?${new URLSearchParams(place)}`;
}

async function openPage(
	browser: Browser,
	url: string,
	{ width = 1280, height = 800, pixelRatio }: Pick<WorkbenchOptions, "width" | "height" | "pixelRatio">,
) {
	const page = await newPage(browser, { width, height }, pixelRatio);
	page.setDefaultTimeout(waitMs);
	await loadWorkbench(page, url);
	return page;
}
