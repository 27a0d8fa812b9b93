import { DecimalSum } from "../../amount/decimalSum.ts";
import type { Hours } from "../../amount/hours.ts";
import type { Activity, Commitment, TimeOff } from "../../plan/plan.ts";
import type { Day, Span } from "../../time/day.ts";
import type { LoggedData } from "../loggedData.ts";
import type { PlanIndex } from "../planIndex.ts";
import { targetFor, type WeeklyTarget } from "./weeklyTarget.ts";
import { type WeekState, weekState } from "./weekState.ts";

/** Minutes and their target. */
export interface Pace {
	readonly aim: Hours;
	/** Minutes that count towards the target. */
	readonly minutes: number;
	/** The part of the lower end that is due for the finished days, in minutes. */
	readonly expected: number;
	readonly state: WeekState;
}

/** A commitment within a week. Without a target in that week it is `off`. */
export interface CommitmentWeek extends Pace {
	readonly commitment: Commitment;
	/** Minutes on each of its activities; those logged on the commitment itself are not included. */
	readonly activities: ReadonlyArray<{ readonly activity: Activity; readonly minutes: number }>;
}

/** A week: its target and its time. */
export interface WeekReport extends Pace {
	/** Seven days from `week.starts`. */
	readonly span: Required<Span>;
	/** Open days that remain, today included. */
	readonly openDays: number;
	/** Time off that touches the week. */
	readonly timeOff: ReadonlyArray<TimeOff>;
	/** Commitments with a target or time in this week, in the order of the plan. */
	readonly commitments: ReadonlyArray<CommitmentWeek>;
	/** Time without a commitment, by ID of the plan or unknown ID; the most first. */
	readonly other: ReadonlyArray<{ readonly id: string; readonly minutes: number }>;
	/** All minutes, whether they count towards the target or not. */
	readonly total: number;
}

/** The input of a week report. */
export interface WeekContext {
	readonly index: PlanIndex;
	readonly logged: LoggedData;
	readonly today: Day;
	/** The maximum minutes of one day. */
	readonly maxMinutesPerDay: number;
}

/** Creates the report of a week, past or future. */
export function weekReport(context: WeekContext, span: Required<Span>): WeekReport {
	const { index, logged } = context;
	const { plan } = index;
	const minutes = minutesById(logged, span);
	const asked = askedAround(context, span);
	const other = [...minutes]
		.filter(([id]) => !index.commitmentOf.has(id))
		.map(([id, spent]) => ({ id, minutes: spent }));
	const counted = [...minutes].filter(([id]) => index.countsTowardsAim(id)).map(([, spent]) => spent);
	const commitments = plan.commitments.flatMap((commitment): ReadonlyArray<CommitmentWeek> => {
		const activities = commitment.activities.map((activity) => ({ activity, minutes: minutes.get(activity.id) ?? 0 }));
		const spent = sum([minutes.get(commitment.id) ?? 0, ...activities.map((activity) => activity.minutes)]);
		const asks = asked.whole.commitments.has(commitment);
		const aimOf = ({ commitments: aims }: WeeklyTarget) => aims.get(commitment) ?? { low: 0, high: 0 };
		return asks || spent > 0 ? [{ commitment, activities, ...pace(context, asked, aimOf, spent) }] : [];
	});
	return {
		span,
		...pace(context, asked, ({ aim }) => aim, sum(counted)),
		openDays: asked.left,
		timeOff: plan.timeOff.filter((off) => off.span.start < span.end && span.start < (off.span.end ?? Infinity)),
		commitments,
		// Of two alike the order must not depend on which was logged first.
		other: other.sort((a, b) => b.minutes - a.minutes || (a.id < b.id ? -1 : 1)),
		total: sum(minutes.values()),
	};
}

/** The minutes of a week that count towards its target. */
export function countedMinutes({ index, logged }: WeekContext, span: Required<Span>): number {
	return sum([...logged.time].map(([id, days]) => (index.countsTowardsAim(id) ? days.sum(span) : 0)));
}

interface AskedAround {
	readonly whole: WeeklyTarget;
	/** Of the finished days. */
	readonly before: WeeklyTarget;
	/** Of the finished days and today. */
	readonly throughToday: WeeklyTarget;
	/** Open days from today on. */
	readonly left: number;
	readonly begun: boolean;
}

function askedAround({ index: { plan }, today }: WeekContext, { start, end }: Required<Span>): AskedAround {
	const until = (day: Day) => targetFor(plan, { start, end: Math.min(end, day) });
	const whole = until(end);
	const before = until(today);
	return {
		whole,
		before,
		throughToday: until(today + 1),
		left: whole.openDays - before.openDays,
		begun: start <= today,
	};
}

function pace(
	{ maxMinutesPerDay }: WeekContext,
	{ whole, before, throughToday, left, begun }: AskedAround,
	aimOf: (asked: WeeklyTarget) => Hours,
	minutes: number,
): Pace {
	const aim = aimOf(whole);
	const expected = aimOf(before).low;
	const state = weekState({
		minutes,
		low: aim.low,
		asks: aim.high > 0,
		askedBefore: expected,
		askedThroughToday: aimOf(throughToday).low,
		openDays: left,
		maxMinutesPerDay,
		begun,
	});
	return { aim, minutes, expected, state };
}

function minutesById({ time }: LoggedData, span: Required<Span>): ReadonlyMap<string, number> {
	const found = new Map<string, number>();
	for (const [id, days] of time) {
		const minutes = days.sum(span);
		if (minutes > 0) {
			found.set(id, minutes);
		}
	}
	return found;
}

function sum(numbers: Iterable<number>): number {
	const exact = new DecimalSum();
	for (const number of numbers) {
		exact.add(number);
	}
	return exact.value;
}
