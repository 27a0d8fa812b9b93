import { valueOn } from "../../plan/datedValues.ts";
import type { Commitment, Item } from "../../plan/plan.ts";
import { spanContains } from "../../time/day.ts";
import { OpenWeeks } from "../forecast/openWeeks.ts";
import type { Snapshot } from "../snapshot.ts";

/** The weeks of the recent rate, as in the forecasts. */
const recentDays = 13 * 7;

/** What a higher rate of an item costs. Minutes per open week. */
export interface TimeCost {
	/** What was logged on it, and on the commitments that drive it, in the last 13 weeks. */
	readonly now: number;
	/** How much more a higher rate takes, if an hour brings as much as before. */
	readonly more: number;
	/** The commitment whose hours would grow: the one that drives the item, with the most time. */
	readonly commitment?: Commitment;
	/** The weekly target with these hours, low end. */
	readonly target: number;
	/** What the weekly target leaves for more: its high end less the low ends of the commitments. */
	readonly room: number;
	/** Whether the target is at most what the working days can give. */
	readonly fits: boolean;
}

/** Time per week, computed from what is logged, of an item whose rate grows by a factor; undefined if no time is logged on it. */
export function timeCost(
	item: Item,
	factor: number,
	snapshot: Snapshot,
	maxMinutesPerDay: number,
): TimeCost | undefined {
	const { plan, today } = snapshot;
	const start = Math.max(today + 1 - recentDays, plan.start ?? Number.NEGATIVE_INFINITY);
	const weeks = new OpenWeeks(plan, today).openDays(start, today + 1) / 7;
	if (!(weeks > 0)) {
		return undefined;
	}
	const { commitments, other } = snapshot.timeOver({ start, end: today + 1 });
	const driving = commitments
		.filter(({ commitment, minutes }) => minutes > 0 && commitment.drives.some(({ id }) => id === item.id))
		.sort((a, b) => b.minutes - a.minutes);
	const own = other.find(({ id }) => id === item.id)?.minutes ?? 0;
	const now = (own + driving.reduce((sum, { minutes }) => sum + minutes, 0)) / weeks;
	if (!(now > 0)) {
		return undefined;
	}
	const more = now * (factor - 1);
	const lows = plan.commitments
		.filter(({ span }) => !span || spanContains(span, today))
		.reduce((sum, { hours }) => sum + (valueOn(hours, today)?.low ?? 0), 0);
	const aim = valueOn(plan.week.hours, today);
	const target = Math.max(lows + more, aim?.low ?? 0);
	const commitment = driving[0]?.commitment;
	return {
		now,
		more,
		...(commitment ? { commitment } : {}),
		target,
		room: aim ? Math.max(0, aim.high - lows) : 0,
		fits: target <= plan.week.days.length * maxMinutesPerDay,
	};
}
