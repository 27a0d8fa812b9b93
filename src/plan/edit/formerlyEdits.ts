import type { TextEdit } from "../../util/textEdit.ts";
import { type ListNode, type MapNode, pairWithKey } from "../syntax/syntaxTree.ts";
import { additionEdits } from "./addItem.ts";
import type { EditFailure } from "./editResult.ts";
import { keyEdits } from "./keyEdits.ts";
import { removeFromBlock } from "./yaml/blockEntries.ts";
import { collectionEntries } from "./yaml/collectionEntries.ts";
import type { EditablePlan, EditTarget } from "./yaml/editablePlan.ts";
import { removeFromFlow } from "./yaml/flowEntries.ts";
import { replaceText } from "./yaml/replaceValue.ts";
import { treeItems, type ValueTree, valueUnder, withKey } from "./yaml/valueTree.ts";

/**
 * The edits, not verified yet, that add the old ID to the former IDs of a definition, and write the new ID if it was
 * derived from the title. If the new ID is among the former ones, the old ID replaces it.
 */
export function formerlyEdits(
	plan: EditablePlan,
	definition: EditTarget,
	from: string,
	to: string,
): ReadonlyArray<TextEdit> | EditFailure {
	const { node } = definition;
	if (node.kind !== "map") {
		return keyEdits(plan, definition, { id: to, formerly: [from] }) ?? "not-a-map";
	}
	const id = pairWithKey(node, "id")?.value ? {} : { id: to };
	const formerly = pairWithKey(node, "formerly")?.value;
	if (!formerly) {
		return keyEdits(plan, definition, { ...id, formerly: [from] }) ?? "not-a-map";
	}
	if (formerly.node.kind !== "list") {
		return "not-a-list";
	}
	if (formerly.isAlias) {
		return "shared";
	}
	const edits = listEdits(plan, node, formerly.node, { from, to });
	return typeof edits === "string" ? edits : [...edits, ...(keyEdits(plan, definition, id) ?? [])];
}

/** The expected definition after the rename. */
export function withFormerly(tree: ValueTree, from: string, to: string): ValueTree {
	const renamed = valueUnder(tree, "id") === to ? tree : withKey(tree, "id", to);
	const names = treeItems(valueUnder(tree, "formerly"));
	const outdated = names.indexOf(to);
	const others = names.filter((_, index) => index !== outdated);
	const replaced = outdated < 0 ? [...names, from] : names.map((name, index) => (index === outdated ? from : name));
	return withKey(renamed, "formerly", { list: names.includes(from) ? others : replaced });
}

function listEdits(
	plan: EditablePlan,
	map: MapNode,
	list: ListNode,
	{ from, to }: { readonly from: string; readonly to: string },
): ReadonlyArray<TextEdit> | EditFailure {
	const { text } = plan;
	const names = list.items.map(({ child }) => (child?.node.kind === "text" ? child.node.value : undefined));
	const outdated = names.indexOf(to);
	if (outdated < 0) {
		return names.includes(from) ? [] : additionEdits(plan, map, "formerly", from);
	}
	if (names.includes(from)) {
		return list.flow
			? removeFromFlow(text, list, outdated)
			: removeFromBlock(text, collectionEntries(text, list), outdated);
	}
	const child = list.items[outdated]?.child;
	return child?.node.kind === "text" && !child.isAlias ? replaceText(text, child.node, from, list.flow) : "shared";
}
