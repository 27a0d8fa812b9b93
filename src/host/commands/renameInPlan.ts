import * as vscode from "vscode";
import { applyPlanEdit } from "../logging/planEdit/applyPlanEdit.ts";
import { planNodeOf } from "../logging/planEdit/planNodeOf.ts";
import { promptText } from "../logging/planEdit/promptText.ts";
import { requireSource } from "../logging/requireSource.ts";
import type { CommandContext } from "../roadmap/commandContext.ts";

/**
 * Gives an item, phase, track, stage, commitment, or review another title. Its ID stays, and with it what was logged.
 *
 * @param given a row, `{on}` with an ID, or `{focused: true}` for the focused row of the Roadmap view; otherwise the user chooses
 */
export async function renameInPlan(context: CommandContext, given?: unknown): Promise<void> {
	const found = await requireSource(context);
	if (!found) {
		return;
	}
	const { session, source } = found;
	const { phases, tracks, items, commitments, checkpoints } = source.plan;
	const stages = tracks.flatMap((track) => track.stages);
	const nodes = [...items, ...phases, ...tracks, ...stages, ...commitments, ...checkpoints];
	const node = await planNodeOf(context.selectedRows, given, nodes, { source, title: vscode.l10n.t("Rename") });
	if (!node) {
		return;
	}
	const draft = await session.promptDraft("rename");
	const title = await promptText({
		title: vscode.l10n.t("Rename"),
		prompt: vscode.l10n.t("The new title. What was logged stays with it."),
		value: source.formatter.title(node),
		placeholder: vscode.l10n.t("Title"),
		problemOf: (text) => (text === "" ? vscode.l10n.t("Enter a title.") : undefined),
		draft: draft.field(node.id),
	});
	const isNew = title !== undefined && title !== node.title;
	if (isNew && (await applyPlanEdit(session, source, { kind: "rename", node, title }))) {
		draft.clear();
	}
}
