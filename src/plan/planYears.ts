import { addMonths, type Day, dayFromDate, type Span, toDate } from "../time/day.ts";
import type { Plan } from "./plan.ts";
import { planCalendar } from "./planCalendar.ts";

/** The years of a plan. */
export interface PlanYears {
	/** The year of a day: counted from day one, starting at 1; the calendar year if the plan has no start. */
	readonly indexOf: (day: Day) => number;
	readonly spanOf: (index: number) => Required<Span>;
}

/**
 * The years of a plan, after its slips; what lies before day one belongs to the first.
 *
 * @param days the days to look up
 */
export function planYears({ start, slips }: Plan, days: ReadonlyArray<Day>): PlanYears {
	if (start === undefined) {
		return {
			indexOf: (day) => toDate(day).getUTCFullYear(),
			spanOf(year) {
				const first = dayFromDate(year, 1, 1) ?? 0;
				return { start: first, end: addMonths(first, 12) };
			},
		};
	}
	const { boundary } = planCalendar(start, slips);
	const latest = days.reduce((last, day) => Math.max(last, day), start);
	const ends: Array<Day> = [];
	for (let end = start; end <= latest; ) {
		end = boundary(start, "year", ends.length + 1);
		ends.push(end);
	}
	return {
		indexOf: (day) =>
			Math.max(
				0,
				ends.findIndex((end) => day < end),
			) + 1,
		spanOf: (index) => ({ start: index === 1 ? start : (ends[index - 2] ?? start), end: ends[index - 1] ?? start }),
	};
}
