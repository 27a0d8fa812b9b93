import { columnOf, isAtLineStart, lineEnd, lineStart } from "../../../util/textLines.ts";
import type { ListNode } from "../../syntax/syntaxTree.ts";
import { nodeEnd, startWithProperties } from "../yaml/collectionEntries.ts";
import { type EditablePlan, type EditTarget, flowPadding } from "../yaml/editablePlan.ts";
import type { ValueTree } from "../yaml/valueTree.ts";
import { isMap, type Value, writePair, writeValue } from "../yaml/writeValue.ts";
import type { ItemWriter } from "./insertAt.ts";

/** Writes an item as it is in the text, with its comments, quotes and styles; only its indentation changes. */
export function existingItem(plan: EditablePlan, { node }: EditTarget, list: ListNode, tree: ValueTree): ItemWriter {
	const { text } = plan;
	const start = startWithProperties(text, node.start);
	const end = nodeEnd(text, node);
	const source = text.slice(start, end);
	const dash = list.items.find(({ child }) => child?.at === node.start && !child.isAlias)?.dashOffset ?? start;
	// Removing an item removes what follows on its line as well.
	const isOnOwnLine = !list.flow || (isAtLineStart(text, start) && lineStart(text, start) > list.start);
	const behind = isOnOwnLine ? text.slice(end, lineEnd(text, end)).replace(/^[ \t]*,/, "") : "";
	const comment = /^[ \t]*#/.test(behind) ? behind : "";
	const isSafe = list.flow || !text.slice(dash, start).includes("#");
	const isFlow = node.kind !== "text" && node.flow && /^[[{]/.test(source);
	const value = valueFrom(tree);
	const pad = flowPadding(plan);
	return {
		flow() {
			if (!isSafe || comment !== "" || (!isFlow && hasComment(source))) {
				return undefined;
			}
			return isFlow || (list.flow && node.kind === "text") ? source : value && writeValue(value, true, pad);
		},
		block(column) {
			if (!isSafe) {
				return undefined;
			}
			if (list.flow && !isFlow && !/^["']/.test(source)) {
				return value && writeValue(value, false, pad) + comment;
			}
			return indented(source, column - columnOf(text, start)) + comment;
		},
	};
}

/** Writes a new item: a map on a line for each key if the last one of the list is such a map. */
export function newItem(plan: EditablePlan, value: Value): ItemWriter {
	const pad = flowPadding(plan);
	return {
		flow: () => writeValue(value, true, pad),
		block(column, last) {
			const asLines = last?.child?.node.kind === "map" && !last.child.node.flow;
			if (!isMap(value) || !asLines || Object.keys(value).length === 0) {
				return writeValue(value, false, pad);
			}
			const lineBreak = plan.text.includes("\r\n") ? "\r\n" : "\n";
			return Object.entries(value)
				.map(([key, each]) => writePair(key, each, false, pad))
				.join(lineBreak + " ".repeat(column));
		},
	};
}

/** The value of a tree; undefined if it has something that can't be written as a value, such as an empty key. */
function valueFrom(tree: ValueTree): Value | undefined {
	if (tree === undefined || typeof tree === "string") {
		return tree;
	}
	if ("list" in tree) {
		const list = tree.list.map(valueFrom);
		return list.every((each) => each !== undefined) ? list : undefined;
	}
	const pairs = tree.map.map(([key, each]) => [key, valueFrom(each)] as const);
	const isPlain = pairs.every(([key, each]) => typeof key === "string" && each !== undefined);
	return isPlain ? (Object.fromEntries(pairs) as Readonly<Record<string, Value>>) : undefined;
}

function hasComment(source: string): boolean {
	return /(?:^|\s)#/.test(source);
}

/** Moves the lines after the first one to the right, or to the left as far as they can go. */
function indented(source: string, by: number): string {
	const [first = "", ...rest] = source.split("\n");
	const lines = rest.map((line) => {
		if (line.trim() === "") {
			return line;
		}
		return by >= 0 ? " ".repeat(by) + line : line.replace(new RegExp(`^ {0,${-by}}`), "");
	});
	return [first, ...lines].join("\n");
}
