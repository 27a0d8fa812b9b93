import { type ValueTree, valueUnder } from "../plan/edit/yaml/valueTree.ts";

/** The keys and indexes that lead from the root of a plan to a map. */
export type PlanPath = ReadonlyArray<string | number>;

/** A change of a plan. */
export type MergeStep =
	/** Adds an item to the list under some keys of a map; what is missing of them is created. */
	| {
			readonly kind: "add";
			readonly map: PlanPath;
			readonly keys: ReadonlyArray<string>;
			readonly value: ValueTree;
			readonly title: string;
	  }
	/** Sets the text of a key. */
	| {
			readonly kind: "set";
			readonly map: PlanPath;
			readonly key: string;
			readonly was: string;
			readonly value: string;
			readonly title: string;
	  };

type TreeMap = Extract<ValueTree, { readonly map: unknown }>;
type TreeList = Extract<ValueTree, { readonly list: unknown }>;

/**
 * What a proposal adds to a plan and changes in it. Nodes are the same if they have the same ID or title.
 *
 * @param before what the same source proposed earlier: what it had then and the plan has no more was edited or removed on
 * purpose, and what it says differently now is a change, unless the plan was edited there
 */
export function planDifference(plan: ValueTree, next: ValueTree, before?: ValueTree): ReadonlyArray<MergeStep> {
	const known = new Set([...namesIn(plan), ...namesIn(before)]);
	const finder = new DifferenceFinder(known);
	if (isTreeMap(plan) && isTreeMap(next)) {
		finder.compareMaps({ plan, next, before: isTreeMap(before) ? before : undefined }, { map: [], keys: [] }, "");
	}
	return finder.steps;
}

interface Compared {
	readonly plan: TreeMap | undefined;
	readonly next: TreeMap;
	readonly before: TreeMap | undefined;
}

/** A map of the plan that is there, and the keys below it that lead to a map or list. */
interface Place {
	readonly map: PlanPath;
	readonly keys: ReadonlyArray<string>;
}

class DifferenceFinder {
	readonly steps: Array<MergeStep> = [];

	constructor(private readonly known: Set<string>) {}

	compareMaps({ plan, next, before }: Compared, place: Place, title: string): void {
		for (const [key, value] of next.map) {
			if (typeof key === "string" && (key !== "start" || place.map.length > 0)) {
				const [there, old] = [valueUnder(plan, key), valueUnder(before, key)];
				const keys = [...place.keys, key];
				if (typeof value === "string") {
					this.compareTexts({ there, old, value }, { ...place, keys }, title);
				} else if (isTreeMap(value) && (there === undefined || isTreeMap(there))) {
					const deeper = there ? { map: [...place.map, ...keys], keys: [] } : { ...place, keys };
					this.compareMaps({ plan: there, next: value, before: isTreeMap(old) ? old : undefined }, deeper, title);
				} else if (isTreeList(value) && (there === undefined || isTreeList(there))) {
					this.compareLists(there, value, isTreeList(old) ? old : undefined, { ...place, keys });
				}
			}
		}
	}

	/** A text that the source changed, where the plan still has the earlier one. */
	private compareTexts(
		{ there, old, value }: { readonly there: ValueTree; readonly old: ValueTree; readonly value: string },
		{ map, keys }: Place,
		title: string,
	): void {
		const [key = "", ...rest] = keys;
		if (typeof old === "string" && there === old && old !== value && rest.length === 0) {
			this.steps.push({ kind: "set", map, key, was: old, value, title: title === "" ? value : title });
		}
	}

	private compareLists(plan: TreeList | undefined, next: TreeList, before: TreeList | undefined, place: Place): void {
		for (const item of next.list) {
			const names = namesOf(item);
			const isSame = (other: ValueTree) => namesOf(other).some((name) => names.includes(name));
			const at = plan?.list.findIndex(isSame) ?? -1;
			const there = plan?.list[at];
			if (there !== undefined && isTreeMap(there) && isTreeMap(item)) {
				const old = before?.list.find(isSame);
				const path = [...place.map, ...place.keys, at];
				const compared = { plan: there, next: item, before: isTreeMap(old) ? old : undefined };
				this.compareMaps(compared, { map: path, keys: [] }, titleOf(item));
			} else if (there === undefined && names.length > 0 && !names.some((name) => this.known.has(name))) {
				const { map, keys } = place;
				this.steps.push({ kind: "add", map, keys, value: item, title: titleOf(item) });
				for (const name of namesIn(item)) {
					this.known.add(name);
				}
			}
		}
	}
}

/** The ID and the title of an item, in the form in which they are compared. */
function namesOf(item: ValueTree): ReadonlyArray<string> {
	if (typeof item === "string") {
		return [`title ${item}`];
	}
	if (!isTreeMap(item)) {
		return [];
	}
	return (["id", "title", "ask"] as const).flatMap((key) => {
		const value = valueUnder(item, key);
		return typeof value === "string" ? [`${key === "ask" ? "title" : key} ${value}`] : [];
	});
}

function titleOf(item: ValueTree): string {
	return namesOf(item).at(-1)?.replace(/^\w+ /, "") ?? "";
}

/** The names of all items in a tree. */
function namesIn(tree: ValueTree): ReadonlyArray<string> {
	if (tree === undefined || typeof tree === "string") {
		return [];
	}
	return "list" in tree
		? tree.list.flatMap((item) => [...namesOf(item), ...namesIn(item)])
		: tree.map.flatMap(([, value]) => namesIn(value));
}

function isTreeMap(tree: ValueTree): tree is TreeMap {
	return typeof tree === "object" && "map" in tree;
}

function isTreeList(tree: ValueTree): tree is TreeList {
	return typeof tree === "object" && "list" in tree;
}
