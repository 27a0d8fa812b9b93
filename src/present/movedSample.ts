import { type Day, formatDay } from "../plan/day.ts";
import { moveDates, startOf } from "../plan/moveDates.ts";
import { weekOf } from "../progress/week.ts";

/** How many whole weeks of history there are before the current one. */
const weeksBefore = 30;

/** The texts of a plan and its journal. */
export interface SampleTexts {
	readonly plan: string;
	readonly journal: string;
}

/**
 * The sample as if it had been begun 30 weeks before the week of today. All dates move by the same whole number of weeks, so
 * that weekdays stay; what would lie in the future is left out of the journal.
 */
export function movedSample({ plan, journal }: SampleTexts, today: Day): SampleTexts {
	const monday = (day: Day) => weekOf(day, 0).start;
	const days = monday(today) - 7 * weeksBefore - monday(startOf(plan) ?? today);
	const first = formatDay(today);
	const lines = moveDates(journal, days).split("\n");
	return {
		plan: moveDates(plan, days),
		journal: lines.filter((line) => (/"at":"([\d-]{10})/.exec(line)?.[1] ?? "") < first).join("\n"),
	};
}
