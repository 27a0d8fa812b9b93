import { ExactSum } from "../journal/exactSum.ts";
import type { Day, Span } from "../plan/day.ts";
import type { Activity, Commitment, TimeOff } from "../plan/plan.ts";
import type { Hours } from "../plan/scalars.ts";
import { type Asked, askedIn } from "./asked.ts";
import type { Logged } from "./logged.ts";
import type { PlanIndex } from "./planIndex.ts";
import { type WeekState, weekState } from "./weekState.ts";

/** Minutes against an aim. */
export interface Pace {
	readonly aim: Hours;
	/** What counts towards the aim. */
	readonly minutes: number;
	/** What the finished days ask for, of the low end: minutes at which one keeps pace. */
	readonly expected: number;
	readonly state: WeekState;
}

/** One commitment within a week. One that asks for nothing in that week is `off`. */
export interface CommitmentWeek extends Pace {
	readonly commitment: Commitment;
	/** Minutes on each of its activities; what was logged on the commitment itself is in none. */
	readonly activities: ReadonlyArray<{ readonly activity: Activity; readonly minutes: number }>;
}

/** A week: what it asks for and what it got. */
export interface WeekReport extends Pace {
	/** Seven days from `week.starts` on. */
	readonly span: Required<Span>;
	/** Open days that remain, today included. */
	readonly openDays: number;
	/** Time off that touches the week. */
	readonly timeOff: ReadonlyArray<TimeOff>;
	/** Those that ask for something in this week or got time, in the order of the plan. */
	readonly commitments: ReadonlyArray<CommitmentWeek>;
	/** Time that counts to no commitment, by what it was logged on: an id of the plan, or of an orphan. The most first. */
	readonly other: ReadonlyArray<{ readonly id: string; readonly minutes: number }>;
	/** All minutes, whether they count towards the aim or not. */
	readonly total: number;
}

/** What the numbers of a week hang on. */
export interface WeekContext {
	readonly index: PlanIndex;
	readonly logged: Logged;
	readonly today: Day;
	/** The most minutes that a day can give. */
	readonly maxMinutesPerDay: number;
}

/** Reports on a week, past or coming. */
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
		const aimOf = ({ commitments: aims }: Asked) => aims.get(commitment) ?? { low: 0, high: 0 };
		return asks || spent > 0 ? [{ commitment, activities, ...pace(context, asked, aimOf, spent) }] : [];
	});
	return {
		span,
		...pace(context, asked, ({ aim }) => aim, sum(counted)),
		openDays: asked.left,
		timeOff: plan.timeOff.filter((off) => off.span.start < span.end && span.start < (off.span.end ?? Infinity)),
		commitments,
		// Of two alike the order must not hang on which was logged first.
		other: other.sort((a, b) => b.minutes - a.minutes || (a.id < b.id ? -1 : 1)),
		total: sum(minutes.values()),
	};
}

/** The minutes of a week that count towards its aim. */
export function countedMinutes({ index, logged }: WeekContext, span: Required<Span>): number {
	return sum([...logged.time].map(([id, days]) => (index.countsTowardsAim(id) ? days.sum(span) : 0)));
}

interface AskedAround {
	readonly whole: Asked;
	/** Of the finished days. */
	readonly before: Asked;
	/** Of the finished days and today. */
	readonly throughToday: Asked;
	/** Open days from today on. */
	readonly left: number;
	readonly begun: boolean;
}

function askedAround({ index: { plan }, today }: WeekContext, { start, end }: Required<Span>): AskedAround {
	const until = (day: Day) => askedIn(plan, { start, end: Math.min(end, day) });
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
	aimOf: (asked: Asked) => Hours,
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

function minutesById({ time }: Logged, span: Required<Span>): ReadonlyMap<string, number> {
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
	const exact = new ExactSum();
	for (const number of numbers) {
		exact.add(number);
	}
	return exact.value;
}
