import { lineEnd, lineStart } from "../../util/textLines.ts";
import type { TextRange } from "../../util/textRange.ts";

/** A line below an item of a list, with the indentation that makes it a key of that item. */
export interface ItemAbove {
	/** The text with that indentation. */
	readonly text: string;
	/** The offset in that text. */
	readonly offset: number;
	/** The column of the keys of the item. */
	readonly column: number;
	/** The indentation as it is written, in the original text. */
	readonly margin: TextRange;
}

/**
 * Finds the item whose key is typed at an offset: the line has nothing but a word, and the line above it is a key of
 * an item of a list. Undefined if its keys are in the column of the word already, and inside text of several lines.
 */
export function itemAbove(text: string, offset: number): ItemAbove | undefined {
	const start = lineStart(text, offset);
	const margin = /^ *(?=[\p{L}_]*$)/u.exec(text.slice(start, lineEnd(text, offset)))?.[0];
	if (margin === undefined || start < 2 || offset < start + margin.length) {
		return undefined;
	}
	const above = text.slice(lineStart(text, start - 1), lineEnd(text, lineStart(text, start - 1)));
	const indent = /^( *(?:- +)+| +)[a-z_]+:(?: |$)(?! *[|>][+-]?\d? *$)/.exec(above)?.[1];
	if (indent === undefined || indent.length === margin.length) {
		return undefined;
	}
	const column = indent.length;
	return {
		text: text.slice(0, start) + " ".repeat(column) + text.slice(start + margin.length),
		offset: offset - margin.length + column,
		column,
		margin: { start, end: start + margin.length },
	};
}
