import { latestTrend, valueHistory } from "../../journal/ledger/valueHistory.ts";
import type { Commitment, Item } from "../../plan/plan.ts";
import type { Day, Span } from "../../time/day.ts";
import { dayOfMonth, type Month, monthOf } from "../../time/month.ts";
import type { DayMinutes } from "../dayMinutes.ts";
import type { ItemSource } from "../items/itemStatus.ts";
import { isNumber, sumsOf } from "../items/ratePeriods.ts";

/** What the journal says about one node, by calendar month. */
export interface MonthlyRecord {
	/** The days that the record covers. */
	readonly span: Required<Span>;
	/** 1 if ahead means more, -1 if it means less. */
	readonly direction: 1 | -1;
	/** Whether it was ahead of the month before; undefined if nothing was recorded. */
	readonly isAhead: (month: Month) => boolean | undefined;
	/** Whether it was further ahead at the end of the three months after a month; undefined if nothing was recorded. */
	readonly movesAfter: (month: Month) => boolean | undefined;
}

/** The first day of a calendar month. */
export function monthStart(month: Month): Day {
	return dayOfMonth(month, 1) ?? 0;
}

/** The record of the time on a commitment and its activities; undefined if there is none. @param today the last day that counts */
export function timeMonths(
	{ span }: Pick<Commitment, "span">,
	logged: ReadonlyArray<DayMinutes>,
	today: Day,
): MonthlyRecord | undefined {
	const days = logged.flatMap(({ firstDay }) => firstDay ?? []);
	const start = Math.max(Math.min(...days), span?.start ?? Number.NEGATIVE_INFINITY);
	if (days.length === 0) {
		return undefined;
	}
	const sum = (from: Month, to: Month) => {
		const part = { start: monthStart(from), end: monthStart(to) };
		return logged.reduce((total, minutes) => total + minutes.sum(part), 0);
	};
	return { span: { start, end: Math.min(today, span?.end ?? today) }, direction: 1, ...comparedSums(sum, 1) };
}

/** The record of an item: its numbers, or the trends that were logged; undefined if there are none. */
export function itemMonths(item: Item, source: ItemSource, today: Day): MonthlyRecord | undefined {
	const numbers = source.values.filter(isNumber);
	const words = source.own.filter(({ entry }) => typeof entry.set === "string");
	const days = [...numbers, ...words].map(({ day }) => day);
	const first = days.reduce((least, day) => Math.min(least, day), Number.POSITIVE_INFINITY);
	const last = days.reduce((most, day) => Math.max(most, day), Number.NEGATIVE_INFINITY);
	const { goal, span, dropped } = item;
	if (days.length === 0) {
		return undefined;
	}
	const direction = goal?.atMost ? -1 : 1;
	const byWords = comparedWords(words, direction);
	const byNumbers = numbers.length > 0 ? comparedNumbers(item, source, direction) : undefined;
	const isOfPeriod = source.counting.count === "period" && !goal?.per && span !== undefined;
	return {
		span: {
			start: isOfPeriod ? Math.max(first, span.start) : first,
			end: Math.min(today, dropped?.on ?? today, span?.end === undefined ? today : Math.max(span.end, last + 1)),
		},
		direction,
		isAhead: (month) => byWords.isAhead(month) ?? byNumbers?.isAhead(month),
		movesAfter: (month) => byWords.movesAfter(month) ?? byNumbers?.movesAfter(month),
	};
}

type Compared = Pick<MonthlyRecord, "isAhead" | "movesAfter">;

/** A month is compared with the one before, a quarter with the one before. @param sum from one month to another, exclusive */
function comparedSums(sum: (from: Month, to: Month) => number, direction: 1 | -1): Compared {
	return {
		isAhead: (month) => direction * (sum(month, month + 1) - sum(month - 1, month)) > 0,
		movesAfter: (month) => direction * (sum(month + 1, month + 4) - sum(month - 2, month + 1)) > 0,
	};
}

/** Sums of a rate; otherwise the values at the ends of months. */
function comparedNumbers({ goal }: Item, { values, counting }: ItemSource, direction: 1 | -1): Compared {
	if (goal?.per) {
		const sumOf = sumsOf({ entries: values, count: counting.count, from: counting.from });
		return comparedSums((from, to) => sumOf({ start: monthStart(from), end: monthStart(to) }) ?? 0, direction);
	}
	const ends = new Map<Month, number>();
	const points = valueHistory(values, counting);
	for (const { day, value } of points) {
		ends.set(monthOf(day), value);
	}
	const months = [...ends.keys()];
	const valueAfter = (month: Month) => {
		const known = months.findLast((each) => each <= month);
		return known === undefined ? counting.from : (ends.get(known) ?? counting.from);
	};
	return {
		isAhead: (month) => direction * (valueAfter(month) - valueAfter(month - 1)) > 0,
		movesAfter: (month) => direction * (valueAfter(month + 3) - valueAfter(month)) > 0,
	};
}

/** A month has the trend that was logged last in it; a quarter moves if one of its months does. */
function comparedWords(words: ItemSource["own"], direction: 1 | -1): Compared {
	const wanted = direction === 1 ? "rising" : "falling";
	const byMonth = new Map<Month, boolean>();
	for (const live of words) {
		byMonth.set(monthOf(live.day), latestTrend([live])?.set === wanted);
	}
	const isAhead = (month: Month) => byMonth.get(month);
	return {
		isAhead,
		movesAfter: (month) => {
			const known = [1, 2, 3].flatMap((after) => isAhead(month + after) ?? []);
			return known.length === 0 ? undefined : known.includes(true);
		},
	};
}
