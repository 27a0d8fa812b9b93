import { contains, type Day, type Span } from "../plan/day.ts";
import type { Commitment, Plan } from "../plan/plan.ts";
import type { Hours } from "../plan/scalars.ts";
import { valueOn } from "../plan/shares.ts";
import { weekdayOf } from "./week.ts";

/** What some days ask for, in minutes. */
export interface Asked {
	readonly aim: Hours;
	/** Those of the days that ask for something. */
	readonly openDays: number;
	/** Of each commitment that asks for something on one of the days. */
	readonly commitments: ReadonlyMap<Commitment, Hours>;
}

const nothing: Hours = { low: 0, high: 0 };

/**
 * What the open days of a span ask for: the sum over them of the aim of a week, as it is on that day, divided by the number
 * of `week.days`. A day is open when it is one of `week.days`, not before `start`, and asks for something; whole time off
 * asks for nothing. The aim of a week is `week.hours`; without it, the sum of the commitments. Time off with `hours` asks
 * for these where they are less, and the commitments shrink in proportion.
 *
 * The source is docs/format.md: the aim of the week times open days divided by week days, for a first partial week as well.
 */
export function askedIn(plan: Plan, { start, end }: Required<Span>): Asked {
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
	// Divided once, at the end: a whole week asks for exactly what is written.
	const perDay = ({ low, high }: Hours): Hours => ({ low: low / weekDays, high: high / weekDays });
	const commitments = new Map([...sums].map(([commitment, hours]) => [commitment, perDay(hours)]));
	return { aim: perDay(sum), openDays, commitments };
}

/** What a week would ask for of which every day were like this one; undefined where the day is closed. */
function weekAskedOn(plan: Plan, day: Day): Omit<Asked, "openDays"> | undefined {
	const { week, start = Number.NEGATIVE_INFINITY } = plan;
	const off = plan.timeOff.filter(({ span }) => contains(span, day));
	if (day < start || !week.days.includes(weekdayOf(day)) || off.some(({ hours }) => hours === undefined)) {
		return undefined;
	}
	const usual = commitmentsOn(plan, day);
	const aim = valueOn(week.hours, day) ?? [...usual.values()].reduce(plus, nothing);
	const less = off.reduce((least, { hours = least }) => atMost(least, hours), aim);
	if (less === aim) {
		return { aim, commitments: usual };
	}
	const shrunk = [...usual].map(([commitment, { low, high }]): [Commitment, Hours] => [
		commitment,
		{ low: shrink(low, less.low, aim.low), high: shrink(high, less.high, aim.high) },
	]);
	return { aim: less, commitments: new Map(shrunk) };
}

/** The minutes a week of the commitments that hold on a day and ask for something. */
function commitmentsOn({ commitments }: Plan, day: Day): ReadonlyMap<Commitment, Hours> {
	const holding = new Map<Commitment, Hours>();
	for (const commitment of commitments) {
		const hours = !commitment.span || contains(commitment.span, day) ? valueOn(commitment.hours, day) : undefined;
		if (hours && hours.high > 0) {
			holding.set(commitment, hours);
		}
	}
	return holding;
}

function plus(a: Hours, b: Hours): Hours {
	return { low: a.low + b.low, high: a.high + b.high };
}

/** The same object where it asks for no more. */
function atMost(hours: Hours, limit: Hours): Hours {
	return hours.low <= limit.low && hours.high <= limit.high
		? hours
		: { low: Math.min(hours.low, limit.low), high: Math.min(hours.high, limit.high) };
}

function shrink(minutes: number, asked: number, usual: number): number {
	return usual === 0 ? minutes : (minutes * asked) / usual;
}
