import { type Entry, entriesOf } from "./entries.ts";
import { beginsLine, columnOf, lineBreakNear, lineEnd, lineStart, nextLine } from "./lines.ts";
import type { Collection, Located } from "./planText.ts";
import type { TextEdit } from "./textEdit.ts";

/** Writes entries behind the last one of a list or map in block style. Each is text without its indentation, which further lines have. */
export function insertIntoBlock(
	text: string,
	{ node, start }: Located<Collection>,
	added: ReadonlyArray<string>,
): ReadonlyArray<TextEdit> {
	const entries = entriesOf(text, node, start);
	const first = entries[0]?.start ?? start;
	const column = columnOf(text, first);
	const at = behindComments(text, lineEnd(text, entries.at(-1)?.end ?? start), column);
	const lineBreak = lineBreakNear(text, at);
	return [{ start: at, end: at, text: added.map((each) => lineBreak + " ".repeat(column) + each).join("") }];
}

/** Takes an entry that is not the only one out of a list or map in block style: its lines, with the comment behind it. */
export function removeFromBlock(text: string, entries: ReadonlyArray<Entry>, index: number): ReadonlyArray<TextEdit> {
	const entry = entries[index];
	if (!entry) {
		return [];
	}
	if (beginsLine(text, entry.start)) {
		return [lines(text, entry)];
	}
	// It shares its line with the hyphen of the list around it; what follows takes its place.
	const next = nextLine(text, entry.end);
	const rest = /^\s*/.exec(text.slice(next))?.[0].length ?? 0;
	return [{ start: entry.start, end: next + rest, text: "" }];
}

/** The end of the last of the comment lines that follow and are set in further than a column: they belong to what is above. */
function behindComments(text: string, at: number, column: number): number {
	let end = at;
	for (let next = nextLine(text, end); next < text.length && next > end; next = nextLine(text, end)) {
		const indent = /^ *(?=#)/.exec(text.slice(next, lineEnd(text, next)))?.[0].length ?? 0;
		if (indent <= column) {
			break;
		}
		end = lineEnd(text, next);
	}
	return end;
}

function lines(text: string, { start, end }: Entry): TextEdit {
	const first = lineStart(text, start);
	const next = nextLine(text, end);
	if (next > lineEnd(text, end) || first === 0) {
		return { start: first, end: next, text: "" };
	}
	// The last line of a text that ends without a line break: the one before it becomes the last one, without one.
	return { start: lineEnd(text, lineStart(text, first - 1)), end: next, text: "" };
}
