import { entryTargets } from "../../journal/entry.ts";
import { compareIds } from "../../journal/entryIds.ts";
import type { Aliases } from "../../journal/ledger/aliases.ts";
import type { LiveEntry } from "../../journal/ledger/liveEntry.ts";
import { type Day, parseDay, type Span } from "../../time/day.ts";
import { weekOf } from "../../time/week.ts";
import type { LoggedData } from "../loggedData.ts";

/** The most things to focus on in a week. */
export const mostFocus = 3;
/** How long after its week it is asked what became of a focus, in days. */
const askedWithin = 35;

/** What to focus on in a week. */
export interface WeekFocus {
	/** The first day of the week. */
	readonly week: Day;
	/** Current IDs, and unknown ones as they are; at most {@link mostFocus}. */
	readonly on: ReadonlyArray<string>;
	/** Whether it was asked what became of it. */
	readonly isAsked: boolean;
	readonly entry: LiveEntry<"focus">["entry"];
}

/**
 * The focus of each week, in order. Of several for one week, the one with the greatest ID counts.
 *
 * @param logged by ID; an entry can be with several
 * @param starts the first day of the week; 0 is Monday
 */
export function weekFocuses(logged: LoggedData["focus"], { idOf }: Aliases, starts: number): ReadonlyArray<WeekFocus> {
	const byWeek = new Map<Day, LiveEntry<"focus">["entry"]>();
	for (const { entry } of [...logged.values()].flat()) {
		const { start } = weekOf(parseDay(entry.week) ?? 0, starts);
		const other = byWeek.get(start);
		if (!other || compareIds(entry.id, other.id) > 0) byWeek.set(start, entry);
	}
	return [...byWeek]
		.sort(([a], [b]) => a - b)
		.map(([week, entry]): WeekFocus => {
			const on = [...new Set(entryTargets(entry).map((id) => idOf(id) ?? id))].slice(0, mostFocus);
			return { week, on, isAsked: entry.kept !== undefined, entry };
		});
}

interface Focuses {
	/** In order. */
	readonly focuses: ReadonlyArray<WeekFocus>;
}

/** The focus of the week that begins on a day. */
export function focusOf({ focuses }: Focuses, { start }: Pick<Span, "start">): WeekFocus | undefined {
	return focuses.find(({ week }) => week === start);
}

/** The last focus before a week, of the five weeks before it, if it wasn't asked yet what became of it. */
export function unansweredFocus({ focuses }: Focuses, { start }: Pick<Span, "start">): WeekFocus | undefined {
	const last = focuses.findLast(({ week }) => week < start);
	return last && !last.isAsked && last.week >= start - askedWithin ? last : undefined;
}
