import * as vscode from "vscode";
import { PlanParser } from "../../plan/readPlan.ts";
import { type Completion, completionsAt } from "../../present/editor/completions.ts";
import type { Session } from "../session.ts";
import { rangeIn } from "./planDocument.ts";

const kinds: Readonly<Record<Completion["kind"], vscode.CompletionItemKind>> = {
	key: vscode.CompletionItemKind.Property,
	value: vscode.CompletionItemKind.Value,
	id: vscode.CompletionItemKind.Reference,
	area: vscode.CompletionItemKind.Folder,
};

/** Offers what can be typed. */
export class CompletionProvider implements vscode.CompletionItemProvider {
	/** Reads texts that nobody typed: with a word in the place of the one that is being typed. */
	private readonly parser = new PlanParser();

	/** @param hasYamlTooling whether something else offers what the JSON Schema says: then only what that cannot know is offered */
	constructor(
		private readonly session: Session,
		private readonly hasYamlTooling: () => boolean,
	) {}

	provideCompletionItems(document: vscode.TextDocument, position: vscode.Position): Array<vscode.CompletionItem> {
		return completionsAt(document.getText(), document.offsetAt(position), this.parser, this.session.words)
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
	item.insertText = new vscode.SnippetString(completion.snippet);
	item.sortText = String(index).padStart(4, "0");
	// What is typed is held against this: with the quote that stands before it.
	const quote = /^["']/.exec(document.getText(item.range))?.[0] ?? "";
	item.filterText = `${quote}${label}`;
	if (description !== undefined) {
		item.documentation = description;
	}
	return item;
}
