import { type Edge, type ListItem, type Pair, placeOf, type SyntaxNode } from "../syntax.ts";
import { lineStart } from "./lines.ts";
import type { Collection } from "./planText.ts";

/** The text of a pair, or of an item with its hyphen: without what separates it from the next, and without a comment behind. */
export interface Entry {
	readonly start: number;
	readonly end: number;
}

/** The entries of a collection in their order. */
export function entriesOf(text: string, node: Collection, start: number): ReadonlyArray<Entry> {
	if (node.kind === "map") {
		return node.pairs.map((pair) => ({
			start: withProperties(text, start + pair.key.at),
			end: pairEnd(text, pair, start),
		}));
	}
	return node.items.map((item) => {
		const at = start + item.mark;
		const first = node.flow ? withProperties(text, item.edge ? start + item.edge.at : at) : at;
		return { start: first, end: itemEnd(text, item, start) };
	});
}

/** Where what a node holds ends: before the last line break of a block scalar, before a comment behind a value. */
export function endOf(text: string, node: SyntaxNode, start: number): number {
	const end = start + node.length;
	if (node.kind === "text") {
		const cut = node.style === "block" ? /\r?\n$/.exec(text.slice(start, end)) : null;
		return end - (cut?.[0].length ?? 0);
	}
	return node.flow ? end : (entriesOf(text, node, start).at(-1)?.end ?? end);
}

/** Where what stands at the end of an edge ends: of an alias its own name, not what it brings in. */
export function edgeEnd(text: string, edge: Edge, above: number): number {
	if (edge.anchoredAt === undefined) {
		return endOf(text, edge.node, placeOf(edge, above));
	}
	const at = above + edge.at;
	return at + (match(/\*[^\s,[\]{}]*/y, text, at)?.[0].length ?? 0);
}

/** Where a value may be written that is missing. */
export interface EmptyValue {
	/** Whether a colon stands behind the key. */
	readonly colon: boolean;
	/** Behind the colon and an anchor or tag there; behind the key where there is no colon. */
	readonly at: number;
	/** The `~` or `null` that stands for nothing. */
	readonly nil?: Entry;
}

/** The place of the value of a key without one. `keyEnd`: where the key ends. */
export function emptyValue(text: string, keyEnd: number): EmptyValue {
	const colon = match(/\s*:/y, text, keyEnd);
	if (!colon) {
		return { colon: false, at: keyEnd };
	}
	const at = valuePlace(text, keyEnd);
	const nil = match(/((?:\s|#[^\n]*\n)*)(?:~|null)(?=[\s,\]}]|$)/iy, text, at);
	const start = at + (nil?.[1]?.length ?? 0);
	return nil ? { colon: true, at, nil: { start, end: at + nil[0].length } } : { colon: true, at };
}

/** The offset behind the colon of a key and behind an anchor or tag on the same line. */
export function valuePlace(text: string, keyEnd: number): number {
	return keyEnd + (match(/\s*:(?:[ \t]+[&!][^\s,[\]{}]*)*/y, text, keyEnd)?.[0].length ?? 0);
}

/** Where the key of a pair ends. */
export function keyEnd(text: string, pair: Pair, start: number): number {
	return edgeEnd(text, pair.key, start);
}

/** Where a key or value begins with the anchor and tag before it on its line. */
export function withProperties(text: string, at: number): number {
	const properties = /(?:(?<=[\s,[{]|^)[&!][^\s,[\]{}]*[ \t]+)*$/.exec(text.slice(lineStart(text, at), at));
	return at - (properties?.[0].length ?? 0);
}

function pairEnd(text: string, pair: Pair, start: number): number {
	if (pair.value) {
		return edgeEnd(text, pair.value, start);
	}
	const { at, nil } = emptyValue(text, keyEnd(text, pair, start));
	return nil?.end ?? at;
}

function itemEnd(text: string, item: ListItem, start: number): number {
	if (item.edge) {
		return edgeEnd(text, item.edge, start);
	}
	const at = start + item.mark;
	return at + (match(/(?:-[ \t]+)?(?:~|null)(?=[\s,\]}]|$)|-/iy, text, at)?.[0].length ?? 0);
}

/** What a sticky pattern finds at an offset. */
function match(sticky: RegExp, text: string, at: number): RegExpExecArray | null {
	sticky.lastIndex = at;
	return sticky.exec(text);
}
