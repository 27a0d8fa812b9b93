import * as vscode from "vscode";
import type { ViewId } from "../../present/viewOptions.ts";
import type { Roadmap } from "../roadmap.ts";
import { type RowNode, RowTree } from "./rowTree.ts";

/** A view of the sidebar: shows rows as they come and knows nothing about what they mean. */
export class PlanView implements vscode.Disposable {
	private readonly tree: RowTree;
	private readonly view: vscode.TreeView<RowNode>;
	private readonly following: vscode.Disposable;
	private isStale = false;

	constructor(
		private readonly id: ViewId,
		private readonly roadmap: Roadmap,
	) {
		this.tree = new RowTree(() => this.load());
		this.view = vscode.window.createTreeView(`waymark.${id}`, {
			treeDataProvider: this.tree,
			showCollapseAll: id === "roadmap" || id === "signals",
			manageCheckboxStateManually: true,
		});
		this.following = vscode.Disposable.from(
			roadmap.onDidChange(() => this.refresh()),
			// Nothing is worked out for a view that nobody sees; what it missed it makes up for when it is shown.
			this.view.onDidChangeVisibility(({ visible }) => visible && this.isStale && this.refresh()),
			this.view.onDidChangeCheckboxState(({ items }) => {
				for (const [{ row }, state] of items) {
					const done = state === vscode.TreeItemCheckboxState.Checked;
					void vscode.commands.executeCommand("waymark.logProgress", { on: row.target, set: done });
				}
			}),
		);
	}

	get isVisible(): boolean {
		return this.view.visible;
	}

	/** What stands on the icon in the activity bar. */
	setBadge(badge: vscode.ViewBadge | undefined): void {
		if (badge?.value !== this.view.badge?.value) {
			this.view.badge = badge;
		}
	}

	/** Selects the row with an id and brings it into sight; nothing where there is none. */
	async reveal(id: string): Promise<void> {
		const node = await this.tree.find(id);
		if (node && this.view.selection[0] !== node) {
			await this.view.reveal(node, { select: true, focus: false, expand: false });
		}
	}

	dispose(): void {
		vscode.Disposable.from(this.following, this.view, this.tree).dispose();
	}

	private async refresh(): Promise<void> {
		this.isStale = !this.view.visible;
		if (this.view.visible) {
			await this.tree.refresh();
		}
	}

	private async load() {
		const { rows, description, message } = await this.roadmap.view(this.id);
		// VS Code takes undefined for none, though its types do not say so. To delete them would be for ever: they are setters.
		const view: { description?: string | undefined; message?: string | undefined } = this.view;
		if (view.description !== description) {
			view.description = description;
		}
		if (view.message !== message) {
			view.message = message;
		}
		return rows;
	}
}
