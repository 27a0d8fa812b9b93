import type { NewEntry } from "../journal/newEntry.ts";
import { progressTargetFields, targetFields } from "../journal/targetFields.ts";
import type { Plan } from "../plan/plan.ts";
import { type Day, formatDay } from "../time/day.ts";
import { endOn } from "../time/moment.ts";
import type { LogItem } from "./logReading.ts";

/** The context of new entries. */
export interface LogTime {
	readonly today: Day;
	/** ms since 1970. */
	readonly now: number;
	/** An IANA name such as `Europe/Paris`. */
	readonly timeZone: string;
}

/** The entries for a parsed line: one for the time and one for the progress of each part. */
export function logLineEntries(plan: Plan, logged: ReadonlyArray<LogItem>, time: LogTime): ReadonlyArray<NewEntry> {
	return logged.flatMap((each) => logItemEntries(plan, each, momentOf(each, plan, time)));
}

/**
 * The entries for one item: one for the time and one for the progress.
 *
 * @param at when it happened; by default now
 */
export function logItemEntries(
	plan: Plan,
	{ on, minutes, change, note, link }: Omit<LogItem, "day" | "end">,
	at?: string,
): ReadonlyArray<NewEntry> {
	const when = at === undefined ? {} : { at };
	const noted = note === undefined ? {} : { note };
	return [
		...(minutes === undefined
			? []
			: [{ type: "time" as const, ...targetFields(plan, on), ...when, minutes, ...noted }]),
		...(change === undefined
			? []
			: [
					{
						type: "progress" as const,
						...progressTargetFields(plan, on, change),
						...when,
						...change,
						// With a duration, the note belongs to the time.
						...(minutes === undefined ? noted : {}),
						...(link === undefined ? {} : { link }),
					},
				]),
	];
}

/** The end of the time, if it is known and belongs to that day, otherwise the date; undefined for now. */
function momentOf({ day, end }: LogItem, { week }: Plan, { today, now, timeZone }: LogTime): string | undefined {
	if (end !== undefined) {
		return endOn(day, end, now, { timeZone, dayEnds: week.dayEnds });
	}
	return day === today ? undefined : formatDay(day);
}
