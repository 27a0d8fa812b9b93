import { applyEdits } from "../../../util/textEdit.ts";
import type { Plan } from "../../plan.ts";
import { parsePlan } from "../../planParser.ts";
import type { EditResult } from "../editResult.ts";
import { keyEdits } from "../keyEdits.ts";
import { parseEditablePlan } from "../yaml/editablePlan.ts";
import { type ValueTree, withKey } from "../yaml/valueTree.ts";
import { verifyEdits } from "../yaml/verifyEdits.ts";
import { haveSameIds } from "./sameIds.ts";

/**
 * Gives the node that begins at `nodeAt` another title. It keeps its ID, so that the journal still applies: an ID that
 * followed from the title is written.
 */
export function renameNode(text: string, nodeAt: number, title: string): EditResult {
	const before = parsePlan(text).plan;
	if (!before) {
		return "unparsed";
	}
	const node = [...before.byId.values()].find(({ range }) => range.start === nodeAt);
	const plain = attempt(text, before, nodeAt, { title });
	return plain === "unsafe" && node && !node.idWritten ? attempt(text, before, nodeAt, { title, id: node.id }) : plain;
}

/** Sets the keys; `unsafe` if an ID changes. */
function attempt(
	text: string,
	before: Plan,
	nodeAt: number,
	values: { readonly title: string; readonly id?: string },
): EditResult {
	const plan = parseEditablePlan(text);
	if (typeof plan === "string") {
		return plan;
	}
	const at = plan.values.get(nodeAt);
	const replaced = at?.node.kind === "text" && values.id === undefined;
	const edits = at && keyEdits(plan, at, { ...values });
	if (!edits) {
		return at ? "not-a-map" : "not-found";
	}
	const change = (tree: ValueTree): ValueTree => {
		const titled = typeof tree === "string" ? values.title : withKey(tree, "title", values.title);
		return replaced || values.id === undefined ? titled : withKey(titled, "id", values.id);
	};
	const verified = verifyEdits(plan, edits, { values: new Map([[nodeAt, change]]), inAliases: false });
	if (typeof verified === "string") {
		return verified;
	}
	const after = parsePlan(applyEdits(text, verified)).plan;
	return after && haveSameIds(before, after) ? verified : "unsafe";
}
