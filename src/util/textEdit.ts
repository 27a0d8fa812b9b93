/** A replacement in a text: the range [start, end) becomes `text`. Offsets are in UTF-16 units. */
export interface TextEdit {
	readonly start: number;
	readonly end: number;
	readonly text: string;
}

/** Applies edits that are in ascending order and do not overlap. */
export function applyEdits(text: string, edits: ReadonlyArray<TextEdit>): string {
	let result = "";
	let at = 0;
	for (const { start, end, text: inserted } of edits) {
		result += text.slice(at, start) + inserted;
		at = end;
	}
	return result + text.slice(at);
}

/** Sorts edits in ascending order and joins adjacent ones. Insertions at the same offset keep their order. */
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

/**
 * The single edit that turns one text into another: the part between the common prefix and the common suffix, in whole
 * characters.
 */
export function diffTexts(before: string, after: string): TextEdit {
	const most = Math.min(before.length, after.length);
	let start = 0;
	while (start < most && before[start] === after[start]) {
		start++;
	}
	// An editor cannot place its cursor inside a surrogate pair.
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

/** Whether the UTF-16 unit is half of a surrogate pair: high ones begin at 0xd800, low ones at 0xdc00. */
function isHalf(text: string, at: number, first: number): boolean {
	const unit = text.charCodeAt(at);
	return unit >= first && unit < first + 0x400;
}
