import * as vscode from "vscode";
import { requireItem } from "../logging/requireTarget.ts";
import type { CommandContext } from "../roadmap/commandContext.ts";
import { logProgress } from "./logProgress.ts";

/**
 * Logs that an item is not done after all.
 *
 * @param given a row, or `{on}`, the ID of an item; prompted for if missing
 */
export async function markNotDone(context: CommandContext, given?: unknown): Promise<void> {
	const on = await requireItem(context, given, vscode.l10n.t("Mark Not Done"));
	if (on !== undefined) {
		await logProgress(context, { on, set: false });
	}
}
