import * as vscode from "vscode";
import { movedDates } from "../../../logging/planChange.ts";
import { type PlanEdit, planEditEdits, planEditEntry } from "../../../logging/planEdit.ts";
import type { ViewSource } from "../../../viewmodel/text/viewSource.ts";
import type { PlanSession } from "../../session/planSession.ts";
import { pickStep } from "../../ui/quickInput.ts";
import { changePlan } from "../changePlan.ts";
import { offerUndo } from "../offerUndo.ts";
import { preparePlanEdit } from "../preparePlanChange.ts";
import { applyItem, movedItem } from "./movedPreview.ts";

/**
 * Edits the plan and records it in the journal, as one step to undo. If dates move, the user sees them first.
 *
 * @returns whether it was done
 */
export async function applyPlanEdit(session: PlanSession, source: ViewSource, edit: PlanEdit): Promise<boolean> {
	const prepared = await preparePlanEdit(session, (text) => planEditEdits(text, edit));
	if (!prepared) {
		return false;
	}
	const { swap, planned } = prepared;
	if (edit.kind === "move") {
		const moved = movedDates(source.plan, planned);
		const items = [applyItem(moved), ...moved.map((each) => movedItem(each, source))];
		const placeholder = vscode.l10n.t("Press Enter to change the plan or Escape to cancel");
		if (moved.length > 0 && !(await pickStep({ title: vscode.l10n.t("What would move"), placeholder, items }))) {
			return false;
		}
	}
	const isDone = await changePlan(session, swap, [planEditEntry(edit, planned)]);
	if (isDone) {
		offerUndo(doneText(edit, source));
	}
	return isDone;
}

function doneText(edit: PlanEdit, { formatter }: ViewSource): string {
	switch (edit.kind) {
		case "add":
			return vscode.l10n.t("Added: {0}", formatter.plain(edit.node.title));
		case "rename":
			return vscode.l10n.t("Renamed: {0}", formatter.plain(edit.title));
		case "move":
			return vscode.l10n.t("Moved to {0}: {1}", formatter.plain(edit.now), formatter.title(edit.node));
		case "evidence":
			return vscode.l10n.t("Commits to {0} now count for {1}", edit.repository, formatter.title(edit.node));
	}
}
