import type { MapNode, Pair, TextNode } from "../syntax.ts";
import { edgeEnd, emptyValue, endOf, keyEnd, valuePlace } from "./entries.ts";
import { lineBreakNear, lineEnd, lineStart } from "./lines.ts";
import type { Located } from "./planText.ts";
import type { TextEdit } from "./textEdit.ts";
import { isPrintable, quotingOf, writeScalar } from "./writeScalar.ts";
import { type Value, writeValue } from "./writeValue.ts";

/** Writes the value of a key that is there, whether it has one or not. */
export function replaceValue(
	text: string,
	{ node: map, start }: Located<MapNode>,
	pair: Pair,
	value: Value,
	pad: string,
): ReadonlyArray<TextEdit> {
	const written = writeValue(value, map.flow, pad);
	const edge = pair.value;
	if (!edge) {
		return intoEmpty(text, keyEnd(text, pair, start), written);
	}
	const at = start + edge.at;
	if (edge.anchoredAt !== undefined) {
		return [{ start: at, end: edgeEnd(text, edge, start), text: written }];
	}
	const { node } = edge;
	if (node.kind === "text" && typeof value === "string") {
		return replaceText(text, { node, start: at }, value, map.flow);
	}
	if (node.kind === "text" && node.style === "block") {
		return replaceBlockScalar(text, { node, start: at }, written, "");
	}
	const line = lineStart(text, at);
	const end = endOf(text, node, at);
	const behindColon = valuePlace(text, keyEnd(text, pair, start));
	if (node.kind === "text" || node.flow || line <= behindColon) {
		return [{ start: at, end, text: written }];
	}
	// A block below its key: the value goes behind the colon, where a comment may stand that stays.
	const above = lineEnd(text, lineStart(text, line - 1));
	return [
		{ start: behindColon, end: behindColon, text: ` ${written}` },
		{ start: above, end: lineEnd(text, end), text: "" },
	];
}

/** Writes another text in place of one, quoted alike where that is possible. */
export function replaceText(
	text: string,
	{ node, start }: Located<TextNode>,
	value: string,
	flow: boolean,
): ReadonlyArray<TextEdit> {
	const end = endOf(text, node, start);
	if (node.style === "block") {
		const body = literal(text.slice(start, end), value, lineBreakNear(text, start));
		return body === undefined
			? replaceBlockScalar(text, { node, start }, writeScalar(value, { flow }), "")
			: replaceBlockScalar(text, { node, start }, value.endsWith("\n") ? "|" : "|-", body);
	}
	return [{ start, end, text: writeScalar(value, { flow }, quotingOf(text.slice(start, end))) }];
}

/** Writes something in place of a block scalar: `head` for its `|` or `>`, `body` for its lines. A comment behind the `|` stays. */
export function replaceBlockScalar(
	text: string,
	{ node, start }: Located<TextNode>,
	head: string,
	body: string,
): ReadonlyArray<TextEdit> {
	const indicator = /^[|>][-+\d]*/.exec(text.slice(start, start + 4))?.[0].length ?? 1;
	return [
		{ start, end: start + indicator, text: head },
		{ start: lineEnd(text, start), end: endOf(text, node, start), text: body },
	];
}

/** The lines of a text for a literal block scalar, each with its line break before it, set in like the old one; undefined where it cannot be one. */
function literal(old: string, value: string, lineBreak: string): string | undefined {
	const lines = value.replace(/\n$/, "").split("\n");
	const indents = old
		.split("\n")
		.slice(1)
		.filter((line) => line.trim() !== "");
	const indent = Math.min(...indents.map((line) => line.search(/\S/)));
	const fits = value.includes("\n") && /^\S/.test(value) && lines.at(-1) !== "" && Number.isFinite(indent);
	if (!fits || !lines.every((line) => isPrintable(line) && !/^ +$/.test(line))) {
		return undefined;
	}
	return lines.map((line) => lineBreak + (line && " ".repeat(indent) + line)).join("");
}

function intoEmpty(text: string, afterKey: number, written: string): ReadonlyArray<TextEdit> {
	const { colon, at, nil } = emptyValue(text, afterKey);
	if (nil) {
		return [{ ...nil, text: written }];
	}
	const value = { start: at, end: at, text: colon ? ` ${written}` : `: ${written}` };
	const spaces = /^ +(?=,)/.exec(text.slice(at, lineEnd(text, at)))?.[0].length;
	return spaces === undefined ? [value] : [value, { start: at, end: at + spaces, text: "" }];
}
