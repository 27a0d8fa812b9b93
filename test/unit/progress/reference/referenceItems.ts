import type { EntryOf } from "../../../../src/journal/entry.ts";
import type { RawItem, RawPlan } from "./rawPlan.ts";
import { after, afterText, type Days, dayOf, includes } from "./referenceDates.ts";
import { trendOf } from "./referenceSignals.ts";

/** An item with the fields that it inherits from its parents. */
export interface PlacedItem {
	readonly raw: RawItem;
	readonly kind: "outcome" | "milestone" | "target" | "indicator";
	readonly days?: Days | undefined;
	readonly through: boolean;
	readonly track?: string | undefined;
	/** The ID of the item that it is a part of. */
	readonly partOf?: string | undefined;
}

export interface LoggedProgress {
	readonly day: number;
	readonly entry: EntryOf<"progress">;
}

interface Goal {
	readonly low: number;
	readonly high?: number;
	readonly atMost: boolean;
	/** Met only while the value is inside. */
	readonly isBand?: boolean;
	readonly per?: string;
}

interface Reached {
	readonly since: number;
	readonly lapses: number;
	readonly expires: number;
}

/** What the numbers of docs/format.md say of one item on a day. */
export interface ItemNumbers {
	readonly share: number | undefined;
	readonly value: number | undefined;
	readonly state: string;
	readonly due: number | undefined;
	readonly dueSoon: boolean;
	readonly pace: string | undefined;
	readonly notMeasured: boolean;
	readonly holds: boolean;
	readonly lapsed: boolean;
	readonly expired: boolean;
	readonly periods: { readonly met: number; readonly elapsed: number } | undefined;
	/** The days on which what is reached lapses and expires. */
	readonly ends: { readonly lapses: number; readonly expires: number } | undefined;
}

type Standing = ItemNumbers & { readonly reached: Reached | undefined };

/** The chapter "The numbers" of docs/format.md, sentence by sentence, in whatever time it takes. */
export class ReferenceItems {
	private readonly known = new Map<string, Standing>();

	constructor(
		private readonly plan: RawPlan,
		private readonly items: ReadonlyMap<string, PlacedItem>,
		/** In their order, by the id that they name. */
		private readonly logged: ReadonlyMap<string, ReadonlyArray<LoggedProgress>>,
	) {}

	/** The status of an item at the end of a day. */
	on(id: string, day: number): Standing {
		const key = `${id} ${day}`;
		const known = this.known.get(key) ?? this.standing(this.items.get(id) as PlacedItem, day);
		this.known.set(key, known);
		return known;
	}

	private standing(item: PlacedItem, today: number): Standing {
		const { raw, through } = item;
		const goal = goalOf(raw);
		const due = item.days?.last;
		const isOver = due !== undefined && due < today;
		const periods = goal?.per ? this.periods(item, { ...goal, per: goal.per }, today) : undefined;
		const isKept = isOver && periods !== undefined && periods.elapsed > 0 && periods.met === periods.elapsed;
		const value = goal?.per
			? this.sumOf(raw, after(today + 1, -1, goal.per), today)
			: goal && this.valuesUpTo(item, today).at(-1)?.value;
		const isDropped = raw.dropped !== undefined && dayOf(raw.dropped.on) <= today;
		if (isDropped) {
			return { ...nothing, value, state: "dropped", due: undefined };
		}
		const now = this.reached(item, today, isKept);
		const holding = holds(now, today);
		const heldAtDue = isOver && holds(this.reached(item, due, isKept), due);
		const isJudged =
			through || goal?.atMost === true || goal?.isBand === true || (isOver && this.needsOf(raw, due).length > 0);
		const staysDone = isOver && isJudged && heldAtDue && (!goal?.per || holds(this.reached(item, due, false), due));
		const done = staysDone || (holding && (isOver || !through));
		const holdsSoFar = holding && !done;
		const shareOfOpen = now ? 0 : this.shareOnTheWay(item, today, periods);
		const share = done || holdsSoFar ? 1 : shareOfOpen;
		const own = this.entries(raw.id, today);
		const isStarted = (share ?? 0) > 0 || own.length > 0 || value !== undefined;
		const numbers = this.entries(sourceOf(raw), today).filter(isNumber);
		return {
			share,
			value,
			state: stateOf({ done, isOverdue: isOver && !raw.optional && !(now && heldAtDue), isStarted }),
			due,
			dueSoon: !raw.optional && due !== undefined && due >= today && due - today < 28 && !done && !holdsSoFar,
			pace: done || through || raw.optional || share === undefined ? undefined : paceOf(goal, item.days, share, today),
			notMeasured: goal?.atMost === true && (goal.per ? numbers.length === 0 : value === undefined),
			holds: holdsSoFar,
			lapsed: !done && now !== undefined && now.lapses <= today,
			expired: !done && now !== undefined && now.expires <= today,
			periods,
			ends: now,
			reached: seenByOthers(now, { due, done, staysDone, holding, through }),
		};
	}

