import type { TextEdit } from "../../util/textEdit.ts";
import { lineBreakNear } from "../../util/textLines.ts";
import { type MapNode, pairWithKey } from "../syntax/syntaxTree.ts";
import { additionEdits, withItem } from "./addItem.ts";
import type { EditResult } from "./editResult.ts";
import { childEnd, collectionEntries } from "./yaml/collectionEntries.ts";
import { type EditablePlan, flowPadding, listIndent, parseEditablePlan } from "./yaml/editablePlan.ts";
import type { ValueTree } from "./yaml/valueTree.ts";
import { verifyEdits } from "./yaml/verifyEdits.ts";
import { type Value, writeValue } from "./yaml/writeValue.ts";

/** A slip: everything on or after a day (`YYYY-MM-DD`) moves by a duration (`6 months`), and the reason. */
export interface NewSlip {
	readonly at: string;
	readonly by: string;
	/** Whether recurring reviews move as well. */
	readonly reviews?: true;
	readonly why: string;
}

/** Adds a slip to the list of slips, which is created at the end of the file if there is none. */
export function addSlip(text: string, { at, by, reviews, why }: NewSlip): EditResult {
	const plan = parseEditablePlan(text);
	if (typeof plan === "string") {
		return plan;
	}
	const { node } = plan.root;
	if (node.kind !== "map") {
		return "not-a-map";
	}
	const slip = { at, by, ...(reviews ? { reviews: "true" } : {}), why };
	const edits = canGoLast(plan, node) ? [atTheEnd(plan, node, slip)] : additionEdits(plan, node, "slips", slip);
	if (typeof edits === "string") {
		return edits;
	}
	const values = new Map([[node.start, (tree: ValueTree) => withItem(tree, "slips", slip)]]);
	return verifyEdits(plan, edits, { values, inAliases: false });
}

/** Whether the list is still to be made, and nothing but comments stands behind the last key. */
function canGoLast({ text, root }: EditablePlan, node: MapNode): boolean {
	const rest = text.slice(childEnd(text, root));
	return (
		!node.flow && !pairWithKey(node, "slips") && /^\s*(?:#[^\n]*(?:\n\s*|$))*$/.test(rest) && !keepsBlankLines(text)
	);
}

/** Whether a block scalar at the end would include the blank lines after it. */
function keepsBlankLines(text: string): boolean {
	return /[|>]\d?\+/.test(text);
}

function atTheEnd(plan: EditablePlan, node: MapNode, slip: Value): TextEdit {
	const { text } = plan;
	const lineBreak = lineBreakNear(text, text.length);
	const entries = collectionEntries(text, node);
	const spaced = entries.some((entry, index) =>
		/\n\r?\n/.test(text.slice(entries[index - 1]?.end ?? entry.start, entry.start)),
	);
	const ended = text.endsWith("\n");
	const blank = spaced && !/\n\r?\n$/.test(text) ? lineBreak : "";
	const written = `slips:${lineBreak}${" ".repeat(listIndent(plan))}- ${writeValue(slip, false, flowPadding(plan))}`;
	const before = (ended ? "" : lineBreak) + blank;
	return { start: text.length, end: text.length, text: before + written + (ended ? lineBreak : "") };
}
