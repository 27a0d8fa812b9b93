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

	/** Remembers a text under a name: all of it or, where the process dies on the way, what was remembered before. */
	async set(name: string, text: string): Promise<void> {
		const file = this.file(name);
		const fresh = file.with({ path: `${file.path}.${crypto.randomUUID()}` });
		await vscode.workspace.fs.writeFile(fresh, new TextEncoder().encode(text));
		await vscode.workspace.fs.rename(fresh, file, { overwrite: true });
	}

	/** Forgets what is remembered under a name. */
	async delete(name: string): Promise<void> {
		try {
			await vscode.workspace.fs.delete(this.file(name));
		} catch {
			// There was nothing.
		}
	}

	private file(name: string): vscode.Uri {
		return vscode.Uri.joinPath(this.folder, `${encodeURIComponent(name)}.txt`);
	}
}
