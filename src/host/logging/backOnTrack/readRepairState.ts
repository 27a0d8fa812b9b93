import * as vscode from "vscode";
import { type RepairState, repairState } from "../../../logging/backOnTrack/planRepairs.ts";
import { repairFailureText } from "../../../viewmodel/backOnTrack/repairText.ts";
import { getSetting } from "../../core/config.ts";
import { detach } from "../../core/detach.ts";
import type { PlanSession } from "../../session/planSession.ts";
import { escapeLabel } from "../../ui/escapeLabel.ts";
import { planTextToChange } from "../changePlan.ts";

/** The plan as it is now, to change it by repairs; undefined, after a message to the user, if it can't be read. */
export async function readRepairState(session: PlanSession): Promise<RepairState | undefined> {
	const text = await planTextToChange(session);
	if (text === undefined) {
		return undefined;
	}
	const state = await repairStateOf(session, text);
	if (!state) {
		detach(vscode.window.showWarningMessage(escapeLabel(repairFailureText("unparsed"))));
	}
	return state;
}

/** A text of the plan, to compute repairs from; undefined if it isn't a plan. */
export async function repairStateOf(session: PlanSession, text: string): Promise<RepairState | undefined> {
	const source = await session.sourceWithForecasts();
	if (!source) {
		return undefined;
	}
	const input = {
		ledger: source.ledger,
		today: source.today,
		maxHoursPerDay: getSetting("maxHoursPerDay"),
		forecasts: getSetting("forecasts"),
		easeNow: getSetting("easeFrom") === "now",
	};
	// Forecasts that the views already have aren't computed again.
	const isSame = session.parse(text).plan === source.plan;
	return repairState(text, input, [], isSame ? source.snapshot : undefined);
}
