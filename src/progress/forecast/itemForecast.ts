import { latestValue } from "../../journal/ledger/valueHistory.ts";
import type { Item, Plan } from "../../plan/plan.ts";
import type { Day } from "../../time/day.ts";
import { dueDay } from "../../time/period.ts";
import { isMet } from "../items/goalShare.ts";
import type { Progress } from "../items/itemProgress.ts";
import type { ItemSource } from "../items/itemStatus.ts";
import { type BandPoint, type Forecast, type ForecastQuestion, forecast, forecastBand } from "./forecast.ts";
import { OpenWeeks } from "./openWeeks.ts";
import { changesOf, type WeeklyChange, weeklyRecord } from "./weeklyRecord.ts";

/** The context of a forecast. */
export interface ForecastContext {
	readonly plan: Plan;
	/** The last day whose entries count. */
	readonly today: Day;
}

/**
 * Forecasts when an item reaches its goal: a number that grows towards it, or falls towards it from `from`. Undefined for
 * what is not forecast: rates, limits, check marks, trends, and dropped items.
 */
export function itemForecast(item: Item, source: ItemSource, context: ForecastContext): Forecast | undefined {
	const question = itemQuestion(item, source, context);
	return question && forecast(question);
}

/**
 * The likely range of an item's value after some weeks. Values are in the goal's unit; a percentage doesn't exceed 100, and a
 * value that falls doesn't fall below 0.
 *
 * @param context with the open weeks to look at, counted from 1 and ascending
 */
export function itemBand(
	item: Item,
	source: ItemSource,
	context: ForecastContext & { readonly ahead: ReadonlyArray<number> },
): ReadonlyArray<BandPoint> {
	const question = itemQuestion(item, source, context);
	if (!question || question.missing <= 0 || !item.goal) return [];
	const { low: goal } = item.goal;
	const value = (added: number) =>
		isFalling(item)
			? Math.max(Math.min(0, goal), goal + question.missing - added)
			: Math.min(
					item.goal?.unit === "%" && goal <= 100 ? 100 : Number.POSITIVE_INFINITY,
					goal + added - question.missing,
				);
	return forecastBand(question, context.ahead).map(({ day, low, middle, high }) => {
		const ends = [value(low), value(high)];
		return { day, low: Math.min(...ends), middle: value(middle), high: Math.max(...ends) };
	});
}

/** The input of the forecast of an item; undefined for what is not forecast. */
export function itemQuestion(
	item: Item,
	{ values, counting }: ItemSource,
	{ plan, today }: ForecastContext,
): ForecastQuestion | undefined {
	const { goal, span, dropped } = item;
	if (!goal || !isForecastable(item) || (dropped && (dropped.on ?? today) <= today)) return undefined;
	const direction = goalDirection(item);
	const changes = changesOf(values, counting).map(({ day, amount }) => ({ day, amount: direction * amount }));
	const value = latestValue(values, counting);
	const missing = value !== undefined && isMet(goal, value) ? 0 : direction * (goal.low - (value ?? item.from));
	const due = dueDay(span);
	const weeks = new OpenWeeks(plan, today);
	const start = Math.min(
		today,
		Math.max(plan.start ?? Number.NEGATIVE_INFINITY, span?.start ?? Number.NEGATIVE_INFINITY),
	);
	const first = Number.isFinite(start) ? start : (changes[0]?.day ?? today);
	return {
		missing,
		record: weeklyRecord(changes, first, weeks),
		...(due === undefined ? {} : { due }),
		weeks,
		seed: seedOf(changes),
	};
}

/**
 * Forecasts when all of some items are done, such as those of a phase or a stage, by how many were done each week. Undefined
 * if nothing is left or nothing counts.
 *
 * @param span the days of the phase or stage
 */
export function groupForecast(
	items: ReadonlyArray<Item>,
	progress: ReadonlyMap<string, Progress>,
	{ plan, today, span }: ForecastContext & { readonly span: Item["span"] },
): Forecast | undefined {
	const counted = items.flatMap(({ id }) => progress.get(id) ?? []).filter(({ state }) => state !== "dropped");
	const left = counted.filter(({ state }) => state !== "done").length;
	if (counted.length === 0 || left === 0) return undefined;
	const changes = counted
		.flatMap(({ state, reached }) =>
			state === "done" && reached ? [{ day: Math.min(today, reached.since), amount: 1 }] : [],
		)
		.sort((a, b) => a.day - b.day);
	const weeks = new OpenWeeks(plan, today);
	const start = Math.min(today, span?.start ?? plan.start ?? changes[0]?.day ?? today);
	const due = dueDay(span);
	return forecast({
		missing: left,
		record: weeklyRecord(changes, start, weeks),
		...(due === undefined ? {} : { due }),
		weeks,
		seed: seedOf(changes),
	});
}

/** Whether the goal of an item can be forecast: no rates, and limits only if the value falls to them. */
export function isForecastable(item: Item): boolean {
	const { goal } = item;
	return goal !== undefined && !goal.per && !goal.band && (!goal.atMost || isFalling(item));
}

/** 1 if the value grows towards the goal, -1 if it falls. */
export function goalDirection(item: Item): 1 | -1 {
	return isFalling(item) ? -1 : 1;
}

/** Whether the value has to fall: the goal is an upper limit below the start value. */
function isFalling({ goal, from }: Item): boolean {
	return goal?.atMost === true && from > goal.low;
}

/** The random seed: stays the same when the record grows, so that a new entry doesn't change everything randomly. */
function seedOf(changes: ReadonlyArray<WeeklyChange>): number {
	const first = changes[0];
	return first ? Math.trunc(first.day * 31 + first.amount) : 0;
}
