import { type Edge, placeOf } from "../syntax.ts";
import { isList, type Value } from "./writeValue.ts";

/** What a text of YAML says, without how it is written; undefined for an empty value. Pairs as a list: a key may stand there twice. */
export type Tree = string | undefined | ListTree | MapTree;

/** A list of what YAML says. */
export interface ListTree {
	readonly list: ReadonlyArray<Tree>;
}

/** The pairs of a map in their order. */
export interface MapTree {
	readonly map: ReadonlyArray<readonly [Tree, Tree]>;
}

/** What an edit is meant to change. */
export interface Changes {
	/** By the offset at which a value begins. */
	readonly values: ReadonlyMap<number, (tree: Tree) => Tree>;
	/** New keys by the offset of the old. */
	readonly keys?: ReadonlyMap<number, string>;
	/** Whether what aliases bring in is meant to change with it. */
	readonly inAliases: boolean;
}

/** What a node and those below it say; with changes, what they are to say afterwards. */
export function treeOf(edge: Edge | undefined, above: number, changes?: Changes): Tree {
	if (!edge) {
		return undefined;
	}
	const inner = changes && (edge.anchoredAt === undefined || changes.inAliases) ? changes : undefined;
	const start = placeOf(edge, above);
	const tree = childrenOf(edge, start, inner);
	const change = inner?.values.get(start);
	return change ? change(tree) : tree;
}

function childrenOf({ node }: Edge, start: number, changes: Changes | undefined): Tree {
	switch (node.kind) {
		case "text":
			return node.value;
		case "list":
			return { list: node.items.map(({ edge }) => treeOf(edge, start, changes)) };
		case "map":
			return {
				map: node.pairs.map(({ key, value }) => [
					changes?.keys?.get(start + key.at) ?? treeOf(key, start),
					treeOf(value, start, changes),
				]),
			};
	}
}

/** What a value says once it is written. */
export function treeOfValue(value: Value): Tree {
	if (typeof value === "string") {
		return value;
	}
	return isList(value)
		? { list: value.map(treeOfValue) }
		: { map: Object.entries(value).map(([key, each]) => [key, treeOfValue(each)]) };
}

/** Whether two trees say the same. */
export function sameTree(a: Tree, b: Tree): boolean {
	return JSON.stringify(a) === JSON.stringify(b);
}

/** A map with a key set, or without it; a bare text that gets a key becomes the title of a map. */
export function withKey(tree: Tree, key: string, value: Tree): Tree {
	const pairs = typeof tree === "string" ? [["title", tree] as const] : tree && "map" in tree ? tree.map : [];
	const index = pairs.findIndex(([each]) => each === key);
	if (value === undefined) {
		return index < 0 || typeof tree === "string" ? tree : { map: pairs.filter((_, at) => at !== index) };
	}
	return { map: index < 0 ? [...pairs, [key, value]] : pairs.map((pair, at) => (at === index ? [key, value] : pair)) };
}

/** The value of a key of a map. */
export function valueUnder(tree: Tree, key: string): Tree {
	return typeof tree === "object" && "map" in tree ? tree.map.find(([each]) => each === key)?.[1] : undefined;
}

/** The items of a list; none where there is no list. */
export function itemsOf(tree: Tree): ReadonlyArray<Tree> {
	return typeof tree === "object" && "list" in tree ? tree.list : [];
}
