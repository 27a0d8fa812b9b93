import type { LiveEntry } from "../journal/ledger/liveEntry.ts";
import { type Day, formatDay } from "../time/day.ts";
import type { RoadmapState } from "./roadmapState.ts";
import type { Snapshot } from "./snapshot.ts";

/** The notes that sum up the week that begins on a day, in order. They may have been written after its end. */
export function weekNotes({ ledger }: Pick<RoadmapState, "ledger">, start: Day): ReadonlyArray<LiveEntry<"note">> {
	const week = formatDay(start);
	const entries = ledger.between({ start, end: start + 14 });
	return entries.filter((live): live is LiveEntry<"note"> => live.entry.type === "note" && live.entry.week === week);
}

/**
 * Whether it is time to close the week: from an hour of its last working day on, if it has an aim or time. False once it is
 * closed, with or without a line.
 *
 * @param hour the current hour, 0 to 23
 * @param fromHour the hour of the last working day from which to close it
 */
export function isWeekEnding(state: RoadmapState, hour: number, fromHour: number): boolean {
	const { week } = state.snapshot;
	if (week.aim.high === 0 && week.total === 0) {
		return false;
	}
	const isTime = week.openDays === 0 || hour >= fromHour;
	return isLastWorkingDay(state.snapshot) && isTime && weekNotes(state, week.span.start).length === 0;
}

/** Whether the week has no working day after today. */
export function isLastWorkingDay({ week, timeOver, today }: Snapshot): boolean {
	const { openDays, span } = week;
	// The one working day that is left may be tomorrow.
	const tomorrow = today + 1;
	const isLast = () => tomorrow === span.end || timeOver({ start: tomorrow, end: span.end }).openDays === 0;
	return openDays === 0 || (openDays === 1 && isLast());
}
