import * as vscode from "vscode";
import type { PageFiles } from "./pageFiles.ts";

/**
 * The HTML of a page, of a review or of the overview, which its script renders. Only this script may run, and nothing may be loaded: script and
 * style sheet are inlined, which also makes it appear sooner.
 *
 * @param content the initial content, so that the page need not request it
 */
export function pageHtml(
	{ script, style }: PageFiles,
	{ title, content }: { readonly title: string; readonly content: unknown },
): string {
	const nonce = crypto.randomUUID().replaceAll("-", "");
	const policy = [
		"default-src 'none'",
		`script-src 'nonce-${nonce}'`,
		`style-src 'nonce-${nonce}'`,
		"img-src data:",
		// Not covered by default-src: forms may not be submitted, and the base URL is fixed.
		"form-action 'none'",
		"base-uri 'none'",
	].join("; ");
	return `<!DOCTYPE html>
<html lang="${escaped(vscode.env.language)}">
<head>
	<meta charset="utf-8">
	<meta http-equiv="Content-Security-Policy" content="${policy}">
	<meta name="viewport" content="width=device-width, initial-scale=1">
	<title>${escaped(title)}</title>
	<style nonce="${nonce}">${style}</style>
</head>
<body>
	<script type="application/json" id="content">${JSON.stringify(content ?? null).replaceAll("<", "\\u003c")}</script>
	<script nonce="${nonce}">${inScript(script)}</script>
</body>
</html>`;
}

/**
 * These occur in the script only in strings, where an added backslash changes nothing; in HTML they would end the
 * script element.
 */
function inScript(code: string): string {
	return code.replace(/<(\/script|!--)/gi, "<\\$1");
}

function escaped(text: string): string {
	return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
