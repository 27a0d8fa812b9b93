import type { TextEdit } from "../../util/textEdit.ts";
import { columnOf, lineBreakNear, lineEnd, lineStart, marginOf, nextLineStart } from "../../util/textLines.ts";
import type { TextRange } from "../../util/textRange.ts";
import { removeFromBlock } from "../edit/yaml/blockEntries.ts";
import { collectionEntries, nodeEnd } from "../edit/yaml/collectionEntries.ts";
import { removeFromFlow } from "../edit/yaml/flowEntries.ts";
import { treesEqual, valueTree } from "../edit/yaml/valueTree.ts";
import type { PlanProblem } from "../planProblem.ts";
import { linesOf } from "../syntax/lineValue.ts";
import { movedLeft, movedLeftAt } from "../syntax/repairIndent.ts";
import { pathAt, stepKey } from "../syntax/syntaxPath.ts";
import { writeScalar } from "../syntax/writeScalar.ts";
import { type FixDraft, fixDraft } from "./fix.ts";
import { type FixContext, textAt } from "./fixContext.ts";
import { layoutEdits } from "./fixLayout.ts";

/** Fixes of values that YAML reads differently than intended: mostly by quoting them. */
export function fixYamlPitfalls(context: FixContext, { code, range, args }: PlanProblem): ReadonlyArray<FixDraft> {
	const { text } = context;
	const [first = ""] = args;
	switch (code) {
		case "comma-in-flow":
			return commas(text, range);
		case "quoted-and-more":
			return [quote(written(text, range), true)];
		case "colon-in-title": {
			// A colon without anything after it is not part of the range.
			const colon = /^[ \t]{0,9}:(?=\s|$)/.exec(text.slice(range.end, range.end + 20))?.[0].length ?? 0;
			return [quote(written(text, { start: range.start, end: range.end + colon }), true)];
		}
		case "read-as-text":
		case "continued-text":
			return readAsText(context, range);
		case "indented-key":
			return [fixDraft("indent", [], movedLeftAt(text, range), true)];
		case "hash-in-text":
			return hash(context, range);
		case "nested-bullets":
			return listBelow(context, range, args);
		case "unknown-alias": {
			const line = text.slice(range.start, lineEnd(text, range.start));
			const value = /^[^,\]}]*/.exec(line)?.[0] ?? "";
			const comment = value.search(/\s#\s/);
			const rest = (comment < 0 ? value : value.slice(0, comment)).trimEnd();
			return [quote({ range: { start: range.start, end: range.start + rest.length }, meant: rest }, false)];
		}
		case "expected-text":
		case "expected-text-or-map":
			return flowText(text, range);
		case "bad-key":
			return [
				quote(written(text, { start: range.start, end: lineEnd(text, range.start) }), false),
				...lineValue(text, range.start),
			];
		case "yaml":
			return lineValue(text, range.start);
		case "greater-than":
			return greaterThan(text, range);
		case "expected-list": {
			const written = layoutEdits(text, { code, range });
			return written ? [fixDraft("make-list", [], written)] : madeList(context, range);
		}
		case "expected-map":
			return first === "list" ? underKeys(context, range) : madeMap(context, range);
		case "duplicate-key":
			return [fixDraft("remove-key", [first], ...removed(context, range))];
		default:
			return [];
	}
}

