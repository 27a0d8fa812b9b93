import { type RepairState, repairState } from "../../../logging/backOnTrack/planRepairs.ts";
import { getSetting } from "../../core/config.ts";
import type { PlanSession } from "../../session/planSession.ts";
import { planTextToChange } from "../changePlan.ts";

/** The plan as it is now, to compute repairs from; undefined, after a message to the user, if it can't be read. */
export async function readRepairState(session: PlanSession): Promise<RepairState | undefined> {
	const text = await planTextToChange(session);
	const source = await session.sourceWithForecasts();
	if (text === undefined || !source) {
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
