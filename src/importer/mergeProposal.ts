import { insertAt } from "../plan/edit/place/insertAt.ts";
import { newItem } from "../plan/edit/place/itemSource.ts";
import { setKey } from "../plan/edit/setKey.ts";
import { parseEditablePlan } from "../plan/edit/yaml/editablePlan.ts";
import { type ValueTree, valueTree } from "../plan/edit/yaml/valueTree.ts";
import type { Value } from "../plan/edit/yaml/writeValue.ts";
import { parsePlan } from "../plan/planParser.ts";
import { type ChildRef, type MapNode, pairWithKey, type SyntaxNode } from "../plan/syntax/syntaxTree.ts";
import { applyEdits } from "../util/textEdit.ts";
import { type MergeStep, type PlanPath, planDifference } from "./planDifference.ts";

/** The plan that is there, what a source proposes now, and what it proposed when it was imported last. */
export interface MergeSources {
	readonly plan: string;
	readonly proposed: string;
	readonly before?: string | undefined;
}

/** A plan with the difference of a proposal. */
export interface MergedProposal {
	readonly text: string;
	/** What was added or changed. */
	readonly made: ReadonlyArray<MergeStep>;
	/** What can't be without a problem in the plan. */
	readonly refused: ReadonlyArray<MergeStep>;
}

/**
 * Adds to a plan what a proposal has and the plan hasn't, and changes what the source changed since its last import. What was
 * edited or removed in the plan since stays.
 */
export function mergeProposal({ plan, proposed, before }: MergeSources): MergedProposal {
	const [now, next, last] = [plan, proposed, before].map(treeOf);
	const steps = now && next ? planDifference(now, next, last) : [];
	const made: Array<MergeStep> = [];
	const refused: Array<MergeStep> = [];
	let text = plan;
	for (const step of steps) {
		const after = applied(text, step);
		if (after === undefined || hasMoreProblems(text, after)) {
			refused.push(step);
		} else {
			text = after;
			made.push(step);
		}
	}
	return { text, made, refused };
}

function treeOf(text: string | undefined): ValueTree {
	const plan = text === undefined ? undefined : parseEditablePlan(text);
	return plan === undefined || typeof plan === "string" ? undefined : valueTree(plan.root);
}

function hasMoreProblems(before: string, after: string): boolean {
	return parsePlan(after).problems.length > parsePlan(before).problems.length;
}

/** The text after a step; undefined if the plan can't be edited there. */
function applied(text: string, step: MergeStep): string | undefined {
	const plan = parseEditablePlan(text);
	const map = typeof plan === "string" ? undefined : mapAt(plan.root.node, step.map);
	if (typeof plan === "string" || !map) {
		return undefined;
	}
	const edits =
		step.kind === "add"
			? insertAt(plan, { map, keys: step.keys }, newItem(plan, valueFromTree(step.value)))
			: setKey(text, map.start, step.key, step.value);
	return typeof edits === "string" ? undefined : applyEdits(text, edits);
}

function mapAt(root: SyntaxNode, path: PlanPath): MapNode | undefined {
	let node: SyntaxNode | undefined = root;
	for (const step of path) {
		const child: ChildRef | undefined = node && childAt(node, step);
		node = child?.isAlias === true ? undefined : child?.node;
	}
	return node?.kind === "map" ? node : undefined;
}

function childAt(node: SyntaxNode, step: string | number): ChildRef | undefined {
	if (typeof step === "string") {
		return node.kind === "map" ? pairWithKey(node, step)?.value : undefined;
	}
	return node.kind === "list" ? node.items[step]?.child : undefined;
}

function valueFromTree(tree: ValueTree): Value {
	if (tree === undefined || typeof tree === "string") {
		return tree ?? "";
	}
	return "list" in tree
		? tree.list.map(valueFromTree)
		: Object.fromEntries(tree.map.map(([key, value]) => [typeof key === "string" ? key : "", valueFromTree(value)]));
}
