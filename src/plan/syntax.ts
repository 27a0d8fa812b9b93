import type { TextRange } from "./problem.ts";

/**
 * The plan's text as a tree that knows no absolute places: an edge says how far a node lies behind the start of the one
 * above it. What an edit did not touch can so be taken over as it is, wherever it has moved to.
 */
export type SyntaxNode = TextNode | ListNode | MapNode;

/** The way from a node to one below it. */
export interface Edge {
	/** How far behind the start of the upper node it begins. */
	readonly at: number;
	readonly node: SyntaxNode;
	/** Where it stands in the text, for a node that an alias brings in from elsewhere. */
	readonly anchoredAt?: number;
}

/** A value in any style of YAML. */
export interface TextNode {
	readonly kind: "text";
	readonly length: number;
	readonly value: string;
	readonly style: "plain" | "quoted" | "block";
}

/** `[a, b]`, or one line with a hyphen for each. */
export interface ListNode {
	readonly kind: "list";
	readonly length: number;
	readonly flow: boolean;
	readonly items: ReadonlyArray<ListItem>;
}

/** An item of a list; without an edge it is empty. */
export interface ListItem {
	/** Where its hyphen stands, or in flow style its value, behind the start of the list. */
	readonly mark: number;
	readonly edge?: Edge;
}

/** `{a: b}`, or one line for each key. */
export interface MapNode {
	readonly kind: "map";
	readonly length: number;
	readonly flow: boolean;
	readonly pairs: ReadonlyArray<Pair>;
}

/** A key with what stands behind it; without a value it is empty. */
export interface Pair {
	readonly key: Edge;
	readonly value?: Edge;
	/** In flow style: nothing, not even a colon, stands behind the key. */
	readonly bare: boolean;
}

/** The absolute place of the node at the end of an edge, from that of the start of the one above. */
export function placeOf(edge: Edge, above: number): number {
	return edge.anchoredAt ?? above + edge.at;
}

/** The text that a node takes, from the place where it begins. */
export function rangeOf(node: SyntaxNode, start: number): TextRange {
	return { start, end: start + node.length };
}

/** The text that the node at the end of an edge takes, from the place of the one above. */
export function rangeAt(edge: Edge, above: number): TextRange {
	return rangeOf(edge.node, placeOf(edge, above));
}

/** The pair with a key; the first, where there are several. */
export function pairOf(map: MapNode, key: string): Pair | undefined {
	return map.pairs.find((pair) => pair.key.node.kind === "text" && pair.key.node.value === key);
}
