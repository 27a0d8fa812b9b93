import { walkComponents } from "../../util/components.ts";
import type { Entry } from "../entry.ts";
import { compareIds } from "../entryIds.ts";
import { type Steps, stepping } from "../steps.ts";

/** The result of resolving references between entries. */
export interface EntryReferences {
	/** IDs that are voided by a live void, and voids in or depending on a circle; the entries may be missing. */
	readonly dead: ReadonlySet<string>;
	/** The ID at the end of the `replaces` chain of each entry. */
	readonly roots: ReadonlyMap<string, string>;
	/**
	 * By root: of the live entries that no live one replaces the one with the greatest id, which counts, unless it stops a
	 * timer a second time. In a circle of edits every one is replaced, and the greatest of all counts.
	 */
	readonly counted: ReadonlyMap<string, Entry>;
	/** By the root of a timer: the `time` entry that stops it, the first of several. */
	readonly stops: ReadonlyMap<string, string>;
	/** The others, which do not count, each with the root of the timer. */
	readonly extraStops: ReadonlyMap<string, string>;
	/** Voids in or depending on a circle. */
	readonly voidCycles: ReadonlyArray<string>;
	/** Corrections in a circle. */
	readonly editCycles: ReadonlyArray<string>;
}

/**
 * Determines which entries are live and which count. Linear in their number, except for sorting those that stop
 * timers; no recursion, so chains may have any length.
 *
 * @param entries by ID; including all existing entries that refer to these or that these refer to
 */
export function* resolveReferences(entries: ReadonlyMap<string, Entry>): Steps<EntryReferences> {
	const { dead, voidCycles } = yield* evaluateVoids(entries);
	const { roots, editCycles } = yield* findRoots(entries);
	const replaced = new Set<string>();
	yield* stepping(entries, ([id, { replaces }]) => {
		if (replaces !== undefined && !dead.has(id)) {
			replaced.add(replaces);
		}
	});
	const counted = new Map<string, Entry>();
	const isAfter = (id: string, other: string) =>
		replaced.has(id) === replaced.has(other) ? compareIds(id, other) > 0 : replaced.has(other);
	yield* stepping(entries, ([id, entry]) => {
		const root = roots.get(id) ?? id;
		const last = counted.get(root);
		if (!dead.has(id) && (!last || isAfter(id, last.id))) {
			counted.set(root, entry);
		}
	});
	return { dead, roots, counted, ...(yield* settleStops(counted, roots)), voidCycles, editCycles };
}

/**
 * A timer is stopped once. If two windows or machines stopped it, the time that was written first counts, and the
 * others are excluded. A correction keeps the position of the original.
 */
function* settleStops(
	counted: Map<string, Entry>,
	roots: ReadonlyMap<string, string>,
): Steps<Pick<EntryReferences, "stops" | "extraStops">> {
	const firsts = new Map<string, string>();
	const extraStops = new Map<string, string>();
	const stopping: Array<{ readonly root: string; readonly entry: Entry; readonly timer: string }> = [];
	yield* stepping(counted, ([root, entry]) => {
		if (entry.type === "time" && entry.timer !== undefined) {
			stopping.push({ root, entry, timer: entry.timer });
		}
	});
	stopping.sort((a, b) => compareIds(a.root, b.root));
	yield* stepping(stopping, ({ root, entry, timer: named }) => {
		const timer = roots.get(named) ?? named;
		if (firsts.has(timer)) {
			extraStops.set(entry.id, timer);
			counted.delete(root);
		} else {
			firsts.set(timer, entry.id);
		}
	});
	return { stops: firsts, extraStops };
}

/** From voids that are not voided inwards: those that remain undecided are in circles. */
function* evaluateVoids(
	entries: ReadonlyMap<string, Entry>,
): Steps<{ readonly dead: Set<string>; readonly voidCycles: ReadonlyArray<string> }> {
	const voidsOf = new Map<string, Array<string>>();
	yield* stepping(entries.values(), (entry) => {
		if (entry.type === "void") {
			push(voidsOf, entry.entry, entry.id);
		}
	});
	const dead = new Set<string>();
	const undecided = new Map([...voidsOf].map(([id, voids]) => [id, voids.length]));
	const decided = [...entries.keys()].filter((id) => !voidsOf.has(id));
	// The loop includes elements that it adds.
	yield* stepping(decided, (id) => {
		const entry = entries.get(id);
		if (entry?.type === "void") {
			if (!dead.has(id)) {
				dead.add(entry.entry);
			}
			const left = (undecided.get(entry.entry) ?? 0) - 1;
			undecided.set(entry.entry, left);
			if (left === 0) {
				decided.push(entry.entry);
			}
		}
	});
	const voidCycles = new Set([...undecided].filter(([, left]) => left > 0).map(([id]) => id));
	yield* stepping(voidCycles, (id) => {
		for (const hanging of voidsOf.get(id) ?? []) {
			voidCycles.add(hanging);
		}
	});
	for (const id of voidCycles) {
		dead.add(id);
	}
	return { dead, voidCycles: [...voidCycles] };
}

function* findRoots(
	entries: ReadonlyMap<string, Entry>,
): Steps<{ readonly roots: ReadonlyMap<string, string>; readonly editCycles: ReadonlyArray<string> }> {
	const roots = new Map<string, string>();
	const editCycles: Array<string> = [];
	const replacedBy = (id: string): ReadonlyArray<string> => {
		const replaces = entries.get(id)?.replaces;
		return replaces === undefined ? [] : [replaces];
	};
	for (const component of walkComponents(entries.keys(), replacedBy)) {
		const [id = ""] = component ?? [];
		const [next] = replacedBy(id);
		if (!component) {
			yield;
		} else if (component.length > 1 || next === id) {
			const root = component.reduce((least, each) => (compareIds(each, least) < 0 ? each : least));
			for (const each of component) {
				editCycles.push(each);
				roots.set(each, root);
			}
		} else {
			roots.set(id, roots.get(next ?? id) ?? id);
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
