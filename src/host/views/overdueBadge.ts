import type * as vscode from "vscode";
import { getSetting } from "../core/config.ts";
import { detach } from "../core/detach.ts";
import type { RoadmapController } from "../roadmap/roadmapController.ts";
import type { PlanView } from "./planView.ts";

/** Shows the number of overdue items on the icon in the activity bar, unless the setting `waymark.badge` is off. */
export class OverdueBadge implements vscode.Disposable {
	private readonly subscriptions: vscode.Disposable;

	constructor(
		private readonly roadmap: RoadmapController,
		private readonly view: PlanView,
	) {
		this.subscriptions = roadmap.onDidChange(() => detach(this.show(), roadmap.log));
		detach(this.show(), roadmap.log);
	}

	dispose(): void {
		this.subscriptions.dispose();
	}

	private async show(): Promise<void> {
		const session = getSetting("badge") ? await this.roadmap.current() : undefined;
		this.view.setBadge(await session?.badge());
	}
}
