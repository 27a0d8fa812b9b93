import type { Commitment } from "../plan/plan.ts";
import { type Day, spanContains } from "../time/day.ts";
import type { Snapshot } from "./snapshot.ts";

/** When to remind that the week is behind. */
export interface NudgeSettings {
	/** The number of remaining working days, today included, from which to remind. */
	readonly lastDays: number;
	/** The hour of the day from which to remind. */
	readonly fromHour: number;
}

/** A reminder: the week is behind and can still be made up. */
export interface Nudge {
	/** The missing minutes to the lower end of the target. */
	readonly missing: number;
	/** The remaining working days, today included. */
	readonly openDays: number;
	/** The commitment with the most missing minutes; undefined if there is none. */
	readonly most: { readonly commitment: Commitment; readonly missing: number } | undefined;
}

/**
 * Whether to remind that the week is behind: near its end, while it can still be made up, and not on a day off.
 * Undefined if not.
 *
 * @param hour the current hour, 0 to 23
 */
export function computeNudge(
	{ week, plan, today }: Snapshot,
	hour: number,
	{ lastDays, fromHour }: NudgeSettings,
): Nudge | undefined {
	const isOff = plan.timeOff.some(({ span }) => spanContains(span, today));
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

/** How long reminders are snoozed. Days are inclusive. */
export type Snooze = "today" | "week" | "phase";

/** The last day of a snooze from today: today, the end of the week, or the day before the next phase. */
export function snoozeEnd(snooze: Snooze, { today, week, plan }: Snapshot): Day {
	switch (snooze) {
		case "today":
			return today;
		case "week":
			return week.span.end - 1;
		case "phase": {
			const starts = plan.phases.flatMap(({ span }) => (span && span.start > today ? span.start : []));
			// Without a next phase, for a year.
			return starts.length > 0 ? Math.min(...starts) - 1 : today + 365;
		}
	}
}

/** Consecutive weeks with a target and without time, before the current one; the first day of the first of them. */
export interface QuietWeeks {
	readonly count: number;
	readonly start: Day;
}

/** The maximum number of weeks to go back. Weeks without a target are skipped. */
const mostWeeksBack = 104;

/**
 * The weeks without time right before this one; undefined if there are fewer than two, or something was logged this
 * week. Weeks before the first logged time do not count.
 */
export function findQuietWeeks({ weekWith, week, plan }: Snapshot): QuietWeeks | undefined {
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