	/** Marked done, the goal met, all needs held on that day, or a rate that was kept: since when, and until when that is good. */
	private reached(item: PlacedItem, day: number, isKept: boolean): Reached | undefined {
		const { raw } = item;
		const goal = goalOf(raw);
		const marks = this.entries(raw.id, day).filter(({ entry }) => typeof entry.set === "boolean");
		const values = goal && !goal.per ? this.valuesUpTo(item, day) : [];
		const kept = isKept && (item.days?.last ?? Infinity) <= day ? item.days?.last : undefined;
		const needs = this.needsOf(raw, day);
		const sinceNeeds =
			needs.length > 0 && needs.every((need) => holds(need.reached, day))
				? Math.max(...needs.map((need) => need.reached?.since ?? day))
				: undefined;
		const since =
			startOfRun(marks, ({ entry }) => entry.set === true) ??
			startOfRun(values, ({ value }) => goal !== undefined && isMet(goal, value)) ??
			sinceNeeds ??
			kept;
		if (since === undefined) {
			return undefined;
		}
		const last = marks.at(-1);
		const marked = Math.max(last?.entry.set === true ? last.day : since, kept ?? since);
		const measured = goal?.per ? this.entries(sourceOf(raw), day).filter(isNumber).at(-1) : values.at(-1);
		return {
			since,
			lapses: raw.confirm ? afterText(Math.max(since, marked, measured?.day ?? since), raw.confirm) : Infinity,
			expires: raw.valid ? afterText(marked, raw.valid) : Infinity,
		};
	}

	/** Without those that were dropped by then, and none at all where the item needs itself. */
	private needsOf(raw: RawItem, day: number): ReadonlyArray<Standing> {
		if (this.isInCircle(raw.id)) {
			return [];
		}
		const ids = neededBy(raw).filter((id) => this.items.has(id));
		return ids.map((id) => this.on(id, day)).filter(({ state }) => state !== "dropped");
	}

	private isInCircle(id: string): boolean {
		const met = new Set<string>();
		const idsOf = (each: string) => {
			const raw = this.items.get(each)?.raw;
			return raw ? neededBy(raw) : [];
		};
		const open = [...idsOf(id)];
		for (let next = open.pop(); next !== undefined; next = open.pop()) {
			if (!met.has(next)) {
				met.add(next);
				open.push(...idsOf(next));
			}
		}
		return met.has(id);
	}

	private shareOnTheWay(item: PlacedItem, today: number, periods: ItemNumbers["periods"]): number | undefined {
		const { raw } = item;
		const goal = goalOf(raw);
		if (periods) {
			return periods.elapsed > 0 ? periods.met / periods.elapsed : undefined;
		}
		if (goal) {
			return goalShare(goal, Number(raw.from ?? 0), this.valuesUpTo(item, today).at(-1)?.value);
		}
		const needs = this.needsOf(raw, today);
		if (needs.length > 0) {
			const shares = needs.flatMap(({ share }) => share ?? []);
			return shares.length > 0 ? shares.reduce((sum, each) => sum + each, 0) / shares.length : undefined;
		}
		const own = this.entries(raw.id, today).map(({ entry }) => typeof entry.set);
		const isTrend = item.kind === "indicator" || own.includes("string");
		return isTrend && !own.includes("boolean") ? undefined : 0;
	}

