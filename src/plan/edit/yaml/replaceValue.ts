import type { TextEdit } from "../../../util/textEdit.ts";
import { lineBreakNear, lineEnd, lineStart } from "../../../util/textLines.ts";
import type { MapNode, Pair, TextNode } from "../../syntax/syntaxTree.ts";
import { isPrintable, quotingOf, writeScalar } from "../../syntax/writeScalar.ts";
import { childEnd, emptyValue, keyEnd, nodeEnd, valueStart } from "./collectionEntries.ts";
import { type Value, writeValue } from "./writeValue.ts";

/** An existing key of a map. */
export interface MapEntry {
	readonly map: MapNode;
	readonly pair: Pair;
}

/** Sets the value of an existing key, whether it has one or not. */
export function replaceValue(
	text: string,
	{ map, pair }: MapEntry,
	value: Value,
	pad: string,
): ReadonlyArray<TextEdit> {
	const written = writeValue(value, map.flow, pad);
	const child = pair.value;
	if (!child) {
		return intoEmpty(text, keyEnd(text, pair), written);
	}
	const { at, node } = child;
	if (child.isAlias) {
		return [{ start: at, end: childEnd(text, child), text: written }];
	}
	if (node.kind === "text" && typeof value === "string") {
		return replaceText(text, node, value, map.flow);
	}
	if (node.kind === "text" && node.style === "block") {
		return replaceBlockScalar(text, node, written, "");
	}
	const line = lineStart(text, at);
	const end = nodeEnd(text, node);
	const behindColon = valueStart(text, keyEnd(text, pair));
	if (node.kind === "text" || node.flow || line <= behindColon) {
		return [{ start: at, end, text: written }];
	}
	// A block below its key: the value goes after the colon, before a comment that is kept.
	const above = lineEnd(text, lineStart(text, line - 1));
	return [
		{ start: behindColon, end: behindColon, text: ` ${written}` },
		{ start: above, end: lineEnd(text, end), text: "" },
	];
}

/** Replaces a text, with the same quoting if possible. */
export function replaceText(text: string, node: TextNode, value: string, flow: boolean): ReadonlyArray<TextEdit> {
	const { start } = node;
	const end = nodeEnd(text, node);
	if (node.style === "block") {
		const body = literal(text.slice(start, end), value, lineBreakNear(text, start));
		return body === undefined
			? replaceBlockScalar(text, node, writeScalar(value, { flow }), "")
			: replaceBlockScalar(text, node, value.endsWith("\n") ? "|" : "|-", body);
	}
	return [{ start, end, text: writeScalar(value, { flow }, quotingOf(text.slice(start, end))) }];
}

/** Replaces a block scalar: its `|` or `>` by `head`, its lines by `body`. A comment after the `|` is kept. */
export function replaceBlockScalar(text: string, node: TextNode, head: string, body: string): ReadonlyArray<TextEdit> {
	const { start } = node;
	const indicator = /^[|>][-+\d]*/.exec(text.slice(start, start + 4))?.[0].length ?? 1;
	return [
		{ start, end: start + indicator, text: head },
		{ start: lineEnd(text, start), end: nodeEnd(text, node), text: body },
	];
}

/**
 * The lines of a text for a literal block scalar, each with a line break before it and the old indentation; undefined
 * if it cannot be one.
 */
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
