import * as vscode from "vscode";
import { movedReviews } from "../../logging/movedReviews.ts";
import { datedNodes, movedDates, type PlanChange, planChangeEntry } from "../../logging/planChange.ts";
import { movesText } from "../../viewmodel/text/planChangeText.ts";
import type { ViewSource } from "../../viewmodel/text/viewSource.ts";
import { changePlan } from "../logging/changePlan.ts";
import { commandArguments, textArgument } from "../logging/commandArguments.ts";
import { offerUndo } from "../logging/offerUndo.ts";
import { applyItem, movedItem } from "../logging/planEdit/movedPreview.ts";
import { previewSlip } from "../logging/planEdit/previewSlip.ts";
import { preparePlanChange } from "../logging/preparePlanChange.ts";
import { promptPlanChange, promptReason, promptWhen } from "../logging/prompts/promptPlanChange.ts";
import { requireSource } from "../logging/requireSource.ts";
import type { CommandContext } from "../roadmap/commandContext.ts";
import type { PlanSession } from "../session/planSession.ts";
import { pickStep } from "../ui/quickInput.ts";

/**
 * Changes dates or goals of the plan, with a reason, after a preview of all dates that move. The journal records the
 * change, and one Undo reverts both.
 *
 * @param given a row, or `{on}`, to change that item, with `when` or `goal` to fill in; `{dated}` with an ID as in
 * `datedNodes`, to change the dates of a phase or stage as well; without it, the user is prompted for the item
 */
export async function replan(context: CommandContext, given?: unknown): Promise<void> {
	const found = await requireSource(context);
	if (!found) {
		return;
	}
	const { session, source } = found;
	const wanted = commandArguments(given);
	const draft = await session.promptDraft("replan");
	const on = textArgument(wanted, "on");
	const item = on === undefined ? undefined : source.snapshot.items.get(source.aliases.idOf(on) ?? "");
	const [when, goal] = [textArgument(wanted, "when"), textArgument(wanted, "goal")];
	const dated = new Map(datedNodes(source.plan)).get(textArgument(wanted, "dated") ?? "");
	const change = dated
		? await promptWhen(draft, source, dated, when)
		: await promptPlanChange(draft, source, { item, when, goal });
	const why = change && (await promptReason(draft));
	if (!change || why === undefined) {
		return;
	}
	const isChanged =
		change.kind === "slip"
			? await previewSlip(session, source, change, why)
			: await previewAndApply(session, source, change, why);
	if (isChanged) {
		draft.clear();
	}
}

async function previewAndApply(
	session: PlanSession,
	source: ViewSource,
	change: PlanChange,
	why: string,
): Promise<boolean> {
	const { plan, formatter } = source;
	const prepared = await preparePlanChange(session, change, why);
	if (!prepared) {
		return false;
	}
	const { swap, planned } = prepared;
	const moved = [...movedDates(plan, planned), ...movedReviews(plan, planned, source.today)];
	const items = [applyItem(moved), ...moved.map((each) => movedItem(each, source))];
	const placeholder = vscode.l10n.t("Press Enter to change the plan or Escape to cancel");
	const chosen = await pickStep<vscode.QuickPickItem>({ title: vscode.l10n.t("What would move"), placeholder, items });
	const isChanged = chosen !== undefined && (await changePlan(session, swap, [planChangeEntry(plan, change, why)]));
	if (isChanged) {
		const what = "node" in change && change.node ? formatter.title(change.node) : movesText(moved.length);
		offerUndo(vscode.l10n.t("Replanned: {0}", what));
	}
	return isChanged;
}
