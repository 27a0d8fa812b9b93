import { strict as assert } from "node:assert";
import type { Browser } from "playwright-core";
import { launchBrowser } from "../harness/browser/browser.ts";
import { DisposableStore } from "../harness/disposableStore.ts";
import { openReview, type ReviewInBrowser, type ReviewWindow } from "./reviewInBrowser.ts";

/** What the tests of a suite use to open the page. */
export interface ReviewPages {
	/** Opens the page of the current test. */
	readonly open: (window?: ReviewWindow) => Promise<ReviewInBrowser>;
	/** The browser; only within tests. */
	readonly browser: () => Browser;
}

/** Call it within `describe`: one browser for all tests, and after each test the page must have had no errors. */
export function reviewPages(): ReviewPages {
	const disposables = new DisposableStore();
	let browser: Browser;
	let review: ReviewInBrowser | undefined;
	before(async () => {
		browser = await launchBrowser(disposables);
	});
	after(() => disposables.dispose());
	afterEach(async () => {
		const problems = await review?.problems();
		await review?.close();
		assert.deepEqual(problems, [], "the content policy refused nothing, and nothing was thrown");
	});
	return {
		open: async (window) => {
			review = await openReview(browser, window);
			return review;
		},
		browser: () => browser,
	};
}
