import { DecimalSum } from "../../amount/decimalSum.ts";
import type { Quantity, RateUnit } from "../../amount/parseQuantity.ts";
import type { LiveEntry } from "../../journal/ledger/liveEntry.ts";
import { type CountingRule, latestValue, valueHistory } from "../../journal/ledger/valueHistory.ts";
import { type Day, type Span, spanContains } from "../../time/day.ts";
import { addDuration, type Duration } from "../../time/duration.ts";
import { isMet } from "./goalShare.ts";

/** How often a rate was kept. */
export interface RatePeriods {
	/** Of the elapsed periods, those that met the goal. */
	readonly met: number;
	/** The number of whole periods that are over. */
	readonly elapsed: number;
}

/** The entries to sum. */
export interface SummedEntries {
	/** In their order. */
	readonly entries: ReadonlyArray<LiveEntry<"progress">>;
	readonly count: CountingRule["count"];
	/** The value on day one. */
	readonly from: number;
}

/** The input of a rate. */
export interface RateSource extends SummedEntries {
	readonly goal: Quantity & { readonly per: RateUnit };
	/** The date range of the rate; without it no period elapses. */
	readonly span: Span | undefined;
}

/** The last day, week, month, quarter, or year up to a day, inclusive. */
export function trailingWindow(unit: RateUnit, today: Day): Required<Span> {
	return { start: addDuration(today + 1, { count: 1, unit }, -1), end: today + 1 };
}

/** Whether an entry has a number, rather than a check mark or a trend. */
export function isNumber({ entry: { set, add } }: LiveEntry<"progress">): boolean {
	return typeof set === "number" || add !== undefined;
}

/**
 * The sum over some days: a `set` sets it, an `add` adds to it. For a measure that counts `total`, the growth of the total.
 * Undefined without entries on these days.
 */
export function sumWithin(source: SummedEntries, span: Span): number | undefined {
	return sumsOf(source)(span);
}

/** {@link sumWithin} for many spans of the same entries. */
export function sumsOf({ entries, count, from }: SummedEntries): (span: Span) => number | undefined {
	if (count !== "total") {
		return (span) => {
			const ofSpan = entries.filter(({ day }) => spanContains(span, day));
			const sum = latestValue(ofSpan, { count: "period", from: 0 });
			// Three times 20 minutes, each a third of an hour to 16 digits, are an hour.
			return sum === undefined ? undefined : Number(sum.toPrecision(15));
		};
	}
	const points = valueHistory(entries, { count, from });
	return (span) => {
		const last = points.findLast(({ day }) => spanContains(span, day));
		const before = points.findLast(({ day }) => day < span.start)?.value ?? from;
		return last && exactDifference(last.value, before);
	};
}

function exactDifference(value: number, other: number): number {
	const sum = new DecimalSum();
	sum.add(value);
	sum.add(-other);
	return sum.value;
}

/**
 * The whole periods of a rate that are over, each counted from the first day of the span itself, so that nothing drifts. A
 * period without an entry has the sum 0; for an upper limit it counts as kept once a number was logged before its end.
 */
export function ratePeriods(source: RateSource, today: Day): RatePeriods {
	const { goal, entries, span } = source;
	if (!span) {
		return { met: 0, elapsed: 0 };
	}
	const length: Duration = { count: 1, unit: goal.per };
	const until = Math.min(span.end ?? Number.POSITIVE_INFINITY, today);
	const sumOf = sumsOf(source);
	const first = entries.find(isNumber)?.day ?? Number.POSITIVE_INFINITY;
	let [met, elapsed] = [0, 0];
	let { start } = span;
	for (let end = addDuration(span.start, length); end <= until; end = addDuration(span.start, length, elapsed + 1)) {
		const isMeasured = !goal.atMost || first < end;
		met += isMeasured && isMet(goal, sumOf({ start, end }) ?? 0) ? 1 : 0;
		elapsed++;
		start = end;
	}
	return { met, elapsed };
}
