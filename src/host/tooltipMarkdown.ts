import * as vscode from "vscode";
import type { TooltipPart } from "../present/row.ts";
import { reordering } from "./plainText.ts";

/** Parts of a tooltip or hover as the editor shows them; texts of the plan stay texts, whatever they hold. */
export function tooltipMarkdown(parts: ReadonlyArray<TooltipPart>): vscode.MarkdownString {
	const markdown = new vscode.MarkdownString();
	for (const part of parts) {
		switch (part.kind) {
			case "heading":
				markdown.appendMarkdown("\n\n");
				markdown.appendMarkdown("**").appendMarkdown(literal(part.text)).appendMarkdown("**");
				break;
			case "fact":
				markdown
					.appendMarkdown("*")
					.appendMarkdown(literal(part.name))
					.appendMarkdown("*: ")
					.appendMarkdown(literal(part.text));
				break;
			case "text":
				markdown.appendMarkdown(literal(part.text));
				break;
			case "link":
				markdown.appendMarkdown(`${literal(part.text)}: ${link(part.url)}`);
				break;
		}
		// Facts and entries stand in lines close to each other, all else in paragraphs.
		markdown.appendMarkdown(part.kind === "fact" || part.kind === "text" ? "  \n" : "\n\n");
	}
	return markdown;
}

/** Only what leads to a page or a letter becomes a link; all else is shown as it is. */
function link(url: string): string {
	// The address of a letter keeps signs that would end the link here.
	return /^(https|mailto):/i.test(url) && URL.canParse(url)
		? `<${new URL(url).href.replace(/[<>\s]/g, encodeURIComponent)}>`
		: literal(url);
}

/**
 * Markdown that shows a text as it is, on the lines that it has. `appendText` of VS Code would do so too, with spaces that
 * never break: a sentence would run out of sight.
 */
export function literal(text: string): string {
	return text
		.replace(reordering, "")
		.replace(/[\\`*_{}[\]()#+\-.!~<>&|:@"'=$^]/g, "\\$&")
		.replace(/[ \t]+/g, " ")
		.replace(/ ?\r?\n ?/g, "\n\n")
		.trim();
}
