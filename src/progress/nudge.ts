import { contains, type Day } from "../plan/day.ts";
import type { Commitment } from "../plan/plan.ts";
import type { Snapshot } from "./snapshot.ts";

/** When to point out that the week is behind. */
export interface NudgeSettings {
	/** From how many open days before the week's end on, today included. */
	readonly lastDays: number;
	/** From which hour of the day on. */
	readonly fromHour: number;
}

/** That the week is behind and can still be made up. */
export interface Nudge {
	/** Minutes to the low end. */
	readonly missing: number;
	/** Open days that remain, today included. */
	readonly openDays: number;
	/** The commitment that misses the most, with its minutes; undefined where none misses any. */
	readonly most: { readonly commitment: Commitment; readonly missing: number } | undefined;
}

/**
 * Whether there is reason to point out that the week is behind: near its end, while it can still be made up, and not on a
 * day off. Undefined where there is none.
 *
 * @param hour of the day it is, 0 to 23
 */
export function nudge(
	{ week, plan, today }: Snapshot,
	hour: number,
	{ lastDays, fromHour }: NudgeSettings,
): Nudge | undefined {
	const isOff = plan.timeOff.some(({ span }) => contains(span, today));
	if (week.state !== "behind" || week.openDays > lastDays || hour < fromHour || isOff) {
		return undefined;
	}
	const missing = week.aim.low - week.minutes;
	const most = week.commitments
		.map(({ commitment, aim, minutes }) => ({ commitment, missing: aim.low - minutes }))
		.filter((each) => each.missing > 0)
		.sort((a, b) => b.missing - a.missing)[0];
	return { missing, openDays: week.openDays, most };
}

/** How long nudges stay away. Days are included. */
export type Snooze = "today" | "week" | "phase";

/** The last day of a snooze that begins today: today, the week's end, or the day before the next phase begins. */
export function snoozedUntil(snooze: Snooze, { today, week, plan }: Snapshot): Day {
	switch (snooze) {
		case "today":
			return today;
		case "week":
			return week.span.end - 1;
		case "phase": {
			const starts = plan.phases.flatMap(({ span }) => (span && span.start > today ? span.start : []));
			// Without another phase, as long as a year.
			return starts.length > 0 ? Math.min(...starts) - 1 : today + 365;
		}
	}
}

/** Weeks without any time, up to the one before this, that asked for something; the first day of the first of them. */
export interface QuietWeeks {
	readonly count: number;
	readonly start: Day;
}

/** How far back is looked. Weeks that ask for nothing are passed over, and a plan without a start has no first one. */
const mostWeeksBack = 104;

/**
 * The quiet weeks right before this one; undefined where there are fewer than two, or something was logged this week. Before
 * the first time that was ever logged nothing is quiet: it has not begun.
 */
export function quietWeeks({ weekWith, week, plan }: Snapshot): QuietWeeks | undefined {
	const { start: thisWeek } = week.span;
	let count = 0;
	let first = thisWeek;
	const earliest = Math.max(plan.start ?? Number.NEGATIVE_INFINITY, thisWeek - 7 * mostWeeksBack);
	for (let start = thisWeek - 7; start + 7 > earliest; start -= 7) {
		const report = weekWith(start);
		if (report.state === "off") {
			continue;
		}
		if (report.total > 0) {
			return count >= 2 && week.total === 0 ? { count, start: first } : undefined;
		}
		count++;
		first = start;
	}
	return undefined;
}
