import * as vscode from "vscode";
import { EditRecord } from "../../logging/evidence/editRecord.ts";
import { affectsSetting, getSetting } from "../core/config.ts";

/** What an {@link EditWatcher} needs. */
interface EditWatcherParts {
	/** ms since 1970. */
	readonly now: () => number;
	/** Whether a timer runs: what is edited meanwhile is part of its time. */
	readonly isTimerRunning: () => boolean;
	/** Called when another sitting has become long enough, or has ended. */
	readonly onChange: () => void;
}

/** Records which files are edited when, in the repositories that the user chose; without one, it does nothing. */
export class EditWatcher implements vscode.Disposable {
	/** What is edited while no timer runs. */
	readonly free = new EditRecord();
	/** All edits. */
	readonly all = new EditRecord();
	private chosen = getSetting("evidence.repositories");
	private shown = 0;
	private readonly subscriptions: vscode.Disposable;

	constructor(private readonly parts: EditWatcherParts) {
		this.subscriptions = vscode.Disposable.from(
			vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
				if (this.chosen.length > 0 && contentChanges.length > 0) this.note(document.uri);
			}),
			vscode.workspace.onDidChangeConfiguration((event) => {
				if (affectsSetting(event, "evidence.repositories")) this.chosen = getSetting("evidence.repositories");
			}),
		);
	}

	dispose(): void {
		this.subscriptions.dispose();
	}

	private note(uri: vscode.Uri): void {
		const path = uri.scheme === "file" ? uri.fsPath : uri.toString();
		// Of repositories within another one, the innermost.
		const folder = this.chosen
			.filter((each) => path.startsWith(each) && /^[\\/]/.test(path.slice(each.length)))
			.sort((a, b) => b.length - a.length)[0];
		if (folder === undefined) return;
		const file = path.slice(folder.length + 1).replaceAll("\\", "/");
		if (file.startsWith(".git/")) return;
		const repository = folder.split(/[\\/]/).findLast((part) => part !== "") ?? folder;
		const now = this.parts.now();
		this.all.add(repository, file, now);
		if (this.parts.isTimerRunning()) return;
		this.free.add(repository, file, now);
		const count = this.free.sittings().length;
		if (count !== this.shown) this.parts.onChange();
		this.shown = count;
	}
}
