import type { TextEdit } from "../../util/textEdit.ts";
import { columnOf, lineBreakNear, lineEnd, lineStart } from "../../util/textLines.ts";
import type { TextNode } from "../syntax/syntaxTree.ts";
import { isPlain, quotingOf, writeScalar } from "../syntax/writeScalar.ts";
import { nodeEnd, startWithProperties } from "./yaml/collectionEntries.ts";
import { type EditablePlan, flowPadding } from "./yaml/editablePlan.ts";
import { replaceBlockScalar, replaceText } from "./yaml/replaceValue.ts";
import { type ValueMap, writePair } from "./yaml/writeValue.ts";

/**
 * The edits that turn a text in a list into a map with the text as its title and further keys. A `title` among these
 * replaces the text; undefined if that is not a text.
 */
export function titleToMap(
	plan: EditablePlan,
	node: TextNode,
	inFlow: boolean,
	values: ValueMap,
): ReadonlyArray<TextEdit> | undefined {
	const { text } = plan;
	const { start } = node;
	const { title = node.value, ...further } = values;
	const pairs = Object.entries(further);
	if (typeof title !== "string") {
		return undefined;
	}
	if (pairs.length === 0) {
		return title === node.value ? [] : replaceText(text, node, title, inFlow);
	}
	const end = nodeEnd(text, node);
	const flow = inFlow || node.style === "block" || !mayGrowLines(text, start, end);
	const source = title === node.value ? keptSource(text.slice(start, end), node, flow) : undefined;
	const pad = flowPadding(plan);
	const head = flow ? `{${pad}title: ` : "title: ";
	const separator = flow
		? ", "
		: lineBreakNear(text, end) + " ".repeat(columnOf(text, startWithProperties(text, start)));
	const tail = pairs.map(([key, value]) => separator + writePair(key, value, flow, pad)).join("");
	const closed = flow ? `${tail}${pad}}` : tail;
	if (source !== undefined) {
		return [insertion(start, head), insertion(end, closed)];
	}
	const quoting = node.style === "block" ? "plain" : quotingOf(text.slice(start, end));
	const written = head + writeScalar(title, { flow }, quoting) + closed;
	return node.style === "block" ? replaceBlockScalar(text, node, written, "") : [{ start, end, text: written }];
}

/** Whether keys can be added on lines below a text: not with a comment after it, or with tab indentation. */
function mayGrowLines(text: string, start: number, end: number): boolean {
	const before = text.slice(lineStart(text, start), start);
	return !before.includes("\t") && text.slice(end, lineEnd(text, end)).trim() === "";
}

/** The source of a scalar if it can be kept unchanged after `title:`. */
function keptSource(source: string, node: TextNode, flow: boolean): string | undefined {
	const plain = node.style === "plain" && !isPlain(node.value, { flow });
	return source.includes("\n") || plain ? undefined : source;
}

function insertion(at: number, text: string): TextEdit {
	return { start: at, end: at, text };
}
