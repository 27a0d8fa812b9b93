import { trendOf } from "../journal/registers.ts";
import type { Day } from "../plan/day.ts";
import { dueDay } from "../plan/period.ts";
import type { Item } from "../plan/plan.ts";
import { goalShare } from "./goalShare.ts";
import { type ItemPace, itemPace } from "./itemPace.ts";
import { type RatePeriods, type RateSource, ratePeriods, sumWithin, trailingWindow } from "./rate.ts";
import { mean } from "./rollup.ts";
import { holdsOn, type ItemSource, type Need, needsHeldOn, type Reached, standingOn } from "./standing.ts";

/** Days before its due day, that day included, in which something is due soon. */
export const soonDays = 28;

/** How far something has come. Shares are 0 to 1. */
export interface Progress extends Need {
	/** The share of the way to the low end of the goal; without a goal 0 or 1; undefined where it cannot be said. */
	readonly share: number | undefined;
	/** The value that counts, in the goal's unit; undefined where nothing was logged or there is no goal. */
	readonly value: number | undefined;
	readonly state: "done" | "overdue" | "started" | "open" | "dropped";
	/** The last day on which it is in time; absent where it is never due. */
	readonly due?: Day;
	/** Days from today to `due`; negative once it is past. */
	readonly dueIn?: number;
	/** Due within 28 days, today included, and not done. */
	readonly dueSoon: boolean;
	/** Only of a number that is to be reached by a day, until then. */
	readonly pace?: ItemPace;
	/** At most so much, and nothing was logged. */
	readonly notMeasured: boolean;
	/** What must hold until its last day does so far. */
	readonly holds: boolean;
	/** The day from which on it has to be confirmed again, and whether that day has come. */
	readonly lapses?: Day;
	readonly lapsed: boolean;
	/** The day from which on it has expired, and whether that day has come. */
	readonly expires?: Day;
	readonly expired: boolean;
	/** Of a rate. */
	readonly periods?: RatePeriods;
	/** Since when it is done, as those see it that need it. */
	readonly reached: Reached | undefined;
}

/** What an item's progress hangs on beside what was logged. */
export interface ItemContext {
	readonly today: Day;
	/** Day one of the plan. */
	readonly start: Day | undefined;
	/** It must hold until its last day. */
	readonly through: boolean;
}

/**
 * Reckons one item. What must hold until its last day, `at most`, and `needs` are judged on that day: what held then stays
 * done, what did not can still be made good. What has lapsed or expired counts 0 until it is confirmed or done again, and is
 * not overdue if it held when it was due.
 */
export function itemProgress(item: Item, source: ItemSource, context: ItemContext): Progress {
	const { today, through } = context;
	const due = dueDay(item.span);
	const now = standingOn(item, source, today);
	const rate = rateOf(item, source, context);
	const value = rate ? rate.value : now.value;
	if (item.dropped && (item.dropped.on ?? today) <= today) {
		return { ...nothing, share: undefined, value, state: "dropped" };
	}
	const isOver = due !== undefined && due < today;
	const atDue = isOver ? standingOn(item, source, due).reached : undefined;
	const heldAtDue = isOver && holdsOn(atDue, due);
	const isJudged =
		(through || item.goal?.atMost === true ? heldAtDue : false) || (isOver && needsHeldOn(source.needs, due));
	const holding = holdsOn(now.reached, today);
	const kept = isOver && rate !== undefined && rate.periods.elapsed > 0 && rate.periods.met === rate.periods.elapsed;
	const done = isJudged || kept || (holding && (isOver || !through));
	const holds = holding && !done;
	const { lapses, expires } = now.reached ?? {};
	const share = done || holds ? 1 : now.reached ? 0 : shareSoFar(item, source, now.value, rate?.periods);
	const isStarted = (share ?? 0) > 0 || source.own.length > 0 || value !== undefined;
	const isOverdue = isOver && !(now.reached && heldAtDue);
	const pace = !done && !through && share !== undefined ? paceOf(item, share, today) : undefined;
	return {
		share,
		value,
		state: done ? "done" : isOverdue ? "overdue" : isStarted ? "started" : "open",
		...(due === undefined ? {} : { due, dueIn: due - today }),
		dueSoon: due !== undefined && due >= today && due < today + soonDays && !done && !holds,
		...(pace ? { pace } : {}),
		notMeasured: item.goal?.atMost === true && value === undefined && !(rate && source.values.length > 0),
		holds,
		...(lapses === undefined ? {} : { lapses }),
		lapsed: !done && lapses !== undefined && lapses <= today,
		...(expires === undefined ? {} : { expires }),
		expired: !done && expires !== undefined && expires <= today,
		...(rate ? { periods: rate.periods } : {}),
		reached: done && (through || !holding) ? { since: due ?? today } : through ? undefined : now.reached,
	};
}

/** An item of which nothing is known. */
export const nothing: Progress = {
	share: 0,
	value: undefined,
	state: "open",
	dueSoon: false,
	notMeasured: false,
	holds: false,
	lapsed: false,
	expired: false,
	reached: undefined,
};

function rateOf(item: Item, { values, counting }: ItemSource, { today, start }: ItemContext) {
	const { goal } = item;
	if (goal?.per === undefined) {
		return undefined;
	}
	const span = item.span ?? (start === undefined ? undefined : { start });
	const source: RateSource = { goal: { ...goal, per: goal.per }, entries: values, count: counting.count, span };
	return { value: sumWithin(source, trailingWindow(goal.per, today)), periods: ratePeriods(source, today) };
}

/** The share of what is not reached. */
function shareSoFar(
	item: Item,
	{ own, needs }: ItemSource,
	value: number | undefined,
	periods: RatePeriods | undefined,
): number | undefined {
	if (periods) {
		return periods.elapsed > 0 ? periods.met / periods.elapsed : undefined;
	}
	if (item.goal) {
		return goalShare(item.goal, item.from, value);
	}
	const isMarked = own.some(({ entry }) => typeof entry.set === "boolean");
	const isTrend = !isMarked && (item.kind === "indicator" || trendOf(own) !== undefined);
	// What needs nothing whose share is known has none of its own to say.
	return needs.length > 0 ? mean(needs.map((need) => need.share)) : isTrend ? undefined : 0;
}

function paceOf({ goal, span }: Item, share: number, today: Day): ItemPace | undefined {
	const end = span?.end;
	return goal && !goal.atMost && !goal.per && span && end !== undefined
		? itemPace(share, { start: span.start, end }, today)
		: undefined;
}
