import { latestTrend } from "../../journal/ledger/valueHistory.ts";
import type { Item } from "../../plan/plan.ts";
import type { Day } from "../../time/day.ts";
import { dueDay } from "../../time/period.ts";
import { mean } from "../../util/mean.ts";
import { goalShare } from "./goalShare.ts";
import { type ItemPace, itemPace } from "./itemPace.ts";
import { type DependencyStatus, evaluateItem, holdsOn, type ItemSource, type ReachedSpan } from "./itemStatus.ts";
import { isNumber, type RatePeriods, type RateSource, ratePeriods, sumWithin, trailingWindow } from "./ratePeriods.ts";

/** The number of days, up to and including the due day, in which an item is due soon. */
export const soonDays = 28;

/** The progress of an item. Shares are 0 to 1. */
export interface Progress extends DependencyStatus {
	/** The progress to the low end of the goal; without a goal, 0 or 1; undefined if unknown. */
	readonly share: number | undefined;
	/** The value that counts, in the goal's unit; undefined if nothing was logged or there is no goal. */
	readonly value: number | undefined;
	readonly state: "done" | "overdue" | "started" | "open" | "dropped";
	/** The last day on which it is on time; absent if it is never due. */
	readonly due?: Day;
	/** Days from today to `due`; negative once it is past. */
	readonly dueIn?: number;
	/** Due within 28 days, today included, and not done. */
	readonly dueSoon: boolean;
	/** Only for a number with a due day, until then. */
	readonly pace?: ItemPace;
	/** The goal is an upper limit, and nothing was logged. */
	readonly notMeasured: boolean;
	/** It must hold until its last day, and does so far. */
	readonly holds: boolean;
	/** The day from which it has to be confirmed again, and whether that day has come. */
	readonly lapses?: Day;
	readonly lapsed: boolean;
	/** The day from which it has expired, and whether that day has come. */
	readonly expires?: Day;
	readonly expired: boolean;
	/** Only for a rate. */
	readonly periods?: RatePeriods;
	/** The day since which it counts as done for its dependents. */
	readonly reached: ReachedSpan | undefined;
	/** Its status on the due days of its dependents, in order; undefined if it was dropped by then. */
	readonly earlier?: ReadonlyMap<Day, DependencyStatus | undefined>;
}

/** What the progress of an item depends on besides the journal. */
export interface ItemContext {
	readonly today: Day;
	/** Day one of the plan. */
	readonly start: Day | undefined;
	/** It must hold until its last day. */
	readonly through: boolean;
}

/**
 * Computes one item. Items that must hold until their last day, upper limits, and `needs` are evaluated on that day: what
 * held then stays done, what did not can still be fulfilled later. An item that has lapsed or expired counts 0 until it is
 * confirmed or done again, and is not overdue if it held when it was due.
 */
export function itemProgress(item: Item, logged: ItemSource, context: ItemContext): Progress {
	const { today, through } = context;
	const due = dueDay(item.span);
	const isOver = due !== undefined && due < today;
	const rate = rateOf(item, logged, context);
	const isKept = isOver && rate !== undefined && rate.periods.elapsed > 0 && rate.periods.met === rate.periods.elapsed;
	const source = isKept ? { ...logged, kept: due } : logged;
	const now = evaluateItem(item, source, today);
	const value = rate ? rate.value : now.value;
	if (item.dropped && (item.dropped.on ?? today) <= today) {
		return { ...noProgress, share: undefined, value, state: "dropped" };
	}
	const heldAtDue = isOver && holdsOn(evaluateItem(item, source, due).reached, due);
	const isJudged = heldAtDue && isJudgedWhenDue(item, logged, { due, through });
	const holding = holdsOn(now.reached, today);
	const done = isJudged || (holding && (isOver || !through));
	const holds = holding && !done;
	const { lapses, expires } = now.reached ?? {};
	const share = done || holds ? 1 : shareSoFar(item, source, { now, rate, today });
	const isStarted = (share ?? 0) > 0 || source.own.length > 0 || value !== undefined;
	const isOverdue = isOver && !item.optional && !(now.reached && heldAtDue);
	const pace = !done && !through && !item.optional && share !== undefined ? paceOf(item, share, today) : undefined;
	return {
		share,
		value,
		state: stateOf({ done, isOverdue, isStarted }),
		...(due === undefined ? {} : { due, dueIn: due - today }),
		dueSoon: !item.optional && due !== undefined && due >= today && due < today + soonDays && !done && !holds,
		...(pace ? { pace } : {}),
		notMeasured: item.goal?.atMost === true && value === undefined && !(rate && source.values.some(isNumber)),
		holds,
		...(lapses === undefined ? {} : { lapses }),
		lapsed: !done && lapses !== undefined && lapses <= today,
		...(expires === undefined ? {} : { expires }),
		expired: !done && expires !== undefined && expires <= today,
		...(rate ? { periods: rate.periods } : {}),
		reached: reachedFor(now.reached, { due, done, isJudged, holding, through }),
	};
}

