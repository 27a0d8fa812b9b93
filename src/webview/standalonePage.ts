import { css as exportCss } from "./styles/export.css?text";
import { css as pageCss } from "./styles/page.css?text";

const policy = "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'";

/** A page as one file, to print or send, without scripts. @param body is changed: the marks of the templates are removed */
export function standalonePage(title: string, body: HTMLElement): string {
	withoutComments(body);
	// Built as text: the content security policy of this page refuses style elements even in other documents.
	return `<!DOCTYPE html>
<html lang="${escaped(document.documentElement.lang || "en")}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
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

/** The template library marks its positions with comments. */
export function withoutComments(root: Element): void {
	const walker = document.createTreeWalker(root, NodeFilter.SHOW_COMMENT);
	const comments: Array<Node> = [];
	while (walker.nextNode()) comments.push(walker.currentNode);
	for (const comment of comments) comment.parentNode?.removeChild(comment);
}
