import type { TextRange } from "../problem.ts";
import { pairOf, placeOf } from "../syntax.ts";
import { endOf } from "./entries.ts";
import { formerlyEdits, withFormerly } from "./formerlyEdits.ts";
import { type Located, type PlanText, readPlanText } from "./planText.ts";
import { readBack } from "./readBack.ts";
import { replaceText } from "./replaceValue.ts";
import type { EditResult, TextEdit } from "./textEdit.ts";
import type { Tree } from "./tree.ts";
import { quotingOf, writeScalar } from "./writeScalar.ts";

/**
 * Gives what is defined at `definedAt` (where its map or bare text begins) another id. `uses` are the ranges of the
 * texts that name it, values or keys; each stays quoted as it is. The old id goes into `formerly`, so that entries of
 * the journal follow; the new one is taken out of there.
 */
export function renameId(
	text: string,
	from: string,
	to: string,
	uses: ReadonlyArray<TextRange>,
	definedAt: number,
): EditResult {
	const plan = readPlanText(text);
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
	const values = new Map<number, (tree: Tree) => Tree>();
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
	return readBack(plan, [...edits, ...defined], { values, keys, inAliases: true });
}

/** Where the id of a definition is written; undefined where it is derived from the title. */
function idRange({ text }: PlanText, { node, start }: Located): TextRange | undefined {
	const id = node.kind === "map" ? pairOf(node, "id")?.value : undefined;
	if (id?.node.kind !== "text") {
		return undefined;
	}
	const at = placeOf(id, start);
	return { start: at, end: endOf(text, id.node, at) };
}

/** The edits that write another name in place of one; undefined where no text stands at exactly that range. */
function replaceUse(
	{ text, values, keys }: PlanText,
	{ start, end }: TextRange,
	to: string,
): ReadonlyArray<TextEdit> | undefined {
	const value = values.get(start);
	if (value?.node.kind === "text") {
		const { node, inside } = value;
		const exact = end === endOf(text, node, start) || end === start + node.length;
		return exact ? replaceText(text, { node, start }, to, inside?.collection.node.flow ?? false) : undefined;
	}
	const key = keys.get(start);
	if (!key || end !== start + key.node.length) {
		return undefined;
	}
	const quoting = quotingOf(text.slice(start, end));
	return [{ start, end, text: writeScalar(to, { flow: key.flow, key: true }, quoting) }];
}
