import { DecimalSum } from "../../amount/decimalSum.ts";
import type { Day } from "../../time/day.ts";
import { instantOf } from "../../time/moment.ts";
import { idTime } from "../entryIds.ts";
import type { LiveEntry } from "./liveEntry.ts";

/** The sum of minutes. Negative ones count as 0. */
export function sumMinutes(entries: Iterable<LiveEntry<"time">>): number {
	const sum = new DecimalSum();
	for (const { entry } of entries) {
		sum.add(Math.max(0, entry.minutes));
	}
	return sum.value;
}

/** The minutes of each day with entries. */
export function minutesByDay(entries: Iterable<LiveEntry<"time">>): ReadonlyMap<Day, number> {
	const days = new Map<Day, Array<LiveEntry<"time">>>();
	for (const live of entries) {
		const day = days.get(live.day);
		if (day) {
			day.push(live);
		} else {
			days.set(live.day, [live]);
		}
	}
	return new Map([...days].map(([day, list]) => [day, sumMinutes(list)]));
}

/** Two entries that overlap in time. */
export interface Overlap {
	/** The one that began first. */
	readonly first: LiveEntry<"time">;
	readonly second: LiveEntry<"time">;
	/** The common minutes. */
	readonly minutes: number;
}

/**
 * Entries that overlap in time: all count, but one of two is often a mistake. Dates, and times without an offset,
 * never overlap. Each entry is `second` at most once, with the previous one that ends last. Durations that were
 * written one after the other only seem to overlap: at least one of two must have a known time.
 *
 * @param entries of all targets, of these days and the day before and after
 */
export function findOverlaps(entries: Iterable<LiveEntry<"time">>): ReadonlyArray<Overlap> {
	const spans: Array<{ readonly live: LiveEntry<"time">; readonly begin: number; readonly end: number }> = [];
	for (const live of entries) {
		const end = instantOf(live.entry.at);
		if (end !== undefined && live.entry.minutes > 0) {
			spans.push({ live, begin: end - live.entry.minutes * 60_000, end });
		}
	}
	spans.sort((a, b) => a.begin - b.begin || a.end - b.end);
	const overlaps: Array<Overlap> = [];
	let before = spans[0];
	for (const span of spans.slice(1)) {
		if (before && span.begin < before.end && (isTimed(span.live) || isTimed(before.live))) {
			const minutes = (Math.min(span.end, before.end) - span.begin) / 60_000;
			overlaps.push({ first: before.live, second: span.live, minutes });
		}
		before = before && before.end >= span.end ? before : span;
	}
	return overlaps;
}

/** Whether the time of an entry is known: from a timer, or an end that differs from the time of writing. */
function isTimed({ entry: { at, logged, timer }, root }: LiveEntry<"time">): boolean {
	// A correction has its own time of writing; the original was written when its first ID was created.
	const written = idTime(root) ?? Date.parse(logged ?? "");
	return timer !== undefined || !(Math.abs(Date.parse(at) - written) < 60_000);
}
