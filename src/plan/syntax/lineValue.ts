import { marginOf } from "../../util/textLines.ts";

/** A line of the text without its line break, with its start offset. */
export interface Line {
	readonly text: string;
	readonly start: number;
}

/** A value that starts on a line, after the hyphens and the key. */
export interface LineValue {
	readonly text: string;
	/** The offset of the value. */
	readonly start: number;
	/** Later lines of the value are indented further than this column. */
	readonly indent: number;
	readonly line: number;
	/** The key before it on its line, with its colon and the spaces after it; empty if there is none. */
	readonly key: string;
	/** Whether a hyphen precedes it or its key. */
	readonly inList: boolean;
	/** Whether it is an item of a list itself, or the value of a key that takes text. */
	readonly isTitle: boolean;
	readonly isAmount: boolean;
}

/** `<<: text`: a merge key has an alias, a list of them, or a map. */
const mergedText = /^<<\s*:\s+(?![*{]|\[\s*\*)\S/;
/** The header of a block of text: `|`, `>-`. */
export const blockHeader = /^[|>](?:[+-]?\d?|\d[+-])(?:\s+#.*)?$/;
const dashes = /^(?:-\s+)*/;

/** The lines of a text. */
export function linesOf(text: string): ReadonlyArray<Line> {
	const lines: Array<Line> = [];
	for (let start = 0; start <= text.length; ) {
		const end = text.indexOf("\n", start);
		const line = text.slice(start, end < 0 ? text.length : end);
		lines.push({ text: line.endsWith("\r") ? line.slice(0, -1) : line, start });
		start = end < 0 ? text.length + 1 : end + 1;
	}
	return lines;
}

/** Splits a line and reads its value. @returns the number of the line to continue with */
export function splitLine(
	line: Line,
	number: number,
	indented: number | undefined,
	read: (value: LineValue) => number,
): number {
	const margin = marginOf(line.text);
	const column = indented ?? margin;
	const content = line.text.slice(margin);
	if (content === "" || content.startsWith("#") || (margin === 0 && /^(?:---|\.\.\.|%)/.test(content))) {
		return number + 1;
	}
	const marks = dashes.exec(content)?.[0] ?? "";
	const rest = content.slice(marks.length);
	const key = keyOf(rest, marks !== "");
	const value = rest.slice(key.length).trimEnd();
	const lastDash = column + Math.max(0, marks.trimEnd().length - 1);
	return read({
		text: value,
		start: line.start + margin + marks.length + key.length,
		indent: key === "" && marks !== "" ? lastDash : column + marks.length,
		line: number,
		key,
		inList: marks !== "",
		isAmount: /^(?:goal|from) *:/.test(key),
		isTitle: key === "" ? marks !== "" : /^(?:title|focus|ask|goal) *:/.test(key),
	});
}

/** The key at the start of a text with its colon and the spaces after it; empty if there is none. */
function keyOf(rest: string, inList: boolean): string {
	const quoted = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*') *:(?:\s+|$)/.exec(rest)?.[0];
	if (quoted !== undefined) {
		return quoted;
	}
	if (/^[[\]{},"'*&!@%`|>?#]/.test(rest) || (inList && mergedText.test(rest))) {
		return "";
	}
	const plain = /^[^\s:][^:]*?(?::\S[^:]*?)*? *:(?=\s|$)\s*/.exec(rest)?.[0] ?? "";
	const isComment = /\s#/.test(plain);
	// A list item starts with a key of the format, or with a title that contains a colon.
	const isTitle = inList && !/^[a-z_]{2,12} *:/i.test(plain) && hasColon(rest.slice(plain.length));
	return isComment || isTitle ? "" : plain;
}

/** Whether YAML would take a part of a plain text for a key. */
export function hasColon(text: string): boolean {
	return /^[^"'[{|>].*:(?:\s|$)/.test(text.replace(/\s#.*$/, ""));
}

/** The first line from the next one on that does not belong to a value, by its indentation. */
export function endOfBlock(lines: ReadonlyArray<Line>, { indent, line }: LineValue): number {
	let next = line + 1;
	while (next < lines.length && isInside(lines[next] as Line, indent)) {
		next++;
	}
	return next;
}

/** Whether a line is blank or indented further than a column. */
export function isInside({ text }: Line, indent: number): boolean {
	return text.trim() === "" || marginOf(text) > indent;
}
