import * as vscode from "vscode";
import { isSameRow, type Row, type TooltipPart } from "../../viewmodel/rows/row.ts";

/** A tree node: the same object as long as the row keeps its ID. */
export interface RowNode {
	row: Row;
	readonly parent: RowNode | undefined;
	/** The child nodes; undefined until requested. */
	children: ReadonlyArray<RowNode> | undefined;
	/** Whether `children` may be outdated, because they were not requested since. */
	isStale: boolean;
}

/** Provides the rows of a view, and notifies VS Code only about rows that changed. */
export class RowTree implements vscode.TreeDataProvider<RowNode>, vscode.Disposable {
	private readonly changed = new vscode.EventEmitter<Array<RowNode> | undefined>();
	private roots: ReadonlyArray<RowNode> | undefined;

	readonly onDidChangeTreeData = this.changed.event;

	/**
	 * @param load returns the current top-level rows
	 * @param writeTooltip writes a tooltip as Markdown; not needed at startup
	 */
	constructor(
		private readonly load: () => Promise<ReadonlyArray<Row>>,
		private readonly writeTooltip: (parts: ReadonlyArray<TooltipPart>) => Promise<vscode.MarkdownString>,
	) {}

	/** Loads the rows again and shows changes. */
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
		// Space-separated words, so that menus can match one of them.
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

	/** The tooltip, resolved on hover; falls back to the untruncated label. */
	async resolveTreeItem(item: vscode.TreeItem, { row }: RowNode): Promise<vscode.TreeItem> {
		item.tooltip = row.tooltip
			? await this.writeTooltip(row.tooltip())
			: [row.label, row.description].filter(Boolean).join("\n");
		return item;
	}

	/** Shows a row again, also if it looks as before. */
	redraw(node: RowNode): void {
		this.changed.fire([node]);
	}

	/** The node of the row with an ID, created with its parents; undefined if there is none. */
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

	/**
	 * Assigns new rows to nodes and collects those that look different. Returns false if nodes were added or removed.
	 */
	private update(nodes: ReadonlyArray<RowNode>, rows: ReadonlyArray<Row>, stale: Array<RowNode>): boolean {
		if (nodes.length !== rows.length || nodes.some(({ row }, index) => row.id !== rows[index]?.id)) {
			return false;
		}
		for (const [index, node] of nodes.entries()) {
			const before = node.row;
			node.row = rows[index] ?? before;
			const isAlike = isSameRow(before, node.row);
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
	const folded = open ? Expanded : Collapsed;
	return children ? folded : None;
}
