import { type Day, formatDay, parseDay } from "../src/plan/day.ts";
import { moveDates, startOf } from "../src/plan/moveDates.ts";
import { sampleJournal, sampleSeed } from "./sampleJournal.ts";

/** How many whole weeks of history the copy has before the current one. */
const weeksBefore = 30;

/**
 * The sample as if it had been begun 30 weeks before the week of `today` (`YYYY-MM-DD`). Every date in the plan moves
 * by the same whole number of weeks, so weekdays stay; the journal is made anew and ends yesterday. Pure.
 *
 * @param plan the text of the sample's plan, with `start` on a line of its own
 * @throws RangeError where `today` or the plan's start is no date
 */
export function copySample(plan: string, today: string): { readonly plan: string; readonly journal: string } {
	const now = parseDay(today);
	const before = startOf(plan);
	if (now === undefined || before === undefined) {
		throw new RangeError("today and the plan's start must be dates written YYYY-MM-DD");
	}
	const start = mondayOf(now) - 7 * weeksBefore;
	const shift = start - mondayOf(before);
	const journal = sampleJournal({ start: formatDay(start), days: now - start, seed: sampleSeed });
	return { plan: moveDates(plan, shift), journal };
}

/** The Monday on or before a day. Day 0, 1970-01-01, was a Thursday. */
function mondayOf(day: Day): Day {
	return day - ((((day + 3) % 7) + 7) % 7);
}
