import * as vscode from "vscode";
import { type PlanChange, planChangeEdits } from "../../logging/planChange.ts";
import { type MadeSteps, makeSteps } from "../../logging/planSteps.ts";
import type { EditResult } from "../../plan/edit/editResult.ts";
import type { PlanSwap } from "../../plan/edit/planSwap.ts";
import type { Plan } from "../../plan/plan.ts";
import { parsePlan } from "../../plan/planParser.ts";
import type { RepairStep } from "../../progress/backOnTrack/planRepair.ts";
import { applyEdits } from "../../util/textEdit.ts";
import { detach } from "../core/detach.ts";
import type { PlanSession } from "../session/planSession.ts";
import { planTextToChange } from "./changePlan.ts";

/** A change of the plan that isn't made yet. */
export interface PreparedChange {
	readonly swap: PlanSwap;
	/** The plan after the change. */
	readonly planned: Plan;
}

/**
 * Computes a change of the plan text; undefined, after a message to the user, if it can't be made automatically.
 *
 * @param why the reason; empty for none
 */
export function preparePlanChange(
	session: PlanSession,
	change: PlanChange,
	why: string,
): Promise<PreparedChange | undefined> {
	return preparePlanEdit(session, (text) => planChangeEdits(text, change, why));
}

/**
 * Computes a change of the plan text; undefined, after a message to the user, if it can't be made automatically.
 *
 * @param editsOf the edits of a text
 */
export async function preparePlanEdit(
	session: PlanSession,
	editsOf: (text: string) => EditResult,
): Promise<PreparedChange | undefined> {
	const before = await planTextToChange(session);
	if (before === undefined) {
		return undefined;
	}
	const edits = editsOf(before);
	const after = typeof edits === "string" ? undefined : applyEdits(before, edits);
	const planned = after === undefined ? undefined : parsePlan(after).plan;
	if (after === undefined || !planned) {
		tellManual();
		return undefined;
	}
	return { swap: { before, after }, planned };
}

/**
 * Computes several changes of the plan text, with their journal entries; undefined, after a message to the user, if they
 * can't be made automatically.
 *
 * @param why the reason; empty for none
 */
export async function preparePlanSteps(
	session: PlanSession,
	steps: ReadonlyArray<RepairStep>,
	why: string,
): Promise<(PreparedChange & Pick<MadeSteps, "entries">) | undefined> {
	const before = await planTextToChange(session);
	if (before === undefined) {
		return undefined;
	}
	const { plan } = parsePlan(before);
	const made = plan && makeSteps({ text: before, plan }, steps, why);
	if (!made || typeof made === "string") {
		tellManual();
		return undefined;
	}
	return { swap: { before, after: made.text }, planned: made.plan, entries: made.entries };
}

function tellManual(): void {
	detach(
		vscode.window.showWarningMessage(
			vscode.l10n.t("This part of the plan can't be edited automatically. Edit it manually."),
		),
	);
}
