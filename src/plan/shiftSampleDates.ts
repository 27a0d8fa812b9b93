import { type Day, formatDay } from "../time/day.ts";
import { weekOf } from "../time/week.ts";
import { moveDates, startOf } from "./moveDates.ts";

/** The whole weeks of history before the current one. */
const weeksBefore = 30;

/** The texts of a plan and its journal. */
export interface SampleTexts {
	readonly plan: string;
	readonly journal: string;
}

/**
 * The sample as if it had been started 30 weeks before the current week. All dates move by the same number of whole
 * weeks, so weekdays stay the same; journal entries in the future are removed.
 */
export function shiftSampleDates({ plan, journal }: SampleTexts, today: Day): SampleTexts {
	const monday = (day: Day) => weekOf(day, 0).start;
	const days = monday(today) - 7 * weeksBefore - monday(startOf(plan) ?? today);
	const first = formatDay(today);
	const lines = moveDates(journal, days).split("\n");
	return {
		plan: moveDates(plan, days),
		journal: lines.filter((line) => (/"at":"([\d-]{10})/.exec(line)?.[1] ?? "") < first).join("\n"),
	};
}
