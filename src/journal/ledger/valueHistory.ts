import { DecimalSum } from "../../amount/decimalSum.ts";
import type { Trend } from "../../amount/trend.ts";
import type { Measure } from "../../plan/plan.ts";
import { type Day, type Span, spanContains } from "../../time/day.ts";
import type { LiveEntry } from "./liveEntry.ts";

/** How the value of an item is computed. */
export interface CountingRule {
	readonly count: Measure["count"];
	/** The starting value, on day one. */
	readonly from: number;
	/** The period of the item; used only for `period`, which sums everything without it. */
	readonly span?: Span;
}

/** The value after an entry. */
export interface ValuePoint {
	readonly day: Day;
	readonly value: number;
	readonly entry: LiveEntry<"progress">;
}

/**
 * The value after each entry that has a number: the last `set` and every `add` after it. `latest` and `total` count all
 * entries, `period` only those in the period.
 *
 * @param entries in order, up to the day in question
 */
export function valueHistory(
	entries: Iterable<LiveEntry<"progress">>,
	counting: CountingRule,
): ReadonlyArray<ValuePoint> {
	const span = counting.count === "period" ? counting.span : undefined;
	const points: Array<ValuePoint> = [];
	let sum = new DecimalSum();
	sum.add(counting.from);
	for (const live of entries) {
		const { set, add } = live.entry;
		const number = typeof set === "number" ? set : add;
		if (number === undefined || (span && !spanContains(span, live.day))) {
			continue;
		}
		if (add === undefined) {
			sum = new DecimalSum();
		}
		sum.add(number);
		points.push({ day: live.day, value: sum.value, entry: live });
	}
	return points;
}

/** The value after all entries; undefined if none has a number that counts. See {@link valueHistory}. */
export function latestValue(entries: Iterable<LiveEntry<"progress">>, counting: CountingRule): number | undefined {
	return valueHistory(entries, counting).at(-1)?.value;
}

/** A mark or trend with its entry. */
export interface LatestValue<T> {
	readonly set: T;
	readonly day: Day;
	readonly entry: LiveEntry<"progress">;
}

/** The last mark: done or not. Independent of values and trends. */
export function latestMark(entries: ReadonlyArray<LiveEntry<"progress">>): LatestValue<boolean> | undefined {
	return lastSet(entries, (set) => typeof set === "boolean");
}

/** The last trend. Independent of values and marks. */
export function latestTrend(entries: ReadonlyArray<LiveEntry<"progress">>): LatestValue<Trend> | undefined {
	return lastSet(entries, (set) => typeof set === "string");
}

function lastSet<T extends boolean | Trend>(
	entries: ReadonlyArray<LiveEntry<"progress">>,
	isOne: (set: unknown) => boolean,
): LatestValue<T> | undefined {
	const entry = entries.findLast((live) => isOne(live.entry.set));
	return entry && { set: entry.entry.set as T, day: entry.day, entry };
}
