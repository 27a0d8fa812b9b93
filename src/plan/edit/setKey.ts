import type { TextEdit } from "../../util/textEdit.ts";
import { type MapNode, pairWithKey } from "../syntax/syntaxTree.ts";
import type { EditResult } from "./editResult.ts";
import { keyEdits } from "./keyEdits.ts";
import { removeFromBlock } from "./yaml/blockEntries.ts";
import { collectionEntries } from "./yaml/collectionEntries.ts";
import { type EditablePlan, type EditTarget, parseEditablePlan } from "./yaml/editablePlan.ts";
import { removeFromFlow } from "./yaml/flowEntries.ts";
import { replaceWithEmpty } from "./yaml/replaceByEmpty.ts";
import { treeFromValue, type ValueTree, withKey } from "./yaml/valueTree.ts";
import { verifyEdits } from "./yaml/verifyEdits.ts";
import type { Value } from "./yaml/writeValue.ts";

/**
 * Sets a key of the map that begins at `nodeAt`, or removes it if the value is undefined.
 *
 * A bare text in a list becomes a map with the text as its `title`. Quotes, comments, the style of the map and its
 * line breaks stay; a new key goes after the last one. A map that loses its only key becomes `{}`.
 */
export function setKey(text: string, nodeAt: number, key: string, value: Value | undefined): EditResult {
	const plan = parseEditablePlan(text);
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
	const written = value === undefined ? undefined : treeFromValue(value);
	const change = (tree: ValueTree): ValueTree =>
		key === "title" && typeof tree === "string" ? written : withKey(tree, key, written);
	return verifyEdits(plan, edits, { values: new Map([[nodeAt, change]]), inAliases: false });
}

function removal(
	plan: EditablePlan,
	at: EditTarget,
	key: string,
): ReadonlyArray<TextEdit> | "not-a-map" | "duplicate-key" {
	const { node, inside } = at;
	if (node.kind === "text" && inside?.collection.kind === "list" && key !== "title") {
		return [];
	}
	if (node.kind !== "map") {
		return "not-a-map";
	}
	const pair = pairWithKey(node, key);
	if (!pair) {
		return [];
	}
	if (node.pairs.some((each) => each !== pair && each.key.node.kind === "text" && each.key.node.value === key)) {
		return "duplicate-key";
	}
	return pairRemoval(plan.text, at, node, node.pairs.indexOf(pair));
}

function pairRemoval(text: string, at: EditTarget, map: MapNode, index: number): ReadonlyArray<TextEdit> {
	if (map.flow) {
		return removeFromFlow(text, map, index);
	}
	return map.pairs.length > 1
		? removeFromBlock(text, collectionEntries(text, map), index)
		: replaceWithEmpty(text, at, "{}");
}
