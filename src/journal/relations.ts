import type { Entry } from "./entry.ts";
import { compareIds } from "./ids.ts";

/** What follows from entries that name one another. */
export interface Relations {
	/** Ids that a live void names, and voids in a circle or hanging on one; entries or not. */
	readonly dead: ReadonlySet<string>;
	/** The id at the end of the `replaces` chain of each entry. */
	readonly roots: ReadonlyMap<string, string>;
	/** By root: of the live entries the one with the greatest id, which counts. */
	readonly counted: ReadonlyMap<string, Entry>;
	/** By the root of a timer: the `time` entries that count and name it, the greatest id first. */
	readonly stops: ReadonlyMap<string, ReadonlyArray<string>>;
	/** Voids in a circle, or hanging on one. */
	readonly voidCycles: ReadonlyArray<string>;
	/** Edits in a circle. */
	readonly editCycles: ReadonlyArray<string>;
}

/**
 * Works out which entries are live and which of them count. The time is linear in their number, whatever names what, and
 * nothing recurs: chains may be as long as they like.
 *
 * @param entries by their ids; with each all those that name it or that it names, as far as they exist
 */
export function relate(entries: ReadonlyMap<string, Entry>): Relations {
	const { dead, voidCycles } = evaluateVoids(entries);
	const { roots, editCycles } = findRoots(entries);
	const counted = new Map<string, Entry>();
	const stops = new Map<string, Array<string>>();
	for (const [id, entry] of entries) {
		if (dead.has(id)) {
			continue;
		}
		const root = roots.get(id) ?? id;
		const greatest = counted.get(root);
		if (!greatest || compareIds(id, greatest.id) > 0) {
			counted.set(root, entry);
		}
	}
	// Only what counts: the edit of an entry that stopped a timer stops it in its place, not a second time.
	for (const entry of counted.values()) {
		if (entry.type === "time" && entry.timer !== undefined) {
			push(stops, roots.get(entry.timer) ?? entry.timer, entry.id);
		}
	}
	for (const ids of stops.values()) {
		ids.sort((a, b) => compareIds(b, a));
	}
	return { dead, roots, counted, stops, voidCycles, editCycles };
}

/** From the voids that nothing names inwards: what is left over when no more can be decided lies in circles. */
function evaluateVoids(entries: ReadonlyMap<string, Entry>) {
	const voidsOf = new Map<string, Array<string>>();
	for (const entry of entries.values()) {
		if (entry.type === "void") {
			push(voidsOf, entry.entry, entry.id);
		}
	}
	const dead = new Set<string>();
	const undecided = new Map([...voidsOf].map(([id, voids]) => [id, voids.length]));
	const decided = [...entries.keys()].filter((id) => !voidsOf.has(id));
	for (const id of decided) {
		const entry = entries.get(id);
		if (entry?.type === "void") {
			if (!dead.has(id)) {
				dead.add(entry.entry);
			}
			const left = (undecided.get(entry.entry) ?? 0) - 1;
			undecided.set(entry.entry, left);
			if (left === 0) {
				// The loop goes on over what is added here.
				decided.push(entry.entry);
			}
		}
	}
	const voidCycles = new Set([...undecided].filter(([, left]) => left > 0).map(([id]) => id));
	for (const id of voidCycles) {
		for (const hanging of voidsOf.get(id) ?? []) {
			voidCycles.add(hanging);
		}
	}
	for (const id of voidCycles) {
		dead.add(id);
	}
	return { dead, voidCycles: [...voidCycles] };
}

function findRoots(entries: ReadonlyMap<string, Entry>) {
	const roots = new Map<string, string>();
	const editCycles: Array<string> = [];
	for (const start of entries.keys()) {
		const path = new Set<string>();
		let id = start;
		let root = roots.get(id);
		for (; root === undefined; root = roots.get(id)) {
			if (path.has(id)) {
				const all = [...path];
				const cycle = all.slice(all.indexOf(id));
				root = id;
				for (const each of cycle) {
					editCycles.push(each);
					root = compareIds(each, root) < 0 ? each : root;
				}
				break;
			}
			path.add(id);
			const next = entries.get(id)?.replaces;
			if (next === undefined) {
				root = id;
				break;
			}
			id = next;
		}
		for (const each of path) {
			roots.set(each, root);
		}
	}
	return { roots, editCycles };
}

function push(lists: Map<string, Array<string>>, key: string, id: string): void {
	const list = lists.get(key);
	if (list) {
		list.push(id);
	} else {
		lists.set(key, [id]);
	}
}
