import type { TextEdit } from "./textEdit.ts";

/** The new position of an offset after an edit; undefined if the edit replaced it. */
export function offsetAfterEdit(at: number, { start, end, text }: TextEdit): number | undefined {
	if (at <= start) {
		return at;
	}
	return at >= end ? at + text.length - (end - start) : undefined;
}
