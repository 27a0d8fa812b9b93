import { type MapNode, pairOf } from "../syntax.ts";
import { removeFromBlock } from "./blockEntries.ts";
import { entriesOf } from "./entries.ts";
import { removeFromFlow } from "./flowEntries.ts";
import { keyEdits } from "./keyEdits.ts";
import { type Located, type PlanText, readPlanText } from "./planText.ts";
import { readBack } from "./readBack.ts";
import { replaceByEmpty } from "./replaceByEmpty.ts";
import type { EditResult, TextEdit } from "./textEdit.ts";
import { type Tree, treeOfValue, withKey } from "./tree.ts";
import type { Value } from "./writeValue.ts";

/**
 * Sets a key of the map that begins at `nodeAt`, or takes it out where the value is undefined.
 *
 * A bare text in a list becomes a map with the text as its `title`. Quotes, comments, the style of the map and its
 * line breaks stay; a new key goes behind the last one. A map that loses its only key becomes `{}`.
 */
export function setKey(text: string, nodeAt: number, key: string, value: Value | undefined): EditResult {
	const plan = readPlanText(text);
	if (typeof plan === "string") {
		return plan;
	}
	const at = plan.values.get(nodeAt);
	if (!at) {
		return "not-found";
	}
	const edits = value === undefined ? removal(plan, at, key) : keyEdits(plan, at, { [key]: value });
	if (edits === undefined || typeof edits === "string") {
		return edits ?? "not-a-map";
	}
	const written = value === undefined ? undefined : treeOfValue(value);
	const change = (tree: Tree): Tree =>
		key === "title" && typeof tree === "string" ? written : withKey(tree, key, written);
	return readBack(plan, edits, { values: new Map([[nodeAt, change]]), inAliases: false });
}

function removal(plan: PlanText, at: Located, key: string): ReadonlyArray<TextEdit> | "not-a-map" | "duplicate-key" {
	const { node, start } = at;
	if (node.kind === "text" && at.inside?.collection.node.kind === "list" && key !== "title") {
		return [];
	}
	if (node.kind !== "map") {
		return "not-a-map";
	}
	const pair = pairOf(node, key);
	if (!pair) {
		return [];
	}
	if (node.pairs.some((each) => each !== pair && each.key.node.kind === "text" && each.key.node.value === key)) {
		return "duplicate-key";
	}
	return pairRemoval(plan.text, at, { node, start }, node.pairs.indexOf(pair));
}

function pairRemoval(text: string, at: Located, map: Located<MapNode>, index: number): ReadonlyArray<TextEdit> {
	if (map.node.flow) {
		return removeFromFlow(text, map, index);
	}
	return map.node.pairs.length > 1
		? removeFromBlock(text, entriesOf(text, map.node, map.start), index)
		: replaceByEmpty(text, at, "{}");
}
