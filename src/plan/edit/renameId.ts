import type { TextEdit } from "../../util/textEdit.ts";
import type { TextRange } from "../../util/textRange.ts";
import { pairWithKey } from "../syntax/syntaxTree.ts";
import { quotingOf, writeScalar } from "../syntax/writeScalar.ts";
import type { EditResult } from "./editResult.ts";
import { formerlyEdits, withFormerly } from "./formerlyEdits.ts";
import { nodeEnd } from "./yaml/collectionEntries.ts";
import { type EditablePlan, type EditTarget, parseEditablePlan } from "./yaml/editablePlan.ts";
import { replaceText } from "./yaml/replaceValue.ts";
import type { ValueTree } from "./yaml/valueTree.ts";
import { verifyEdits } from "./yaml/verifyEdits.ts";

/**
 * Renames the ID of the node that is defined at `definedAt` (the start of its map or text). `uses` are the ranges of
 * all references, values or keys; each keeps its quoting. The old ID is added to `formerly`, so that journal entries
 * still match; the new one is removed from there.
 */
export function renameId(
	text: string,
	{ from, to, definedAt }: { readonly from: string; readonly to: string; readonly definedAt: number },
	uses: ReadonlyArray<TextRange>,
): EditResult {
	const plan = parseEditablePlan(text);
	if (typeof plan === "string") {
		return plan;
	}
	const definition = plan.values.get(definedAt);
	if (!definition) {
		return "not-found";
	}
	if (from === to) {
		return [];
	}
	const ownId = idRange(plan, definition);
	const ranges = new Map([...(ownId ? [ownId] : []), ...uses].map((range) => [range.start, range]));
	const edits: Array<TextEdit> = [];
	const values = new Map<number, (tree: ValueTree) => ValueTree>();
	const keys = new Map<number, string>();
	for (const range of ranges.values()) {
		const useEdits = replaceUse(plan, range, to);
		if (!useEdits) {
			return "not-found";
		}
		edits.push(...useEdits);
		if (plan.values.get(range.start)?.node.kind === "text") {
			values.set(range.start, () => to);
		} else {
			keys.set(range.start, to);
		}
	}
	const defined = formerlyEdits(plan, definition, from, to);
	if (typeof defined === "string") {
		return defined;
	}
	values.set(definedAt, (tree) => withFormerly(tree, from, to));
	return verifyEdits(plan, [...edits, ...defined], { values, keys, inAliases: true });
}

/** Where the id of a definition is written; undefined where it is derived from the title. */
function idRange({ text }: EditablePlan, { node }: EditTarget): TextRange | undefined {
	const id = node.kind === "map" ? pairWithKey(node, "id")?.value : undefined;
	if (id?.node.kind !== "text") {
		return undefined;
	}
	return { start: id.node.start, end: nodeEnd(text, id.node) };
}

/** The edits that replace a reference; undefined if the range is not exactly that of a text. */
function replaceUse(
	{ text, values, keys }: EditablePlan,
	{ start, end }: TextRange,
	to: string,
): ReadonlyArray<TextEdit> | undefined {
	const value = values.get(start);
	if (value?.node.kind === "text") {
		const { node, inside } = value;
		const exact = end === nodeEnd(text, node) || end === node.end;
		return exact ? replaceText(text, node, to, inside?.collection.flow ?? false) : undefined;
	}
	const key = keys.get(start);
	if (!key || end !== key.node.end) {
		return undefined;
	}
	const quoting = quotingOf(text.slice(start, end));
	return [{ start, end, text: writeScalar(to, { flow: key.flow, key: true }, quoting) }];
}
