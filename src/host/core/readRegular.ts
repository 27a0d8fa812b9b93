import * as vscode from "vscode";
import { RefusedFileError } from "./files/refusedFile.ts";

/**
 * The metadata of a file or folder that may be read. Opening a pipe or a device could block forever.
 *
 * @throws RefusedFileError if it is neither a file nor a folder, or the error of the file system
 */
export async function statRegular(file: vscode.Uri): Promise<vscode.FileStat> {
	const there = await vscode.workspace.fs.stat(file);
	if (there.type & (vscode.FileType.File | vscode.FileType.Directory)) {
		return there;
	}
	// Nor is a broken link.
	throw new RefusedFileError("special", file.path);
}

/**
 * The text of a file; undefined if it does not exist or may not be read. @param mostBytes larger files are not read
 */
export async function readRegular(file: vscode.Uri, mostBytes: number): Promise<string | undefined> {
	try {
		const { type, size } = await statRegular(file);
		return type & vscode.FileType.File && size <= mostBytes
			? new TextDecoder().decode(await vscode.workspace.fs.readFile(file))
			: undefined;
	} catch {
		return undefined;
	}
}
