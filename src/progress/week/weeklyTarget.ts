import type { Hours } from "../../amount/hours.ts";
import { valueOn } from "../../plan/datedValues.ts";
import type { Commitment, Plan } from "../../plan/plan.ts";
import { type Day, type Span, spanContains } from "../../time/day.ts";
import { weekdayOf } from "../../time/week.ts";

/** The target of some days, in minutes. */
export interface WeeklyTarget {
	readonly aim: Hours;
	/** The days with a target. */
	readonly openDays: number;
	/** The target of each commitment that has one on any of the days. */
	readonly commitments: ReadonlyMap<Commitment, Hours>;
}

const nothing: Hours = { low: 0, high: 0 };

/**
 * The target of the open days of a span: the sum over these days of the weekly aim on that day, divided by the number of
 * `week.days`. A day is open if it is one of `week.days`, not before `start`, and has an aim; full time off has none. The
 * weekly aim is `week.hours`; without it, the sum of the commitments. Time off with `hours` lowers the aim to these; the
 * commitments shrink in proportion, each end separately, the high end never below the low one.
 *
 * The source is docs/format.md: the aim of the week times open days divided by week days, for a first partial week as well.
 */
export function targetFor(plan: Plan, { start, end }: Required<Span>): WeeklyTarget {
	const weekDays = Math.max(1, plan.week.days.length);
	const sums = new Map<Commitment, Hours>();
	let sum = nothing;
	let openDays = 0;
	for (let day = start; day < end; day++) {
		const week = weekAskedOn(plan, day);
		if (week && week.aim.high > 0) {
			openDays++;
			sum = plus(sum, week.aim);
			for (const [commitment, hours] of week.commitments) {
				sums.set(commitment, plus(sums.get(commitment) ?? nothing, hours));
			}
		}
	}
	// Divided once, at the end: the target of a whole week is exactly the number in the plan.
	const perDay = ({ low, high }: Hours): Hours => ({ low: low / weekDays, high: high / weekDays });
	const commitments = new Map([...sums].map(([commitment, hours]) => [commitment, perDay(hours)]));
	return { aim: perDay(sum), openDays, commitments };
}

/** The weekly aim if every day were like this one; undefined if the day is closed. */
function weekAskedOn(plan: Plan, day: Day): Omit<WeeklyTarget, "openDays"> | undefined {
	const { week, start = Number.NEGATIVE_INFINITY } = plan;
	const off = plan.timeOff.filter(({ span }) => spanContains(span, day));
	if (day < start || !week.days.includes(weekdayOf(day)) || off.some(({ hours }) => hours === undefined)) {
		return undefined;
	}
	const usual = commitmentsOn(plan, day);
	const aim = valueOn(week.hours, day) ?? [...usual.values()].reduce(plus, nothing);
	const less = off.reduce((least, { hours = least }) => atMost(least, hours), aim);
	if (less === aim) {
		return { aim, commitments: usual };
	}
	const shrunk = [...usual].map(([commitment, hours]): [Commitment, Hours] => {
		const low = shrink(hours.low, less.low, aim.low);
		return [commitment, { low, high: Math.max(low, shrink(hours.high, less.high, aim.high)) }];
	});
	return { aim: less, commitments: new Map(shrunk) };
}

/** The weekly minutes of the commitments with an aim on a day. */
function commitmentsOn({ commitments }: Plan, day: Day): ReadonlyMap<Commitment, Hours> {
	const holding = new Map<Commitment, Hours>();
	for (const commitment of commitments) {
		const hours = !commitment.span || spanContains(commitment.span, day) ? valueOn(commitment.hours, day) : undefined;
		if (hours && hours.high > 0) {
			holding.set(commitment, hours);
		}
	}
	return holding;
}

function plus(a: Hours, b: Hours): Hours {
	return { low: a.low + b.low, high: a.high + b.high };
}

/** The same object if it isn't larger. */
function atMost(hours: Hours, limit: Hours): Hours {
	return hours.low <= limit.low && hours.high <= limit.high
		? hours
		: { low: Math.min(hours.low, limit.low), high: Math.min(hours.high, limit.high) };
}

function shrink(minutes: number, asked: number, usual: number): number {
	return usual === 0 ? minutes : (minutes * asked) / usual;
}
