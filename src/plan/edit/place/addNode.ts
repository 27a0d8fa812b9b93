import { applyEdits } from "../../../util/textEdit.ts";
import { slug } from "../../assignIds.ts";
import type { Plan } from "../../plan.ts";
import { parsePlan } from "../../planParser.ts";
import type { EditResult } from "../editResult.ts";
import { parseEditablePlan } from "../yaml/editablePlan.ts";
import { treeFromValue, type ValueTree } from "../yaml/valueTree.ts";
import { verifyEdits } from "../yaml/verifyEdits.ts";
import type { Value, ValueMap } from "../yaml/writeValue.ts";
import { insertAt, withItemAt } from "./insertAt.ts";
import { isItemPlace, listPath, type PlanPlace } from "./itemPlace.ts";
import { newItem } from "./itemSource.ts";
import { nodesAt } from "./nodesAt.ts";
import { haveSameIds } from "./sameIds.ts";

/** What is added to a plan: its title, and further keys in the syntax of the plan. */
export type NewNode = ValueMap & { readonly title: string };

/**
 * Adds a node to the end of a list, which is created if it doesn't exist. If another node has the same title, the new
 * one gets an ID of its own, so that the journal still applies to the other one.
 */
export function addNode(text: string, place: PlanPlace, node: NewNode): EditResult {
	const before = parsePlan(text).plan;
	if (!before) {
		return "unparsed";
	}
	const plain = attempt(text, place, before, Object.keys(node).length === 1 && isItemPlace(place) ? node.title : node);
	return plain === "unsafe" ? attempt(text, place, before, { id: freeId(node.title, before), ...node }) : plain;
}

/** Adds the node; `unsafe` if the IDs of others change. */
function attempt(text: string, place: PlanPlace, before: Plan, value: Value): EditResult {
	const plan = parseEditablePlan(text);
	const path = typeof plan === "string" ? plan : listPath(plan, place);
	if (typeof plan === "string" || typeof path === "string") {
		return typeof plan === "string" ? plan : (path as Exclude<typeof path, object>);
	}
	const edits = insertAt(plan, path, newItem(plan, value));
	if (typeof edits === "string") {
		return edits;
	}
	const change = (tree: ValueTree) => withItemAt(tree, path.keys, treeFromValue(value));
	const verified = verifyEdits(plan, edits, { values: new Map([[path.map.start, change]]), inAliases: false });
	if (typeof verified === "string") {
		return verified;
	}
	const after = parsePlan(applyEdits(text, verified)).plan;
	// Places after the new lines have moved, but the place itself begins before them.
	const added = after && nodesAt(after, place).at(-1);
	return added && haveSameIds(before, after, added) ? verified : "unsafe";
}

function freeId(title: string, { byId, items }: Plan): string {
	const base = slug(title) || "item";
	for (let count = 2; ; count++) {
		const id = `${base}-${count}`;
		if (!byId.has(id) && !items.some((item) => item.formerly.includes(id))) {
			return id;
		}
	}
}
