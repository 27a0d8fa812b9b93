import type { Risk } from "../plan/plan.ts";
import type { Day } from "../time/day.ts";
import { addDuration } from "../time/duration.ts";
import type { FinishedWeek } from "./week/weeksKept.ts";

/** A risk, and whether it is live. */
export interface RiskSignal {
	readonly risk: Risk;
	readonly live: boolean;
}

/**
 * Whether a risk is live: in each of the last n finished weeks without full time off, the minutes were fewer than `below`
 * times the low end. n is the number of whole weeks in `for`, counted back from the current week, at least one. It is not
 * live while fewer weeks are finished, and without a `watch`.
 *
 * @param weeks the finished weeks, the last one first
 * @param weekStart the first day of the current week
 */
export function riskSignal(risk: Risk, weeks: Iterable<FinishedWeek>, weekStart: Day): RiskSignal {
	if (!risk.watch) {
		return { risk, live: false };
	}
	const { below, for: long } = risk.watch;
	const wanted = Math.max(1, Math.floor((weekStart - addDuration(weekStart, long, -1)) / 7));
	let seen = 0;
	for (const { off, minutes, low } of weeks) {
		if (off) {
			continue;
		}
		if (minutes >= below * low) {
			return { risk, live: false };
		}
		seen++;
		if (seen === wanted) {
			return { risk, live: true };
		}
	}
	return { risk, live: false };
}
