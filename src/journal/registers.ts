import { contains, type Day, type Span } from "../plan/day.ts";
import type { Measure } from "../plan/plan.ts";
import type { trends } from "./entry.ts";
import { ExactSum } from "./exactSum.ts";
import type { LiveEntry } from "./liveEntry.ts";

/** Where an indicator goes. */
export type Trend = (typeof trends)[number];

/** How the value of an item is made of what was logged. */
export interface Counting {
	readonly count: Measure["count"];
	/** The value on day one, to which is added. */
	readonly from: number;
	/** The item's period; only `period` asks for it, and sums all without one. */
	readonly span?: Span;
}

/** The value after an entry. */
export interface ValuePoint {
	readonly day: Day;
	readonly value: number;
	readonly entry: LiveEntry<"progress">;
}

/**
 * The value after each entry that has a number. `latest`: the last `set` and every `add` after it. `total`: the sum of all,
 * of `set` and `add` alike. `period`: what lies in the period, where a `set` sets the sum.
 *
 * @param entries in their order, up to the day that is asked about
 */
export function valueHistory(entries: Iterable<LiveEntry<"progress">>, counting: Counting): ReadonlyArray<ValuePoint> {
	const span = counting.count === "period" ? counting.span : undefined;
	const points: Array<ValuePoint> = [];
	let sum = new ExactSum();
	sum.add(counting.from);
	for (const live of entries) {
		const { set, add } = live.entry;
		const number = typeof set === "number" ? set : add;
		if (number === undefined || (span && !contains(span, live.day))) {
			continue;
		}
		if (add === undefined && counting.count !== "total") {
			sum = new ExactSum();
		}
		sum.add(number);
		points.push({ day: live.day, value: sum.value, entry: live });
	}
	return points;
}

/** The value after all of the entries; undefined where none of them has a number that counts. See {@link valueHistory}. */
export function valueAfter(entries: Iterable<LiveEntry<"progress">>, counting: Counting): number | undefined {
	return valueHistory(entries, counting).at(-1)?.value;
}

/** A mark or a trend with the entry that set it. */
export interface Register<T> {
	readonly set: T;
	readonly day: Day;
	readonly entry: LiveEntry<"progress">;
}

/** The last mark: done or not. Values and trends leave it alone. */
export function markOf(entries: ReadonlyArray<LiveEntry<"progress">>): Register<boolean> | undefined {
	return lastSet(entries, (set) => typeof set === "boolean");
}

/** The last trend. Values and marks leave it alone. */
export function trendOf(entries: ReadonlyArray<LiveEntry<"progress">>): Register<Trend> | undefined {
	return lastSet(entries, (set) => typeof set === "string");
}

function lastSet<T extends boolean | Trend>(
	entries: ReadonlyArray<LiveEntry<"progress">>,
	isOne: (set: unknown) => boolean,
): Register<T> | undefined {
	const entry = entries.findLast((live) => isOne(live.entry.set));
	return entry && { set: entry.entry.set as T, day: entry.day, entry };
}
