import * as vscode from "vscode";
import type { EditFailure, EditResult } from "../../plan/edit/editResult.ts";
import { type PlanSwap, swapEdits } from "../../plan/edit/planSwap.ts";
import { applyEdits, type TextEdit } from "../../util/textEdit.ts";
import { inWords } from "./fileErrorText.ts";
import { checkFileWritable, type FileWriter } from "./fileWriter.ts";
import { openUtf8, readText } from "./readText.ts";

/** The number of retries if the user types during an edit. */
const mostAttempts = 3;

/** Why a file was not changed. `not-saved`: it could not be saved, and the edit was reverted in the editor too. */
export type ChangeFailure = EditFailure | "not-applied" | "not-saved";

/**
 * Changes a text file with minimal edits, in the editor if it is open there, and saves it. If that fails, the edit is
 * reverted in the editor too, so that it is not saved later.
 *
 * @param files gives up on a disk that does not respond. What the editor was about to save then stays in it: it may be
 * saved later
 * @param make computes the edits for a text; may be called again
 * @param saving whether unsaved changes of the file are saved with the edit, or saving is left to the user
 * @returns the reason if nothing was changed; undefined on success
 * @throws Error with a message for the user, if the file is a link, not a regular file or not UTF-8, or the error of
 * the file system
 */
export async function editText(
	files: FileWriter,
	uri: vscode.Uri,
	make: (text: string) => EditResult,
	saving: "always" | "unless-dirty" = "unless-dirty",
): Promise<ChangeFailure | undefined> {
	const [onDisk, document] = await inWords(files.run(uri, () => openWritable(uri)));
	const wasDirty = document.isDirty;
	if (!wasDirty && !isSame(document.getText(), onDisk)) {
		// It was changed on disk and the editor is not updated yet. Saving would cause a conflict.
		await inWords(files.run(uri, () => revert(document)));
	}
	const save = () => inWords(isSaved(files, document));
	const saves = !wasDirty || saving === "always";
	for (let attempt = 0; attempt < mostAttempts; attempt++) {
		const before = document.getText();
		const edits = make(before);
		if (typeof edits === "string") {
			return edits;
		}
		if (edits.length === 0) {
			return !saves || !document.isDirty || (await save()) ? undefined : "not-saved";
		}
		if (await vscode.workspace.applyEdit(workspaceEdit(document, edits))) {
			if (!saves || (await save())) {
				return undefined;
			}
			const after = applyEdits(before, edits);
			await takeBack(document, { before, after });
			if (!wasDirty && !(await isTorn(uri, after))) {
				await inWords(files.run(uri, () => revert(document)));
			}
			return "not-saved";
		}
	}
	return "not-applied";
}

/** The text of a file on disk, and its document. @throws if it must not be written, or can't be read */
async function openWritable(uri: vscode.Uri): Promise<readonly [onDisk: string, document: vscode.TextDocument]> {
	await checkFileWritable(uri);
	return [await readText(uri), await openUtf8(uri)];
}

/** The workspace edit for a document. Offsets refer to its current text. */
export function workspaceEdit(document: vscode.TextDocument, edits: ReadonlyArray<TextEdit>): vscode.WorkspaceEdit {
	const edit = new vscode.WorkspaceEdit();
	for (const { start, end, text } of edits) {
		edit.replace(document.uri, new vscode.Range(document.positionAt(start), document.positionAt(end)), text);
	}
	return edit;
}

/**
 * Saves a document, and returns whether its text is on disk: a save that was reported as failed may have succeeded.
 */
async function isSaved(files: FileWriter, document: vscode.TextDocument): Promise<boolean> {
	const isReported = await files.save(document);
	const onDisk = await files.run(document.uri, () => readText(document.uri)).catch(() => undefined);
	return onDisk === undefined ? isReported : isSame(onDisk, document.getText());
}

/** Whether a save left only a prefix of the text on disk: the editor then has the only complete copy. */
async function isTorn(uri: vscode.Uri, text: string): Promise<boolean> {
	const onDisk = await readText(uri).catch(() => undefined);
	return onDisk === undefined || (text.length > onDisk.length && text.startsWith(onDisk));
}

/** Reverts a change of a document, unless the user has edited the same lines. */
async function takeBack(document: vscode.TextDocument, { before, after }: PlanSwap): Promise<void> {
	for (let attempt = 0; attempt < mostAttempts; attempt++) {
		const edits = swapEdits(document.getText(), { before: after, after: before });
		if (edits === "unsafe" || (await vscode.workspace.applyEdit(workspaceEdit(document, edits)))) {
			return;
		}
	}
}

/** Reverts a file in the editor, discarding unsaved changes. The command only works on the active editor. */
async function revert(document: vscode.TextDocument): Promise<void> {
	const active = vscode.window.activeTextEditor;
	const uri = document.uri.toString();
	const wasOpen = vscode.window.tabGroups.all.some(({ tabs }) =>
		tabs.some(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === uri),
	);
	await vscode.window.showTextDocument(document, { preview: false });
	await vscode.commands.executeCommand("workbench.action.files.revert");
	if (!wasOpen) {
		await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
	}
	if (active && !active.document.isClosed && active.document !== document) {
		await vscode.window.showTextDocument(active.document, active.viewColumn);
	}
}

/** Whether two texts are equal except for their line breaks: a document has only one kind. */
function isSame(text: string, other: string): boolean {
	return text === other || withoutBreaks(text) === withoutBreaks(other);
}

function withoutBreaks(text: string): string {
	return text.replace(/\r\n?/g, "\n");
}
