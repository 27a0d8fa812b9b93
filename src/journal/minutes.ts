import type { Day } from "../plan/day.ts";
import { ExactSum } from "./exactSum.ts";
import { timeOf } from "./ids.ts";
import type { LiveEntry } from "./liveEntry.ts";
import { instantOf } from "./moment.ts";

/** Minutes of all the entries. Negative ones count 0. */
export function minutesOf(entries: Iterable<LiveEntry<"time">>): number {
	const sum = new ExactSum();
	for (const { entry } of entries) {
		sum.add(Math.max(0, entry.minutes));
	}
	return sum.value;
}

/** Minutes of each day on which there are entries. */
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
	return new Map([...days].map(([day, list]) => [day, minutesOf(list)]));
}

/** Two entries that say that the same minutes were spent on both. */
export interface Overlap {
	/** The one that began first. */
	readonly first: LiveEntry<"time">;
	readonly second: LiveEntry<"time">;
	/** Minutes they have in common. */
	readonly minutes: number;
}

/**
 * Entries that overlap in time: all of them count, but one of two is often a slip. Bare days, and times without an offset,
 * overlap nothing. Each entry is named at most once as `second`, with the one before it that ends last. Lengths of time that
 * were written down one after the other only seem to overlap: of two entries the clock has to have timed at least one.
 *
 * @param entries of all targets, of the days in question and the day before and after
 */
export function overlapsOf(entries: Iterable<LiveEntry<"time">>): ReadonlyArray<Overlap> {
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

/** Whether an entry says when its time was: by a timer, or by an end that is not just the moment of writing it down. */
function isTimed({ entry: { at, logged, timer }, root }: LiveEntry<"time">): boolean {
	// A correction has a moment of its own; what it corrects was written down when the first of its ids was made.
	const written = timeOf(root) ?? Date.parse(logged ?? "");
	return timer !== undefined || !(Math.abs(Date.parse(at) - written) < 60_000);
}
