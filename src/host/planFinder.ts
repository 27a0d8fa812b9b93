import * as vscode from "vscode";

/** The names a plan may have in the root of a workspace folder; the first that is there wins. */
export const planNames = ["roadmap.yaml", "roadmap.yml"] as const;

/** Finds the plan of the workspace and notices when one comes or goes. It asks for two names and never searches. */
export class PlanFinder implements vscode.Disposable {
	private readonly changed = new vscode.EventEmitter<void>();
	private readonly folders: vscode.Disposable;
	private watchers: ReadonlyArray<vscode.Disposable> | undefined;

	/** Fires when a plan may have come or gone. */
	readonly onDidChange = this.changed.event;

	constructor() {
		this.folders = vscode.workspace.onDidChangeWorkspaceFolders(() => {
			this.unwatch();
			this.changed.fire();
		});
	}

	/** The plan of the first workspace folder that has one. A folder of that name counts: its reader says what is wrong. */
	async find(): Promise<vscode.Uri | undefined> {
		this.watchers ??= this.watch();
		for (const folder of vscode.workspace.workspaceFolders ?? []) {
			for (const name of planNames) {
				const uri = vscode.Uri.joinPath(folder.uri, name);
				if (await exists(uri)) {
					return uri;
				}
			}
		}
		return undefined;
	}

	dispose(): void {
		this.unwatch();
		vscode.Disposable.from(this.changed, this.folders).dispose();
	}

	private unwatch(): void {
		vscode.Disposable.from(...(this.watchers ?? [])).dispose();
		this.watchers = undefined;
	}

	private watch(): ReadonlyArray<vscode.Disposable> {
		return (vscode.workspace.workspaceFolders ?? []).flatMap((folder) => {
			const pattern = new vscode.RelativePattern(folder, `{${planNames.join(",")}}`);
			const watcher = vscode.workspace.createFileSystemWatcher(pattern, false, true, false);
			return [watcher, watcher.onDidCreate(() => this.changed.fire()), watcher.onDidDelete(() => this.changed.fire())];
		});
	}
}

/** Whether there is anything of that name. What may not be looked at is there as well: its reader says why it cannot be read. */
export async function exists(uri: vscode.Uri): Promise<boolean> {
	try {
		await vscode.workspace.fs.stat(uri);
		return true;
	} catch (error) {
		return error instanceof vscode.FileSystemError && error.code === "NoPermissions";
	}
}
