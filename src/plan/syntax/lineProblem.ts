import type { YAMLParseError } from "yaml";
import { lineEnd, lineStart, marginOf, nextLineStart } from "../../util/textLines.ts";
import type { PlanProblem } from "../planProblem.ts";

/** A line of the text. */
interface Line {
	readonly start: number;
	/** Before spaces at its end. */
	readonly end: number;
	readonly text: string;
}

/**
 * The mistake on a line that the parser only reports by its consequence: a missing colon or space, or an indentation
 * that no line above has. Undefined if it is none of these.
 */
export function lineProblem({ code, message, pos }: YAMLParseError, text: string): PlanProblem | undefined {
	const line = lineAt(text, Math.min(pos[0], text.length));
	const made = (code: PlanProblem["code"], { start, end, text }: Line, arg: string): PlanProblem => {
		return { code, severity: "error", range: { start: start + marginOf(text), end }, args: [arg] };
	};
	if (/^ *-[^\s-]/.test(line.text)) {
		return made("hyphen-without-space", line, line.text.trim());
	}
	const word = /^ *([a-z_]{2,30})(?: {0,9}:(?=\S)|(?= [^:]*$))/.exec(line.text);
	if (word && (code === "MULTILINE_IMPLICIT_KEY" || code === "MISSING_CHAR")) {
		return made(word[0].endsWith(":") ? "colon-without-space" : "no-colon", line, word[1] ?? "");
	}
	if (message.startsWith("Nested mappings")) {
		const below = nextContent(text, line);
		return below && marginOf(below.text) > marginOf(line.text) && isKey(below.text)
			? made("bad-indent", below, String(columnFor(text, below)))
			: undefined;
	}
	return code === "BAD_INDENT" || code === "BLOCK_AS_IMPLICIT_KEY" || message.startsWith("Sequence item without")
		? made("bad-indent", line, String(columnFor(text, line)))
		: undefined;
}

function lineAt(text: string, at: number): Line {
	const start = lineStart(text, at);
	const content = text.slice(start, lineEnd(text, at)).trimEnd();
	return { start, end: start + content.length, text: content };
}

function nextContent(text: string, { start }: Line): Line | undefined {
	for (let at = nextLineStart(text, start); at < text.length; at = nextLineStart(text, at)) {
		const line = lineAt(text, at);
		if (isContent(line.text)) {
			return line;
		}
	}
	return undefined;
}

function isContent(line: string): boolean {
	return !/^\s*(?:#|$)/.test(line);
}

function isKey(line: string): boolean {
	return /^ *[^\s#-][^:]*:(?:\s|$)/.test(line);
}

/** The column that the lines above suggest: that of the keys of the line above or, for an item, of the list whose column is nearest. */
function columnFor(text: string, { start, text: line }: Line): number {
	const isItem = /^\s*-(?:\s|$)/.test(line);
	const margin = marginOf(line);
	const lists: Array<number> = [];
	for (let at = start, left = 100; at > 0 && left > 0; left--) {
		const above = lineAt(text, at - 1);
		at = above.start;
		const marks = /^ *(?:- +)*/.exec(above.text)?.[0] ?? "";
		if (isContent(above.text) && !isItem) {
			return marks.length;
		}
		const column = marks.indexOf("-");
		if (isContent(above.text) && column >= 0 && column < (lists.at(-1) ?? Number.POSITIVE_INFINITY)) {
			lists.push(column);
		}
		if (isContent(above.text) && marginOf(above.text) === 0) {
			// The key that has the lists.
			break;
		}
	}
	// The innermost of two that are as near.
	return lists.toSorted((a, b) => Math.abs(a - margin) - Math.abs(b - margin))[0] ?? 0;
}
