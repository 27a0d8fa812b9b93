import { type Day, formatDay, parseDay } from "../time/day.ts";

/** The start of a plan, found without parsing it; undefined if there is no plain `start: YYYY-MM-DD`. */
export function startOf(plan: string): Day | undefined {
	return parseDay(/^start: *(\S+)/m.exec(plan)?.[1] ?? "");
}

/** Moves every date written as `YYYY-MM-DD`, also before a time, by a number of days. */
export function moveDates(text: string, days: number): string {
	return text.replace(/\b\d{4}-\d{2}-\d{2}(?=T|\b)/g, (date) => {
		const day = parseDay(date);
		return day === undefined ? date : formatDay(day + days);
	});
}
