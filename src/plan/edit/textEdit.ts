/** A change of a text: what stands in [start, end) gives way to `text`. Offsets in UTF-16 units, `end` excluded. */
export interface TextEdit {
	readonly start: number;
	readonly end: number;
	readonly text: string;
}

/** Why an edit could not be made. */
export type EditFailure =
	/** The text is no YAML, or too large or too deep to be read. */
	| "unparsed"
	/** Nothing begins at the place given, or the list has no such item. */
	| "not-found"
	/** The node at the place has no keys, and is no item of a list that could get some. */
	| "not-a-map"
	/** The key holds a text or a map, where a list was meant. */
	| "not-a-list"
	/** The key stands there more than once, so that taking one away would bring up the other. */
	| "duplicate-key"
	/** The text is used elsewhere through an alias, and would change there as well. */
	| "shared"
	/** Reading the edited text back does not give what was meant: it is written in a way that no edit here knows. */
	| "unsafe";

/** The edits, ascending and apart from each other; empty where there is nothing to do. Or the reason that there are none. */
export type EditResult = ReadonlyArray<TextEdit> | EditFailure;

/** The text after edits that are ascending and do not overlap. */
export function applyEdits(text: string, edits: ReadonlyArray<TextEdit>): string {
	let result = "";
	let at = 0;
	for (const { start, end, text: inserted } of edits) {
		result += text.slice(at, start) + inserted;
		at = end;
	}
	return result + text.slice(at);
}

/** Edits of any order as ascending ones; those that touch become one. Insertions at one place keep their order. */
export function mergeEdits(edits: ReadonlyArray<TextEdit>): ReadonlyArray<TextEdit> {
	const merged: Array<TextEdit> = [];
	for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
		const last = merged.at(-1);
		if (last && last.end === edit.start) {
			merged[merged.length - 1] = { start: last.start, end: edit.end, text: last.text + edit.text };
		} else {
			merged.push(edit);
		}
	}
	return merged;
}

/** The one edit that makes another text of a text: what lies between what both begin and end with, in whole characters. */
export function difference(before: string, after: string): TextEdit {
	const most = Math.min(before.length, after.length);
	let start = 0;
	while (start < most && before[start] === after[start]) {
		start++;
	}
	// An editor cannot put its cursor between the halves of a character.
	if (isHalf(before, start - 1, 0xd800)) {
		start--;
	}
	let same = 0;
	while (same < most - start && before[before.length - 1 - same] === after[after.length - 1 - same]) {
		same++;
	}
	if (isHalf(before, before.length - same, 0xdc00)) {
		same--;
	}
	return { start, end: before.length - same, text: after.slice(start, after.length - same) };
}

/** Whether one half of a surrogate pair stands there: the first ones begin at 0xd800, the second ones at 0xdc00. */
function isHalf(text: string, at: number, first: number): boolean {
	const unit = text.charCodeAt(at);
	return unit >= first && unit < first + 0x400;
}
