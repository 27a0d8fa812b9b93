import type { TextEdit } from "../../util/textEdit.ts";
import { type MapNode, pairWithKey } from "../syntax/syntaxTree.ts";
import { titleToMap } from "./titleToMap.ts";
import { insertIntoBlock } from "./yaml/blockEntries.ts";
import { type EditablePlan, type EditTarget, flowPadding } from "./yaml/editablePlan.ts";
import { insertIntoFlow } from "./yaml/flowEntries.ts";
import { replaceValue } from "./yaml/replaceValue.ts";
import { treeFromValue, treesEqual, valueTree } from "./yaml/valueTree.ts";
import { type ValueMap, writePair } from "./yaml/writeValue.ts";

/** The edits, not verified yet, that set keys of a map or of a text in a list; undefined if the node is neither. */
export function keyEdits(plan: EditablePlan, at: EditTarget, values: ValueMap): ReadonlyArray<TextEdit> | undefined {
	const { node, inside } = at;
	if (node.kind === "map") {
		return mapEdits(plan, node, values);
	}
	if (node.kind === "text" && inside?.collection.kind === "list") {
		return titleToMap(plan, node, inside.collection.flow, values);
	}
	return undefined;
}

function mapEdits(plan: EditablePlan, node: MapNode, values: ValueMap): ReadonlyArray<TextEdit> {
	const { text } = plan;
	const pad = flowPadding(plan);
	const edits: Array<TextEdit> = [];
	const added: Array<string> = [];
	for (const [key, value] of Object.entries(values)) {
		const pair = pairWithKey(node, key);
		if (!pair) {
			added.push(writePair(key, value, node.flow, pad));
		} else if (!treesEqual(valueTree(pair.value), treeFromValue(value))) {
			edits.push(...replaceValue(text, { map: node, pair }, value, pad));
		}
	}
	if (added.length > 0) {
		edits.push(...(node.flow ? insertIntoFlow(text, node, added, { pad }) : insertIntoBlock(text, node, added)));
	}
	return edits;
}
