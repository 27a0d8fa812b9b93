import type { Day, Span } from "../../time/day.ts";
import { weekOf } from "../../time/week.ts";
import { targetFor } from "./weeklyTarget.ts";
import { countedMinutes, type WeekContext } from "./weekReport.ts";

/** A finished week. */
export interface FinishedWeek {
	readonly span: Required<Span>;
	/** The low end of its target, in minutes. */
	readonly low: number;
	/** Minutes that count towards the aim. */
	readonly minutes: number;
	/** It had no target. */
	readonly off: boolean;
}

/** How many of the last weeks reached their low end. */
export interface WeeksKept {
	readonly kept: number;
	/** The number of weeks with a target. */
	readonly of: number;
}

/**
 * The finished weeks, the last one first, back to the week of day one; without a `start`, to that of the first time entry.
 */
export function* finishedWeeks(context: WeekContext): Generator<FinishedWeek> {
	const { index, logged, today } = context;
	const first = index.plan.start ?? firstLoggedDay(logged.time.values());
	let span = weekOf(today, index.plan.week.starts);
	while (first !== undefined && span.start > first) {
		span = { start: span.start - 7, end: span.start };
		const { aim } = targetFor(index.plan, span);
		yield { span, low: aim.low, minutes: countedMinutes(context, span), off: aim.high === 0 };
	}
}

/**
 * Counts the kept weeks: those with at least the minutes of their low end. Of the last `count` finished weeks, those that
 * were off or before the plan's start don't count.
 */
export function weeksKept(weeks: Iterable<FinishedWeek>, count: number): WeeksKept {
	let kept = 0;
	let of = 0;
	let seen = 0;
	for (const { off, minutes, low } of weeks) {
		if (seen++ === count) {
			break;
		}
		of += off ? 0 : 1;
		kept += !off && minutes >= low ? 1 : 0;
	}
	return { kept, of };
}

/** The first day with an entry. */
export function firstLoggedDay(times: Iterable<{ readonly firstDay: Day | undefined }>): Day | undefined {
	const days = [...times].flatMap((each) => each.firstDay ?? []);
	return days.length ? Math.min(...days) : undefined;
}
