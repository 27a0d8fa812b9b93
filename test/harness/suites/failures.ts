import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Suite } from "mocha";
import type { Page } from "playwright-core";
import { onOpened } from "../browser/openPages.ts";
import { projectRoot } from "../root.ts";

const keptLines = 300;
const pictureLimitMs = 10_000;

/** Follows the windows that tests open, to keep what was seen in them when one fails. */
export class OpenWindows {
	readonly #logs = new Map<Page, Array<string>>();

	constructor() {
		onOpened((page) => this.#follow(page));
	}

	/**
	 * Keeps of each open window a picture, its text as assistive technology reads it, and what it logged, in
	 * `dist/failures/TEST`. Never rejects.
	 *
	 * @returns the folder; undefined when no window is open
	 */
	async keep(test: string): Promise<string | undefined> {
		const pages = [...this.#logs].filter(([page]) => !page.isClosed());
		if (pages.length === 0) return undefined;
		const folder = join(projectRoot(), "dist", "failures", test.replace(/[^\w]+/g, "-").slice(0, 120));
		mkdirSync(folder, { recursive: true });
		await Promise.allSettled(
			pages.map(async ([page, log], index) => {
				const path = (name: string) => join(folder, `window-${index + 1}.${name}`);
				writeFileSync(path("log"), `${page.url()}\n${log.join("\n")}\n`);
				await page.screenshot({ path: path("png"), timeout: pictureLimitMs });
				const text = await page.locator("body").ariaSnapshot({ timeout: pictureLimitMs });
				writeFileSync(path("yaml"), text);
			}),
		);
		return folder;
	}

	/** Has each test and hook of a suite keep the open windows when it fails, before later hooks close them. */
	watch(suite: Suite): void {
		const hooks = ["_beforeAll", "_beforeEach"] as const;
		const own = suite as Suite & Readonly<Record<(typeof hooks)[number], Array<Mocha.Runnable>>>;
		for (const runnable of [...suite.tests, ...hooks.flatMap((name) => own[name])]) {
			const { fn } = runnable;
			if (fn === undefined) continue;
			const keep = () => this.keep(runnable.fullTitle()).then((folder) => folder && console.log(`  Kept: ${folder}`));
			runnable.fn = async function (this: Mocha.Context) {
				try {
					await (fn as Mocha.AsyncFunc).call(this);
				} catch (error) {
					// A test that skips itself has not failed.
					if (!runnable.isPending()) await keep();
					throw error;
				}
			};
		}
		suite.suites.forEach((each) => {
			this.watch(each);
		});
	}

	#follow(page: Page): void {
		const log: Array<string> = [];
		const add = (line: string): void => {
			log.push(`${new Date().toISOString()} ${line}`);
			if (log.length > keptLines) log.shift();
		};
		page.on("console", (message) => add(`${message.type()}: ${message.text()}`));
		page.on("pageerror", (error) => add(`error: ${error.stack ?? error.message}`));
		page.on("crash", () => add("The page crashed."));
		page.once("close", () => this.#logs.delete(page));
		this.#logs.set(page, log);
	}
}