/** Quotes the text, which may have several lines. */
function readAsText(context: FixContext, range: TextRange): ReadonlyArray<FixDraft> {
	const meant = textAt(context, range)?.found.node.value;
	return meant === undefined ? [] : [quote({ range, meant }, !/^[[{"']/.test(meant))];
}

/** `Close issue #42` in quotes; `"Close issue" #42` with all of it between its quotes. */
function hash(context: FixContext, range: TextRange): ReadonlyArray<FixDraft> {
	const { text } = context;
	const whole = written(text, { start: range.start, end: lineEnd(text, range.end) });
	const node = /["']/.test(text.charAt(range.start)) ? textAt(context, range)?.found.node : undefined;
	const behind = text.slice(range.end, whole.range.end).trim();
	return [quote(node ? { ...whole, meant: `${node.value} ${behind}`.trim() } : whole, false)];
}

/** `title: [x]` on one line. */
function flowText(text: string, range: TextRange): ReadonlyArray<FixDraft> {
	const source = text.slice(range.start, range.end);
	if (!/^[[{]/.test(source) || source.includes("\n")) {
		return [];
	}
	const line = lineEnd(text, range.end);
	const end = /^(?::|\s#\S)/.test(text.slice(range.end, line)) ? line : range.end;
	return [quote(written(text, { start: range.start, end }), false)];
}

interface Quoted {
	readonly range: TextRange;
	readonly meant: string;
}

function quote({ range, meant }: Quoted, isSafe: boolean): FixDraft {
	const text = writeScalar(meant, { flow: true }, "double");
	return fixDraft("quote", [text], [{ ...range, text }], isSafe);
}

function written(text: string, range: TextRange): Quoted {
	const meant = text.slice(range.start, range.end).trimEnd();
	return { range: { start: range.start, end: range.start + meant.length }, meant };
}

/** `{ goal: 1,000+ }` in quotes; `{ hours: 1,5 }` with a point, if only that is a valid value. */
function commas(text: string, range: TextRange): ReadonlyArray<FixDraft> {
	const value = written(text, range);
	const point = value.meant.replace(/^(\d+),(\d{1,2})$/, "$1.$2");
	const decimal = point === value.meant ? [] : [fixDraft("write", [point], [{ ...value.range, text: point }])];
	return [quote(value, true), ...decimal];
}

/** A list directly below a title: a key for it, or its items beside the title. */
function listBelow(
	context: FixContext,
	range: TextRange,
	[title = "", key = ""]: ReadonlyArray<string>,
): ReadonlyArray<FixDraft> {
	const { text } = context;
	if (key === "title") {
		return [fixDraft("add-key", [key, title], titleBeside(context, range))];
	}
	const up = fixDraft("move-up", [], movedUp(text, range));
	const below = layoutEdits(text, { code: "nested-bullets", range });
	if (key !== "" && key !== "parts") {
		return [fixDraft("add-key", [key, "…"], below ?? []), up];
	}
	return [fixDraft("make-parts", [title], below ?? underParts(context, range), key === "parts" && !below), up];
}

/** `- Run a race:` with a list below it: writes `title` before it and `parts` above the list. */
function underParts(context: FixContext, range: TextRange): ReadonlyArray<TextEdit> {
	const { text } = context;
	const { start } = range;
	const found = textAt(context, range)?.found;
	const line = text.slice(start, lineEnd(text, start));
	const margin = " ".repeat(start - lineStart(text, start));
	const comment = /\s#.*$/.exec(line)?.[0] ?? "";
	const title = found?.isKey ? found.node.value : line.slice(0, line.length - comment.length).trimEnd();
	const parts = `${lineBreakNear(text, start)}${margin}parts:`;
	return [
		{
			start,
			end: start + line.length,
			text: `title: ${writeScalar(title, { flow: false })}${comment}${parts}`,
		},
	];
}

/** `- Semester 1:` with keys further right below it: writes `title` before it, and the keys in its column. */
function titleBeside(context: FixContext, { start }: TextRange): ReadonlyArray<TextEdit> {
	const { text } = context;
	const { path = [] } = context.root ? pathAt(context.root, start) : {};
	const map = path.at(-1)?.node;
	const pair = map?.kind === "map" ? map.pairs[0] : undefined;
	const below = pair?.value?.node;
	if (below?.kind !== "map" || pair?.key.node.kind !== "text") {
		return [];
	}
	const colon = text.indexOf(":", pair.key.node.end);
	const by = columnOf(text, below.start) - columnOf(text, start);
	const title = `title: ${writeScalar(pair.key.node.value, { flow: false })}`;
	const edits: Array<TextEdit> = [{ start, end: colon + 1, text: title }];
	for (let at = nextLineStart(text, start); at < below.end; at = nextLineStart(text, at)) {
		const margin = marginOf(text.slice(at, lineEnd(text, at)));
		edits.push({ start: at, end: at + Math.min(margin, Math.max(0, by)), text: "" });
	}
	return edits;
}

/** `- Run a race` with a list below it: moves the items of that list up beside it. */
function movedUp(text: string, { start }: TextRange): ReadonlyArray<TextEdit> {
	const indent = /^(\s*)-\s+$/.exec(text.slice(lineStart(text, start), start))?.[1];
	if (indent === undefined) {
		return [];
	}
	const title = text.slice(start, lineEnd(text, start));
	const colon = /:[ \t]*$/.exec(title)?.index ?? title.length;
	const edits: Array<TextEdit> = [{ start: start + colon, end: start + title.length, text: "" }];
	let depth: number | undefined;
	for (let at = nextLineStart(text, start); at < text.length; at = nextLineStart(text, at)) {
		const line = text.slice(at, lineEnd(text, at));
		const margin = marginOf(line);
		if (line.trim() !== "" && margin <= indent.length) {
			break;
		}
		depth ??= /^\s*-\s/.test(line) ? margin : undefined;
		if (depth !== undefined && margin >= depth) {
			edits.push({ start: at, end: at + depth, text: indent });
		}
	}
	return edits;
}

/** `title: ROI: for all`, `- @home`: quotes text with special characters. */
function lineValue(text: string, at: number): ReadonlyArray<FixDraft> {
	const start = lineStart(text, at);
	const line = text.slice(start, lineEnd(text, at)).trimEnd();
	const match = /^((?:\s*-\s+(?:-\s+)*)?(?:\w[\w-]*:\s+)?)([^\s"'[{|>#].*)$/s.exec(line);
	const [, before = "", value = ""] = match ?? [];
	const from = start + before.length;
	return before === "" ? [] : [quote(written(text, { start: from, end: from + value.length }), false)];
}

/** `>= 5` and `>5`: a plain number already means at least. */
function greaterThan(text: string, { start, end }: TextRange): ReadonlyArray<FixDraft> {
	const line = text.slice(start, Math.min(end, lineEnd(text, start))).trimEnd();
	const [whole = "", number = ""] = /^>=? ?([^\s|>+-].*)?$/s.exec(line) ?? [];
	return number === "" ? [] : [fixDraft("write", [number], [{ start, end: start + whole.length, text: number }], true)];
}

/** Turns a text, or comma-separated texts, into a list. */
function madeList(context: FixContext, range: TextRange): ReadonlyArray<FixDraft> {
	const { found } = textAt(context, range) ?? {};
	if (!found || found.node.style === "block") {
		return [];
	}
	const { start } = found.node;
	const end = nodeEnd(context.text, found.node);
	const source = context.text.slice(start, end);
	const lines = source.split("\n");
	if (lines.length > 1 && lines.every((line) => /^ *\d{1,4}[.)] /.test(line))) {
		// `1. Read` on lines of their own.
		const text = lines.map((line) => line.replace(/\d{1,4}[.)]/, "-")).join("\n");
		return [fixDraft("make-list", [], [{ start, end, text }], true)];
	}
	const parts = found.node.style === "plain" ? source.split(/,|\r?\n/).map((part) => part.trim()) : [found.node.value];
	const text = `[${parts
		.filter(Boolean)
		.map((part) => writeScalar(part, { flow: true }))
		.join(", ")}]`;
	return [fixDraft("make-list", [], [{ start, end, text }], parts.length === 1)];
}

/** A list instead of a map of lists: puts it under one of the keys. */
function underKeys({ text, root }: FixContext, range: TextRange): ReadonlyArray<FixDraft> {
	const step = root && pathAt(root, range.start).path.findLast(({ node }) => node.kind === "map");
	const names: { readonly [key: string]: ReadonlyArray<string> } = {
		indicators: ["leading", "lagging"],
	};
	const isFlow = text[range.start] === "[";
	const margin = text.slice(lineStart(text, range.start), range.start);
	return (names[(step && stepKey(step)) ?? ""] ?? []).map((name) => {
		const edits = isFlow
			? [
					{ start: range.start, end: range.start, text: `{ ${name}: ` },
					{ start: range.end, end: range.end, text: " }" },
				]
			: [{ start: range.start, end: range.start, text: `${name}:${lineBreakNear(text, range.start)}${margin}` }];
		return fixDraft("add-key", [name, "…"], isFlow || /^\s*$/.test(margin) ? edits : []);
	});
}

function madeMap(context: FixContext, range: TextRange): ReadonlyArray<FixDraft> {
	const at = textAt(context, range);
	if (!at || at.found.node.style === "block") {
		return [];
	}
	const { node } = at.found;
	const written = context.text.slice(range.start, range.end);
	if (node.end !== range.end && written !== "") {
		// `- Talks` or `- Talks:` with keys below it, which is read with `title:` before it.
		const title = writeScalar(written.replace(/:$/, "").trimEnd(), { flow: false });
		return [fixDraft("make-map", [], [{ ...range, text: `title: ${title}` }, ...keysBelow(context.text, range)], true)];
	}
	const title = `title: ${writeScalar(node.value, { flow: at.flow })}`;
	return [
		fixDraft(
			"make-map",
			[],
			[{ start: node.start, end: nodeEnd(context.text, node), text: at.flow ? `{ ${title} }` : title }],
		),
	];
}

/** Moves the keys below a title to its column. */
function keysBelow(text: string, { start, end }: TextRange): ReadonlyArray<TextEdit> {
	const lines = linesOf(text);
	const next = lines.findIndex((line) => line.start > end && line.text.trim() !== "");
	const column = start - lineStart(text, start);
	const { text: below = "" } = lines[next] ?? {};
	return marginOf(below) > column ? movedLeft(lines, next, column) : [];
}

/** The edits that remove a duplicate key; safe if both have the same value. */
function removed({ root, text }: FixContext, range: TextRange): [ReadonlyArray<TextEdit> | string, boolean] {
	const step = root && pathAt(root, range.start).path.at(-1);
	if (step?.node.kind !== "map") {
		return ["not-found", false];
	}
	const { node, index } = step;
	const key = node.pairs[index]?.key.node;
	const twin = node.pairs.find(
		(pair) => key?.kind === "text" && pair.key.node.kind === "text" && pair.key.node.value === key.value,
	);
	const isSame = treesEqual(valueTree(twin?.value), valueTree(node.pairs[index]?.value));
	const edits = node.flow
		? removeFromFlow(text, node, index)
		: removeFromBlock(text, collectionEntries(text, node), index);
	return [edits, isSame];
}
