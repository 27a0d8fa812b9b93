import { calendarOf } from "../plan/calendar.ts";
import { addMonths, type Day, dateOf, dayOf, type Span } from "../plan/day.ts";
import type { Plan } from "../plan/plan.ts";

/** The years that a plan is told in. */
export interface PlanYears {
	/** The year that a day lies in: counted from day one, 1 and up; the calendar's where the plan has no start. */
	readonly indexOf: (day: Day) => number;
	readonly spanOf: (index: number) => Required<Span>;
}

/**
 * The years of a plan, after its slips; what lies before day one belongs to the first.
 *
 * @param days those that will be asked about
 */
export function planYears({ start, slips }: Plan, days: ReadonlyArray<Day>): PlanYears {
	if (start === undefined) {
		return {
			indexOf: (day) => dateOf(day).getUTCFullYear(),
			spanOf(year) {
				const first = dayOf(year, 1, 1) ?? 0;
				return { start: first, end: addMonths(first, 12) };
			},
		};
	}
	const { boundary } = calendarOf(start, slips);
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
