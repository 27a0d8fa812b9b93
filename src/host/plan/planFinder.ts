import * as vscode from "vscode";
import { escapeGlob } from "../../util/escapeGlob.ts";
import { affectsSetting, getSetting } from "../core/config.ts";
import { fileExists, fileName, planIn, planNames } from "../core/planFileName.ts";

const chosenKey = "waymark.chosenPlan";

/** The available plans. */
export interface FoundPlans {
	readonly all: ReadonlyArray<vscode.Uri>;
	/** The current plan; undefined if there is none. */
	readonly active: vscode.Uri | undefined;
	/** A workspace folder with a journal but without its plan, which was probably renamed or deleted. */
	readonly deserted?: vscode.Uri;
}

/**
 * Finds plans in the roots of the workspace folders and in the setting `waymark.plan`, and detects new and deleted
 * ones. Checks fixed names and never searches.
 */
export class PlanFinder implements vscode.Disposable {
	private readonly changed = new vscode.EventEmitter<void>();
	private readonly subscriptions: vscode.Disposable;
	private watchers: ReadonlyArray<vscode.Disposable> | undefined;

	/** Fires when a plan may have been added or removed, or another one was chosen. */
	readonly onDidChange = this.changed.event;

	/** @param state remembers the choice for this workspace */
	constructor(private readonly state: vscode.Memento) {
		const search = () => {
			this.unwatch();
			this.changed.fire();
		};
		this.subscriptions = vscode.Disposable.from(
			vscode.workspace.onDidChangeWorkspaceFolders(search),
			vscode.workspace.onDidChangeConfiguration((event) => affectsSetting(event, "plan") && search()),
		);
	}

	/** All plans, workspace folders first. A folder with the name of a plan counts: reading it reports the error. */
	async find(): Promise<FoundPlans> {
		this.watchers ??= this.watch();
		const all: Array<vscode.Uri> = [];
		let deserted: vscode.Uri | undefined;
		for (const folder of vscode.workspace.workspaceFolders ?? []) {
			const plan = await planIn(folder.uri);
			if (plan) {
				all.push(plan);
			} else if (!deserted && (await fileExists(vscode.Uri.joinPath(folder.uri, "roadmap.log.jsonl")))) {
				deserted = folder.uri;
			}
		}
		const own = planOfSetting();
		if (own && !all.some((plan) => plan.toString() === own.toString())) {
			all.push(own);
		}
		const chosen = this.state.get(chosenKey);
		return { all, active: all.find((plan) => plan.toString() === chosen) ?? all[0], ...(deserted ? { deserted } : {}) };
	}

	/** Switches to another plan, also after a restart. */
	async choose(plan: vscode.Uri): Promise<void> {
		await this.state.update(chosenKey, plan.toString());
		this.changed.fire();
	}

	dispose(): void {
		this.unwatch();
		vscode.Disposable.from(this.changed, this.subscriptions).dispose();
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
			patterns.push(new vscode.RelativePattern(vscode.Uri.joinPath(own, ".."), escapeGlob(fileName(own))));
		}
		return patterns.flatMap((pattern) => {
			const watcher = vscode.workspace.createFileSystemWatcher(pattern, false, true, false);
			return [watcher, watcher.onDidCreate(() => this.changed.fire()), watcher.onDidDelete(() => this.changed.fire())];
		});
	}
}

/** The plan for every window: an absolute path, one starting with `~`, or a URI. */
function planOfSetting(): vscode.Uri | undefined {
	const written = getSetting("plan").trim();
	if (/^[a-z][\w+.-]+:\/\//i.test(written)) {
		return parsedUri(written);
	}
	if (!/^~[\\/]/.test(written)) {
		return /^([\\/]|[a-z]:[\\/])/i.test(written) ? vscode.Uri.file(written) : undefined;
	}
	// In the browser there is no process and no home folder.
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
