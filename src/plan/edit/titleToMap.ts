import type { TextNode } from "../syntax.ts";
import { endOf, withProperties } from "./entries.ts";
import { columnOf, lineBreakNear, lineEnd, lineStart } from "./lines.ts";
import { flowPadding, type Located, type PlanText } from "./planText.ts";
import { replaceBlockScalar, replaceText } from "./replaceValue.ts";
import type { TextEdit } from "./textEdit.ts";
import { isPlain, quotingOf, writeScalar } from "./writeScalar.ts";
import { type ValueMap, writePair } from "./writeValue.ts";

/**
 * The edits that make a bare text in a list the title of a map with further keys. A `title` among these takes the
 * place of the text; undefined where that is no text.
 */
export function titleToMap(
	plan: PlanText,
	at: Located<TextNode>,
	inFlow: boolean,
	values: ValueMap,
): ReadonlyArray<TextEdit> | undefined {
	const { text } = plan;
	const { node, start } = at;
	const { title = node.value, ...further } = values;
	const pairs = Object.entries(further);
	if (typeof title !== "string") {
		return undefined;
	}
	if (pairs.length === 0) {
		return title === node.value ? [] : replaceText(text, at, title, inFlow);
	}
	const end = endOf(text, node, start);
	const flow = inFlow || node.style === "block" || !mayGrowLines(text, start, end);
	const source = title === node.value ? keptSource(text.slice(start, end), node, flow) : undefined;
	const pad = flowPadding(plan);
	const head = flow ? `{${pad}title: ` : "title: ";
	const separator = flow ? ", " : lineBreakNear(text, end) + " ".repeat(columnOf(text, withProperties(text, start)));
	const tail = pairs.map(([key, value]) => separator + writePair(key, value, flow, pad)).join("");
	const closed = flow ? `${tail}${pad}}` : tail;
	if (source !== undefined) {
		return [insertion(start, head), insertion(end, closed)];
	}
	const quoting = node.style === "block" ? "plain" : quotingOf(text.slice(start, end));
	const written = head + writeScalar(title, { flow }, quoting) + closed;
	return node.style === "block" ? replaceBlockScalar(text, at, written, "") : [{ start, end, text: written }];
}

/** Whether keys fit on lines below a text: a comment behind it would end up behind the title alone, and a tab is no indentation. */
function mayGrowLines(text: string, start: number, end: number): boolean {
	const before = text.slice(lineStart(text, start), start);
	return !before.includes("\t") && text.slice(end, lineEnd(text, end)).trim() === "";
}

/** The text of a scalar where it can stay as it is behind `title:`. */
function keptSource(source: string, node: TextNode, flow: boolean): string | undefined {
	const plain = node.style === "plain" && !isPlain(node.value, { flow });
	return source.includes("\n") || plain ? undefined : source;
}

function insertion(at: number, text: string): TextEdit {
	return { start: at, end: at, text };
}
