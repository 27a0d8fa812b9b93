import * as vscode from "vscode";

/** The journal beside a plan: every file that matches `<stem>.log*.jsonl`, conflict copies of sync tools included. */
export class JournalFiles implements vscode.Disposable {
	private readonly folder: vscode.Uri;
	private readonly stem: string;
	private readonly watcher: vscode.FileSystemWatcher;
	private readonly following: ReadonlyArray<vscode.Disposable>;

	/** @param onChange called when a file of the journal came, went or changed */
	constructor(plan: vscode.Uri, onChange: () => void) {
		this.folder = vscode.Uri.joinPath(plan, "..");
		this.stem = plan.path.slice(plan.path.lastIndexOf("/") + 1).replace(/\.ya?ml$/, "");
		this.watcher = vscode.workspace.createFileSystemWatcher(
			new vscode.RelativePattern(this.folder, `${this.stem}.log*.jsonl`),
		);
		this.following = [
			this.watcher.onDidChange(onChange),
			this.watcher.onDidCreate(onChange),
			this.watcher.onDidDelete(onChange),
		];
	}

	/** The texts of all files, each with its name. A file that cannot be read comes with the error instead. */
	async read(): Promise<ReadonlyArray<{ readonly name: string; readonly text: string; readonly error?: unknown }>> {
		const beside = await vscode.workspace.fs.readDirectory(this.folder);
		const names = beside
			.filter(([name, type]) => this.isJournal(name) && (type & vscode.FileType.Directory) === 0)
			.map(([name]) => name)
			.sort();
		return Promise.all(
			names.map(async (name) => {
				try {
					const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(this.folder, name));
					return { name, text: new TextDecoder().decode(bytes) };
				} catch (error) {
					return { name, text: "", error };
				}
			}),
		);
	}

	dispose(): void {
		vscode.Disposable.from(this.watcher, ...this.following).dispose();
	}

	private isJournal(name: string): boolean {
		return name.startsWith(`${this.stem}.log`) && name.endsWith(".jsonl");
	}
}
