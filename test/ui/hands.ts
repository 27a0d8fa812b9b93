import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Locator } from "playwright-core";
import { openWorkbench, type Workbench, type WorkbenchOptions } from "./workbench.ts";

/** A line of the journal. */
export type Line = Readonly<Record<string, unknown>>;

const input = ".quick-input-widget input[type=text]";

/** Two hands on the keyboard of a window, which touch no mouse, and eyes for what shows. */
export class Hands {
	constructor(readonly workbench: Workbench) {}

	/** Runs a command from the palette: F1, its title, Enter. Begins again where the palette goes away: under load, what was before it may take the focus late. */
	async run(title: string): Promise<void> {
		for (let tries = 1; !(await this.found(title)); tries++) {
			if (tries === 5) throw new Error(`The palette does not offer ${title}.`);
			await this.press("Escape");
		}
		await this.press("Enter");
	}

	/** Opens the palette and looks for a command, as long as the palette is there. */
	private async found(title: string): Promise<boolean> {
		const { page } = this.workbench;
		const isThere = (locator: Locator) =>
			locator.waitFor({ timeout: 5000 }).then(
				() => true,
				() => false,
			);
		await this.press("F1");
		if (!(await isThere(page.locator(input)))) return false;
		await this.workbench.type(title);
		if (!(await isThere(this.choice(title).first()))) return false;
		// What was run lately stands above what fits as well.
		while (await page.locator(input).isVisible()) {
			if (await this.focused(title).isVisible()) return true;
			await this.press("ArrowDown");
		}
		return false;
	}

	/** Waits until an input has that in its title, prompt or placeholder, and types. */
	async answer(asked: string | RegExp, text: string): Promise<void> {
		await this.asked(asked).waitFor();
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

	/** The input with that in its title or its prompt. */
	asked(text: string | RegExp): Locator {
		return this.workbench.page.locator(".quick-input-widget", { hasText: text }).filter({ visible: true });
	}

	/** A row of the list of choices. */
	choice(text: string | RegExp): Locator {
		return this.workbench.page.locator(".quick-input-list .monaco-list-row", { hasText: text });
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

	/** Lets the messages go: VS Code shows three at once, and a fourth within 800 ms not at all. */
	async rest(): Promise<void> {
		await this.press("Escape");
		await this.run("Notifications: Clear All Notifications");
		await this.workbench.page.waitForTimeout(900);
	}

	/** Replaces what stands in one of the files that VS Code keeps for a person, and saves it. */
	async rewrite(title: string, tab: RegExp, text: string): Promise<void> {
		const { page } = this.workbench;
		await this.run(title);
		await page.locator(".tabs-container").getByRole("tab", { name: tab, selected: true }).waitFor();
		await page.locator(".editor-instance .view-line").first().waitFor();
		// The tab is there before its editor has the focus.
		await page.waitForTimeout(1000);
		await this.press("Control+A");
		await page.keyboard.insertText(text);
		await this.press("Control+S");
	}

	/** What stands in the journal. */
	lines(): ReadonlyArray<Line> {
		const file = join(this.workbench.folder, "roadmap.log.jsonl");
		const text = existsSync(file) ? readFileSync(file, "utf8").trimEnd() : "";
		return text === "" ? [] : text.split("\n").map((line) => JSON.parse(line));
	}

	private focused(text: string): Locator {
		return this.workbench.page.locator(".quick-input-list .monaco-list-row.focused", { hasText: text });
	}
}

/** A line without what differs each time: ids and moments, and the name that goes with the id. */
export function said({ id, at, logged, name, ...rest }: Line): Line {
	return rest;
}

/** Opens a window on a folder with these files, by their paths in it. */
export async function handsOn(
	folder: string,
	files: Readonly<Record<string, string>>,
	options: WorkbenchOptions,
): Promise<Hands> {
	for (const [name, text] of Object.entries(files)) {
		const file = join(folder, name);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, text);
	}
	return new Hands(await openWorkbench({ folder, ...options }));
}

/** After each test of a `describe` the messages go; after the last the window closes, and its folder goes. */
export function clearUp(folder: string, hands: () => Hands | undefined): void {
	afterEach(() => hands()?.rest());
	after(async () => {
		await hands()?.workbench.dispose();
		rmSync(folder, { recursive: true, force: true });
	});
}
