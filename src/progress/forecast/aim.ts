import type { Item, Plan } from "../../plan/plan.ts";
import { dueDay } from "../../time/period.ts";
import type { Forecast } from "./forecast.ts";

/** The outlook of an item of the aim: reached, likely in time, likely too late, or a state of the forecast. */
export type Outlook = "reached" | "likely" | "late" | "notAtThisRate" | "tooEarly" | "notForecast";

/**
 * The items that measure the whole plan: those that `aim` names, else the targets of the last period that aren't optional;
 * without dropped ones.
 * Unknown IDs are left out.
 */
export function aimItems(plan: Plan, items: ReadonlyMap<string, Item>): ReadonlyArray<Item> {
	const named = plan.aim.flatMap(({ id }) => items.get(id) ?? []);
	return (plan.aim.length > 0 ? [...new Set(named)] : lastTargets(plan)).filter(({ dropped }) => !dropped);
}

/** The targets of the period that ends last; of those without an end, the last one in the file. */
function lastTargets({ targets }: Plan): ReadonlyArray<Item> {
	const filled = targets.filter(({ items }) => items.length > 0);
	const endOf = (group: (typeof filled)[number]) => dueDay(group.span) ?? Number.POSITIVE_INFINITY;
	const latest = Math.max(...filled.map(endOf));
	return filled.findLast((group) => endOf(group) === latest)?.items.filter(({ optional }) => !optional) ?? [];
}

/** The outlook of an item by its forecast. If it has a due date, a chance of at least 50% counts as likely. */
export function outlookOf(isDone: boolean, forecast: Forecast | undefined): Outlook {
	if (isDone) return "reached";
	if (!forecast) return "notForecast";
	switch (forecast.state) {
		case "expected":
			return (forecast.chance ?? 1) >= 0.5 ? "likely" : "late";
		case "notAtThisRate":
			return (forecast.chance ?? 0) >= 0.5 ? "likely" : "notAtThisRate";
		default:
			return forecast.state;
	}
}
