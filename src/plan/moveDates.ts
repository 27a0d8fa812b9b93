import { type Day, formatDay, parseDay } from "./day.ts";

/** The first day of a plan by a quick look at its text; undefined where there is no plain `start: YYYY-MM-DD`. */
export function startOf(plan: string): Day | undefined {
	return parseDay(/^start: *(\S+)/m.exec(plan)?.[1] ?? "");
}

/** The text with every date written `YYYY-MM-DD`, also before a time of the day, moved by as many days. */
export function moveDates(text: string, days: number): string {
	return text.replace(/\b\d{4}-\d{2}-\d{2}(?=T|\b)/g, (date) => {
		const day = parseDay(date);
		return day === undefined ? date : formatDay(day + days);
	});
}
