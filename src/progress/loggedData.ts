import type { EntryType } from "../journal/entry.ts";
import type { Aliases } from "../journal/ledger/aliases.ts";
import type { Ledger } from "../journal/ledger/ledger.ts";
import type { LiveEntry } from "../journal/ledger/liveEntry.ts";
import type { Steps } from "../journal/steps.ts";
import type { Day } from "../time/day.ts";
import { DayMinutes } from "./dayMinutes.ts";

/** The entries that count, up to a day, by the current ID of their subject; unknown IDs are kept. */
export interface LoggedData {
	readonly time: ReadonlyMap<string, DayMinutes>;
	/** The day of each time entry, in order, of what is counted in times. */
	readonly timed: ReadonlyMap<string, ReadonlyArray<Day>>;
	/** In order. */
	readonly progress: ReadonlyMap<string, ReadonlyArray<LiveEntry<"progress">>>;
	readonly reviews: ReadonlyMap<string, ReadonlyArray<LiveEntry<"review">>>;
	/** In order; an entry about several is with each of them. */
	readonly focus: ReadonlyMap<string, ReadonlyArray<LiveEntry<"focus">>>;
}

/** What to read, and up to which day. */
export interface LoggedSource {
	readonly ledger: Ledger;
	readonly aliases: Aliases;
	/** Later entries do not count. */
	readonly today: Day;
	/** The IDs whose time entries count as times. */
	readonly counted: ReadonlySet<string>;
}

/** No data. */
export const nothingLogged: LoggedData = {
	time: new Map(),
	timed: new Map(),
	progress: new Map(),
	reviews: new Map(),
	focus: new Map(),
};

/**
 * Reads logged data, by ID or incrementally. The result is immutable, however the ledger changes.
 *
 * @param changed current IDs, each with the day from which to read; see {@link changedOwners}
 * @param before earlier data for everything else, with the same aliases and day
 */
export function* updateLoggedData(
	source: LoggedSource,
	changed: ReadonlyMap<string, Day>,
	before: LoggedData,
): Steps<LoggedData> {
	const { ledger, aliases, today, counted } = source;
	const time = new Map(before.time);
	const timed = new Map(before.timed);
	const progress = new Map(before.progress);
	const reviews = new Map(before.reviews);
	const focus = new Map(before.focus);
	for (const [id, first] of changed) {
		const own = aliases.idsOf(id);
		const ids = own.length ? own : [id];
		const starts = [first, ...ledger.cuts(ids).filter((day) => day > first && day <= today)];
		for (const [at, from] of starts.entries()) {
			const entries = yield* ledger.onSteps(ids, { start: from, end: starts[at + 1] ?? today + 1 });
			const days = (time.get(id) ?? DayMinutes.of([])).with(ofType(entries, "time"), from);
			put(time, id, days, days.firstDay === undefined);
			if (counted.has(id)) {
				const earlier = (timed.get(id) ?? []).filter((day) => day < from);
				const list = [...earlier, ...ofType(entries, "time").map(({ day }) => day)];
				put(timed, id, list, list.length === 0);
			}
			const values = replaceFrom(progress.get(id), ofType(entries, "progress"), from);
			put(progress, id, values, values.length === 0);
			const held = replaceFrom(reviews.get(id), ofType(entries, "review"), from);
			put(reviews, id, held, held.length === 0);
			const chosen = replaceFrom(focus.get(id), ofType(entries, "focus"), from);
			put(focus, id, chosen, chosen.length === 0);
			yield;
		}
	}
	return { time, timed, progress, reviews, focus };
}

/** The current IDs for changed journal IDs, each with the earliest changed day. */
export function changedOwners({ idOf }: Aliases, logged: ReadonlyMap<string, Day>): ReadonlyMap<string, Day> {
	const owners = new Map<string, Day>();
	for (const [id, day] of logged) {
		const owner = idOf(id) ?? id;
		owners.set(owner, Math.min(day, owners.get(owner) ?? day));
	}
	return owners;
}

function ofType<T extends EntryType>(entries: ReadonlyArray<LiveEntry>, type: T): ReadonlyArray<LiveEntry<T>> {
	return entries.filter(({ entry }) => entry.type === type) as ReadonlyArray<LiveEntry> as ReadonlyArray<LiveEntry<T>>;
}

/** The entries before a day, followed by others. */
function replaceFrom<T extends LiveEntry>(
	before: ReadonlyArray<T> | undefined,
	entries: ReadonlyArray<T>,
	from: Day,
): ReadonlyArray<T> {
	const kept = before ? before.slice(0, before.findLastIndex(({ day }) => day < from) + 1) : [];
	return kept.length ? [...kept, ...entries] : entries;
}

function put<T>(map: Map<string, T>, id: string, value: T, isEmpty: boolean): void {
	if (isEmpty) {
		map.delete(id);
	} else {
		map.set(id, value);
	}
}
