import { leadingCount } from "../../util/leadingCount.ts";
import {
	type ChildRef,
	type ListNode,
	type MapNode,
	pairWithKey,
	type SyntaxNode,
	type TextNode,
} from "./syntaxTree.ts";

/** A step of a path: a collection, and the index of the pair or item that it continues with. */
export interface PathStep {
	readonly node: MapNode | ListNode;
	readonly index: number;
}

/** A text of the plan: a key or a value. */
export interface TextOnPath {
	readonly node: TextNode;
	readonly isKey: boolean;
}

/** What is at an offset of the plan. */
export interface SyntaxPath {
	/** The path from the root to the innermost collection that contains the offset. */
	readonly path: ReadonlyArray<PathStep>;
	/** The key or value at the offset. */
	readonly text?: TextOnPath;
	/** The innermost value on the path, whether it contains the offset or ends before it. */
	readonly value: SyntaxNode;
}

/** Finds the path to an offset; both ends of a text belong to it. Aliases are not followed. */
export function pathAt(root: ChildRef, offset: number): SyntaxPath {
	const path: Array<PathStep> = [];
	let node = root.node;
	for (;;) {
		if (node.kind === "text") {
			const within = node.start <= offset && offset <= node.end;
			return within ? { path, value: node, text: { node, isKey: false } } : { path, value: node };
		}
		const index = offset > node.end ? -1 : lastBegun(node, offset);
		if (index < 0) {
			return { path, value: node };
		}
		path.push({ node, index });
		const key = node.kind === "map" ? node.pairs[index]?.key.node : undefined;
		if (key?.kind === "text" && offset <= key.end) {
			return { path, value: node, text: { node: key, isKey: true } };
		}
		const child = node.kind === "map" ? node.pairs[index]?.value : node.items[index]?.child;
		if (!child || child.isAlias || child.at > offset) {
			return { path, value: node };
		}
		node = child.node;
	}
}

/** The last pair or item that starts at or before an offset; -1 if there is none. */
function lastBegun(node: MapNode | ListNode, offset: number): number {
	const begun =
		node.kind === "list"
			? leadingCount(node.items.length, (index) => (node.items[index]?.dashOffset ?? 0) <= offset)
			: leadingCount(node.pairs.length, (index) => (node.pairs[index]?.key.at ?? 0) <= offset);
	return begun - 1;
}

/** The map or text that starts at an offset; undefined if there is none. */
export function nodeAt(root: ChildRef, at: number): SyntaxNode | undefined {
	const { path, value } = pathAt(root, at);
	return [value, ...path.map(({ node }) => node)].find(({ start, kind }) => start === at && kind !== "list");
}

/** The key of a step; undefined in a list. */
export function stepKey({ node, index }: PathStep): string | undefined {
	const key = node.kind === "map" ? node.pairs[index]?.key.node : undefined;
	return key?.kind === "text" ? key.value : undefined;
}

/** The value of a key of a map; undefined if the map itself has none. */
export function valueOfKey(map: SyntaxNode | undefined, key: string): SyntaxNode | undefined {
	const value = map?.kind === "map" ? pairWithKey(map, key)?.value : undefined;
	return value?.isAlias ? undefined : value?.node;
}
