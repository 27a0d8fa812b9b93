import type { TextEdit } from "../../util/textEdit.ts";
import { columnOf, lineBreakNear, lineEnd } from "../../util/textLines.ts";
import { type ListNode, type MapNode, pairWithKey } from "../syntax/syntaxTree.ts";
import { writeScalar } from "../syntax/writeScalar.ts";
import type { EditFailure, EditResult } from "./editResult.ts";
import { insertIntoBlock } from "./yaml/blockEntries.ts";
import { collectionEntries, emptyValue, keyEnd } from "./yaml/collectionEntries.ts";
import { type EditablePlan, flowPadding, listIndent, parseEditablePlan } from "./yaml/editablePlan.ts";
import { insertIntoFlow } from "./yaml/flowEntries.ts";
import { replaceValue } from "./yaml/replaceValue.ts";
import { treeFromValue, treeItems, type ValueTree, valueUnder, withKey } from "./yaml/valueTree.ts";
import { verifyEdits } from "./yaml/verifyEdits.ts";
import { isMap, type Value, writePair, writeValue } from "./yaml/writeValue.ts";

/** Where an item is to be added. */
export interface ListPlace {
	/** The offset at which the map begins. */
	readonly mapAt: number;
	/** Its key with the list. */
	readonly key: string;
}

/** Adds an item to the end of the list under a key of a map, in the style of the last item. Creates the list if needed. */
export function addItem(text: string, { mapAt, key }: ListPlace, value: Value): EditResult {
	const plan = parseEditablePlan(text);
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
	const edits = additionEdits(plan, at.node, key, value);
	if (typeof edits === "string") {
		return edits;
	}
	return verifyEdits(plan, edits, {
		values: new Map([[mapAt, (tree) => withItem(tree, key, value)]]),
		inAliases: false,
	});
}

/** A map with one more item in the list under a key. */
export function withItem(tree: ValueTree, key: string, value: Value): ValueTree {
	return withKey(tree, key, { list: [...treeItems(valueUnder(tree, key)), treeFromValue(value)] });
}

/** The edits that add an item, not verified yet. */
export function additionEdits(
	plan: EditablePlan,
	map: MapNode,
	key: string,
	value: Value,
): ReadonlyArray<TextEdit> | EditFailure {
	const { text } = plan;
	const pair = pairWithKey(map, key);
	if (!pair?.value) {
		return newList(plan, map, key, value);
	}
	const { node: list, isAlias } = pair.value;
	if (list.kind !== "list") {
		return "not-a-list";
	}
	if (isAlias) {
		return "shared";
	}
	const pad = flowPadding(plan);
	return list.flow
		? insertIntoFlow(text, list, [writeValue(value, true, pad)], { pad })
		: insertIntoBlock(text, list, [blockItem(plan, list, value)]);
}

/** An item with its hyphen, spaced like the last one. A map has a line for each key if the last item is such a map. */
function blockItem(plan: EditablePlan, list: ListNode, value: Value): string {
	const { text } = plan;
	const last = list.items.at(-1);
	const gap = last?.child && text.slice(last.dashOffset + 1, last.child.at);
	const hyphen = `-${gap && /^ +$/.test(gap) ? gap : " "}`;
	const pad = flowPadding(plan);
	if (!isMap(value) || last?.child?.node.kind !== "map" || last.child.node.flow || Object.keys(value).length === 0) {
		return hyphen + writeValue(value, false, pad);
	}
	const indent = lineBreakNear(text, list.start) + " ".repeat(columnOf(text, list.start) + hyphen.length);
	const pairs = Object.entries(value).map(([key, each]) => writePair(key, each, false, pad));
	return hyphen + pairs.join(indent);
}

/** A list with one item, under a key that is missing or empty. */
function newList(plan: EditablePlan, map: MapNode, key: string, value: Value): ReadonlyArray<TextEdit> {
	const { text } = plan;
	const pair = pairWithKey(map, key);
	const { start } = map;
	const pad = flowPadding(plan);
	if (map.flow) {
		return pair
			? replaceValue(text, { map, pair }, [value], pad)
			: insertIntoFlow(text, map, [writePair(key, [value], true, pad)], { pad });
	}
	const column = columnOf(text, collectionEntries(text, map)[0]?.start ?? start);
	const line = `${" ".repeat(column + listIndent(plan))}- ${writeValue(value, false, pad)}`;
	if (!pair) {
		const written = writeScalar(key, { flow: false, key: true });
		return insertIntoBlock(text, map, [`${written}:${lineBreakNear(text, start)}${line}`]);
	}
	const { at, nil } = emptyValue(text, keyEnd(text, pair));
	const end = lineEnd(text, nil?.end ?? at);
	const edit = { start: end, end, text: lineBreakNear(text, end) + line };
	const cut = nil && text.slice(at, nil.start).trim() === "" && nil.start <= lineEnd(text, at) ? at : nil?.start;
	return nil && cut !== undefined ? [{ start: cut, end: nil.end, text: "" }, edit] : [edit];
}
