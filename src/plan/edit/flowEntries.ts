import { type Entry, entriesOf } from "./entries.ts";
import { beginsLine, columnOf, endsLine, lineBreakNear, lineEnd, lineStart, nextLine } from "./lines.ts";
import type { Collection, Located } from "./planText.ts";
import type { TextEdit } from "./textEdit.ts";

/** Writes entries behind the last one of a list or map in flow style. `pad` goes between braces and content where there was none. */
export function insertIntoFlow(
	text: string,
	{ node, start }: Located<Collection>,
	added: ReadonlyArray<string>,
	pad: string,
): ReadonlyArray<TextEdit> {
	const entries = entriesOf(text, node, start);
	const last = entries.at(-1);
	if (!last) {
		return [intoEmpty(text, start, start + node.length, added.join(", "), node.kind === "map" ? pad : "")];
	}
	if (isUnbraced(text, { node, start })) {
		const edit = insertion(last.end, `, ${added.join(", ")}${pad}}`);
		return [insertion(start, `{${pad}`), edit];
	}
	if (beginsLine(text, last.start) && lineStart(text, last.start) > start) {
		return onLinesOfTheirOwn(text, last, added);
	}
	const before = entries.at(-2);
	const between = before && text.slice(before.end, last.start);
	const separator = between && /^, *$/.test(between) ? between : ", ";
	return [insertion(last.end, added.map((each) => separator + each).join(""))];
}

/** Takes an entry out of a list or map in flow style, with its comma and, on a line of its own, the comment behind it. */
export function removeFromFlow(
	text: string,
	{ node, start }: Located<Collection>,
	index: number,
): ReadonlyArray<TextEdit> {
	const entries = entriesOf(text, node, start);
	const entry = entries[index];
	const before = entries[index - 1];
	const after = entries[index + 1];
	if (!entry) {
		return [];
	}
	if (isUnbraced(text, { node, start })) {
		return [{ start, end: start + node.length, text: "{}" }];
	}
	const comma = commaBehind(text, entry.end);
	const end = comma === undefined ? entry.end : comma + 1;
	if (beginsLine(text, entry.start) && lineStart(text, entry.start) > start && endsLine(text, end)) {
		const line = { start: lineStart(text, entry.start), end: nextLine(text, end), text: "" };
		return after || comma !== undefined || !before ? [line] : [...commaRemoval(text, before), line];
	}
	if (after) {
		const gap = text.slice(end, after.start);
		const spaces = /^[ \t]*/.exec(gap)?.[0].length ?? 0;
		return [{ start: entry.start, end: gap.includes("#") ? end + spaces : after.start, text: "" }];
	}
	if (before) {
		const plain = !text.slice(before.end, entry.start).includes("#");
		const removed = { start: plain ? before.end : entry.start, end: entry.end, text: "" };
		return plain ? [removed] : [...commaRemoval(text, before), removed];
	}
	const inside = { start: start + 1, end: start + node.length - 1, text: "" };
	return [text.slice(inside.start, inside.end).includes("\n") ? { start: entry.start, end, text: "" } : inside];
}

/** Whether a map is a lone pair among the items of a list: `[a: b]`. */
function isUnbraced(text: string, { node, start }: Located<Collection>): boolean {
	return node.kind === "map" && node.flow && text[start] !== "{";
}

function insertion(at: number, text: string): TextEdit {
	return { start: at, end: at, text };
}

function intoEmpty(text: string, start: number, end: number, content: string, pad: string): TextEdit {
	const inside = { start: start + 1, end: end - 1 };
	// Comments or line breaks between the braces stay behind what is written.
	return /^ *$/.test(text.slice(inside.start, inside.end))
		? { ...inside, text: pad + content + pad }
		: insertion(inside.start, pad + content);
}

function onLinesOfTheirOwn(text: string, last: Entry, added: ReadonlyArray<string>): ReadonlyArray<TextEdit> {
	const comma = commaBehind(text, last.end);
	const behind = comma === undefined ? last.end : comma + 1;
	const indent = lineBreakNear(text, last.end) + " ".repeat(columnOf(text, last.start));
	const content = indent + added.join(`,${indent}`) + (comma === undefined ? "" : ",");
	const at = endsLine(text, behind) ? lineEnd(text, behind) : behind;
	return comma === undefined ? [insertion(last.end, ","), insertion(at, content)] : [insertion(at, content)];
}

function commaRemoval(text: string, entry: Entry): ReadonlyArray<TextEdit> {
	const comma = commaBehind(text, entry.end);
	return comma === undefined ? [] : [{ start: comma, end: comma + 1, text: "" }];
}

/** Where the comma behind an entry stands, past spaces, line breaks and comments. */
function commaBehind(text: string, end: number): number | undefined {
	const comma = /(?:\s|#[^\n]*\n)*,/y;
	comma.lastIndex = end;
	return comma.test(text) ? comma.lastIndex - 1 : undefined;
}
