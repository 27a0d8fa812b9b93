import type { Day, Span } from "./day.ts";

/** The day of the week; 0 is Monday. */
export function weekdayOf(day: Day): number {
	// 1970-01-01, day 0, was a Thursday.
	return modulo(day + 3, 7);
}

/** The week that contains a day and begins on a day of the week (0 is Monday). */
export function weekOf(day: Day, starts: number): Required<Span> {
	const start = day - modulo(weekdayOf(day) - starts, 7);
	return { start, end: start + 7 };
}

function modulo(value: number, by: number): number {
	return ((value % by) + by) % by;
}
