import * as vscode from "vscode";
import { FileWriter } from "./fileWriter.ts";
import { readText } from "./readText.ts";

/** The most that is read of a value, in UTF-16 units: both versions of the largest plan, with what a change adds to the journal. */
const mostLength = 32 * 1024 * 1024;

/**
 * Stores small values for all windows: one file for each in the global storage of the extension, so that two windows
 * cannot overwrite each other as with `globalState`.
 */
export class FileMemento {
	private readonly files = new FileWriter();

	/** @param folder the global storage of the extension */
	constructor(private readonly folder: vscode.Uri) {}

	/** The value of a name; undefined if there is none. */
	async get(name: string): Promise<string | undefined> {
		try {
			return new TextDecoder().decode(await vscode.workspace.fs.readFile(this.file(name)));
		} catch {
			return undefined;
		}
	}

	/**
	 * The value of a name, for callers that must not confuse errors with missing values; undefined if there is none.
	 *
	 * @throws the error of the file system, if it can't be read
	 */
	async load(name: string): Promise<string | undefined> {
		try {
			return await readText(this.file(name), mostLength);
		} catch (error) {
			if (error instanceof vscode.FileSystemError && error.code === "FileNotFound") {
				return undefined;
			}
			throw error;
		}
	}

	/** Stores a text atomically: if the process ends during the write, the old value is kept. */
	async set(name: string, text: string): Promise<void> {
		await this.files.replace({ folder: this.folder, names: [fileName(name)] }, text);
	}

	/** Stores a text if there is none, atomically, see `FileWriter.claim`. @returns whether it was stored */
	claim(name: string, text: string): Promise<boolean> {
		return this.files.claim({ folder: this.folder, names: [fileName(name)] }, text);
	}

	/** Deletes the value of a name. */
	async delete(name: string): Promise<void> {
		try {
			await vscode.workspace.fs.delete(this.file(name));
		} catch {
			// There was no value.
		}
	}

	private file(name: string): vscode.Uri {
		return vscode.Uri.joinPath(this.folder, fileName(name));
	}
}

function fileName(name: string): string {
	return `${encodeURIComponent(name)}.txt`;
}
