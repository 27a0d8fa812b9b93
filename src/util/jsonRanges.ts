import type { TextRange } from "./textRange.ts";

/**
 * The exclusive end of the object that begins at an offset; undefined if it is cut off. Braces in strings are ignored.
 */
export function jsonObjectEnd(text: string, start: number): number | undefined {
	let depth = 0;
	for (const { start: at, end } of tokens(text, start)) {
		depth += depthChange(text[at]);
		if (depth === 0) {
			return end;
		}
	}
	return undefined;
}

/**
 * The range of the value of a key of the outermost object, in valid JSON. If the key occurs more than once, the last
 * one.
 */
export function jsonFieldRange(text: string, key: string): TextRange | undefined {
	let depth = 0;
	let range: TextRange | undefined;
	for (const { start, end } of tokens(text, 0)) {
		depth += depthChange(text[start]);
		if (depth === 1 && text[start] === '"') {
			const colon = /\s*:\s*/y;
			colon.lastIndex = end;
			if (colon.test(text) && JSON.parse(text.slice(start, end)) === key) {
				range = { start: colon.lastIndex, end: endOfValue(text, colon.lastIndex) };
			}
		}
	}
	return range;
}

/** The nesting depth of lists and objects. */
export function jsonDepth(text: string): number {
	let depth = 0;
	let deepest = 0;
	for (const { start } of tokens(text, 0)) {
		depth += depthChange(text[start]);
		deepest = Math.max(deepest, depth);
	}
	return deepest;
}

function depthChange(char: string | undefined): number {
	if (char === "{" || char === "[") {
		return 1;
	}
	return char === "}" || char === "]" ? -1 : 0;
}

function endOfValue(text: string, start: number): number {
	const first = text[start];
	if (first === "{" || first === "[") {
		return jsonObjectEnd(text, start) ?? text.length;
	}
	const scalar = /[^\s,\]}]*/y;
	scalar.lastIndex = start;
	scalar.test(text);
	return first === '"' ? (endOfText(text, start) ?? text.length) : scalar.lastIndex;
}

/** Brackets, and strings as one match each, up to one that is not closed. */
function* tokens(text: string, start: number): Generator<TextRange> {
	const mark = /["{}[\]]/g;
	mark.lastIndex = start;
	for (let match = mark.exec(text); match; match = mark.exec(text)) {
		const end = match[0] === '"' ? endOfText(text, match.index) : match.index + 1;
		if (end === undefined) {
			return;
		}
		yield { start: match.index, end };
		mark.lastIndex = end;
	}
}

/** The offset after the closing quotation mark of a string. */
function endOfText(text: string, start: number): number | undefined {
	for (let quote = text.indexOf('"', start + 1); quote >= 0; quote = text.indexOf('"', quote + 1)) {
		let escapes = 0;
		while (text[quote - 1 - escapes] === "\\") {
			escapes++;
		}
		if (escapes % 2 === 0) {
			return quote + 1;
		}
	}
	return undefined;
}
