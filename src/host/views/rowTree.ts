import * as vscode from "vscode";
import { looksAlike, type Row } from "../../present/row.ts";
import { tooltipMarkdown } from "../tooltipMarkdown.ts";

/** A row as VS Code knows it: the same object as long as the row keeps its id, whatever it shows. */
export interface RowNode {
	row: Row;
	readonly parent: RowNode | undefined;
	/** The nodes under it; undefined while nobody has asked. */
	children: ReadonlyArray<RowNode> | undefined;
	/** Whether `children` may be those of an earlier row, since nobody has asked for them again. */
	isStale: boolean;
}

/** Gives VS Code the rows of a view as it asks for them, and tells it of those that changed, and of no others. */
export class RowTree implements vscode.TreeDataProvider<RowNode>, vscode.Disposable {
	private readonly changed = new vscode.EventEmitter<Array<RowNode> | undefined>();
	private roots: ReadonlyArray<RowNode> | undefined;

	readonly onDidChangeTreeData = this.changed.event;

	/** @param load gives the rows at the top as they are now */
	constructor(private readonly load: () => Promise<ReadonlyArray<Row>>) {}

	/** Asks for the rows anew and shows what has changed. */
	async refresh(): Promise<void> {
		if (!this.roots) {
			return;
		}
		const rows = await this.load();
		const stale: Array<RowNode> = [];
		if (!this.update(this.roots, rows, stale)) {
			this.roots = nodesOf(rows, undefined, this.roots);
			this.changed.fire(undefined);
		} else if (stale.length > 0) {
			this.changed.fire(stale);
		}
	}

	async getChildren(node?: RowNode): Promise<Array<RowNode>> {
		if (node) {
			node.children = nodesOf(node.row.children?.() ?? [], node, node.children);
			node.isStale = false;
			return [...node.children];
		}
		this.roots = nodesOf(await this.load(), undefined, this.roots);
		return [...this.roots];
	}

	getParent({ parent }: RowNode): RowNode | undefined {
		return parent;
	}

	getTreeItem({ row }: RowNode): vscode.TreeItem {
		const item = new vscode.TreeItem(row.label, collapsibleState(row));
		item.id = row.id;
		item.accessibilityInformation = { label: row.accessibleName };
		// Words between spaces, so that a menu can ask for one of them.
		item.contextValue = ` ${row.can?.join(" ") ?? ""} `;
		if (row.description !== undefined) {
			item.description = row.description;
		}
		if (row.icon !== undefined) {
			item.iconPath = new vscode.ThemeIcon(row.icon, row.color ? new vscode.ThemeColor(row.color) : undefined);
		}
		if (row.ticked !== undefined) {
			const { Checked, Unchecked } = vscode.TreeItemCheckboxState;
			const state = row.ticked ? Checked : Unchecked;
			item.checkboxState = { state, accessibilityInformation: { label: row.accessibleName } };
		}
		if (row.command) {
			item.command = { command: row.command.id, title: "", arguments: [...row.command.args] };
		} else if (row.range && !row.children) {
			item.command = { command: "waymark.openPlan", title: vscode.l10n.t("Open in Plan"), arguments: [row] };
		}
		return item;
	}

	/** The tooltip, when somebody points at the row; without one all of a text that a narrow sidebar cuts. */
	resolveTreeItem(item: vscode.TreeItem, { row }: RowNode): vscode.TreeItem {
		item.tooltip = row.tooltip
			? tooltipMarkdown(row.tooltip())
			: [row.label, row.description].filter(Boolean).join("\n");
		return item;
	}

	/** The node of the row with an id, made with all above it; undefined where there is none. */
	async find(id: string): Promise<RowNode | undefined> {
		const search = async (nodes: ReadonlyArray<RowNode>): Promise<RowNode | undefined> => {
			for (const node of nodes) {
				const found = node.row.id === id ? node : await search(await this.under(node));
				if (found) {
					return found;
				}
			}
			return undefined;
		};
		return search(this.roots ?? (await this.getChildren()));
	}

	dispose(): void {
		this.changed.dispose();
	}

	private async under(node: RowNode): Promise<ReadonlyArray<RowNode>> {
		if (!node.row.children) {
			return [];
		}
		return node.children && !node.isStale ? node.children : this.getChildren(node);
	}

	/** Gives nodes their new rows and notes those that look different. False where others are there than before. */
	private update(nodes: ReadonlyArray<RowNode>, rows: ReadonlyArray<Row>, stale: Array<RowNode>): boolean {
		if (nodes.length !== rows.length || nodes.some(({ row }, index) => row.id !== rows[index]?.id)) {
			return false;
		}
		for (const [index, node] of nodes.entries()) {
			const before = node.row;
			node.row = rows[index] ?? before;
			const isAlike = looksAlike(before, node.row);
			const isSameBelow = !node.children || this.update(node.children, node.row.children?.() ?? [], stale);
			node.isStale ||= !isSameBelow;
			if (!isAlike || !isSameBelow) {
				stale.push(node);
			}
		}
		return true;
	}
}

function nodesOf(
	rows: ReadonlyArray<Row>,
	parent: RowNode | undefined,
	known: ReadonlyArray<RowNode> | undefined,
): ReadonlyArray<RowNode> {
	const before = new Map(known?.map((node) => [node.row.id, node]));
	return rows.map((row) => {
		const node = before.get(row.id);
		if (!node) {
			return { row, parent, children: undefined, isStale: false };
		}
		node.isStale = node.row !== row;
		node.row = row;
		return node;
	});
}

function collapsibleState({ open, children }: Row): vscode.TreeItemCollapsibleState {
	const { None, Expanded, Collapsed } = vscode.TreeItemCollapsibleState;
	return children ? (open ? Expanded : Collapsed) : None;
}
