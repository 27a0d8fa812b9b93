import type { Item } from "../plan/plan.ts";
import type { RepairStep } from "../progress/backOnTrack/planRepair.ts";
import { type Day, formatDay } from "../time/day.ts";
import { addDuration, parseDuration } from "../time/duration.ts";
import type { PlanChange } from "./planChange.ts";

/** What moves with a slip besides the later dates of the plan. */
export interface SlipChoice {
	/** Recurring reviews; otherwise they keep their rhythm. */
	readonly reviews: boolean;
	/** Overdue items that the slip doesn't reach. */
	readonly overdue: ReadonlyArray<Item>;
}

/**
 * The changes of a slip. Overdue items get a calendar date, because the slip would move a period of the plan once more: their
 * due day moves by the slip, or today does where they would still be overdue.
 */
export function slipSteps(
	{ at, by }: Extract<PlanChange, { readonly kind: "slip" }>,
	{ reviews, overdue }: SlipChoice,
	today: Day,
): ReadonlyArray<RepairStep> {
	const duration = parseDuration(by);
	return [
		{ kind: "slip", at, by, ...(reviews ? { reviews: true } : {}) },
		...overdue.flatMap((node): ReadonlyArray<RepairStep> => {
			const end = node.span?.end;
			if (end === undefined || !duration) {
				return [];
			}
			const moved = addDuration(end - 1, duration);
			const due = moved >= today ? moved : addDuration(today, duration);
			return [{ kind: "when", node, when: `by ${formatDay(due)}` }];
		}),
	];
}
