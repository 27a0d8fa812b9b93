import type { Item } from "../../plan/plan.ts";
import { addMonths, type Day, formatDay } from "../../time/day.ts";
import type { PlanRepair, RepairContext } from "./planRepair.ts";

/** The mean length of a month in days, by the Gregorian calendar. */
const monthDays = 365.2425 / 12;
/** The longest slip, in months; beyond, the plan needs more than other dates. */
const mostMonths = 24;

/**
 * Moves the whole plan because most of a phase is late: everything from the first late due day on, by the median of how much
 * later the late items are likely to be reached, in whole months. An item without a forecast counts as late until today.
 */
export function slipRepair(late: ReadonlyArray<Item>, { snapshot }: RepairContext): ReadonlyArray<PlanRepair> {
	const { today } = snapshot;
	const days = late.flatMap((item) => snapshot.progressOf(item).due ?? []);
	const delays = late
		.flatMap((item) => {
			const { due } = snapshot.progressOf(item);
			const made = snapshot.forecastOf(item);
			const likely = made?.state === "expected" ? made.likely : today + 1;
			return due === undefined ? [] : [likely - due];
		})
		.sort((a, b) => a - b);
	const median = delays[Math.floor((delays.length - 1) / 2)];
	if (median === undefined || days.length === 0) {
		return [];
	}
	return [slipBy(Math.min(mostMonths, Math.max(1, Math.ceil(median / monthDays))), Math.min(...days))];
}

/**
 * Moves the whole plan for one item, from its due day on, by as many whole months as it takes to reach another day: with it the
 * phase that ends too early for it, the later phases, and the reviews.
 */
export function slipTo(due: Day, wanted: Day): ReadonlyArray<PlanRepair> {
	let months = 1;
	while (months <= mostMonths && addMonths(due + 1, months) <= wanted) {
		months++;
	}
	return months > mostMonths ? [] : [slipBy(months, due)];
}

function slipBy(months: number, at: Day): PlanRepair {
	const by = months === 1 ? "1 month" : `${months} months`;
	return { kind: "slip", at, months, steps: [{ kind: "slip", at: formatDay(at), by }] };
}
