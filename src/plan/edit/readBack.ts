import { parseYaml } from "../parseYaml.ts";
import type { PlanText } from "./planText.ts";
import { applyEdits, type EditResult, mergeEdits, type TextEdit } from "./textEdit.ts";
import { type Changes, sameTree, treeOf } from "./tree.ts";

/**
 * The edits put in order, once reading the edited text has shown that it says what it is meant to, here and everywhere
 * else. So a way of writing that was not thought of leads to a refusal, never to a damaged plan.
 */
export function readBack(plan: PlanText, edits: ReadonlyArray<TextEdit>, changes: Changes): EditResult {
	const merged = mergeEdits(edits);
	const after = merged.length === 0 ? { root: plan.root, parsed: true } : parseYaml(applyEdits(plan.text, merged));
	if (after.parsed && sameTree(treeOf(after.root, 0), treeOf(plan.root, 0, changes))) {
		return merged;
	}
	return plan.hasAliases ? "shared" : "unsafe";
}
