import type { LiveEntry } from "../journal/liveEntry.ts";
import { type Counting, valueHistory } from "../journal/registers.ts";
import type { Day } from "../plan/day.ts";
import { addDuration } from "../plan/duration.ts";
import type { Item } from "../plan/plan.ts";
import { isMet } from "./goalShare.ts";

/** Since when something is reached, and until when that is good. */
export interface Reached {
	/** The first day of the run that lasts. */
	readonly since: Day;
	/** The day from which on it does not hold unless it is confirmed again (`confirm`). */
	readonly lapses?: Day;
	/** The day from which on it has expired (`valid`). */
	readonly expires?: Day;
}

/** An item as those see it that need it. */
export interface Need {
	/** 0 to 1; undefined where it cannot be said. */
	readonly share: number | undefined;
	readonly reached: Reached | undefined;
}

/** What an item is reckoned from. */
export interface ItemSource {
	/** What was logged on the item itself, in order. */
	readonly own: ReadonlyArray<LiveEntry<"progress">>;
	/** What its value is made of: the entries of its measure, else its own. */
	readonly values: ReadonlyArray<LiveEntry<"progress">>;
	readonly counting: Counting;
	/** How far the items that it needs have come; dropped ones are left out. */
	readonly needs: ReadonlyArray<Need>;
}

/** How an item stood at the end of a day, whether or not it held. */
export interface Standing {
	readonly value: number | undefined;
	/** Undefined where it is not reached. */
	readonly reached: Reached | undefined;
}

/** Whether what was reached holds on a day: reached by then, neither lapsed nor expired. */
export function holdsOn(reached: Reached | undefined, day: Day): boolean {
	const { since = Infinity, lapses = Infinity, expires = Infinity } = reached ?? {};
	return since <= day && day < lapses && day < expires;
}

/**
 * How an item stands at the end of a day. It is reached when it is marked done, when the value meets the goal, or when all
 * that it needs held on that day. `lapses` is the last confirmation plus `confirm`: a mark, or a value, confirms. `expires` is
 * the last time it was marked done plus `valid`; without a mark, the day on which it was reached.
 */
export function standingOn(item: Item, source: ItemSource, day: Day): Standing {
	const own = upTo(source.own, day);
	const points = item.goal && !item.goal.per ? valueHistory(upTo(source.values, day), source.counting) : [];
	const value = points.at(-1)?.value;
	const marks = own.filter(({ entry }) => typeof entry.set === "boolean");
	const since =
		firstOfRun(marks, ({ entry }) => entry.set === true) ??
		firstOfRun(points, (point) => item.goal !== undefined && isMet(item.goal, point.value)) ??
		sinceOfNeeds(source.needs, day);
	if (since === undefined) {
		return { value, reached: undefined };
	}
	const lastMark = marks.at(-1);
	const marked = lastMark?.entry.set === true ? lastMark.day : since;
	const confirmed = Math.max(since, marked, points.at(-1)?.day ?? since);
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
function upTo(entries: ReadonlyArray<LiveEntry<"progress">>, day: Day): ReadonlyArray<LiveEntry<"progress">> {
	return (entries.at(-1)?.day ?? day) <= day ? entries : entries.filter((live) => live.day <= day);
}

/** The day of the first of those at the end that are all alike; undefined where the last one is not. */
function firstOfRun<T extends { readonly day: Day }>(
	list: ReadonlyArray<T>,
	isOne: (each: T) => boolean,
): Day | undefined {
	return list[list.findLastIndex((each) => !isOne(each)) + 1]?.day;
}

/** Whether all needs held on a day; without any they do not. */
export function needsHeldOn(needs: ReadonlyArray<Need>, day: Day): boolean {
	return needs.length > 0 && needs.every(({ reached }) => holdsOn(reached, day));
}

/** The day on which the last of the needs was reached, if all of them hold. */
function sinceOfNeeds(needs: ReadonlyArray<Need>, day: Day): Day | undefined {
	return needsHeldOn(needs, day) ? Math.max(...needs.map(({ reached }) => reached?.since ?? day)) : undefined;
}
