import { type ListNode, type MapNode, pairOf } from "../syntax.ts";
import { additionEdits } from "./addItem.ts";
import { removeFromBlock } from "./blockEntries.ts";
import { entriesOf } from "./entries.ts";
import { removeFromFlow } from "./flowEntries.ts";
import { keyEdits } from "./keyEdits.ts";
import type { Located, PlanText } from "./planText.ts";
import { replaceText } from "./replaceValue.ts";
import type { EditFailure, TextEdit } from "./textEdit.ts";
import { itemsOf, type Tree, valueUnder, withKey } from "./tree.ts";

/**
 * The edits, not yet read back, that put the old id of a definition into its list of former ones, and the new id where
 * it was derived from the title. In the list the old id takes the place of the new one, if that is there.
 */
export function formerlyEdits(
	plan: PlanText,
	definition: Located,
	from: string,
	to: string,
): ReadonlyArray<TextEdit> | EditFailure {
	const { node, start } = definition;
	if (node.kind !== "map") {
		return keyEdits(plan, definition, { id: to, formerly: [from] }) ?? "not-a-map";
	}
	const id = pairOf(node, "id")?.value ? {} : { id: to };
	const formerly = pairOf(node, "formerly")?.value;
	if (!formerly) {
		return keyEdits(plan, definition, { ...id, formerly: [from] }) ?? "not-a-map";
	}
	if (formerly.node.kind !== "list") {
		return "not-a-list";
	}
	if (formerly.anchoredAt !== undefined) {
		return "shared";
	}
	const list = { node: formerly.node, start: start + formerly.at };
	const edits = listEdits(plan, { node, start }, list, from, to);
	return typeof edits === "string" ? edits : [...edits, ...(keyEdits(plan, definition, id) ?? [])];
}

/** What a definition says after the rename. */
export function withFormerly(tree: Tree, from: string, to: string): Tree {
	const renamed = valueUnder(tree, "id") === to ? tree : withKey(tree, "id", to);
	const names = itemsOf(valueUnder(tree, "formerly"));
	const outdated = names.indexOf(to);
	const others = names.filter((_, index) => index !== outdated);
	const replaced = outdated < 0 ? [...names, from] : names.map((name, index) => (index === outdated ? from : name));
	return withKey(renamed, "formerly", { list: names.includes(from) ? others : replaced });
}

function listEdits(
	plan: PlanText,
	map: Located<MapNode>,
	list: Located<ListNode>,
	from: string,
	to: string,
): ReadonlyArray<TextEdit> | EditFailure {
	const { text } = plan;
	const { node, start } = list;
	const names = node.items.map(({ edge }) => (edge?.node.kind === "text" ? edge.node.value : undefined));
	const outdated = names.indexOf(to);
	if (outdated < 0) {
		return names.includes(from) ? [] : additionEdits(plan, map, "formerly", from);
	}
	if (names.includes(from)) {
		return node.flow
			? removeFromFlow(text, list, outdated)
			: removeFromBlock(text, entriesOf(text, node, start), outdated);
	}
	const edge = node.items[outdated]?.edge;
	return edge?.node.kind === "text" && edge.anchoredAt === undefined
		? replaceText(text, { node: edge.node, start: start + edge.at }, from, node.flow)
		: "shared";
}