	/** The trend of an indicator; a rate has one once a number lies before its last period. */
	trend(id: string, today: number): string | undefined {
		const item = this.items.get(id) as PlacedItem;
		const per = goalOf(item.raw)?.per;
		const numbers = this.entries(sourceOf(item.raw), today).filter(isNumber);
		const first = per ? after(today + 1, -1, per) : today;
		const rate = per && {
			now: this.sumOf(item.raw, first, today) ?? 0,
			before: this.sumOf(item.raw, after(first, -1, per), first - 1) ?? 0,
			isKnown: (numbers[0]?.day ?? Infinity) < first,
		};
		return trendOf(this.entries(id, today), this.valuesUpTo(item, today), rate || undefined);
	}

	/** Whole periods that are over, counted from the first day of the item, else from that of the plan. */
	private periods({ raw, days }: PlacedItem, goal: Goal & { readonly per: string }, today: number) {
		const { first, last = Infinity } = days ?? { first: dayOf(this.plan.start) };
		const numbers = this.entries(sourceOf(raw), today).filter(isNumber);
		let [met, elapsed] = [0, 0];
		for (;;) {
			const begin = after(first, elapsed, goal.per);
			const end = after(first, elapsed + 1, goal.per) - 1;
			if (end > last || end >= today) {
				return { met, elapsed };
			}
			const isMeasured = !goal.atMost || numbers.some(({ day }) => day <= end);
			met += isMeasured && isMet(goal, this.sumOf(raw, begin, end) ?? 0) ? 1 : 0;
			elapsed++;
		}
	}

	/** What lies in some days, both included; of a `total` how much it grew. */
	sumOf(raw: RawItem, first: number, last: number): number | undefined {
		const entries = this.logged.get(sourceOf(raw)) ?? [];
		if (this.countOf(raw) === "total") {
			const from = Number(raw.from ?? 0);
			const upTo = (day: number) =>
				valuesOf(
					entries.filter((each) => each.day <= day),
					from,
				).at(-1)?.value ?? from;
			const isAny = entries.some((each) => isNumber(each) && each.day >= first && each.day <= last);
			return isAny ? upTo(last) - upTo(first - 1) : undefined;
		}
		const sum = valuesOf(
			entries.filter(({ day }) => day >= first && day <= last),
			0,
		).at(-1)?.value;
		return sum === undefined ? undefined : Math.round(sum * 1e9) / 1e9;
	}

	/** The value after each number up to a day; for a `period` only of those in the days of the item. */
	private valuesUpTo({ raw, days }: PlacedItem, today: number) {
		const entries = this.entries(sourceOf(raw), today);
		const counting =
			this.countOf(raw) === "period" && days ? entries.filter(({ day }) => includes(days, day)) : entries;
		return valuesOf(counting, Number(raw.from ?? 0));
	}

	private countOf(raw: RawItem): string | undefined {
		return this.plan.measures.find(({ id }) => id === raw.of)?.count;
	}

	entries(id: string, day: number): ReadonlyArray<LoggedProgress> {
		return (this.logged.get(id) ?? []).filter((each) => each.day <= day);
	}
}

/** Where its numbers are logged: on itself, on a measure, or as time. */
export function sourceOf({ id, of }: RawItem): string {
	return of === "time" ? `time of ${id}` : (of ?? id);
}

/** What it needs and its parts, without optional parts. */
function neededBy({ needs = [], parts = [] }: RawItem): ReadonlyArray<string> {
	return [...new Set([...needs, ...parts.filter(({ optional }) => !optional).map(({ id }) => id)])];
}

const nothing: Omit<Standing, "value" | "state" | "due"> = {
	share: undefined,
	dueSoon: false,
	pace: undefined,
	notMeasured: false,
	holds: false,
	lapsed: false,
	expired: false,
	periods: undefined,
	ends: undefined,
	reached: undefined,
};

