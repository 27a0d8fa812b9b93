import * as vscode from "vscode";

const mostAttempts = 3;

/**
 * The journal of this session, where the file system has no append: a file that nobody else writes, so that it can be
 * written whole each time. Where somebody has changed it all the same, it is left to them and another one is begun.
 */
export class SessionFile {
	private uri: vscode.Uri | undefined;
	/** What the file holds, and what it may hold too after a write that failed. */
	private text = "";
	private tried = "";

	/** @param newUri makes a name that no other session has */
	constructor(private readonly newUri: () => vscode.Uri) {}

	/**
	 * Adds whole lines. Resolves with the file when they were read back.
	 *
	 * @throws the file system's error; what was to be added is not kept then
	 */
	async append(lines: string): Promise<vscode.Uri> {
		const uri = await this.ownFile();
		this.tried = this.text + lines;
		for (let attempt = 0; attempt < mostAttempts; attempt++) {
			await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(this.tried));
			if ((await textOf(uri)) === this.tried) {
				this.text = this.tried;
				return uri;
			}
		}
		throw vscode.FileSystemError.Unavailable(uri);
	}

	private async ownFile(): Promise<vscode.Uri> {
		if (this.uri) {
			const found = await textOf(this.uri);
			if (found === this.text || found === this.tried) {
				return this.uri;
			}
		}
		this.uri = this.newUri();
		this.text = "";
		this.tried = "";
		return this.uri;
	}
}

/** The text of a file; empty where there is none. */
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
