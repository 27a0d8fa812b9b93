import * as vscode from "vscode";
import { PlanParser } from "../../plan/planParser.ts";
import { type Completion, completionsAt } from "../../viewmodel/editor/completions.ts";
import type { PlanSession } from "../session/planSession.ts";
import { rangeIn } from "./planDocument.ts";

const kinds: Readonly<Record<Completion["kind"], vscode.CompletionItemKind>> = {
	key: vscode.CompletionItemKind.Property,
	value: vscode.CompletionItemKind.Value,
	id: vscode.CompletionItemKind.Reference,
	area: vscode.CompletionItemKind.Folder,
};

/** Provides completions. */
export class CompletionProvider implements vscode.CompletionItemProvider {
	/** Parses texts with a placeholder in place of the typed word. */
	private readonly parser = new PlanParser();

	/**
	 * @param hasYamlTooling whether another extension completes from the JSON Schema: then only what the schema lacks is
	 * offered
	 */
	constructor(
		private readonly session: PlanSession,
		private readonly hasYamlTooling: () => boolean,
	) {}

	async provideCompletionItems(
		document: vscode.TextDocument,
		position: vscode.Position,
	): Promise<Array<vscode.CompletionItem>> {
		const { parser, session } = this;
		// The text to which the position belongs: the user types on meanwhile.
		const [text, offset] = [document.getText(), document.offsetAt(position)];
		const today = await session.today();
		return completionsAt(text, offset, {
			parser,
			formatter: session.formatter,
			today,
		})
			.filter(({ isInSchema }) => !isInSchema || !this.hasYamlTooling())
			.map((completion, index) => completionItem(document, completion, index));
	}
}

function completionItem(document: vscode.TextDocument, completion: Completion, index: number): vscode.CompletionItem {
	const { label, detail, description, kind } = completion;
	const item = new vscode.CompletionItem(
		{ label, ...(detail === undefined ? {} : { description: detail }) },
		kinds[kind],
	);
	item.range = rangeIn(document, completion.range);
	// What is typed in full is not taken on Enter, which begins a new line. VS Code knows this only of plain text.
	const isPlain = !/[\\$}]/.test(completion.snippet);
	item.insertText = isPlain ? completion.snippet : new vscode.SnippetString(completion.snippet);
	item.sortText = String(index).padStart(4, "0");
	// The text that VS Code filters by: including the opening quotation mark.
	const quote = /^["']/.exec(document.getText(item.range))?.[0] ?? "";
	item.filterText = `${quote}${label}`;
	if (description !== undefined) {
		item.documentation = description;
	}
	return item;
}
