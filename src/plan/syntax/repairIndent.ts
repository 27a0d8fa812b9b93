import type { TextEdit } from "../../util/textEdit.ts";
import { marginOf } from "../../util/textLines.ts";
import { isFormatKey } from "./formatKeys.ts";
import { type Line, type LineValue, linesOf } from "./lineValue.ts";

const keyOnLine = /^([a-z_]+) *:(?:\s|$)/i;

/** The line below a value if it has a key that is indented too far: ` start: 2026-01-05` below `title: My plan`. */
export function indentedKey(lines: ReadonlyArray<Line>, value: LineValue): number | undefined {
	const below = nextFilled(lines, value.line);
	const { text = "" } = lines[below] ?? {};
	const key = keyOnLine.exec(text.trimStart())?.[1];
	const isKey = value.key !== "" && key !== undefined && isFormatKey(key);
	return isKey && /^ *\S/.test(text) && marginOf(text) > value.indent ? below : undefined;
}

/**
 * The edits that move a line, and those below it with the same indentation, to another column.
 *
 * @param at the number of the line
 */
export function movedLeft(lines: ReadonlyArray<Line>, at: number, column: number): ReadonlyArray<TextEdit> {
	const margin = marginOf(lines[at]?.text ?? "");
	const edits: Array<TextEdit> = [];
	for (let next = at; next < lines.length; next++) {
		const { text, start } = lines[next] as Line;
		const own = marginOf(text);
		if (text.trim() !== "" && own < margin) {
			break;
		}
		if (own === margin && text.trim() !== "") {
			edits.push({ start: start + column, end: start + margin, text: "" });
		}
	}
	return edits;
}

/** As {@link movedLeft}, for the indentation in a range: that of the first line beyond the column. */
export function movedLeftAt(text: string, { start, end }: Pick<TextEdit, "start" | "end">): ReadonlyArray<TextEdit> {
	const lines = linesOf(text);
	const at = lines.findLastIndex((line) => line.start <= start);
	const [first, ...more] = movedLeft(lines, at, start - (lines[at]?.start ?? 0));
	return first?.end === end ? [first, ...more] : [];
}

/** The number of the next line that is not blank. */
export function nextFilled(lines: ReadonlyArray<Line>, line: number): number {
	let next = line + 1;
	while (lines[next]?.text.trim() === "") {
		next++;
	}
	return next;
}
