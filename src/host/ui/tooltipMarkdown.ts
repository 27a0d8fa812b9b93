import * as vscode from "vscode";
import type { TooltipPart } from "../../viewmodel/rows/row.ts";
import { bidiControls } from "./escapeLabel.ts";

/** Markdown for a tooltip or hover; texts of the plan are escaped. */
export function tooltipMarkdown(parts: ReadonlyArray<TooltipPart>): vscode.MarkdownString {
	const markdown = new vscode.MarkdownString();
	for (const part of parts) {
		switch (part.kind) {
			case "heading":
				markdown.appendMarkdown("\n\n");
				markdown.appendMarkdown("**").appendMarkdown(escapeMarkdown(part.text)).appendMarkdown("**");
				break;
			case "fact":
				markdown
					.appendMarkdown("*")
					.appendMarkdown(escapeMarkdown(part.name))
					.appendMarkdown("*: ")
					.appendMarkdown(escapeMarkdown(part.text));
				break;
			case "text":
				markdown.appendMarkdown(escapeMarkdown(part.text));
				break;
			case "link":
				markdown.appendMarkdown(`${escapeMarkdown(part.text)}: ${link(part.url)}`);
				break;
		}
		// Facts and entries are lines without spacing, everything else is a paragraph.
		markdown.appendMarkdown(part.kind === "fact" || part.kind === "text" ? "  \n" : "\n\n");
	}
	return markdown;
}

/** Only `https:` and `mailto:` become links; other text is shown as it is. */
function link(url: string): string {
	// An email address may contain characters that would end the link here.
	return /^(https|mailto):/i.test(url) && URL.canParse(url)
		? `<${new URL(url).href.replace(/[<>\s]/g, encodeURIComponent)}>`
		: escapeMarkdown(url);
}

/**
 * Markdown that shows a text unchanged, with its line breaks. `appendText` of VS Code would use non-breaking spaces,
 * so that long lines would not wrap.
 */
export function escapeMarkdown(text: string): string {
	return text
		.replace(bidiControls, "")
		.replace(/[\\`*_{}[\]()#+\-.!~<>&|:@"'=$^]/g, "\\$&")
		.replace(/[ \t]+/g, " ")
		.replace(/ ?\r?\n ?/g, "\n\n")
		.trim();
}
