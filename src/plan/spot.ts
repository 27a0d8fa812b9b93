import { type Edge, type ListNode, type MapNode, placeOf, type SyntaxNode, type TextNode } from "./syntax.ts";

/** A collection on the way to a place in the text, and which of its pairs or items leads on. */
export interface Step {
	readonly node: MapNode | ListNode;
	/** Where the collection begins. */
	readonly start: number;
	readonly index: number;
}

/** A text of the plan with its place. */
export interface SpotText {
	readonly node: TextNode;
	readonly start: number;
	readonly isKey: boolean;
}

/** What stands at an offset of the plan. */
export interface Spot {
	/** From the top to the innermost collection that contains the offset. */
	readonly path: ReadonlyArray<Step>;
	/** The key or value at the offset. */
	readonly text?: SpotText;
	/** The innermost value that the way leads to, whether it contains the offset or ends before it. */
	readonly value: Located;
}

/** Finds what stands at an offset; both ends of a text belong to it. What an alias brings in is not looked into. */
export function spotAt(root: Edge, offset: number): Spot {
	const path: Array<Step> = [];
	let value: Located = { node: root.node, start: root.at };
	for (;;) {
		const { node, start } = value;
		if (node.kind === "text") {
			const within = start <= offset && offset <= start + node.length;
			return within ? { path, value, text: { node, start, isKey: false } } : { path, value };
		}
		const index = offset > start + node.length ? -1 : lastBegun(node, start, offset);
		if (index < 0) {
			return { path, value };
		}
		path.push({ node, start, index });
		const key = node.kind === "map" ? node.pairs[index]?.key : undefined;
		if (key?.node.kind === "text" && offset <= start + key.at + key.node.length) {
			return { path, value, text: { node: key.node, start: start + key.at, isKey: true } };
		}
		const edge = node.kind === "map" ? node.pairs[index]?.value : node.items[index]?.edge;
		if (!edge || edge.anchoredAt !== undefined || start + edge.at > offset) {
			return { path, value };
		}
		value = { node: edge.node, start: start + edge.at };
	}
}

/** The last pair or item that begins at or before an offset; -1 for none. */
function lastBegun(node: MapNode | ListNode, start: number, offset: number): number {
	const count = node.kind === "list" ? node.items.length : node.pairs.length;
	let low = -1;
	let high = count - 1;
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		const at = node.kind === "list" ? node.items[middle]?.mark : node.pairs[middle]?.key.at;
		if (start + (at ?? 0) <= offset) {
			low = middle;
		} else {
			high = middle - 1;
		}
	}
	return low;
}

/** The map or bare text that begins at an offset, as nodes of the plan say their place; undefined where none does. */
export function nodeAt(root: Edge, at: number): SyntaxNode | undefined {
	const { path, value } = spotAt(root, at);
	return [value, ...path].find(({ node, start }) => start === at && node.kind !== "list")?.node;
}

/** The key under which a step leads on; undefined in a list. */
export function keyOf({ node, index }: Step): string | undefined {
	const key = node.kind === "map" ? node.pairs[index]?.key.node : undefined;
	return key?.kind === "text" ? key.value : undefined;
}

/** The place of the value of a key in a map that begins at `start`; undefined where it has none of its own. */
export function valueIn(map: SyntaxNode | undefined, start: number, key: string): Located | undefined {
	const pair =
		map?.kind === "map"
			? map.pairs.find((each) => each.key.node.kind === "text" && each.key.node.value === key)
			: undefined;
	return pair?.value && pair.value.anchoredAt === undefined
		? { node: pair.value.node, start: placeOf(pair.value, start) }
		: undefined;
}

/** A node with its place. */
export interface Located {
	readonly node: SyntaxNode;
	readonly start: number;
}
