import { removeFromBlock } from "../edit/blockEntries.ts";
import { endOf, entriesOf } from "../edit/entries.ts";
import { removeFromFlow } from "../edit/flowEntries.ts";
import { lineEnd, lineStart } from "../edit/lines.ts";
import type { TextEdit } from "../edit/textEdit.ts";
import { sameTree, treeOf } from "../edit/tree.ts";
import { writeScalar } from "../edit/writeScalar.ts";
import type { Problem, TextRange } from "../problem.ts";
import { spotAt } from "../spot.ts";
import { type Draft, draft } from "./fix.ts";
import { type FixContext, textAt } from "./fixContext.ts";

/** Fixes of what YAML takes for something else than was meant: mostly quotes around it. */
export function fixTraps(context: FixContext, { code, range, args }: Problem): ReadonlyArray<Draft> {
	const { text } = context;
	const [first = ""] = args;
	switch (code) {
		case "comma-in-flow":
			return [quote(thousands(text, range), true)];
		case "quoted-and-more":
			return [quote(written(text, range), true)];
		case "colon-in-title":
			return [quote(written(text, range), true)];
		case "hash-in-text":
			return [quote(written(text, { start: range.start, end: signBehind(text, range.end) }), false)];
		case "unknown-alias": {
			const line = text.slice(range.start, lineEnd(text, range.start));
			const rest =
				/^[^,\]}]*/
					.exec(line)?.[0]
					.replace(/\s+#.*$/, "")
					.trimEnd() ?? "";
			return [quote({ range: { start: range.start, end: range.start + rest.length }, meant: rest }, false)];
		}
		case "yaml":
			return lineValue(text, range.start);
		case "greater-than":
			return greaterThan(text, range);
		case "colon-without-space": {
			const at = range.start + text.slice(range.start, range.end).indexOf(":") + 1;
			return [draft("space", [], [{ start: at, end: at, text: " " }], true)];
		}
		case "expected-list":
			return madeList(context, range);
		case "expected-map":
			return madeMap(context, range);
		case "duplicate-key":
			return [draft("remove-key", [first], ...removed(context, range))];
		default:
			return [];
	}
}

interface Quoted {
	readonly range: TextRange;
	readonly meant: string;
}

function quote({ range, meant }: Quoted, isSafe: boolean): Draft {
	const text = writeScalar(meant, { flow: true }, "double");
	return draft("quote", [text], [{ ...range, text }], isSafe);
}

function written(text: string, range: TextRange): Quoted {
	const meant = text.slice(range.start, range.end).replace(/\s+$/, "");
	return { range: { start: range.start, end: range.start + meant.length }, meant };
}

/** All of `1,000,000+`, of which the problem names the first comma. */
function thousands(text: string, range: TextRange): Quoted {
	const more = /^(?:,\d{3})*[^,\]}]*/.exec(text.slice(range.end, lineEnd(text, range.end)))?.[0] ?? "";
	return written(text, { start: range.start, end: range.end + more.length });
}

/** `title: ROI: for all`, `- @home`: what YAML has its own reading of means itself in quotes. */
function lineValue(text: string, at: number): ReadonlyArray<Draft> {
	const start = lineStart(text, at);
	const match = /^((?:\s*-\s+)*(?:[\w-]+:\s+)?)([^\s"'[{|>#].*?)\s*$/.exec(text.slice(start, lineEnd(text, at)));
	const [, before = "", value = ""] = match ?? [];
	const from = start + before.length;
	return before === "" ? [] : [quote(written(text, { start: from, end: from + value.length }), false)];
}

function signBehind(text: string, end: number): number {
	return text.indexOf("#", end) + 1;
}

/** `>= 5` and `>5` ask for at least that much, as a plain number does. */
function greaterThan(text: string, { start, end }: TextRange): ReadonlyArray<Draft> {
	const [whole = "", number = ""] = /^>=? ?([^\s|>+-][^\n]*?)?(?=\s*$)/m.exec(text.slice(start, end)) ?? [];
	return number === "" ? [] : [draft("write", [number], [{ start, end: start + whole.length, text: number }], true)];
}

/** A text, or several between commas, where a list was meant. */
function madeList(context: FixContext, range: TextRange): ReadonlyArray<Draft> {
	const { found } = textAt(context, range) ?? {};
	if (!found || found.node.style === "block") {
		return [];
	}
	const parts = found.node.style === "plain" ? found.node.value.split(/\s*,\s*/) : [found.node.value];
	const text = `[${parts.map((part) => writeScalar(part, { flow: true })).join(", ")}]`;
	const end = endOf(context.text, found.node, found.start);
	return [draft("make-list", [], [{ start: found.start, end, text }], parts.length === 1)];
}

function madeMap(context: FixContext, range: TextRange): ReadonlyArray<Draft> {
	const at = textAt(context, range);
	if (!at || at.found.node.style === "block") {
		return [];
	}
	const { node, start } = at.found;
	const title = `title: ${writeScalar(node.value, { flow: at.flow })}`;
	return [
		draft("make-map", [], [{ start, end: endOf(context.text, node, start), text: at.flow ? `{ ${title} }` : title }]),
	];
}

/** The edits that take out a key that stands there before; safe where both say the same. */
function removed({ root, text }: FixContext, range: TextRange): [ReadonlyArray<TextEdit> | string, boolean] {
	const step = root && spotAt(root, range.start).path.at(-1);
	if (step?.node.kind !== "map") {
		return ["not-found", false];
	}
	const { node, start, index } = step;
	const key = node.pairs[index]?.key.node;
	const twin = node.pairs.find(
		(pair) => key?.kind === "text" && pair.key.node.kind === "text" && pair.key.node.value === key.value,
	);
	const isSame = sameTree(treeOf(twin?.value, start), treeOf(node.pairs[index]?.value, start));
	const edits = node.flow
		? removeFromFlow(text, { node, start }, index)
		: removeFromBlock(text, entriesOf(text, node, start), index);
	return [edits, isSame];
}
