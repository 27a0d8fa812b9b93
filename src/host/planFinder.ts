import * as vscode from "vscode";
import { literalGlob } from "./literalGlob.ts";

/** The names a plan may have in the root of a workspace folder; the first that is there wins. */
export const planNames = ["roadmap.yaml", "roadmap.yml"] as const;

const chosenKey = "waymark.chosenPlan";

/** The plans that there are. */
export interface Plans {
	readonly all: ReadonlyArray<vscode.Uri>;
	/** The one in use; undefined where there is none at all. */
	readonly active: vscode.Uri | undefined;
}

/**
 * Finds the plans: those in the roots of the workspace folders and the one of the setting `waymark.plan`. Notices when one
 * comes or goes. It asks for names and never searches.
 */
export class PlanFinder implements vscode.Disposable {
	private readonly changed = new vscode.EventEmitter<void>();
	private readonly following: vscode.Disposable;
	private watchers: ReadonlyArray<vscode.Disposable> | undefined;

	/** Fires when a plan may have come or gone, or another one was chosen. */
	readonly onDidChange = this.changed.event;

	/** @param memory remembers the choice for this workspace */
	constructor(private readonly memory: vscode.Memento) {
		const anew = () => {
			this.unwatch();
			this.changed.fire();
		};
		this.following = vscode.Disposable.from(
			vscode.workspace.onDidChangeWorkspaceFolders(anew),
			vscode.workspace.onDidChangeConfiguration((event) => event.affectsConfiguration("waymark.plan") && anew()),
		);
	}

	/** The plans, those of the folders first. A folder with the name of a plan counts: its reader says what is wrong. */
	async find(): Promise<Plans> {
		this.watchers ??= this.watch();
		const all: Array<vscode.Uri> = [];
		for (const folder of vscode.workspace.workspaceFolders ?? []) {
			for (const name of planNames) {
				const uri = vscode.Uri.joinPath(folder.uri, name);
				if (await exists(uri)) {
					all.push(uri);
					break;
				}
			}
		}
		const own = planOfSetting();
		if (own && !all.some((plan) => plan.toString() === own.toString())) {
			all.push(own);
		}
		const chosen = this.memory.get(chosenKey);
		return { all, active: all.find((plan) => plan.toString() === chosen) ?? all[0] };
	}

	/** Uses another plan from now on, also after a restart. */
	async choose(plan: vscode.Uri): Promise<void> {
		await this.memory.update(chosenKey, plan.toString());
		this.changed.fire();
	}

	dispose(): void {
		this.unwatch();
		vscode.Disposable.from(this.changed, this.following).dispose();
	}

	private unwatch(): void {
		vscode.Disposable.from(...(this.watchers ?? [])).dispose();
		this.watchers = undefined;
	}

	private watch(): ReadonlyArray<vscode.Disposable> {
		const own = planOfSetting();
		const patterns = (vscode.workspace.workspaceFolders ?? []).map(
			(folder) => new vscode.RelativePattern(folder, `{${planNames.join(",")}}`),
		);
		if (own) {
			patterns.push(new vscode.RelativePattern(vscode.Uri.joinPath(own, ".."), literalGlob(nameOf(own))));
		}
		return patterns.flatMap((pattern) => {
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

/** The name of a file without its folder. */
export function nameOf(file: vscode.Uri): string {
	return file.path.slice(file.path.lastIndexOf("/") + 1);
}

/** The name of a plan without its extension: that of its journal begins with it. */
export function planStem(plan: vscode.Uri): string {
	return nameOf(plan).replace(/\.ya?ml$/i, "");
}

/** The plan that follows the person into every window: a path, from `~` on or absolute, or a URI. */
function planOfSetting(): vscode.Uri | undefined {
	const setting = vscode.workspace.getConfiguration("waymark").get("plan");
	const written = typeof setting === "string" ? setting.trim() : "";
	if (/^[a-z][\w+.-]+:\/\//i.test(written)) {
		return parsedUri(written);
	}
	if (!/^~[\\/]/.test(written)) {
		return /^([\\/]|[a-z]:[\\/])/i.test(written) ? vscode.Uri.file(written) : undefined;
	}
	// In the browser there is neither a process nor a home.
	const { HOME, USERPROFILE } = globalThis.process?.env ?? {};
	const home = HOME ?? USERPROFILE;
	return home === undefined ? undefined : vscode.Uri.joinPath(vscode.Uri.file(home), written.slice(2));
}

function parsedUri(written: string): vscode.Uri | undefined {
	try {
		return vscode.Uri.parse(written);
	} catch {
		return undefined;
	}
}
