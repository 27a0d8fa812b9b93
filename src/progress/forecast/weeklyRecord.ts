import type { LiveEntry } from "../../journal/ledger/liveEntry.ts";
import { type CountingRule, valueHistory } from "../../journal/ledger/valueHistory.ts";
import type { Day } from "../../time/day.ts";
import type { OpenWeeks } from "./openWeeks.ts";

/** The amount that was added on a day. */
export interface WeeklyChange {
	readonly day: Day;
	/** Never 0; negative if the value fell. */
	readonly amount: number;
}

/** The amount of each open week. */
export interface WeeklyRecord {
	/** The oldest first; empty weeks are 0. */
	readonly weeks: ReadonlyArray<number>;
	/** The number of changes. */
	readonly changes: number;
}

/**
 * The change of the value with each entry. The first `set` of a level that starts at 0 is its start value, not a change. For
 * a sum within a period, a `set` counts as what it adds to the sum; one that lowers it restarts the sum.
 *
 * @param entries in their order, up to today
 */
export function changesOf(
	entries: ReadonlyArray<LiveEntry<"progress">>,
	{ count, from }: CountingRule,
): ReadonlyArray<WeeklyChange> {
	const changes: Array<WeeklyChange> = [];
	let before: number | undefined = count === "latest" && from === 0 ? undefined : from;
	// Without its span: entries before the period count for the rate, too.
	for (const { day, value, entry } of valueHistory(entries, { count, from })) {
		const start = before ?? (typeof entry.entry.set === "number" ? value : from);
		const amount = count === "period" && entry.entry.add === undefined ? Math.max(0, value - start) : value - start;
		if (amount !== 0) changes.push({ day, amount });
		before = value;
	}
	return changes;
}

/**
 * The record by open weeks, from a day to today. Entries on closed days count for the week of the next open day. The first,
 * partial week is left out if it has no entries.
 *
 * @param start the first day; from it on, a week without changes counts as a week without progress
 */
export function weeklyRecord(changes: ReadonlyArray<WeeklyChange>, start: Day, weeks: OpenWeeks): WeeklyRecord {
	const first = Math.min(start, changes[0]?.day ?? start);
	const sums: Array<number> = new Array(weeks.weeksAgo(first) + 1).fill(0);
	for (const { day, amount } of changes) {
		const index = sums.length - 1 - weeks.weeksAgo(day);
		sums[index] = (sums[index] ?? 0) + amount;
	}
	const isPartial = !weeks.isWholeSince(first) && sums[0] === 0;
	return { weeks: isPartial ? sums.slice(1) : sums, changes: changes.length };
}
