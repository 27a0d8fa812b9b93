import * as vscode from "vscode";
import type { Roadmap } from "../roadmap.ts";
import type { PlanView } from "./planView.ts";

/** Shows on the icon in the activity bar how much is overdue, and nothing else; the setting `waymark.badge` switches it off. */
export class OverdueBadge implements vscode.Disposable {
	private readonly following: vscode.Disposable;

	constructor(
		private readonly roadmap: Roadmap,
		private readonly view: PlanView,
	) {
		this.following = roadmap.onDidChange(() => this.show());
		void this.show();
	}

	dispose(): void {
		this.following.dispose();
	}

	private async show(): Promise<void> {
		const isWanted = vscode.workspace.getConfiguration("waymark").get("badge") === true;
		const session = isWanted ? await this.roadmap.current() : undefined;
		this.view.setBadge(await session?.badge());
	}
}
