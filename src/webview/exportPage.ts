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
		actions: view.actions,
	};
	const body = document.createElement("body");
	render(wholePage(held), body);
	withoutComments(body);
	const made = document.implementation.createHTMLDocument(page.title);
	made.documentElement.lang = document.documentElement.lang || "en";
	const charset = made.createElement("meta");
	charset.setAttribute("charset", "utf-8");
	made.head.prepend(charset, meta(made, "http-equiv", "Content-Security-Policy", policy));
	made.head.append(meta(made, "name", "viewport", "width=device-width, initial-scale=1"));
	const style = made.createElement("style");
	style.textContent = `${pageCss}\n${exportCss}`;
	made.head.append(style);
	made.body.replaceWith(made.importNode(body, true));
	return `<!DOCTYPE html>\n${made.documentElement.outerHTML}\n`;
}

function meta(made: Document, attribute: string, name: string, content: string): HTMLMetaElement {
	const element = made.createElement("meta");
	element.setAttribute(attribute, name);
	element.content = content;
	return element;
}

/** The library marks its places by comments. */
function withoutComments(root: Element): void {
	const walker = document.createTreeWalker(root, NodeFilter.SHOW_COMMENT);
	const comments: Array<Node> = [];
	while (walker.nextNode()) comments.push(walker.currentNode);
	for (const comment of comments) comment.parentNode?.removeChild(comment);
}
