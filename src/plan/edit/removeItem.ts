import type { EditResult } from "./editResult.ts";
import { removeFromBlock } from "./yaml/blockEntries.ts";
import { collectionEntries } from "./yaml/collectionEntries.ts";
import { parseEditablePlan } from "./yaml/editablePlan.ts";
import { removeFromFlow } from "./yaml/flowEntries.ts";
import { replaceWithEmpty } from "./yaml/replaceByEmpty.ts";
import { treeItems, type ValueTree } from "./yaml/valueTree.ts";
import { verifyEdits } from "./yaml/verifyEdits.ts";

/**
 * Removes an item, counted from 0, from the list that begins at `listAt`: all its lines and the comment after it.
 * Comments above it are kept. Removing the last item leaves `[]`.
 */
export function removeItem(text: string, listAt: number, index: number): EditResult {
	const plan = parseEditablePlan(text);
	if (typeof plan === "string") {
		return plan;
	}
	const at = plan.values.get(listAt);
	if (!at) {
		return "not-found";
	}
	const { node } = at;
	if (node.kind !== "list") {
		return "not-a-list";
	}
	if (!node.items[index]) {
		return "not-found";
	}
	const inBlock = () =>
		node.items.length > 1
			? removeFromBlock(text, collectionEntries(text, node), index)
			: replaceWithEmpty(text, at, "[]");
	const edits = node.flow ? removeFromFlow(text, node, index) : inBlock();
	const change = (tree: ValueTree) => withoutItem(tree, index);
	return verifyEdits(plan, edits, { values: new Map([[listAt, change]]), inAliases: false });
}

/** The list without one of its items. */
export function withoutItem(tree: ValueTree, index: number): ValueTree {
	return { list: treeItems(tree).filter((_, at) => at !== index) };
}
