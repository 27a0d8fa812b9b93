import * as vscode from "vscode";
import { RefusedFileError } from "../core/files/refusedFile.ts";
import type { FileWriter } from "../core/fileWriter.ts";

const mostAttempts = 3;

/**
 * The journal of this session, for file systems without append: a file that only this session writes, as a whole each
 * time. If others change it, a new file is started.
 */
export class WindowJournalName {
	private name: string | undefined;
	/** The content of the file, and its possible content after a failed write. */
	private text = "";
	private tried = "";

	/** @param newName returns a unique name */
	constructor(
		private readonly folder: vscode.Uri,
		private readonly newName: () => string,
		private readonly files: FileWriter,
	) {}

	/**
	 * Adds whole lines. Resolves with the file when they were read back.
	 *
	 * @throws the file system's error, and only where the lines are not in the file; where that cannot be found out,
	 * `RefusedFileError` with `unverified`
	 */
	async append(lines: string): Promise<vscode.Uri> {
		const name = await this.ownName();
		const uri = vscode.Uri.joinPath(this.folder, name);
		this.tried = this.text + lines;
		for (let attempt = 0; attempt < mostAttempts; attempt++) {
			let failure: unknown;
			try {
				await this.files.write({ folder: this.folder, names: [name] }, this.tried);
			} catch (error) {
				failure = error;
			}
			if ((await this.readBack(uri, failure)) === this.tried) {
				this.text = this.tried;
				return uri;
			}
			if (failure !== undefined) {
				throw failure;
			}
		}
		throw vscode.FileSystemError.Unavailable(uri);
	}

	/** The content of the file after a write. @param failure why the write failed, if it did */
	private async readBack(uri: vscode.Uri, failure: unknown): Promise<string> {
		if (failure instanceof RefusedFileError) {
			throw failure;
		}
		try {
			return await textOf(uri);
		} catch (cause) {
			throw failure === undefined ? cause : new RefusedFileError("unverified", uri.path, { cause });
		}
	}

	private async ownName(): Promise<string> {
		if (this.name !== undefined) {
			const found = await textOf(vscode.Uri.joinPath(this.folder, this.name));
			if (found === this.text || found === this.tried) {
				return this.name;
			}
		}
		this.name = this.newName();
		this.text = "";
		this.tried = "";
		return this.name;
	}
}

/** The text of a file; empty if it does not exist. */
async function textOf(uri: vscode.Uri): Promise<string> {
	try {
		return new TextDecoder("utf-8", { ignoreBOM: true }).decode(await vscode.workspace.fs.readFile(uri));
	} catch (error) {
		if (error instanceof vscode.FileSystemError && error.code === "FileNotFound") {
			return "";
		}
		throw error;
	}
}
