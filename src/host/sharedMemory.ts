import * as vscode from "vscode";

/**
 * Remembers small things for all windows: a file for each, in the extension's own storage, so that two windows cannot lose
 * each other's as they can with `globalState`.
 */
export class SharedMemory {
	/** @param folder that of the extension's global storage */
	constructor(private readonly folder: vscode.Uri) {}

	/** What is remembered under a name; undefined where there is nothing. */
	async get(name: string): Promise<string | undefined> {
		try {
			return new TextDecoder().decode(await vscode.workspace.fs.readFile(this.file(name)));
		} catch {
			return undefined;
		}
	}

	/** Remembers a text under a name. */
	async set(name: string, text: string): Promise<void> {
		await vscode.workspace.fs.writeFile(this.file(name), new TextEncoder().encode(text));
	}

	private file(name: string): vscode.Uri {
		return vscode.Uri.joinPath(this.folder, `${encodeURIComponent(name)}.txt`);
	}
}
