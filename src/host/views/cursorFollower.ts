import * as vscode from "vscode";
import { getSetting } from "../core/config.ts";
import { detach } from "../core/detach.ts";
import type { RoadmapController } from "../roadmap/roadmapController.ts";
import type { PlanView } from "./planView.ts";

/** The delay after the last cursor movement, in ms. */
const restMs = 200;

/** Reveals the item at the cursor while the view is visible, unless the setting `waymark.revealInView` is off. */
export class CursorFollower implements vscode.Disposable {
	private readonly subscriptions: vscode.Disposable;
	private resting: ReturnType<typeof setTimeout> | undefined;

	constructor(
		private readonly roadmap: RoadmapController,
		private readonly view: PlanView,
	) {
		this.subscriptions = vscode.window.onDidChangeTextEditorSelection(
			({ textEditor: { document }, selections, kind }) => {
				// Without a kind the cursor was set by a command, such as by a click on the row.
				if (kind !== undefined && this.view.isVisible && document.languageId === "yaml" && getSetting("revealInView")) {
					clearTimeout(this.resting);
					const at = selections[0]?.active;
					this.resting = setTimeout(
						() => at && detach(this.follow(document, document.offsetAt(at)), roadmap.log),
						restMs,
					);
				}
			},
		);
	}

	dispose(): void {
		clearTimeout(this.resting);
		this.subscriptions.dispose();
	}

	private async follow(document: vscode.TextDocument, offset: number): Promise<void> {
		const session = await this.roadmap.current();
		const row = session?.planUri.toString() === document.uri.toString() ? await session.nodeIdAt(offset) : undefined;
		if (row !== undefined) {
			await this.view.reveal(row);
		}
	}
}
