import * as vscode from "vscode";
import type { PlanSession } from "../session/planSession.ts";

/** Whether to return to the list of entries. */
export type CorrectionOutcome = "done" | "back" | "cancelled";

/** Opens the journal file at the line of an entry. */
export async function openEntry({ journal }: PlanSession, id: string): Promise<CorrectionOutcome> {
	const place = journal.ledger.placeOf(id);
	if (place) {
		const start = new vscode.Position(place.line - 1, 0);
		await vscode.window.showTextDocument(journal.uriOf(place.file), { selection: new vscode.Range(start, start) });
	}
	return "cancelled";
}
