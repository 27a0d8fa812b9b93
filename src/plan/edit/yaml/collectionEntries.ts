import { lineStart } from "../../../util/textLines.ts";
import type { ChildRef, ListItem, Pair, SyntaxNode } from "../../syntax/syntaxTree.ts";
import type { Collection } from "./editablePlan.ts";

/** The range of a pair, or of an item with its hyphen, without separators and trailing comments. */
export interface CollectionEntry {
	readonly start: number;
	readonly end: number;
}

/** The entries of a collection in their order. */
export function collectionEntries(text: string, node: Collection): ReadonlyArray<CollectionEntry> {
	if (node.kind === "map") {
		return node.pairs.map((pair) => ({ start: startWithProperties(text, pair.key.at), end: pairEnd(text, pair) }));
	}
	return node.items.map((item) => {
		const at = item.dashOffset;
		const first = node.flow ? startWithProperties(text, item.child?.at ?? at) : at;
		return { start: first, end: itemEnd(text, item) };
	});
}

/** The end of a node's content: before the last line break of a block scalar, and before a comment after a value. */
export function nodeEnd(text: string, node: SyntaxNode): number {
	const { start, end } = node;
	if (node.kind === "text") {
		const cut = node.style === "block" ? /\r?\n$/.exec(text.slice(start, end)) : null;
		return end - (cut?.[0].length ?? 0);
	}
	return node.flow ? end : (collectionEntries(text, node).at(-1)?.end ?? end);
}

/** The end of a child; for an alias, the end of its name, not of the node that it refers to. */
export function childEnd(text: string, { at, node, isAlias }: ChildRef): number {
	if (!isAlias) {
		return nodeEnd(text, node);
	}
	return at + (match(/\*[^\s,[\]{}]*/y, text, at)?.[0].length ?? 0);
}

/** The position for a missing value. */
export interface EmptyValue {
	/** Whether the key has a colon. */
	readonly colon: boolean;
	/** After the colon and an anchor or tag; after the key if there is no colon. */
	readonly at: number;
	/** The `~` or `null` of an empty value. */
	readonly nil?: CollectionEntry;
}

/** The position of the value of a key without one. `keyEnd`: the end of the key. */
export function emptyValue(text: string, keyEnd: number): EmptyValue {
	const colon = match(/\s*:/y, text, keyEnd);
	if (!colon) {
		return { colon: false, at: keyEnd };
	}
	const at = valueStart(text, keyEnd);
	const nil = match(/((?:\s|#[^\n]*\n)*)(?:~|null)(?=[\s,\]}]|$)/iy, text, at);
	const start = at + (nil?.[1]?.length ?? 0);
	return nil ? { colon: true, at, nil: { start, end: at + nil[0].length } } : { colon: true, at };
}

/** The offset after the colon of a key, and after an anchor or tag on the same line. */
export function valueStart(text: string, keyEnd: number): number {
	return keyEnd + (match(/\s*:(?:[ \t]+[&!][^\s,[\]{}]*)*/y, text, keyEnd)?.[0].length ?? 0);
}

/** Where the key of a pair ends. */
export function keyEnd(text: string, pair: Pair): number {
	return childEnd(text, pair.key);
}

/** The start of a key or value, including an anchor and tag before it on its line. */
export function startWithProperties(text: string, at: number): number {
	const properties = /(?:(?<=[\s,[{]|^)[&!][^\s,[\]{}]*[ \t]+)*$/.exec(text.slice(lineStart(text, at), at));
	return at - (properties?.[0].length ?? 0);
}

function pairEnd(text: string, pair: Pair): number {
	if (pair.value) {
		return childEnd(text, pair.value);
	}
	const { at, nil } = emptyValue(text, keyEnd(text, pair));
	return nil?.end ?? at;
}

function itemEnd(text: string, item: ListItem): number {
	if (item.child) {
		return childEnd(text, item.child);
	}
	const at = item.dashOffset;
	return at + (match(/(?:-[ \t]+)?(?:~|null)(?=[\s,\]}]|$)|-/iy, text, at)?.[0].length ?? 0);
}

/** The match of a sticky pattern at an offset. */
function match(sticky: RegExp, text: string, at: number): RegExpExecArray | null {
	sticky.lastIndex = at;
	return sticky.exec(text);
}
