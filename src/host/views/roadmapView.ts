import * as vscode from "vscode";
import type { Row } from "../../present/row.ts";
import type { Roadmap } from "../roadmap.ts";

/** The view "Roadmap" in the sidebar: shows rows as they come and knows nothing about what they mean. */
export class RoadmapView implements vscode.TreeDataProvider<Row>, vscode.Disposable {
	private readonly changed = new vscode.EventEmitter<void>();
	private readonly view: vscode.TreeView<Row>;
	private readonly following: vscode.Disposable;

	readonly onDidChangeTreeData = this.changed.event;

	constructor(private readonly roadmap: Roadmap) {
		this.view = vscode.window.createTreeView("waymark.roadmap", { treeDataProvider: this, showCollapseAll: true });
		this.following = roadmap.onDidChange(() => this.changed.fire());
	}

	async getChildren(row?: Row): Promise<Array<Row>> {
		if (row) {
			return [...(row.children?.() ?? [])];
		}
		const { rows, title } = await this.roadmap.shown();
		this.view.description = title;
		void vscode.commands.executeCommand("setContext", "waymark.hasPlan", rows.length > 0);
		return [...rows];
	}

	getTreeItem(row: Row): vscode.TreeItem {
		const item = new vscode.TreeItem(row.label, collapsibleState(row));
		item.id = row.id;
		item.accessibilityInformation = { label: row.accessibleName };
		if (row.description !== undefined) {
			item.description = row.description;
			// In a narrow sidebar the description is cut: pointing at the row shows all of it.
			item.tooltip = `${row.label}\n${row.description}`;
		}
		if (row.icon !== undefined) {
			item.iconPath = new vscode.ThemeIcon(row.icon, row.color ? new vscode.ThemeColor(row.color) : undefined);
		}
		if (row.range) {
			item.contextValue = "inPlan";
			if (!row.children) {
				item.command = { command: "waymark.openPlan", title: vscode.l10n.t("Open in Plan"), arguments: [row] };
			}
		}
		return item;
	}

	dispose(): void {
		vscode.Disposable.from(this.following, this.view, this.changed).dispose();
	}
}

function collapsibleState(row: Row): vscode.TreeItemCollapsibleState {
	if (row.open === undefined) {
		return vscode.TreeItemCollapsibleState.None;
	}
	return row.open ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed;
}
