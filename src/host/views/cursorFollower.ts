import * as vscode from "vscode";
import type { Roadmap } from "../roadmap.ts";
import type { PlanView } from "./planView.ts";

/** How long the cursor has to rest before the row is looked for, in ms. */
const restMs = 200;

/** Selects the row of what the cursor is at in the plan, while the view is open and the setting `waymark.revealInView` says so. */
export class CursorFollower implements vscode.Disposable {
	private readonly following: vscode.Disposable;
	private resting: ReturnType<typeof setTimeout> | undefined;

	constructor(
		private readonly roadmap: Roadmap,
		private readonly view: PlanView,
	) {
		this.following = vscode.window.onDidChangeTextEditorSelection(({ textEditor: { document }, selections, kind }) => {
			// Without a kind the cursor was set by a command, such as by a click on the row.
			if (kind !== undefined && this.view.isVisible && document.languageId === "yaml" && isWanted()) {
				clearTimeout(this.resting);
				const at = selections[0]?.active;
				this.resting = setTimeout(() => at && this.follow(document, document.offsetAt(at)), restMs);
			}
		});
	}

	dispose(): void {
		clearTimeout(this.resting);
		this.following.dispose();
	}

	private async follow(document: vscode.TextDocument, offset: number): Promise<void> {
		const session = await this.roadmap.current();
		const row = session?.planUri.toString() === document.uri.toString() ? await session.rowAt(offset) : undefined;
		if (row !== undefined) {
			await this.view.reveal(row);
		}
	}
}

function isWanted(): boolean {
	return vscode.workspace.getConfiguration("waymark").get("revealInView") === true;
}
