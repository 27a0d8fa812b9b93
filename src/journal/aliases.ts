import type { Day } from "../plan/day.ts";
import { nameIn } from "./entry.ts";
import type { Ledger } from "./ledger.ts";

/** Which ids of the journal belong to what in the plan. */
export interface Aliases {
	/** The id that something has now; undefined where the plan knows neither it nor a thing that formerly had it. */
	readonly idOf: (logged: string) => string | undefined;
	/** The id itself, if the plan has it, with all that it formerly had and that nothing else has now. */
	readonly idsOf: (id: string) => ReadonlyArray<string>;
}

/** An id that something has now goes before one that something had; of two that had it the first in the plan gets it. */
export function aliasesOf(named: Iterable<{ readonly id: string; readonly formerly: ReadonlyArray<string> }>): Aliases {
	const all = [...named];
	const owners = new Map(all.map(({ id }) => [id, id]));
	const ids = new Map(all.map(({ id }) => [id, [id]]));
	for (const { id, formerly } of all) {
		for (const former of formerly) {
			if (!owners.has(former)) {
				owners.set(former, id);
				ids.get(id)?.push(former);
			}
		}
	}
	return { idOf: (logged) => owners.get(logged), idsOf: (id) => ids.get(id) ?? [] };
}

/** Entries that count and are about something that the plan does not know. */
export interface Orphan {
	/** What the entries call it. */
	readonly id: string;
	readonly entries: number;
	/** The title that the last entry with one gives it. */
	readonly name?: string;
	/** The day of the last entry. */
	readonly lastDay: Day;
}

/** What nothing in the plan answers to, in the order in which it came up. */
export function orphansOf(ledger: Ledger, { idOf }: Aliases): ReadonlyArray<Orphan> {
	return ledger.named().flatMap((id): ReadonlyArray<Orphan> => {
		// A change of the plan may be of something that was never to be logged, such as a phase.
		const entries = idOf(id) === undefined ? ledger.on([id]).filter(({ entry }) => entry.type !== "plan") : [];
		const last = entries.at(-1);
		if (!last) {
			return [];
		}
		const named = entries.findLast(({ entry }) => nameIn(entry, id) !== undefined);
		const name = named && nameIn(named.entry, id);
		return [{ id, entries: entries.length, ...(name === undefined ? {} : { name }), lastDay: last.day }];
	});
}
