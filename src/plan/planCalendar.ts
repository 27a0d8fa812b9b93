import type { Day, Span } from "../time/day.ts";
import { addDuration } from "../time/duration.ts";
import { type Calendar, calendarBoundary, type RelativeUnit } from "../time/period.ts";
import type { Plan, Slip } from "./plan.ts";

/** Converts relative periods of a plan: everything on or after a slip moves by it, one slip after the other. */
export function planCalendar(start: Day | undefined, slips: ReadonlyArray<Slip>): Calendar {
	const inOrder = slips.toSorted((a, b) => a.at - b.at);
	const known = new Map<string, Day>();
	return {
		start,
		boundary(start, unit, count) {
			const key = `${unit} ${count}`;
			let day = known.get(key);
			if (day === undefined) {
				const plain = calendarBoundary(start, unit, count);
				day = inOrder.reduce((moved, slip) => (moved >= slip.at ? addDuration(moved, slip.by) : moved), plain);
				known.set(key, day);
			}
			return day;
		},
	};
}

/** The calendar of checkpoints with `every`: only slips that say so move them. */
export function reviewCalendar({ start, slips }: Pick<Plan, "start" | "slips">): Calendar {
	return planCalendar(
		start,
		slips.filter(({ reviews }) => reviews),
	);
}

/**
 * The quarter or year of the plan that contains a day, after all slips; before day one it is the first. Undefined if
 * the plan has no start.
 */
export function periodAround(calendar: Calendar, unit: RelativeUnit, day: Day): Required<Span> | undefined {
	const { start, boundary } = calendar;
	if (start === undefined) {
		return undefined;
	}
	let count = 1;
	while (boundary(start, unit, count) <= day) {
		count++;
	}
	return { start: boundary(start, unit, count - 1), end: boundary(start, unit, count) };
}
