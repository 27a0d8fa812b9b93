import { applyEdits, mergeEdits, type TextEdit } from "../../../util/textEdit.ts";
import { parseYaml } from "../../syntax/parseYaml.ts";
import type { EditResult } from "../editResult.ts";
import type { EditablePlan } from "./editablePlan.ts";
import { type TreeChanges, treesEqual, valueTree } from "./valueTree.ts";

/**
 * Sorts the edits, after checking that the edited text parses to the expected result everywhere. An unsupported YAML
 * style is therefore refused and never damages the plan.
 */
export function verifyEdits(plan: EditablePlan, edits: ReadonlyArray<TextEdit>, changes: TreeChanges): EditResult {
	const merged = mergeEdits(edits);
	const after =
		merged.length === 0 ? { root: plan.root, parsed: true, repaired: false } : parseYaml(applyEdits(plan.text, merged));
	if (after.parsed && !after.repaired && treesEqual(valueTree(after.root), valueTree(plan.root, changes))) {
		return merged;
	}
	return plan.hasAliases ? "shared" : "unsafe";
}
