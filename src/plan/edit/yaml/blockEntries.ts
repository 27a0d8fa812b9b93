import type { TextEdit } from "../../../util/textEdit.ts";
import { columnOf, isAtLineStart, lineBreakNear, lineEnd, lineStart, nextLineStart } from "../../../util/textLines.ts";
import { type CollectionEntry, collectionEntries } from "./collectionEntries.ts";
import type { Collection } from "./editablePlan.ts";

/**
 * Adds entries to a list or map in block style. Each is text without indentation on its first line; further lines have it.
 *
 * @param index where they go; the end if omitted. Comments above the entry that is there now stay above it
 * @returns no edits if the first entry shares its line with what encloses the list, so that nothing can go before it
 */
export function insertIntoBlock(
	text: string,
	node: Collection,
	added: ReadonlyArray<string>,
	index?: number,
): ReadonlyArray<TextEdit> {
	const entries = collectionEntries(text, node);
	const first = entries[0]?.start ?? node.start;
	const column = columnOf(text, first);
	const isFirst = index === 0 && entries.length > 0;
	const before = index === undefined ? entries.at(-1) : entries[index - 1];
	if (isFirst && !isAtLineStart(text, first)) {
		return [];
	}
	const at = isFirst
		? aboveComments(text, first)
		: behindComments(text, lineEnd(text, before?.end ?? node.start), column);
	const lineBreak = lineBreakNear(text, at);
	return [{ start: at, end: at, text: added.map((each) => lineBreak + " ".repeat(column) + each).join("") }];
}

/** Removes an entry from a list or map in block style that has others: its lines, and the comment after it. */
export function removeFromBlock(
	text: string,
	entries: ReadonlyArray<CollectionEntry>,
	index: number,
): ReadonlyArray<TextEdit> {
	const entry = entries[index];
	if (!entry) {
		return [];
	}
	if (isAtLineStart(text, entry.start)) {
		return [lines(text, entry)];
	}
	// It shares its line with the hyphen of the enclosing list; the next entry moves there.
	const next = nextLineStart(text, entry.end);
	const rest = /^\s*/.exec(text.slice(next))?.[0].length ?? 0;
	return [{ start: entry.start, end: next + rest, text: "" }];
}

/** The end of the comment lines that follow and are indented further than a column: they belong to the entry. */
function behindComments(text: string, at: number, column: number): number {
	let end = at;
	for (let next = nextLineStart(text, end); next < text.length && next > end; next = nextLineStart(text, end)) {
		const indent = /^ *(?=#)/.exec(text.slice(next, lineEnd(text, next)))?.[0].length ?? 0;
		if (indent <= column) {
			break;
		}
		end = lineEnd(text, next);
	}
	return end;
}

/** The end of the last line before an entry that is neither blank nor a comment: the key of its list. */
function aboveComments(text: string, start: number): number {
	let first = lineStart(text, start);
	while (first > 0) {
		const above = lineStart(text, first - 1);
		if (!/^\s*(?:#.*)?$/.test(text.slice(above, lineEnd(text, above)))) {
			break;
		}
		first = above;
	}
	return first === 0 ? 0 : lineEnd(text, lineStart(text, first - 1));
}

function lines(text: string, { start, end }: CollectionEntry): TextEdit {
	const first = lineStart(text, start);
	const next = nextLineStart(text, end);
	if (next > lineEnd(text, end) || first === 0) {
		return { start: first, end: next, text: "" };
	}
	// The last line of a text without a final line break: the line before it becomes the last one, also without.
	return { start: lineEnd(text, lineStart(text, first - 1)), end: next, text: "" };
}