/** What must hold through its last day is reached on it, or later when it is made good. */
function seenByOthers(
	now: Reached | undefined,
	{ due, ...is }: Record<"done" | "staysDone" | "holding" | "through", boolean> & { readonly due: number | undefined },
): Reached | undefined {
	if (due !== undefined && is.staysDone && (is.through || !is.holding)) {
		return { since: due, lapses: Infinity, expires: Infinity };
	}
	if (!is.through) {
		return now;
	}
	return is.done && now && due !== undefined ? { ...now, since: Math.max(now.since, due + 1) } : undefined;
}

function holds(reached: Reached | undefined, day: number): boolean {
	return reached !== undefined && reached.since <= day && day < reached.lapses && day < reached.expires;
}

/** The goal of an item. One below a written `from` is one to come down to; rates and open goals are not. */
export function goalOf({ goal, from }: RawItem): Goal | undefined {
	if (goal === undefined) {
		return undefined;
	}
	const form = /^(at most |between )?(-?\d+)(?:(?:-| and )(\d+))?(\+)?(?: (?:h|minutes))?(?: per (\w+))?$/;
	const [, sign, low = "", high, open, per] = form.exec(goal) ?? [];
	const most = sign === "at most ";
	if (sign === "between ") {
		return { low: Number(low), high: Number(high), atMost: false, isBand: true };
	}
	const limit = Number(high ?? low);
	if (from !== undefined && !most && !open && !per && Number(from) > limit) {
		return { low: limit, atMost: true };
	}
	const range = high === undefined ? {} : { high: Number(high) };
	return { low: Number(low), ...range, atMost: most || (goal === "0" && !per), ...(per ? { per } : {}) };
}

function stateOf(is: { readonly done: boolean; readonly isOverdue: boolean; readonly isStarted: boolean }): string {
	if (is.done) {
		return "done";
	}
	if (is.isOverdue) {
		return "overdue";
	}
	return is.isStarted ? "started" : "open";
}

export function isMet({ low, high = low, atMost, isBand }: Goal, value: number): boolean {
	if (isBand) {
		return value >= low && value <= high;
	}
	return atMost ? value <= low : value >= low;
}

function goalShare(goal: Goal, from: number, value: number | undefined): number {
	if (value === undefined) {
		return 0;
	}
	const share = isMet(goal, value) ? 1 : shareOfWay(goal, from, value);
	return Math.min(1, Math.max(0, share));
}

function shareOfWay({ low, high = low, atMost, isBand }: Goal, from: number, value: number): number {
	if (isBand) {
		return shareOfWay(value < low ? { low, atMost: false } : { low: high, atMost: true }, from, value);
	}
	if (!atMost) {
		return from < low ? (value - from) / (low - from) : 0;
	}
	if (from > low) {
		return (from - value) / (from - low);
	}
	return low > 0 ? low / value : 0;
}

export function isNumber({ entry: { set, add } }: LoggedProgress): boolean {
	return typeof set === "number" || add !== undefined;
}

/** `set` says what the value is, each `add` after it comes on top. */
function valuesOf(entries: ReadonlyArray<LoggedProgress>, from: number) {
	let value = from;
	return entries.filter(isNumber).map(({ day, entry: { set, add = 0 } }) => {
		value = typeof set === "number" ? set : value + add;
		return { day, value };
	});
}

/** The day of the first of those at the end that all are so. */
function startOfRun<T extends { readonly day: number }>(list: ReadonlyArray<T>, is: (each: T) => boolean) {
	let first: number | undefined;
	for (const each of list.toReversed()) {
		if (!is(each)) {
			break;
		}
		first = each.day;
	}
	return first;
}

/** A number with dates is behind, on pace or ahead by its share against the finished part of its days, and that with today. */
function paceOf(goal: Goal | undefined, days: Days | undefined, share: number, today: number): string | undefined {
	if (
		!goal ||
		goal.atMost ||
		goal.isBand ||
		goal.per ||
		days?.last === undefined ||
		today < days.first ||
		today > days.last
	) {
		return undefined;
	}
	const all = days.last + 1 - days.first;
	if (share < (today - days.first) / all) {
		return "behind";
	}
	return share >= (today + 1 - days.first) / all ? "ahead" : "onPace";
}
