import { applyEdits, diffTexts } from "../../util/textEdit.ts";
import { lineEnd } from "../../util/textLines.ts";
import { addItem } from "../edit/addItem.ts";
import type { EditResult } from "../edit/editResult.ts";
import { setKey } from "../edit/setKey.ts";
import { type ValueTree, valueTree } from "../edit/yaml/valueTree.ts";
import type { Value } from "../edit/yaml/writeValue.ts";
import type { PlanProblem } from "../planProblem.ts";
import { pathAt } from "../syntax/syntaxPath.ts";
import { type FixDraft, fixDraft } from "./fix.ts";
import type { FixContext } from "./fixContext.ts";

/** Combines two keys of targets with the same days: the targets of the second are added to the first. */
export function fixDuplicates(context: FixContext, { code, range }: PlanProblem): ReadonlyArray<FixDraft> {
	const { plan, root, text } = context;
	const second =
		code === "double-period" ? plan?.targets.find((group) => group.range.start === range.start) : undefined;
	const first = plan?.targets.find(
		({ span }) => span?.start === second?.span?.start && span?.end === second?.span?.end,
	);
	const step = root && pathAt(root, range.start).path.at(-1);
	const pair = step?.node.kind === "map" ? step.node.pairs[step.index] : undefined;
	if (!step || !first || !second || first === second || pair?.value?.node.kind !== "list") {
		return [];
	}
	const list = pair.value.node;
	// Comments in the moved part would be lost.
	if (/(?:^|\s)#/.test(text.slice(range.start, lineEnd(text, list.end - 1)))) {
		return [];
	}
	const values = list.items.flatMap(({ child }) => toWrite(valueTree(child)) ?? []);
	return [
		fixDraft(
			"merge-keys",
			[first.title],
			mergedKeys(text, step.node.start, { into: first.title, from: second.title, values }),
		),
	];
}

function mergedKeys(
	text: string,
	mapAt: number,
	{ into, from, values }: { readonly into: string; readonly from: string; readonly values: ReadonlyArray<Value> },
): EditResult {
	let after = text;
	// The map keeps its offset: everything that changes comes after its start.
	for (const change of [
		...values.map((value) => () => addItem(after, { mapAt, key: into }, value)),
		() => setKey(after, mapAt, from, undefined),
	]) {
		const edits = change();
		if (typeof edits === "string") {
			return edits;
		}
		after = applyEdits(after, edits);
	}
	return [diffTexts(text, after)];
}

/** Converts a tree to a value that can be written; undefined if it is empty. */
function toWrite(tree: ValueTree): Value | undefined {
	if (tree === undefined || typeof tree === "string") {
		return tree;
	}
	if ("list" in tree) {
		return tree.list.flatMap((each) => toWrite(each) ?? []);
	}
	const pairs = tree.map.flatMap(([key, value]) => {
		const written = toWrite(value);
		return typeof key === "string" && written !== undefined ? [[key, written] as const] : [];
	});
	return Object.fromEntries(pairs);
}
