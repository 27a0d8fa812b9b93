import type { TextEdit } from "../../../util/textEdit.ts";
import { columnOf, lineBreakNear, lineEnd } from "../../../util/textLines.ts";
import { type ListNode, pairWithKey } from "../../syntax/syntaxTree.ts";
import { writeScalar } from "../../syntax/writeScalar.ts";
import type { EditFailure } from "../editResult.ts";
import { insertIntoBlock } from "../yaml/blockEntries.ts";
import { collectionEntries, emptyValue, keyEnd } from "../yaml/collectionEntries.ts";
import { type EditablePlan, flowPadding, listIndent } from "../yaml/editablePlan.ts";
import { insertIntoFlow } from "../yaml/flowEntries.ts";
import { treeItems, type ValueTree, valueUnder, withKey } from "../yaml/valueTree.ts";
import type { ListPath } from "./itemPlace.ts";

/** Writes an item in a style; undefined if it can't be written so. */
export interface ItemWriter {
	/** Inside a list in flow style. */
	readonly flow: () => string | undefined;
	/** After a hyphen. Further lines are indented to `column`. `last` is the item before it. */
	readonly block: (column: number, last?: ListNode["items"][number]) => string | undefined;
}

/**
 * The edits, not verified yet, that add an item to the list under a path of keys. What is missing of the path is created.
 *
 * @param index where in the list; its end if omitted
 */
export function insertAt(
	plan: EditablePlan,
	{ map, keys }: ListPath,
	item: ItemWriter,
	index?: number,
): ReadonlyArray<TextEdit> | EditFailure {
	const { text } = plan;
	const [key = "", ...rest] = keys;
	const pair = pairWithKey(map, key);
	if (!pair?.value) {
		return (map.flow ? newInFlow(plan, { map, keys }, item) : newInBlock(plan, { map, keys }, item)) ?? "unsafe";
	}
	const { node, isAlias } = pair.value;
	if (isAlias) {
		return "shared";
	}
	if (rest.length > 0) {
		return node.kind === "map" ? insertAt(plan, { map: node, keys: rest }, item, index) : "not-a-map";
	}
	if (node.kind !== "list") {
		return "not-a-list";
	}
	if (node.flow && node.items.length > 0) {
		const written = item.flow();
		return written === undefined ? "unsafe" : insertIntoFlow(text, node, [written], { pad: flowPadding(plan), index });
	}
	return (node.flow ? intoEmptyList(plan, { map, keys }, node, item) : intoBlock(plan, node, item, index)) ?? "unsafe";
}

/** The tree with one more item in the list under a path of keys. */
export function withItemAt(
	tree: ValueTree,
	[key, ...rest]: ReadonlyArray<string>,
	item: ValueTree,
	index?: number,
): ValueTree {
	if (key === undefined) {
		const items = treeItems(tree);
		return { list: items.toSpliced(index ?? items.length, 0, item) };
	}
	return withKey(
		tree,
		key,
		withItemAt(valueUnder(tree, key) ?? (rest.length > 0 ? { map: [] } : undefined), rest, item, index),
	);
}

function intoBlock(
	{ text }: EditablePlan,
	list: ListNode,
	item: ItemWriter,
	index?: number,
): ReadonlyArray<TextEdit> | undefined {
	const last = list.items.at(-1);
	const gap = last?.child && text.slice(last.dashOffset + 1, last.child.at);
	const hyphen = `-${gap && /^ +$/.test(gap) ? gap : " "}`;
	const column = columnOf(text, collectionEntries(text, list)[0]?.start ?? list.start);
	const written = item.block(column + hyphen.length, last);
	return written === undefined ? undefined : insertIntoBlock(text, list, [hyphen + written], index);
}

/** A list `[]`, which becomes one in block style if its map is, so that an item keeps its lines and comments. */
function intoEmptyList(
	plan: EditablePlan,
	{ map, keys }: ListPath,
	list: ListNode,
	item: ItemWriter,
): ReadonlyArray<TextEdit> | undefined {
	const { text } = plan;
	const { start, end } = list;
	const plain = /^\[\s*\]$/.test(text.slice(start, end));
	if (!map.flow && plain) {
		const rest = lineEnd(text, end);
		const lines = linesBelow(plan, columnOfKeys(plan, { map, keys }), [], item);
		let before = 0;
		while (start > before && /[ \t]/.test(text[start - before - 1] ?? "")) {
			before++;
		}
		return lines === undefined
			? undefined
			: [
					{ start: start - before, end, text: "" },
					{ start: rest, end: rest, text: lines },
				];
	}
	const written = item.flow();
	return written === undefined ? undefined : insertIntoFlow(text, list, [written], { pad: flowPadding(plan) });
}

function newInFlow(plan: EditablePlan, { map, keys }: ListPath, item: ItemWriter): ReadonlyArray<TextEdit> | undefined {
	const [key = "", ...rest] = keys;
	// A key without a value in flow style has several forms, which are rare: refused.
	const written = pairWithKey(map, key) ? undefined : item.flow();
	if (written === undefined) {
		return undefined;
	}
	const pad = flowPadding(plan);
	const name = (each: string) => writeScalar(each, { flow: true, key: true });
	const value = rest.reduceRight((inner, each) => `{${pad}${name(each)}: ${inner}${pad}}`, `[${written}]`);
	return insertIntoFlow(plan.text, map, [`${name(key)}: ${value}`], { pad });
}

function newInBlock(plan: EditablePlan, path: ListPath, item: ItemWriter): ReadonlyArray<TextEdit> | undefined {
	const { text } = plan;
	const { map, keys } = path;
	const [key = "", ...rest] = keys;
	const lines = linesBelow(plan, columnOfKeys(plan, path), rest, item);
	if (lines === undefined) {
		return undefined;
	}
	const pair = pairWithKey(map, key);
	if (!pair) {
		return insertIntoBlock(text, map, [`${writeScalar(key, { flow: false, key: true })}:${lines}`]);
	}
	const { at, nil } = emptyValue(text, keyEnd(text, pair));
	if (nil && text.slice(at, nil.start).trim() !== "") {
		return undefined;
	}
	const end = lineEnd(text, nil?.end ?? at);
	const edit = { start: end, end, text: lines };
	return nil ? [{ start: at, end: nil.end, text: "" }, edit] : [edit];
}

/** The lines of the further keys and of the item below a key in a column, each with a line break before it. */
function linesBelow(
	plan: EditablePlan,
	column: number,
	keys: ReadonlyArray<string>,
	item: ItemWriter,
): string | undefined {
	const lineBreak = lineBreakNear(plan.text, plan.text.length);
	const indent = listIndent(plan);
	const step = indent || 2;
	const names = keys.map((key, index) => {
		const margin = " ".repeat(column + step * (index + 1));
		return `${lineBreak}${margin}${writeScalar(key, { flow: false, key: true })}:`;
	});
	const hyphenAt = column + step * keys.length + indent;
	const written = item.block(hyphenAt + 2);
	return written === undefined ? undefined : `${names.join("")}${lineBreak}${" ".repeat(hyphenAt)}- ${written}`;
}

function columnOfKeys({ text }: EditablePlan, { map }: ListPath): number {
	return columnOf(text, collectionEntries(text, map)[0]?.start ?? map.start);
}
