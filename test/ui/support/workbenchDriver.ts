import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Locator } from "playwright-core";
import { succeeds } from "./succeeds.ts";
import { openWorkbench, type Workbench, type WorkbenchOptions } from "./workbench.ts";

/** A line of the journal. */
export type Line = Readonly<Record<string, unknown>>;

const input = ".quick-input-widget input[type=text]";

/** Drives a workbench window by the keyboard only, and finds what it shows. */
export class WorkbenchDriver {
	constructor(readonly workbench: Workbench) {}

	/** Runs a command from the palette: F1, its title, Enter. Starts again if the palette closes: under load, another part may take the focus late. */
	async run(title: string): Promise<void> {
		for (let tries = 1; !(await this.found(title)); tries++) {
			if (tries === 5) throw new Error(`The palette does not offer ${title}.`);
			await this.press("Escape");
		}
		await this.press("Enter");
	}

	/** Opens the palette and focuses a command; false if the palette closes before. */
	private async found(title: string): Promise<boolean> {
		const { page } = this.workbench;
		const isThere = (locator: Locator) => succeeds(locator.waitFor({ timeout: 5000 }));
		await this.press("F1");
		if (!(await isThere(page.locator(input)))) return false;
		// At once: the palette filters all commands after each key.
		await page.keyboard.insertText(title);
		if (!(await isThere(this.choice(title).first()))) return false;
		// Recently used commands come before others that match as well.
		while (await page.locator(input).isVisible()) {
			if (await this.focused(title).isVisible()) return true;
			await this.press("ArrowDown");
		}
		return false;
	}

	/** Waits for an input with that text in its title or its prompt, and types. */
	async answer(prompt: string | RegExp, text: string): Promise<void> {
		await this.prompt(prompt).waitFor();
		await this.workbench.type(text);
	}

	/** Goes back a step, by the key that VS Code has for its Back button. */
	back(): Promise<void> {
		const keys: Partial<Record<NodeJS.Platform, string>> = { darwin: "Control+Minus", win32: "Alt+ArrowLeft" };
		return this.press(keys[process.platform] ?? "Control+Alt+Minus");
	}

	press(key: string): Promise<void> {
		return this.workbench.page.keyboard.press(key);
	}

	/** The visible input or list of choices with that text, for example in its title or its prompt. */
	prompt(text: string | RegExp): Locator {
		return this.workbench.page.locator(".quick-input-widget", { hasText: text }).filter({ visible: true });
	}

	/** A row of the list of choices. */
	choice(text: string | RegExp): Locator {
		return this.workbench.page.locator(".quick-input-list .monaco-list-row", { hasText: text });
	}

	/** Waits until a row with that text has the focus, and presses Enter. */
	accept(text: string | RegExp): Promise<void> {
		return this.workbench.accept(text);
	}

	/** A message in the corner. */
	message(text: string | RegExp): Locator {
		return this.workbench.page.locator(".notification-toast", { hasText: text }).first();
	}

	/** The status item. */
	get status(): Locator {
		return this.workbench.page
			.locator("#waymark\\.waymark\\.waymark\\.week, .statusbar-item[id*='waymark.week']")
			.first();
	}

	/** Repeats an action until something shows. */
	until(shown: Locator, act: () => Promise<void>): Promise<void> {
		return this.workbench.until(shown, act);
	}

	/** Closes an open prompt and all messages. */
	async reset(): Promise<void> {
		await this.press("Escape");
		await this.workbench.clearMessages();
	}

	/** All entries of the journal. */
	lines(): ReadonlyArray<Line> {
		const file = join(this.workbench.folder, "roadmap.log.jsonl");
		const text = existsSync(file) ? readFileSync(file, "utf8").trimEnd() : "";
		return text === "" ? [] : text.split("\n").map((line) => JSON.parse(line));
	}

	/** The entries from a number of lines on, without their IDs and times. */
	added(from: number): ReadonlyArray<Line> {
		return this.lines().slice(from).map(entryBody);
	}

	private focused(text: string): Locator {
		return this.workbench.page.locator(".quick-input-list .monaco-list-row.focused", { hasText: text });
	}
}

/** An entry without its ID, times, and name, which differ each time. */
export function entryBody({ id, at, logged, name, ...rest }: Line): Line {
	return rest;
}

/** Writes these files, by their paths, into a folder and opens a window on it. */
export async function workbenchDriver(
	folder: string,
	files: Readonly<Record<string, string>>,
	options: WorkbenchOptions,
): Promise<WorkbenchDriver> {
	for (const [name, text] of Object.entries(files)) {
		const file = join(folder, name);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, text);
	}
	return new WorkbenchDriver(await openWorkbench({ folder, ...options }));
}

/** Closes prompts and messages after each test of a `describe`, and after the last the window; then deletes its folder. */
export function clearUp(folder: string, driver: () => WorkbenchDriver | undefined): void {
	afterEach(() => driver()?.reset());
	after(async () => {
		await driver()?.workbench.dispose();
		rmSync(folder, { recursive: true, force: true });
	});
}
