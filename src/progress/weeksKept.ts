import type { Day, Span } from "../plan/day.ts";
import { askedIn } from "./asked.ts";
import { weekOf } from "./week.ts";
import { countedMinutes, type WeekContext } from "./weekReport.ts";

/** A week that is over. */
export interface FinishedWeek {
	readonly span: Required<Span>;
	/** Minutes that its low end asked for. */
	readonly low: number;
	/** Minutes that count towards the aim. */
	readonly minutes: number;
	/** It asked for nothing. */
	readonly off: boolean;
}

/** How many of the last weeks reached their low end. */
export interface WeeksKept {
	readonly kept: number;
	/** The weeks that asked for something. */
	readonly of: number;
}

/**
 * The finished weeks, the last one first, back to the one with day one in it; without a `start`, to that of the first entry
 * on time.
 */
export function* finishedWeeks(context: WeekContext): Generator<FinishedWeek> {
	const { index, logged, today } = context;
	const first = index.plan.start ?? firstDay(logged.time.values());
	let span = weekOf(today, index.plan.week.starts);
	while (first !== undefined && span.start > first) {
		span = { start: span.start - 7, end: span.start };
		const { aim } = askedIn(index.plan, span);
		yield { span, low: aim.low, minutes: countedMinutes(context, span), off: aim.high === 0 };
	}
}

/**
 * Kept is a week with at least the minutes of its low end. Of the last `count` finished weeks those are not counted that
 * were off, or before the plan's start.
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
export function firstDay(times: Iterable<{ readonly firstDay: Day | undefined }>): Day | undefined {
	const days = [...times].flatMap((each) => each.firstDay ?? []);
	return days.length ? Math.min(...days) : undefined;
}
