import { strict as assert } from "node:assert";
import type { Page } from "playwright-core";
import type { ReviewPage } from "../../../src/review/reviewPageModel.ts";
import { isDeep } from "../../harness/depth.ts";
import { hostileTexts } from "../../unit/viewmodel/hostileTexts.ts";
import { filledIn, openPage } from "../../webview/fixture.ts";
import { poisoned } from "../../webview/poisoned.ts";
import type { ReviewInBrowser } from "../../webview/reviewInBrowser.ts";
import { reviewPages } from "../../webview/reviewPages.ts";

const key = openPage.key;
/** All of them at full depth, otherwise every third. */
const someTexts = hostileTexts.filter((_, index) => isDeep() || index % 3 === 0);
/** Few enough for the time of a test on a busy machine. */
const textsAtOnce = 10;
const elementsThatRun = "script, iframe, object, embed, base, form, img, style, link, meta";

describe("texts on the page of a review", () => {
	const pages = reviewPages();
	let review: ReviewInBrowser;

	for (let first = 0; first < someTexts.length; first += textsAtOnce) {
		const some = someTexts.slice(first, first + textsAtOnce);
		it(`shows hostile texts ${first + 1} to ${first + some.length} as text in every field, on the page and in the exported file`, async () => {
			assert.ok(someTexts.length >= 40);
			review = await pages.open();
			await review.send({ kind: "page", page: openPage });
			const file = await pages.browser().newContext();
			const opened = await file.newPage();
			for (const text of some) await checkText(text, opened);
			await file.close();
		});
	}

	/** @param opened where the exported file is opened */
	async function checkText(text: string, opened: Page): Promise<void> {
		const draft = poisoned(filledIn, text);
		const page = { ...poisoned(openPage, text), key, labels: openPage.labels };
		await review.send({ kind: "page", page, draft, at: Date.now() });
		await checkPage(text);
		const held: ReviewPage = { ...page, mode: "held", written: draft, changes: [text] };
		await review.send({ kind: "page", page: held });
		await checkPage(text);
		await review.send({ kind: "export" });
		const asked = await review.request("pageToExport");
		await review.send({ kind: "answer", id: asked.id, ok: true, page: held });
		await opened.setContent(await exported(), { waitUntil: "domcontentloaded" });
		assert.deepEqual(await opened.evaluate("window.hacked"), undefined, text);
		assert.equal(await opened.locator(`body :is(${elementsThatRun})`).count(), 0, text);
		await review.page.evaluate("window.said.length = 0");
	}

	async function exported(): Promise<string> {
		const { request, id } = await review.request("export");
		await review.send({ kind: "answer", id, ok: true });
		assert.ok(request.do === "export");
		return request.html;
	}

	async function checkPage(text: string): Promise<void> {
		const found = await review.page.evaluate<{
			hacked: unknown;
			elements: number;
			links: ReadonlyArray<string>;
			title: string;
		}>(`({
			hacked: window.hacked,
			elements: document.querySelectorAll(${JSON.stringify(elementsThatRun)}.split(", ").map((one) => "#review " + one).join(", ")).length,
			links: [...document.querySelectorAll("#review [href]")].map((one) => one.getAttribute("href")),
			title: document.querySelector("h1").textContent,
		})`);
		assert.equal(found.hacked, undefined, text);
		assert.equal(found.elements, 0, text);
		for (const link of found.links) assert.match(link, /^(?:https:|mailto:)/, text);
		// Only the ends of isolations that it did not begin are left out.
		assert.equal(found.title.trim().replaceAll("\u2069", ""), text.trim().replaceAll("\u2069", ""));
	}
});
