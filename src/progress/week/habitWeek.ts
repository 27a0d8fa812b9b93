import type { Times } from "../../amount/hours.ts";
import { valueOn } from "../../plan/datedValues.ts";
import type { Commitment, Item, Plan } from "../../plan/plan.ts";
import { type Day, type Span, spanContains } from "../../time/day.ts";
import { weekdayOf } from "../../time/week.ts";
import { isMet } from "../items/goalShare.ts";
import type { ItemSource } from "../items/itemStatus.ts";
import { isNumber, sumsOf } from "../items/ratePeriods.ts";
import type { LoggedData } from "../loggedData.ts";
import { type WeekState, weekState } from "./weekState.ts";

/** A week of something that is done a number of times: a commitment with `times`, or a goal per day or week. */
export interface HabitWeek {
	readonly node: Commitment | Item;
	/** Of a commitment the times; of a goal per day the days that meet it; of a goal per week the sum. */
	readonly unit: "times" | "days" | "sum";
	readonly aim: Times;
	readonly count: number;
	/** The part of the low end that is due for the finished days. */
	readonly expected: number;
	readonly state: WeekState;
	/** The days of the week on which it is planned, from 0, Monday; empty if on any. */
	readonly days: ReadonlyArray<number>;
	/** Whether it was done today. */
	readonly isDoneToday: boolean;
	/** Whether it is planned today, and not done yet. */
	readonly isForToday: boolean;
}

/** What habits are computed from. */
export interface HabitContext {
	readonly plan: Plan;
	readonly logged: LoggedData;
	readonly today: Day;
	readonly sourceOf: (item: Item) => ItemSource;
	/** Whether an item is done or dropped. */
	readonly isSettled: (item: Item) => boolean;
}

/** The habits of a week: commitments with `times`, then items with a goal per day or week. */
export function habitsIn(context: HabitContext, week: Required<Span>): ReadonlyArray<HabitWeek> {
	const { plan, isSettled } = context;
	return [
		...plan.commitments.flatMap((commitment) => timesIn(context, commitment, week) ?? []),
		...plan.items
			.filter((item) => isHabit(item) && !isSettled(item))
			.flatMap((item) => rateIn(context, item, week) ?? []),
	];
}

/** Whether an item is a habit: its goal is per day or week. Indicators are only watched. */
export function isHabit({ goal, kind }: Item): boolean {
	return kind !== "indicator" && (goal?.per === "day" || goal?.per === "week");
}

/**
 * The week of a commitment with `times`. Each open day on which it is planned asks for its part of the times, so that a
 * partial week asks for fewer, rounded; for the finished days, rounded down. Undefined if nothing is asked or was done.
 */
function timesIn(context: HabitContext, commitment: Commitment, week: Required<Span>): HabitWeek | undefined {
	if (commitment.times.length === 0) {
		return undefined;
	}
	const { plan, today } = context;
	const planned = commitment.days.length > 0 ? commitment.days : plan.week.days;
	const asked = (until: Day) => askedIn(plan, commitment, { start: week.start, end: Math.min(week.end, until) });
	const whole = asked(week.end);
	const aim = { low: Math.round(whole.low), high: Math.round(whole.high) };
	const count = countIn(context.logged, commitment, week);
	if (aim.high === 0 && count === 0) {
		return undefined;
	}
	const isDoneToday = countIn(context.logged, commitment, { start: today, end: today + 1 }) > 0;
	const isPlanned = spanContains(week, today) && asked(today + 1).high > asked(today).high;
	// The days are a plan, not a limit: what was missed can be made up on any open day.
	const left = openDays(plan, commitment, { start: Math.max(week.start, today), end: week.end });
	const paced = paceOf(context, week, {
		aim,
		count,
		before: Math.floor(asked(today).low + 1e-9),
		throughToday: Math.floor(asked(today + 1).low + 1e-9),
		left: left.length,
		mostOfDay: Math.max(1, Math.ceil(aim.high / planned.length)),
	});
	const isOpenToday = isPlanned || (paced.state === "behind" && left.includes(today));
	return {
		node: commitment,
		unit: "times",
		aim,
		count,
		...paced,
		days: commitment.days,
		isDoneToday,
		isForToday: isOpenToday && !isDoneToday && count < aim.high,
	};
}

