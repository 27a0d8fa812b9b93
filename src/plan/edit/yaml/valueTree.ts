import type { ChildRef, SyntaxNode } from "../../syntax/syntaxTree.ts";
import { isList, type Value } from "./writeValue.ts";

/**
 * The value of a YAML node, independent of its style; undefined for an empty value. Maps are lists of pairs, because a
 * key may occur twice.
 */
export type ValueTree = string | undefined | ListTree | MapTree;

/** The values of a list. */
export interface ListTree {
	readonly list: ReadonlyArray<ValueTree>;
}

/** The pairs of a map, in order. */
export interface MapTree {
	readonly map: ReadonlyArray<readonly [ValueTree, ValueTree]>;
}

/** The intended changes of an edit. */
export interface TreeChanges {
	/** Changes of values, by start offset. */
	readonly values: ReadonlyMap<number, (tree: ValueTree) => ValueTree>;
	/** New keys, by the start offset of the old one. */
	readonly keys?: ReadonlyMap<number, string>;
	/** Whether the changes also apply through aliases. */
	readonly inAliases: boolean;
}

/** The value of a node and its children; with changes, the expected value after the edit. */
export function valueTree(child: ChildRef | undefined, changes?: TreeChanges): ValueTree {
	if (!child) {
		return undefined;
	}
	const inner = changes && (!child.isAlias || changes.inAliases) ? changes : undefined;
	const tree = treeOf(child.node, inner);
	const change = inner?.values.get(child.node.start);
	return change ? change(tree) : tree;
}

function treeOf(node: SyntaxNode, changes: TreeChanges | undefined): ValueTree {
	switch (node.kind) {
		case "text":
			return node.value;
		case "list":
			return { list: node.items.map(({ child }) => valueTree(child, changes)) };
		case "map":
			return {
				map: node.pairs.map(({ key, value }) => [
					changes?.keys?.get(key.at) ?? valueTree(key),
					valueTree(value, changes),
				]),
			};
	}
}

/** The tree of a value to be written. */
export function treeFromValue(value: Value): ValueTree {
	if (typeof value === "string") {
		return value;
	}
	return isList(value)
		? { list: value.map(treeFromValue) }
		: { map: Object.entries(value).map(([key, each]) => [key, treeFromValue(each)]) };
}

/** Whether two trees are equal. */
export function treesEqual(a: ValueTree, b: ValueTree): boolean {
	return JSON.stringify(a) === JSON.stringify(b);
}

/** The map with a key set or removed; a text that gets a key becomes the title of a map. */
export function withKey(tree: ValueTree, key: string, value: ValueTree): ValueTree {
	const map = typeof tree === "object" && "map" in tree ? tree.map : [];
	const pairs = typeof tree === "string" ? [["title", tree] as const] : map;
	const index = pairs.findIndex(([each]) => each === key);
	if (value === undefined) {
		return index < 0 || typeof tree === "string" ? tree : { map: pairs.filter((_, at) => at !== index) };
	}
	return { map: index < 0 ? [...pairs, [key, value]] : pairs.map((pair, at) => (at === index ? [key, value] : pair)) };
}

/** The value of a key of a map. */
export function valueUnder(tree: ValueTree, key: string): ValueTree {
	return typeof tree === "object" && "map" in tree ? tree.map.find(([each]) => each === key)?.[1] : undefined;
}

/** The items of a list; empty if it is not a list. */
export function treeItems(tree: ValueTree): ReadonlyArray<ValueTree> {
	return typeof tree === "object" && "list" in tree ? tree.list : [];
}
