import { formatMoment } from "../time/moment.ts";
import type { Entry, EntryOf, EntryType } from "./entry.ts";
import { compareIds, type IdGenerator, idTime } from "./entryIds.ts";
import type { Ledger } from "./ledger/ledger.ts";

/** The context for new entries. */
export interface EntryContext {
	readonly ids: IdGenerator;
	/** ms since 1970. */
	readonly now: () => number;
	/** An IANA name such as `Europe/Paris`. */
	readonly timeZone: string;
	/**
	 * The greatest ID in the journal: a new one is greater even if this clock is behind, so that later entries sort
	 * later.
	 */
	readonly newest?: () => string;
}

/** IDs further ahead than this, in ms, are ignored, so that new IDs stay close to the real time. */
const mostAhead = 86_400_000;

type Made = "id" | "at" | "logged";

/** The content of a new entry; it happened now, unless there is an `at`. */
export type NewEntry = { [T in EntryType]: Omit<EntryOf<T>, Made> & { readonly at?: string } }[EntryType];

/** Changes of fields; undefined removes a field. */
export type EntryChanges = {
	[T in EntryType]: {
		readonly [F in Exclude<keyof EntryOf<T>, "id" | "type" | "logged" | "replaces">]?: EntryOf<T>[F] | undefined;
	};
}[EntryType];

/** @throws RangeError if the platform does not know the time zone */
export function createEntry(draft: NewEntry, { ids, now, timeZone, newest }: EntryContext): Entry {
	const instant = now();
	const known = newest?.() ?? "";
	const isNear = (idTime(known) ?? Number.POSITIVE_INFINITY) - instant <= mostAhead;
	const before = [draft.replaces ?? "", isNear ? known : ""].sort(compareIds).at(-1);
	const id = ids.next(instant, before);
	return { at: formatMoment(instant, timeZone), ...draft, id, logged: new Date(instant).toISOString() } as Entry;
}

/** The entry that replaces another: a copy with the changes, including fields of newer versions. */
export function createEdit<E extends Entry>(entry: E, changes: EntryChanges, entryContext: EntryContext): E {
	const fields = Object.entries({ ...entry, ...changes, replaces: entry.id }).filter(
		([, value]) => value !== undefined,
	);
	return createEntry(Object.fromEntries(fields) as unknown as NewEntry, entryContext) as E;
}

/** The entry that voids another one. */
export function createVoid(id: string, entryContext: EntryContext): Entry {
	return createEntry({ type: "void", entry: id }, entryContext);
}

/**
 * The entries that remove another one with all its corrections. A later correction, from a device that did not know of
 * the removal, counts again.
 */
export function createRemoval(id: string, ledger: Ledger, entryContext: EntryContext): ReadonlyArray<Entry> {
	return ledger.chainOf(id).map((each) => createVoid(each, entryContext));
}
