import * as vscode from "vscode";
import { maxPlanLength } from "../../plan/syntax/parseYaml.ts";
import { decodeUtf8, EncodingError } from "../../plan/textEncoding.ts";
import { statRegular } from "./readRegular.ts";

/**
 * The text of a UTF-8 file. Its size is checked first, because any other program may have replaced it.
 *
 * @param mostLength the most UTF-16 units; files that must have more are not read
 * @param decode reads other encodings, too
 * @throws EncodingError if it's in another encoding, RefusedFileError if it's not a regular file, Error with a message
 * for the user if it's too large, or the error of the file system
 */
export async function readText(
	uri: vscode.Uri,
	mostLength = maxPlanLength,
	decode: (bytes: Uint8Array) => string = decodeUtf8,
): Promise<string> {
	const { type, size } = await statRegular(uri);
	if (type & vscode.FileType.Directory) {
		throw vscode.FileSystemError.FileIsADirectory(uri);
	}
	// A text has at most one UTF-16 unit for each byte of UTF-8, and at least one for three.
	if (size > 3 * mostLength) {
		const megabytes = (size / 1024 / 1024).toFixed(1);
		throw new Error(
			vscode.l10n.t("The file is {0} MB; the limit is {1} KB. Is it the right file?", megabytes, mostLength / 1024),
		);
	}
	return decode(await vscode.workspace.fs.readFile(uri));
}

/**
 * Opens a UTF-8 file regardless of the setting `files.encoding`. Saving it writes UTF-8.
 *
 * @throws EncodingError if it has unsaved changes that would be saved in another encoding
 */
export async function openUtf8(uri: vscode.Uri): Promise<vscode.TextDocument> {
	const document = await vscode.workspace.openTextDocument(uri);
	if (isUtf8(document)) {
		return document;
	}
	const reopened = document.isDirty ? document : await vscode.workspace.openTextDocument(uri, { encoding: "utf8" });
	checkEncoding(reopened);
	return reopened;
}

/** @throws EncodingError if saving the document writes another encoding than UTF-8 */
export function checkEncoding(document: vscode.TextDocument): void {
	if (!isUtf8(document)) {
		throw new EncodingError(document.encoding);
	}
}

function isUtf8({ encoding }: vscode.TextDocument): boolean {
	return encoding === "utf8" || encoding === "utf8bom";
}
