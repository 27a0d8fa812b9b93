import { addItem } from "../edit/addItem.ts";
import { lineEnd } from "../edit/lines.ts";
import { setKey } from "../edit/setKey.ts";
import { applyEdits, difference, type EditResult } from "../edit/textEdit.ts";
import { type Tree, treeOf } from "../edit/tree.ts";
import type { Value } from "../edit/writeValue.ts";
import type { Problem } from "../problem.ts";
import { spotAt } from "../spot.ts";
import { type Draft, draft } from "./fix.ts";
import type { FixContext } from "./fixContext.ts";

/** Targets under two keys that mean the same days: those of the second go behind those of the first. */
export function fixDoubles(context: FixContext, { code, range }: Problem): ReadonlyArray<Draft> {
	const { plan, root, text } = context;
	const second =
		code === "double-period" ? plan?.targets.find((group) => group.range.start === range.start) : undefined;
	const first = plan?.targets.find(
		({ span }) => span?.start === second?.span?.start && span?.end === second?.span?.end,
	);
	const step = root && spotAt(root, range.start).path.at(-1);
	const pair = step?.node.kind === "map" ? step.node.pairs[step.index] : undefined;
	if (!step || !first || !second || first === second || pair?.value?.node.kind !== "list") {
		return [];
	}
	const at = step.start + pair.value.at;
	// Comments of what moves would be lost.
	if (/(?:^|\s)#/.test(text.slice(range.start, lineEnd(text, at + pair.value.node.length - 1)))) {
		return [];
	}
	const values = pair.value.node.items.flatMap(({ edge }) => toWrite(treeOf(edge, at)) ?? []);
	return [draft("merge-keys", [first.title], merged(text, step.start, first.title, second.title, values))];
}

function merged(text: string, mapAt: number, first: string, second: string, values: ReadonlyArray<Value>): EditResult {
	let after = text;
	// The map begins where it did: all that changes lies behind that.
	for (const change of [
		...values.map((value) => () => addItem(after, { mapAt, key: first }, value)),
		() => setKey(after, mapAt, second, undefined),
	]) {
		const edits = change();
		if (typeof edits === "string") {
			return edits;
		}
		after = applyEdits(after, edits);
	}
	return [difference(text, after)];
}

/** What a tree says, to be written; undefined for an empty value. */
function toWrite(tree: Tree): Value | undefined {
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
