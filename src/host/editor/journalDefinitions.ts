import * as vscode from "vscode";
import { definitionRange } from "../../plan/assist/names.ts";
import { journalNameAt } from "../../present/editor/journalName.ts";
import { LineStarts } from "../lineStarts.ts";
import type { Session } from "../session.ts";

/** Leads from what an entry of the journal is about to where the plan defines it, under whatever id it has now. */
export class JournalDefinitions implements vscode.DefinitionProvider {
	constructor(private readonly session: Session) {}

	async provideDefinition(
		document: vscode.TextDocument,
		position: vscode.Position,
	): Promise<Array<vscode.LocationLink>> {
		const { line } = position;
		const name = journalNameAt(document.lineAt(line).text, position.character);
		const source = name && (await this.session.source());
		const text = await this.session.planText();
		const { root, plan } = this.session.understand(text);
		const node = plan?.byId.get((name && source?.aliases.idOf(name.id)) ?? "");
		if (!name || !root || !node) {
			return [];
		}
		const range = new LineStarts(text).range(definitionRange(root, node.range.start));
		const originSelectionRange = new vscode.Range(line, name.start, line, name.end);
		return [{ originSelectionRange, targetUri: this.session.planUri, targetRange: range }];
	}
}
