import { removeFromBlock } from "./blockEntries.ts";
import { entriesOf } from "./entries.ts";
import { removeFromFlow } from "./flowEntries.ts";
import { readPlanText } from "./planText.ts";
import { readBack } from "./readBack.ts";
import { replaceByEmpty } from "./replaceByEmpty.ts";
import type { EditResult } from "./textEdit.ts";
import { itemsOf, type Tree } from "./tree.ts";

/**
 * Takes an item, counted from 0, out of the list that begins at `listAt`: all its lines and the comment behind it.
 * Comments above it stay. The last item leaves `[]`.
 */
export function removeItem(text: string, listAt: number, index: number): EditResult {
	const plan = readPlanText(text);
	if (typeof plan === "string") {
		return plan;
	}
	const at = plan.values.get(listAt);
	if (!at) {
		return "not-found";
	}
	const { node, start } = at;
	if (node.kind !== "list") {
		return "not-a-list";
	}
	if (!node.items[index]) {
		return "not-found";
	}
	const inBlock = () =>
		node.items.length > 1 ? removeFromBlock(text, entriesOf(text, node, start), index) : replaceByEmpty(text, at, "[]");
	const edits = node.flow ? removeFromFlow(text, { node, start }, index) : inBlock();
	const change = (tree: Tree) => withoutItem(tree, index);
	return readBack(plan, edits, { values: new Map([[listAt, change]]), inAliases: false });
}

/** A list without one of its items. */
export function withoutItem(tree: Tree, index: number): Tree {
	return { list: itemsOf(tree).filter((_, at) => at !== index) };
}
