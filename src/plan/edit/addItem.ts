import { type ListNode, type MapNode, type Pair, pairOf } from "../syntax.ts";
import { insertIntoBlock } from "./blockEntries.ts";
import { emptyValue, entriesOf, keyEnd } from "./entries.ts";
import { insertIntoFlow } from "./flowEntries.ts";
import { columnOf, lineBreakNear, lineEnd } from "./lines.ts";
import { flowPadding, type Located, listIndent, type PlanText, readPlanText } from "./planText.ts";
import { readBack } from "./readBack.ts";
import { replaceValue } from "./replaceValue.ts";
import type { EditFailure, EditResult, TextEdit } from "./textEdit.ts";
import { itemsOf, type Tree, treeOfValue, valueUnder, withKey } from "./tree.ts";
import { writeScalar } from "./writeScalar.ts";
import { isMap, type Value, writePair, writeValue } from "./writeValue.ts";

/** Where an item is to be added. */
export interface ListPlace {
	/** The offset at which the map begins. */
	readonly mapAt: number;
	/** Its key with the list. */
	readonly key: string;
}

/** Adds an item behind the last one of the list under a key of a map, written like that one. The list is made where there is none. */
export function addItem(text: string, { mapAt, key }: ListPlace, value: Value): EditResult {
	const plan = readPlanText(text);
	if (typeof plan === "string") {
		return plan;
	}
	const at = plan.values.get(mapAt);
	if (!at) {
		return "not-found";
	}
	if (at.node.kind !== "map") {
		return "not-a-map";
	}
	const edits = additionEdits(plan, { node: at.node, start: at.start }, key, value);
	if (typeof edits === "string") {
		return edits;
	}
	return readBack(plan, edits, { values: new Map([[mapAt, (tree) => withItem(tree, key, value)]]), inAliases: false });
}

/** A map with one item more in the list under a key. */
export function withItem(tree: Tree, key: string, value: Value): Tree {
	return withKey(tree, key, { list: [...itemsOf(valueUnder(tree, key)), treeOfValue(value)] });
}

/** The edits that add an item, not yet read back. */
export function additionEdits(
	plan: PlanText,
	map: Located<MapNode>,
	key: string,
	value: Value,
): ReadonlyArray<TextEdit> | EditFailure {
	const { text } = plan;
	const pair = pairOf(map.node, key);
	if (!pair?.value) {
		return newList(plan, map, key, value, pair);
	}
	const { node, at, anchoredAt } = pair.value;
	if (node.kind !== "list") {
		return "not-a-list";
	}
	if (anchoredAt !== undefined) {
		return "shared";
	}
	const list = { node, start: map.start + at };
	const pad = flowPadding(plan);
	return node.flow
		? insertIntoFlow(text, list, [writeValue(value, true, pad)], pad)
		: insertIntoBlock(text, list, [blockItem(plan, list, value)]);
}

/** An item with its hyphen, as far from it as the last one; a map takes a line for each key where that of the last item does. */
function blockItem(plan: PlanText, list: Located<ListNode>, value: Value): string {
	const { text } = plan;
	const last = list.node.items.at(-1);
	const gap = last?.edge && text.slice(list.start + last.mark + 1, list.start + last.edge.at);
	const hyphen = `-${gap && /^ +$/.test(gap) ? gap : " "}`;
	const pad = flowPadding(plan);
	if (!isMap(value) || last?.edge?.node.kind !== "map" || last.edge.node.flow || Object.keys(value).length === 0) {
		return hyphen + writeValue(value, false, pad);
	}
	const indent = lineBreakNear(text, list.start) + " ".repeat(columnOf(text, list.start) + hyphen.length);
	const pairs = Object.entries(value).map(([key, each]) => writePair(key, each, false, pad));
	return hyphen + pairs.join(indent);
}

/** A list with one item, under a key that is not there or empty. */
function newList(
	plan: PlanText,
	map: Located<MapNode>,
	key: string,
	value: Value,
	pair: Pair | undefined,
): ReadonlyArray<TextEdit> {
	const { text } = plan;
	const { node, start } = map;
	const pad = flowPadding(plan);
	if (node.flow) {
		return pair
			? replaceValue(text, map, pair, [value], pad)
			: insertIntoFlow(text, map, [writePair(key, [value], true, pad)], pad);
	}
	const column = columnOf(text, entriesOf(text, node, start)[0]?.start ?? start);
	const line = `${" ".repeat(column + listIndent(plan))}- ${writeValue(value, false, pad)}`;
	if (!pair) {
		const written = writeScalar(key, { flow: false, key: true });
		return insertIntoBlock(text, map, [`${written}:${lineBreakNear(text, start)}${line}`]);
	}
	const { at, nil } = emptyValue(text, keyEnd(text, pair, start));
	const end = lineEnd(text, nil?.end ?? at);
	const edit = { start: end, end, text: lineBreakNear(text, end) + line };
	const cut = nil && text.slice(at, nil.start).trim() === "" && nil.start <= lineEnd(text, at) ? at : nil?.start;
	return nil && cut !== undefined ? [{ start: cut, end: nil.end, text: "" }, edit] : [edit];
}
