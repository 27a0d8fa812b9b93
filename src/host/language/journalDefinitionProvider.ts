import * as vscode from "vscode";
import { definitionRange } from "../../plan/assist/references.ts";
import { journalReferenceAt } from "../../viewmodel/editor/journalReferenceAt.ts";
import { LineOffsets } from "../core/lineOffsets.ts";
import type { PlanSession } from "../session/planSession.ts";

/** Goes from the item of a journal entry to its definition in the plan, also for former IDs. */
export class JournalDefinitionProvider implements vscode.DefinitionProvider {
	constructor(private readonly session: PlanSession) {}

	async provideDefinition(
		document: vscode.TextDocument,
		position: vscode.Position,
	): Promise<Array<vscode.LocationLink>> {
		const { line } = position;
		const name = journalReferenceAt(document.lineAt(line).text, position.character);
		const source = name && (await this.session.source());
		const read = await this.session.planText();
		const text = read.kind === "text" ? read.text : "";
		const { root, plan } = this.session.parse(text);
		const node = plan?.byId.get((name && source?.aliases.idOf(name.id)) ?? "");
		if (!name || !root || !node) {
			return [];
		}
		const range = new LineOffsets(text).range(definitionRange(root, node.range.start));
		const originSelectionRange = new vscode.Range(line, name.start, line, name.end);
		return [{ originSelectionRange, targetUri: this.session.planUri, targetRange: range }];
	}
}
