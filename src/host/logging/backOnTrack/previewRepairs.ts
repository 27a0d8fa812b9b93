import * as vscode from "vscode";
import { movedByRepair, type RepairState } from "../../../logging/backOnTrack/planRepairs.ts";
import { movedDateText, movesText } from "../../../viewmodel/text/planChangeText.ts";
import type { ViewSource } from "../../../viewmodel/text/viewSource.ts";
import { fileName } from "../../core/planFileName.ts";
import type { PlanSession } from "../../session/planSession.ts";
import { pickStep } from "../../ui/quickInput.ts";
import { showPlanDiff } from "./planDiff.ts";

/**
 * Shows the changes in the diff editor, with the list of dates that move. In discreet mode there is only the list: the
 * text of the plan would show everything that is private.
 *
 * @returns whether the user accepts them; "back" to choose again
 */
export async function previewRepairs(
	session: PlanSession,
	before: RepairState,
	after: RepairState,
	source: ViewSource,
): Promise<boolean | "back"> {
	const { formatter } = source;
	const moved = movedByRepair(before, after);
	const apply = {
		label: `$(check) ${vscode.l10n.t("Change the plan")}`,
		description: movesText(moved.length),
		isApply: true,
	};
	const items = [
		apply,
		...moved.map((each) => ({
			label: formatter.title(each.node),
			description: movedDateText(each, formatter),
			isApply: true,
		})),
	];
	const diff = formatter.discreet
		? undefined
		: await showPlanDiff(session.planUri, after.text, vscode.l10n.t("{0}: Back on Track", fileName(session.planUri)));
	try {
		const chosen = await pickStep<(typeof items)[number]>({
			title: vscode.l10n.t("What would change"),
			placeholder: vscode.l10n.t("Press Enter to change the plan or Escape to cancel"),
			items,
			back: true,
			keepOpen: true,
		});
		return chosen === "back" ? "back" : chosen !== undefined;
	} finally {
		diff?.dispose();
	}
}
