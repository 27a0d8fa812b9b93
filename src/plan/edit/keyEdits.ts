import { type MapNode, pairOf } from "../syntax.ts";
import { insertIntoBlock } from "./blockEntries.ts";
import { insertIntoFlow } from "./flowEntries.ts";
import { flowPadding, type Located, type PlanText } from "./planText.ts";
import { replaceValue } from "./replaceValue.ts";
import type { TextEdit } from "./textEdit.ts";
import { titleToMap } from "./titleToMap.ts";
import { sameTree, treeOf, treeOfValue } from "./tree.ts";
import { type ValueMap, writePair } from "./writeValue.ts";

/** The edits that set keys of a map or of a bare text in a list, not yet read back; undefined where the node is neither. */
export function keyEdits(plan: PlanText, at: Located, values: ValueMap): ReadonlyArray<TextEdit> | undefined {
	const { node, start } = at;
	if (node.kind === "map") {
		return mapEdits(plan, { node, start }, values);
	}
	if (node.kind === "text" && at.inside?.collection.node.kind === "list") {
		return titleToMap(plan, { node, start }, at.inside.collection.node.flow, values);
	}
	return undefined;
}

function mapEdits(plan: PlanText, at: Located<MapNode>, values: ValueMap): ReadonlyArray<TextEdit> {
	const { text } = plan;
	const { node, start } = at;
	const pad = flowPadding(plan);
	const edits: Array<TextEdit> = [];
	const added: Array<string> = [];
	for (const [key, value] of Object.entries(values)) {
		const pair = pairOf(node, key);
		if (!pair) {
			added.push(writePair(key, value, node.flow, pad));
		} else if (!sameTree(treeOf(pair.value, start), treeOfValue(value))) {
			edits.push(...replaceValue(text, at, pair, value, pad));
		}
	}
	if (added.length > 0) {
		edits.push(...(node.flow ? insertIntoFlow(text, at, added, pad) : insertIntoBlock(text, at, added)));
	}
	return edits;
}
