import type { LiveEntry } from "../journal/liveEntry.ts";
import { type Counting, valueAfter } from "../journal/registers.ts";
import { contains, type Day, type Span } from "../plan/day.ts";
import { addDuration, type Duration } from "../plan/duration.ts";
import type { Quantity, RateUnit } from "../plan/quantity.ts";
import { isMet } from "./goalShare.ts";

/** How often a rate was kept. */
export interface RatePeriods {
	/** Of the elapsed periods, those that met the goal. */
	readonly met: number;
	/** Whole periods that are over. */
	readonly elapsed: number;
}

/** What is summed up. */
export interface Summed {
	/** In their order. */
	readonly entries: ReadonlyArray<LiveEntry<"progress">>;
	readonly count: Counting["count"];
}

/** What a rate is reckoned from. */
export interface RateSource extends Summed {
	readonly goal: Quantity & { readonly per: RateUnit };
	/** From when to when it is asked for; without it nothing elapses. */
	readonly span: Span | undefined;
}

/** The last day, week, month, quarter or year, up to a day and with it. */
export function trailingWindow(unit: RateUnit, today: Day): Required<Span> {
	return { start: addDuration(today + 1, { count: 1, unit }, -1), end: today + 1 };
}

/**
 * The sum of what lies in some days: a `set` sets it, an `add` adds to it; for a measure that counts `total` both add.
 * Undefined where nothing lies there.
 */
export function sumWithin({ entries, count }: Summed, span: Span): number | undefined {
	const within = entries.filter(({ day }) => contains(span, day));
	return valueAfter(within, { count: count === "total" ? "total" : "period", from: 0 });
}

/**
 * The periods of a rate that are over: whole ones, each counted from the first day of the span itself, so that nothing
 * drifts. A period without an entry has the sum 0; of `at most` it counts as kept once something was logged before its end.
 */
export function ratePeriods(source: RateSource, today: Day): RatePeriods {
	const { goal, entries, span } = source;
	if (!span) {
		return { met: 0, elapsed: 0 };
	}
	const length: Duration = { count: 1, unit: goal.per };
	const until = Math.min(span.end ?? Number.POSITIVE_INFINITY, today);
	const first = entries[0]?.day ?? Number.POSITIVE_INFINITY;
	let [met, elapsed] = [0, 0];
	let { start } = span;
	for (let end = addDuration(span.start, length); end <= until; end = addDuration(span.start, length, elapsed + 1)) {
		const isMeasured = !goal.atMost || first < end;
		met += isMeasured && isMet(goal, sumWithin(source, { start, end }) ?? 0) ? 1 : 0;
		elapsed++;
		start = end;
	}
	return { met, elapsed };
}
