import type { TextEdit } from "../edit/textEdit.ts";

/** Where something that stood at an offset is after an edit; undefined where the edit took its place. */
export function movedPlace(at: number, { start, end, text }: TextEdit): number | undefined {
	if (at <= start) {
		return at;
	}
	return at >= end ? at + text.length - (end - start) : undefined;
}
