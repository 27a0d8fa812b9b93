import * as vscode from "vscode";
import type { Row } from "../../../viewmodel/rows/row.ts";

/**
 * The row that has the focus in the Roadmap view. VS Code only tells which row is selected, which isn't the same while
 * moving with the arrow keys, so the selection is toggled at the focus and put back.
 *
 * @param selectedRows the selected rows of the view
 */
export async function focusedRow(selectedRows: () => ReadonlyArray<Row>): Promise<Row | undefined> {
	const before = selectedRows();
	await vscode.commands.executeCommand("list.toggleSelection");
	const after = selectedRows();
	const added = after.find((row) => !before.some(({ id }) => id === row.id));
	const removed = before.find((row) => !after.some(({ id }) => id === row.id));
	await vscode.commands.executeCommand("list.toggleSelection");
	return added ?? removed;
}
