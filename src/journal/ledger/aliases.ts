import type { Day } from "../../time/day.ts";
import { targetName } from "../entry.ts";
import type { Ledger } from "./ledger.ts";

/** Maps IDs of the journal to nodes of the plan. */
export interface Aliases {
	/** The current ID; undefined if the plan has no node with this ID now or formerly. */
	readonly idOf: (logged: string) => string | undefined;
	/** The ID itself, if the plan has it, with all former IDs that no other node has now. */
	readonly idsOf: (id: string) => ReadonlyArray<string>;
}

/** A current ID takes precedence over a former one; of two nodes with the same former ID the first gets it. */
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

/** Entries about an ID that the plan does not know. */
export interface Orphan {
	/** What the entries call it. */
	readonly id: string;
	readonly entries: number;
	/** The title in the last entry that has one. */
	readonly name?: string;
	/** The day of the last entry. */
	readonly lastDay: Day;
}

/** Unknown IDs, in the order of their first entry. */
export function findOrphans(ledger: Ledger, { idOf }: Aliases): ReadonlyArray<Orphan> {
	return ledger.named().flatMap((id): ReadonlyArray<Orphan> => {
		// A plan change can be about nodes that are never logged, such as a phase.
		const entries = idOf(id) === undefined ? ledger.on([id]).filter(({ entry }) => entry.type !== "plan") : [];
		const last = entries.at(-1);
		if (!last) {
			return [];
		}
		const named = entries.findLast(({ entry }) => targetName(entry, id) !== undefined);
		const name = named && targetName(named.entry, id);
		return [{ id, entries: entries.length, ...(name === undefined ? {} : { name }), lastDay: last.day }];
	});
}
