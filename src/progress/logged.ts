import type { Aliases } from "../journal/aliases.ts";
import type { EntryType } from "../journal/entry.ts";
import type { Ledger } from "../journal/ledger.ts";
import type { LiveEntry } from "../journal/liveEntry.ts";
import type { Day } from "../plan/day.ts";
import { DayMinutes } from "./dayMinutes.ts";

/** What was logged up to a day and counts, by the id that its subject has now; an orphan keeps the one it was logged with. */
export interface Logged {
	readonly time: ReadonlyMap<string, DayMinutes>;
	/** In their order. */
	readonly progress: ReadonlyMap<string, ReadonlyArray<LiveEntry<"progress">>>;
	readonly reviews: ReadonlyMap<string, ReadonlyArray<LiveEntry<"review">>>;
}

/** Where to read what was logged, and how far. */
export interface LoggedSource {
	readonly ledger: Ledger;
	readonly aliases: Aliases;
	/** What is dated later does not count. */
	readonly today: Day;
}

/** Nothing at all. */
export const nothingLogged: Logged = { time: new Map(), progress: new Map(), reviews: new Map() };

/**
 * Reads what was logged. What it returns never changes, however the ledger goes on.
 *
 * @param changed ids as the plan has them now, each with the day from which on to read; see {@link ownersOf}
 * @param before what stands for all else; read earlier, with the same aliases and day
 */
export function readLogged(source: LoggedSource, changed: ReadonlyMap<string, Day>, before: Logged): Logged {
	const { ledger, aliases, today } = source;
	const time = new Map(before.time);
	const progress = new Map(before.progress);
	const reviews = new Map(before.reviews);
	for (const [id, from] of changed) {
		const own = aliases.idsOf(id);
		const entries = ledger.on(own.length ? own : [id], { span: { start: from, end: today + 1 } });
		const days = (time.get(id) ?? DayMinutes.of([])).with(ofType(entries, "time"), from);
		put(time, id, days, days.firstDay === undefined);
		const values = replaceFrom(progress.get(id), ofType(entries, "progress"), from);
		put(progress, id, values, values.length === 0);
		const held = replaceFrom(reviews.get(id), ofType(entries, "review"), from);
		put(reviews, id, held, held.length === 0);
	}
	return { time, progress, reviews };
}

/** The ids that things have now for those under which something was logged, each with the earliest of their days. */
export function ownersOf({ idOf }: Aliases, logged: ReadonlyMap<string, Day>): ReadonlyMap<string, Day> {
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
