import { axeFindsNothing } from "../../webview/axeFindsNothing.ts";
import { filledIn, heldPage, openPage } from "../../webview/fixture.ts";
import type { ReviewInBrowser } from "../../webview/reviewInBrowser.ts";
import { reviewPages } from "../../webview/reviewPages.ts";
import { type Theme, themes } from "../../webview/themes.ts";

describe("the page of a review, for assistive technology", () => {
	const pages = reviewPages();
	let review: ReviewInBrowser;

	for (const theme of Object.keys(themes) as ReadonlyArray<Theme>) {
		it(`has no axe violations in any state, theme ${theme}`, async () => {
			review = await pages.open({ theme });
			await review.send({ kind: "page", page: openPage });
			await axeFindsNothing(review.page, "empty");
			await review.send({ kind: "page", page: openPage, draft: filledIn, at: Date.now() });
			await review.page.evaluate('for (const one of document.querySelectorAll("details")) one.open = true');
			await axeFindsNothing(review.page, "filled in");
			for (const button of await review.page.locator(".switch").all()) await button.click();
			await review.page.getByRole("button", { name: "Save Review" }).click();
			const { id } = await review.request("save");
			await axeFindsNothing(review.page, "tables, saving");
			await review.send({ kind: "answer", id, ok: false, error: "The disk is full." });
			await axeFindsNothing(review.page, "error");
			await review.send({ kind: "page", page: heldPage });
			await axeFindsNothing(review.page, "held");
		});
	}
});