/** The days on which it can be done: not before day one, in its period, and not in time off. */
function openDays(plan: Plan, { span }: Commitment, { start, end }: Required<Span>): ReadonlyArray<Day> {
	const days = Array.from({ length: Math.max(0, end - start) }, (_, at) => start + at);
	const isOff = (day: Day) => plan.timeOff.some((off) => off.hours === undefined && spanContains(off.span, day));
	return days.filter((day) => day >= (plan.start ?? day) && (!span || spanContains(span, day)) && !isOff(day));
}

/** The times that the open days ask for, not rounded. */
function askedIn(plan: Plan, commitment: Commitment, span: Required<Span>): Times {
	const planned = commitment.days.length > 0 ? commitment.days : plan.week.days;
	let [low, high] = [0, 0];
	for (const day of openDays(plan, commitment, span)) {
		const times = planned.includes(weekdayOf(day)) ? valueOn(commitment.times, day) : undefined;
		low += times?.low ?? 0;
		high += times?.high ?? 0;
	}
	return { low: low / planned.length, high: high / planned.length };
}

/** Each time entry, and each `add` of progress, on a commitment or one of its activities. At least 0. */
function countIn({ timed, progress }: LoggedData, { id, activities }: Commitment, span: Required<Span>): number {
	let count = 0;
	for (const each of [id, ...activities.map((activity) => activity.id)]) {
		count += (timed.get(each) ?? []).filter((day) => spanContains(span, day)).length;
		for (const { day, entry } of progress.get(each) ?? []) {
			count += spanContains(span, day) ? (entry.add ?? 0) : 0;
		}
	}
	return Math.max(0, count);
}

/** The week of a goal per day or week, within the days of its item. */
function rateIn(context: HabitContext, item: Item, week: Required<Span>): HabitWeek | undefined {
	const { goal } = item;
	const start = Math.max(week.start, item.span?.start ?? context.plan.start ?? week.start);
	const end = Math.min(week.end, item.span?.end ?? week.end);
	if (!goal || start >= end) {
		return undefined;
	}
	const { today } = context;
	const { values, counting } = context.sourceOf(item);
	const sumOf = sumsOf({ entries: values, ...counting });
	const first = values.find(isNumber)?.day ?? Number.POSITIVE_INFINITY;
	const isMetOn = (day: Day) =>
		(!goal.atMost || first <= day) && day <= today && isMet(goal, sumOf({ start: day, end: day + 1 }) ?? 0);
	const days = Array.from({ length: end - start }, (_, at) => start + at);
	const isDaily = goal.per === "day";
	const aim = isDaily ? { low: days.length, high: days.length } : { low: goal.low, high: goal.high ?? goal.low };
	const count = isDaily ? days.filter(isMetOn).length : (sumOf({ start, end }) ?? 0);
	const part = (until: Day) => {
		const share = (aim.low * days.filter((day) => day < until).length) / days.length;
		return Number.isInteger(aim.low) ? Math.floor(share + 1e-9) : share;
	};
	const isDoneToday = isDaily ? isMetOn(today) : (sumOf({ start: today, end: today + 1 }) ?? 0) > 0;
	const left = days.filter((day) => day >= today).length;
	const paced = paceOf(context, week, {
		aim,
		count,
		before: part(today),
		throughToday: part(today + 1),
		left,
		// A day that was missed can't be made up, but the others still count.
		mostOfDay: Number.MAX_VALUE,
	});
	const isLimit = goal.atMost && !isDaily;
	const kept = week.end <= today ? "done" : "onPace";
	return {
		node: item,
		unit: isDaily ? "days" : "sum",
		aim,
		count,
		...(isLimit ? { expected: 0, state: count > aim.low ? ("outOfReach" as const) : (kept as WeekState) } : paced),
		days: [],
		isDoneToday,
		isForToday: !goal.atMost && today >= start && today < end && !isDoneToday && count < aim.high,
	};
}

function paceOf(
	{ today }: HabitContext,
	{ start }: Span,
	figures: {
		readonly aim: Times;
		readonly count: number;
		readonly before: number;
		readonly throughToday: number;
		readonly left: number;
		readonly mostOfDay: number;
	},
): Pick<HabitWeek, "expected" | "state"> {
	const { aim, count, before, throughToday, left, mostOfDay } = figures;
	const state = weekState({
		minutes: count,
		low: aim.low,
		asks: aim.high > 0,
		askedBefore: before,
		askedThroughToday: throughToday,
		openDays: left,
		maxMinutesPerDay: mostOfDay,
		begun: start <= today,
	});
	return { expected: before, state };
}