function stateOf(is: Readonly<Record<"done" | "isOverdue" | "isStarted", boolean>>): Progress["state"] {
	if (is.done) {
		return "done";
	}
	if (is.isOverdue) {
		return "overdue";
	}
	return is.isStarted ? "started" : "open";
}

/** Whether an item that held on its due day stays done; a rate that is done because it was kept can still lapse. */
function isJudgedWhenDue(
	item: Item,
	logged: ItemSource,
	{ due, through }: { readonly due: Day; readonly through: boolean },
): boolean {
	const isOfKind = through || item.goal?.atMost === true || item.goal?.band === true || logged.needs(due).length > 0;
	return isOfKind && (!item.goal?.per || holdsOn(evaluateItem(item, logged, due).reached, due));
}

/** The status for dependents. An item that must hold until its last day is reached on that day, or when it is fulfilled later. */
function reachedFor(
	reached: ReachedSpan | undefined,
	{
		due,
		...is
	}: Readonly<Record<"done" | "isJudged" | "holding" | "through", boolean>> & { readonly due?: Day | undefined },
): ReachedSpan | undefined {
	if (due !== undefined && is.isJudged && (is.through || !is.holding)) {
		return { since: due };
	}
	if (!is.through || due === undefined) {
		return is.through ? undefined : reached;
	}
	return is.done && reached ? { ...reached, since: Math.max(reached.since, due + 1) } : undefined;
}

/** The progress of an unknown item. */
export const noProgress: Progress = {
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

type Rate = ReturnType<typeof rateOf>;

function rateOf(item: Item, { values, counting }: ItemSource, { today, start }: ItemContext) {
	const { goal } = item;
	if (goal?.per === undefined) {
		return undefined;
	}
	const span = item.span ?? (start === undefined ? undefined : { start });
	const source: RateSource = { goal: { ...goal, per: goal.per }, entries: values, ...counting, span };
	return { value: sumWithin(source, trailingWindow(goal.per, today)), periods: ratePeriods(source, today) };
}

/** The progress of an item that isn't done; 0 if it was reached and has to be confirmed or done again. */
function shareSoFar(
	item: Item,
	{ own, needs }: ItemSource,
	{ now, rate, today }: { readonly now: ReturnType<typeof evaluateItem>; readonly rate: Rate; readonly today: Day },
): number | undefined {
	if (now.reached) {
		return 0;
	}
	if (rate) {
		const { met, elapsed } = rate.periods;
		return elapsed > 0 ? met / elapsed : undefined;
	}
	if (item.goal) {
		return goalShare(item.goal, item.from, now.value);
	}
	const isMarked = own.some(({ entry }) => typeof entry.set === "boolean");
	const isTrend = !isMarked && (item.kind === "indicator" || latestTrend(own) !== undefined);
	// Without a need with a known share, the share is unknown.
	const needed = needs(today);
	if (needed.length > 0) {
		return mean(needed.map((need) => need.share));
	}
	return isTrend ? undefined : 0;
}

function paceOf({ goal, span }: Item, share: number, today: Day): ItemPace | undefined {
	const end = span?.end;
	return goal && !goal.atMost && !goal.band && !goal.per && span && end !== undefined
		? itemPace(share, { start: span.start, end }, today)
		: undefined;
}
