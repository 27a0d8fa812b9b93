import * as vscode from "vscode";
import { requireItem } from "../logging/requireTarget.ts";
import type { CommandContext } from "../roadmap/commandContext.ts";

/**
 * Opens the history of an item as a page: its entries, their evidence, and the changes of the plan.
 *
 * @param given a row, or `{on}`; without it, the user is prompted for the item
 */
export async function showHistory(context: CommandContext, given?: unknown): Promise<void> {
	const id = await requireItem(context, given, vscode.l10n.t("Show History"));
	if (id !== undefined) {
		await (await context.roadmap.history())?.open(id);
	}
}
