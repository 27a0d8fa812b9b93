import * as vscode from "vscode";
import type { RowNode } from "./rowTree.ts";

/** The type of what is dragged within the Roadmap view. */
const mime = "application/vnd.code.tree.waymark.roadmap";

/** Moves the items that are dragged onto other rows of the view, as Move to... does. */
export const rowDrag: vscode.TreeDragAndDropController<RowNode> = {
	dragMimeTypes: [],
	dropMimeTypes: [mime],
	handleDrag([node], transfer) {
		if (node?.row.can?.includes("move")) {
			transfer.set(mime, new vscode.DataTransferItem(node.row));
		}
	},
	async handleDrop(onto, transfer) {
		const row = transfer.get(mime)?.value;
		if (row && onto) {
			await vscode.commands.executeCommand("waymark.move", { row, onto: onto.row });
		}
	},
};
