import * as vscode from "vscode";
import type { Session } from "../session.ts";
import type { Outcome } from "./correctEntry.ts";

/** Opens the journal file at the line of an entry. */
export async function openEntry({ journal }: Session, id: string): Promise<Outcome> {
	const place = journal.ledger.placeOf(id);
	if (place) {
		const start = new vscode.Position(place.line - 1, 0);
		await vscode.window.showTextDocument(journal.uriOf(place.file), { selection: new vscode.Range(start, start) });
	}
	return "cancelled";
}
