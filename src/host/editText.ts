import * as vscode from "vscode";
import type { EditFailure, EditResult, TextEdit } from "../plan/edit/textEdit.ts";

/** How often an edit is computed anew because somebody typed meanwhile. */
const mostAttempts = 3;

/**
 * Changes a text file by the smallest edits, through the editor when it is open there. A file without unsaved changes is
 * saved afterwards; one with some is left to its writer.
 *
 * @param make computes the edits for a text, which may be asked for again
 * @returns why there was no edit; undefined when all is done
 */
export async function editText(
	uri: vscode.Uri,
	make: (text: string) => EditResult,
): Promise<EditFailure | "not-applied" | undefined> {
	const document = await vscode.workspace.openTextDocument(uri);
	const wasDirty = document.isDirty;
	for (let attempt = 0; attempt < mostAttempts; attempt++) {
		const edits = make(document.getText());
		if (typeof edits === "string") {
			return edits;
		}
		if (edits.length === 0) {
			return undefined;
		}
		if (await vscode.workspace.applyEdit(workspaceEdit(document, edits))) {
			return wasDirty || (await document.save()) ? undefined : "not-applied";
		}
	}
	return "not-applied";
}

/** The edit of a document, for VS Code. Offsets count in the text as it is now. */
export function workspaceEdit(document: vscode.TextDocument, edits: ReadonlyArray<TextEdit>): vscode.WorkspaceEdit {
	const edit = new vscode.WorkspaceEdit();
	for (const { start, end, text } of edits) {
		edit.replace(document.uri, new vscode.Range(document.positionAt(start), document.positionAt(end)), text);
	}
	return edit;
}
