import * as vscode from "vscode";
import type { Row } from "../../viewmodel/rows/row.ts";
import type { ViewId } from "../../viewmodel/rows/viewOptions.ts";
import { detach } from "../core/detach.ts";
import type { RoadmapController } from "../roadmap/roadmapController.ts";
import { rowDrag } from "./rowDrag.ts";
import { type RowNode, RowTree } from "./rowTree.ts";

/** A tree view: shows rows without knowing their meaning. */
export class PlanView implements vscode.Disposable {
	private readonly tree: RowTree;
	private readonly view: vscode.TreeView<RowNode>;
	private readonly subscriptions: vscode.Disposable;
	private isStale = false;

	constructor(
		private readonly id: ViewId,
		private readonly roadmap: RoadmapController,
	) {
		this.tree = new RowTree(
			() => this.load(),
			async (parts) => (await roadmap.load()).tooltipMarkdown(parts),
		);
		this.view = vscode.window.createTreeView(`waymark.${id}`, {
			treeDataProvider: this.tree,
			showCollapseAll: id === "roadmap" || id === "signals",
			manageCheckboxStateManually: true,
			...(id === "roadmap" ? { dragAndDropController: rowDrag } : {}),
		});
		this.subscriptions = vscode.Disposable.from(
			roadmap.onDidChange(() => detach(this.refresh(), roadmap.log)),
			// Hidden views are not updated until they are shown.
			this.view.onDidChangeVisibility(({ visible }) => visible && this.isStale && detach(this.refresh(), roadmap.log)),
			this.view.onDidChangeCheckboxState(({ items }) => {
				for (const [node, state] of items) {
					const done = state === vscode.TreeItemCheckboxState.Checked;
					const change = node.row.tick === "add" ? { add: done ? 1 : -1 } : { set: done };
					// VS Code has changed the check box already; it keeps that only once the entry is saved.
					this.tree.redraw(node);
					detach(vscode.commands.executeCommand("waymark.logProgress", { on: node.row.target, ...change }));
				}
			}),
		);
	}

	get isVisible(): boolean {
		return this.view.visible;
	}

	get selectedRows(): ReadonlyArray<Row> {
		return this.view.selection.map(({ row }) => row);
	}

	/** The badge on the icon in the activity bar. */
	setBadge(badge: vscode.ViewBadge | undefined): void {
		if (badge?.value !== this.view.badge?.value) {
			this.view.badge = badge;
		}
	}

	/** Reveals and selects the row with an ID; does nothing if there is none. */
	async reveal(id: string): Promise<void> {
		const node = await this.tree.find(id);
		if (node && this.view.selection[0] !== node) {
			await this.view.reveal(node, { select: true, focus: false, expand: false });
		}
	}

	dispose(): void {
		vscode.Disposable.from(this.subscriptions, this.view, this.tree).dispose();
	}

	private async refresh(): Promise<void> {
		this.isStale = !this.view.visible;
		if (this.view.visible) {
			await this.tree.refresh();
		}
	}

	private async load() {
		const { rows, title, description, message } = await this.roadmap.view(this.id);
		// undefined clears them, although the types do not allow it. Never `delete`: they are accessor properties.
		if (title !== undefined && this.view.title !== title) {
			this.view.title = title;
		}
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
