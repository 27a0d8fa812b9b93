import type { TextEdit } from "../../../util/textEdit.ts";
import {
	columnOf,
	isAtLineEnd,
	isAtLineStart,
	lineBreakNear,
	lineEnd,
	lineStart,
	nextLineStart,
} from "../../../util/textLines.ts";
import { type CollectionEntry, collectionEntries } from "./collectionEntries.ts";
import type { Collection } from "./editablePlan.ts";

/**
 * Adds entries to a list or map in flow style, at an index or at the end. `pad` goes between the braces and the content
 * of an empty one.
 */
export function insertIntoFlow(
	text: string,
	node: Collection,
	added: ReadonlyArray<string>,
	{ pad, index }: { readonly pad: string; readonly index?: number | undefined },
): ReadonlyArray<TextEdit> {
	const { start } = node;
	const entries = collectionEntries(text, node);
	const last = entries.at(-1);
	if (!last) {
		return [intoEmpty(text, node, added.join(", "), node.kind === "map" ? pad : "")];
	}
	if (isUnbraced(text, node)) {
		const edit = insertion(last.end, `, ${added.join(", ")}${pad}}`);
		return [insertion(start, `{${pad}`), edit];
	}
	const next = index === undefined ? undefined : entries[index];
	if (next) {
		const isOnOwnLine = isAtLineStart(text, next.start) && lineStart(text, next.start) > start;
		const gap = isOnOwnLine ? lineBreakNear(text, next.start) + " ".repeat(columnOf(text, next.start)) : " ";
		return [insertion(next.start, added.map((each) => `${each},${gap}`).join(""))];
	}
	if (isAtLineStart(text, last.start) && lineStart(text, last.start) > start) {
		return onLinesOfTheirOwn(text, last, added);
	}
	const before = entries.at(-2);
	const between = before && text.slice(before.end, last.start);
	const separator = between && /^, *$/.test(between) ? between : ", ";
	return [insertion(last.end, added.map((each) => separator + each).join(""))];
}

/** Removes an entry from a list or map in flow style, with its comma; if it has its own line, with the comment after it. */
export function removeFromFlow(text: string, node: Collection, index: number): ReadonlyArray<TextEdit> {
	const { start } = node;
	const entries = collectionEntries(text, node);
	const entry = entries[index];
	const before = entries[index - 1];
	const after = entries[index + 1];
	if (!entry) {
		return [];
	}
	if (isUnbraced(text, node)) {
		return [{ start, end: node.end, text: "{}" }];
	}
	const comma = commaBehind(text, entry.end);
	const end = comma === undefined ? entry.end : comma + 1;
	if (isAtLineStart(text, entry.start) && lineStart(text, entry.start) > start && isAtLineEnd(text, end)) {
		const line = { start: lineStart(text, entry.start), end: nextLineStart(text, end), text: "" };
		return after || comma !== undefined || !before ? [line] : [...commaRemoval(text, before), line];
	}
	if (after) {
		const gap = text.slice(end, after.start);
		const spaces = /^[ \t]*/.exec(gap)?.[0].length ?? 0;
		return [{ start: entry.start, end: gap.includes("#") ? end + spaces : after.start, text: "" }];
	}
	if (before) {
		const plain = !text.slice(before.end, entry.start).includes("#");
		const removed = { start: plain ? before.end : entry.start, end: entry.end, text: "" };
		return plain ? [removed] : [...commaRemoval(text, before), removed];
	}
	const inside = { start: start + 1, end: node.end - 1, text: "" };
	return [text.slice(inside.start, inside.end).includes("\n") ? { start: entry.start, end, text: "" } : inside];
}

/** Whether a map is a lone pair among the items of a list: `[a: b]`. */
function isUnbraced(text: string, node: Collection): boolean {
	return node.kind === "map" && node.flow && text[node.start] !== "{";
}

function insertion(at: number, text: string): TextEdit {
	return { start: at, end: at, text };
}

function intoEmpty(text: string, { start, end }: Collection, content: string, pad: string): TextEdit {
	const inside = { start: start + 1, end: end - 1 };
	// Comments or line breaks between the braces stay after the new entries.
	return /^ *$/.test(text.slice(inside.start, inside.end))
		? { ...inside, text: pad + content + pad }
		: insertion(inside.start, pad + content);
}

function onLinesOfTheirOwn(text: string, last: CollectionEntry, added: ReadonlyArray<string>): ReadonlyArray<TextEdit> {
	const comma = commaBehind(text, last.end);
	const behind = comma === undefined ? last.end : comma + 1;
	const indent = lineBreakNear(text, last.end) + " ".repeat(columnOf(text, last.start));
	const content = indent + added.join(`,${indent}`) + (comma === undefined ? "" : ",");
	const at = isAtLineEnd(text, behind) ? lineEnd(text, behind) : behind;
	return comma === undefined ? [insertion(last.end, ","), insertion(at, content)] : [insertion(at, content)];
}

function commaRemoval(text: string, entry: CollectionEntry): ReadonlyArray<TextEdit> {
	const comma = commaBehind(text, entry.end);
	return comma === undefined ? [] : [{ start: comma, end: comma + 1, text: "" }];
}

/** The offset of the comma after an entry, past spaces, line breaks and comments. */
function commaBehind(text: string, end: number): number | undefined {
	const comma = /(?:\s|#[^\n]*\n)*,/y;
	comma.lastIndex = end;
	return comma.test(text) ? comma.lastIndex - 1 : undefined;
}
