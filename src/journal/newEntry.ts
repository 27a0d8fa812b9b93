import type { Entry, EntryOf, EntryType } from "./entry.ts";
import { compareIds, type IdMaker, timeOf } from "./ids.ts";
import type { Ledger } from "./ledger.ts";
import { formatMoment } from "./moment.ts";

/** What new entries are made with. */
export interface Pen {
	readonly ids: IdMaker;
	/** ms since 1970. */
	readonly now: () => number;
	/** An IANA name such as `Europe/Paris`. */
	readonly timeZone: string;
	/**
	 * The greatest id that the journal has: a new one is greater, though this machine's clock may be behind the one that made
	 * it, so that what is logged after something also comes after it.
	 */
	readonly newest?: () => string;
}

/** Further ahead, in ms, no clock is by chance: an id from there is passed over, so that the others stay near the truth. */
const mostAhead = 86_400_000;

type Made = "id" | "at" | "logged";

/** What is to be said about a new entry; it happened now, unless `at` says otherwise. */
export type Draft = { [T in EntryType]: Omit<EntryOf<T>, Made> & { readonly at?: string } }[EntryType];

/** What is to be different; undefined takes a field away. */
export type Changes = {
	[T in EntryType]: {
		readonly [F in Exclude<keyof EntryOf<T>, "id" | "type" | "logged" | "replaces">]?: EntryOf<T>[F] | undefined;
	};
}[EntryType];

/** @throws RangeError where the platform does not know the time zone */
export function newEntry(draft: Draft, { ids, now, timeZone, newest }: Pen): Entry {
	const instant = now();
	const known = newest?.() ?? "";
	const isNear = (timeOf(known) ?? Number.POSITIVE_INFINITY) - instant <= mostAhead;
	const before = [draft.replaces ?? "", isNear ? known : ""].sort(compareIds).at(-1);
	const id = ids.next(instant, before);
	return { at: formatMoment(instant, timeZone), ...draft, id, logged: new Date(instant).toISOString() } as Entry;
}

/** The entry that takes the place of another: the same but for the changes, fields of newer versions included. */
export function editOf<E extends Entry>(entry: E, changes: Changes, pen: Pen): E {
	const fields = Object.entries({ ...entry, ...changes, replaces: entry.id }).filter(
		([, value]) => value !== undefined,
	);
	return newEntry(Object.fromEntries(fields) as unknown as Draft, pen) as E;
}

/** The entry that takes another one back. */
export function voidOf(id: string, pen: Pen): Entry {
	return newEntry({ type: "void", entry: id }, pen);
}

/**
 * The entries that remove another one for good: without it and all its edits nothing of it is left. An edit that comes
 * later, from another device that did not know of the removal, counts again.
 */
export function removalOf(id: string, ledger: Ledger, pen: Pen): ReadonlyArray<Entry> {
	return ledger.chainOf(id).map((each) => voidOf(each, pen));
}
