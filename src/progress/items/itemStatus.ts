import type { LiveEntry } from "../../journal/ledger/liveEntry.ts";
import { type CountingRule, valueHistory } from "../../journal/ledger/valueHistory.ts";
import type { Item } from "../../plan/plan.ts";
import type { Day } from "../../time/day.ts";
import { addDuration } from "../../time/duration.ts";
import { isMet } from "./goalShare.ts";
import { isNumber } from "./ratePeriods.ts";

/** Since when an item is reached, and until when that is valid. */
export interface ReachedSpan {
	/** The first day of the current run of days on which it is reached. */
	readonly since: Day;
	/** The day from which it no longer holds unless it is confirmed again (`confirm`). */
	readonly lapses?: Day;
	/** The day from which it has expired (`valid`). */
	readonly expires?: Day;
}

/** The status of an item for its dependents. */
export interface DependencyStatus {
	/** 0 to 1; undefined if unknown. */
	readonly share: number | undefined;
	readonly reached: ReachedSpan | undefined;
}

/** The input of an item. */
export interface ItemSource {
	/** What was logged on the item itself, in order. */
	readonly own: ReadonlyArray<LiveEntry<"progress">>;
	/** The entries for its value: those of its measure, otherwise its own. */
	readonly values: ReadonlyArray<LiveEntry<"progress">>;
	readonly counting: CountingRule;
	/** The status of its needs at the end of a day, today or an earlier due day; without dropped items. */
	readonly needs: (day: Day) => ReadonlyArray<DependencyStatus>;
	/** For a rate that was met in all its periods: its last day, from which it is done. */
	readonly kept?: Day;
}

/** The status of an item at the end of a day, whether or not it holds. */
export interface ItemEvaluation {
	readonly value: number | undefined;
	/** Undefined if it is not reached. */
	readonly reached: ReachedSpan | undefined;
}

/** Whether what was reached holds on a day: reached by then, neither lapsed nor expired. */
export function holdsOn(reached: ReachedSpan | undefined, day: Day): boolean {
	const { since = Infinity, lapses = Infinity, expires = Infinity } = reached ?? {};
	return since <= day && day < lapses && day < expires;
}

/**
 * The status of an item at the end of a day. It is reached when it is marked done, when the value meets the goal, when all
 * its needs held on that day, or, as a rate, when it was met in all its periods. `lapses` is the last confirmation plus
 * `confirm`: a mark, or a number, confirms. `expires` is the last time it was marked done plus `valid`; without a mark, the
 * day on which it was reached. A rate that was met in all its periods counts as marked done on its last day.
 */
export function evaluateItem(item: Item, source: ItemSource, day: Day): ItemEvaluation {
	const own = upTo(source.own, day);
	const values = upTo(source.values, day);
	const kept = source.kept !== undefined && source.kept <= day ? source.kept : undefined;
	const points = item.goal && !item.goal.per ? valueHistory(values, source.counting) : [];
	const value = points.at(-1)?.value;
	const marks = own.filter(({ entry }) => typeof entry.set === "boolean");
	const since =
		firstOfRun(marks, ({ entry }) => entry.set === true) ??
		firstOfRun(points, (point) => item.goal !== undefined && isMet(item.goal, point.value)) ??
		sinceOfNeeds(source.needs(day), day) ??
		kept;
	if (since === undefined) {
		return { value, reached: undefined };
	}
	const lastMark = marks.at(-1);
	const marked = Math.max(lastMark?.entry.set === true ? lastMark.day : since, kept ?? since);
	const measured = item.goal?.per ? values.findLast(isNumber) : points.at(-1);
	const confirmed = Math.max(since, marked, measured?.day ?? since);
	return {
		value,
		reached: {
			since,
			...(item.confirm ? { lapses: addDuration(confirmed, item.confirm) } : {}),
			...(item.valid ? { expires: addDuration(marked, item.valid) } : {}),
		},
	};
}

/** The entries of a day and those before. */
export function upTo(entries: ReadonlyArray<LiveEntry<"progress">>, day: Day): ReadonlyArray<LiveEntry<"progress">> {
	return (entries.at(-1)?.day ?? day) <= day ? entries : entries.filter((live) => live.day <= day);
}

/** The day of the first entry of the final run that fulfills a condition; undefined if the last entry doesn't. */
function firstOfRun<T extends { readonly day: Day }>(
	list: ReadonlyArray<T>,
	isOne: (each: T) => boolean,
): Day | undefined {
	return list[list.findLastIndex((each) => !isOne(each)) + 1]?.day;
}

/** Whether all needs held on a day; false without needs. */
function dependenciesHoldOn(needs: ReadonlyArray<DependencyStatus>, day: Day): boolean {
	return needs.length > 0 && needs.every(({ reached }) => holdsOn(reached, day));
}

/** The day on which the last of the needs was reached, if all of them hold. */
function sinceOfNeeds(needs: ReadonlyArray<DependencyStatus>, day: Day): Day | undefined {
	return dependenciesHoldOn(needs, day) ? Math.max(...needs.map(({ reached }) => reached?.since ?? day)) : undefined;
}
