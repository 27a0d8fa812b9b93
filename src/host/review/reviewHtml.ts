import * as vscode from "vscode";
import type { HostMessage } from "../../present/review/messages.ts";

/** Where the page's script, style sheet and icons lie. */
export function reviewRoots(extensionUri: vscode.Uri): ReadonlyArray<vscode.Uri> {
	return [vscode.Uri.joinPath(extensionUri, "dist")];
}

/**
 * The frame of the page, which its script fills. Nothing runs in it but that script, and it may load nothing else.
 *
 * @param content what it shows at first, so that it need not ask and wait
 */
export function reviewHtml(
	webview: vscode.Webview,
	extensionUri: vscode.Uri,
	{ title, content }: { readonly title: string; readonly content: HostMessage | undefined },
): string {
	const nonce = crypto.randomUUID().replaceAll("-", "");
	const uriOf = (file: string) => webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, "dist", file)).toString();
	const policy = [
		"default-src 'none'",
		`script-src 'nonce-${nonce}'`,
		`style-src ${webview.cspSource}`,
		`font-src ${webview.cspSource}`,
		`img-src ${webview.cspSource} data:`,
	].join("; ");
	return `<!DOCTYPE html>
<html lang="${escaped(vscode.env.language)}">
<head>
	<meta charset="utf-8">
	<meta http-equiv="Content-Security-Policy" content="${policy}">
	<meta name="viewport" content="width=device-width, initial-scale=1">
	<title>${escaped(title)}</title>
	<link rel="stylesheet" href="${uriOf("review.css")}">
</head>
<body>
	<script type="application/json" id="content">${JSON.stringify(content ?? null).replaceAll("<", "\\u003c")}</script>
	<script nonce="${nonce}" src="${uriOf("review.js")}"></script>
</body>
</html>`;
}

function escaped(text: string): string {
	return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
