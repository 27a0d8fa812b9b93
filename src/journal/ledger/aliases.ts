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
