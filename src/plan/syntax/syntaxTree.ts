import type { TextRange } from "../../util/textRange.ts";

/** The plan's text as a tree. Every node has its range; offsets count from the start of the text. */
export type SyntaxNode = TextNode | ListNode | MapNode;

/** A reference to a node in the text: its definition, or an alias of it. */
export interface ChildRef {
	/** The start offset of the node or, for an alias, of the alias. */
	readonly at: number;
	readonly node: SyntaxNode;
	/** Whether it is an alias of a node that is defined elsewhere. */
	readonly isAlias: boolean;
}

/** A value in any style of YAML. */
export interface TextNode extends TextRange {
	readonly kind: "text";
	readonly value: string;
	readonly style: "plain" | "quoted" | "block";
}

/** `[a, b]`, or one line with a hyphen for each. */
export interface ListNode extends TextRange {
	readonly kind: "list";
	readonly flow: boolean;
	readonly items: ReadonlyArray<ListItem>;
}

/** An item of a list; without a child it is empty. */
export interface ListItem {
	/** The offset of its hyphen, or in flow style of its value. */
	readonly dashOffset: number;
	readonly child?: ChildRef;
}

/** `{a: b}`, or one line for each key. */
export interface MapNode extends TextRange {
	readonly kind: "map";
	readonly flow: boolean;
	readonly pairs: ReadonlyArray<Pair>;
}

/** A key with its value; without one it is empty. */
export interface Pair {
	readonly key: ChildRef;
	readonly value?: ChildRef;
	/** In flow style: nothing, not even a colon, follows the key. */
	readonly bare: boolean;
}

/** The range of a node, without the node. */
export function nodeRange({ start, end }: SyntaxNode): TextRange {
	return { start, end };
}

/** The first pair with a key. */
export function pairWithKey(map: MapNode, key: string): Pair | undefined {
	return map.pairs.find((pair) => pair.key.node.kind === "text" && pair.key.node.value === key);
}
