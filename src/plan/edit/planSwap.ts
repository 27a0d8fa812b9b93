import { applyEdits, diffTexts, type TextEdit } from "../../util/textEdit.ts";
import { parsePlan } from "../planParser.ts";

/** The text of the plan before and after a change. */
export interface PlanSwap {
	readonly before: string;
	readonly after: string;
}

/** The change that undoes another one. */
export function reversed({ before, after }: PlanSwap): PlanSwap {
	return { before: after, after: before };
}

/**
 * The edits that apply a change to the current plan; empty if it is already applied. Changes to other lines are kept.
 *
 * @param text the current plan, with any line breaks
 * @returns the edits, or `unsafe` if the lines of the change were edited in the meantime
 */
export function swapEdits(text: string, { before, after }: PlanSwap): ReadonlyArray<TextEdit> | "unsafe" {
	const from = withBreaksOf(text, before);
	const to = withBreaksOf(text, after);
	if (text === to) {
		return [];
	}
	if (text === from) {
		return [diffTexts(from, to)];
	}
	const moved = placeIn(text, from, diffTexts(from, to));
	if (moved) {
		const result = parsePlan(applyEdits(text, [moved]));
		return result.plan && !result.repaired ? [moved] : "unsafe";
	}
	return placeIn(text, to, diffTexts(to, from)) ? [] : "unsafe";
}

/** The text with the line breaks of another one. */
function withBreaksOf(text: string, other: string): string {
	return other.replace(/\r\n|\r|\n/g, text.includes("\r\n") ? "\r\n" : "\n");
}

/** Moves an edit from one text to another; undefined if its lines differ. */
function placeIn(now: string, text: string, edit: TextEdit): TextEdit | undefined {
	const other = diffTexts(text, now);
	if (edit.end < other.start && text.slice(edit.end, other.start).includes("\n")) {
		return edit;
	}
	if (other.end < edit.start && text.slice(other.end, edit.start).includes("\n")) {
		return movedBy(edit, now.length - text.length);
	}
	// If the text changed before and after it, the lines are searched for, with one more on each side; the match must
	// be unique.
	const start = lineStart(text, lineStart(text, edit.start) - 1);
	const end = lineEnd(text, lineEnd(text, edit.end) + 1);
	const lines = `\n${text.slice(start, end).replace(/\n$/, "")}\n`;
	const at = onlyPlaceOf(lines, `\n${now}\n`);
	return at === undefined || onlyPlaceOf(lines, `\n${text}\n`) === undefined ? undefined : movedBy(edit, at - start);
}

function movedBy(edit: TextEdit, by: number): TextEdit {
	return { ...edit, start: edit.start + by, end: edit.end + by };
}

function lineStart(text: string, offset: number): number {
	return offset <= 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
}

/** The end of the line that contains an offset, without its line break. */
function lineEnd(text: string, offset: number): number {
	const end = text.indexOf("\n", offset);
	return end < 0 ? text.length : end;
}

function onlyPlaceOf(part: string, text: string): number | undefined {
	const at = text.indexOf(part);
	return at < 0 || text.indexOf(part, at + 1) >= 0 ? undefined : at;
}
