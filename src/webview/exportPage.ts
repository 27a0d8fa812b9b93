import { render } from "lit";
import type { ReviewPage } from "../present/review/page.ts";
import { css as exportCss } from "./styles/export.css?text";
import { css as pageCss } from "./styles/page.css?text";
import type { View } from "./view.ts";
import { wholePage } from "./wholePage.ts";

const policy = "default-src 'none'; style-src 'unsafe-inline'";

/** The review as a file of its own, to print or to send: all words, pictures and tables, and nothing that runs. */
export function exportPage(page: ReviewPage, view: Pick<View, "actions">): string {
	const held: View = {
		page: { ...page, mode: "held" },
		draft: page.written,
		mode: "export",
		status: { kind: "none" },
		tables: new Set(),
		isBegun: true,
		actions: view.actions,
	};
	const body = document.createElement("body");
	render(wholePage(held), body);
	withoutComments(body);
	// Put together as text: a style element, even of another document, is refused by the policy of this one.
	return `<!DOCTYPE html>
<html lang="${escaped(document.documentElement.lang || "en")}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(page.title)}</title>
<style>
${pageCss}
${exportCss}
</style>
</head>
${body.outerHTML}
</html>
`;
}

function escaped(words: string): string {
	const names: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
	return words.replace(/[&<>"]/g, (character) => names[character] ?? "");
}

/** The library marks its places by comments. */
function withoutComments(root: Element): void {
	const walker = document.createTreeWalker(root, NodeFilter.SHOW_COMMENT);
	const comments: Array<Node> = [];
	while (walker.nextNode()) comments.push(walker.currentNode);
	for (const comment of comments) comment.parentNode?.removeChild(comment);
}
