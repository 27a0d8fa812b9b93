import { render } from "lit";
import type { ReviewPage } from "../review/reviewPageModel.ts";
import type { PageView } from "./pageView.ts";
import { renderPage } from "./renderPage.ts";
import { standalonePage } from "./standalonePage.ts";

/** The review as a standalone file, to print or send: all texts, charts and tables, without scripts. */
export function exportPage(page: ReviewPage, view: Pick<PageView, "actions">): string {
	const held: PageView = {
		page: { ...page, mode: "held" },
		draft: page.written,
		mode: "export",
		status: { kind: "none" },
		tables: new Set(),
		isBegun: true,
		actions: view.actions,
	};
	const body = document.createElement("body");
	render(renderPage(held), body);
	return standalonePage(page.title, body);
}
