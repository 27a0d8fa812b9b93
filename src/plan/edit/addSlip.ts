import { type MapNode, pairOf } from "../syntax.ts";
import { additionEdits, withItem } from "./addItem.ts";
import { edgeEnd, entriesOf } from "./entries.ts";
import { lineBreakNear } from "./lines.ts";
import { flowPadding, type Located, listIndent, type PlanText, readPlanText } from "./planText.ts";
import { readBack } from "./readBack.ts";
import type { EditResult, TextEdit } from "./textEdit.ts";
import type { Tree } from "./tree.ts";
import { type Value, writeValue } from "./writeValue.ts";

/** That the plan moves: what lies on or after a day (`YYYY-MM-DD`), by how much (`6 months`), and why. */
export interface NewSlip {
	readonly at: string;
	readonly by: string;
	readonly why: string;
}

/** Adds a slip to the plan's list of them, which is made at the end of the file where there is none. */
export function addSlip(text: string, { at, by, why }: NewSlip): EditResult {
	const plan = readPlanText(text);
	if (typeof plan === "string") {
		return plan;
	}
	const { node, at: start } = plan.root;
	if (node.kind !== "map") {
		return "not-a-map";
	}
	const slip = { at, by, why };
	const edits = canGoLast(plan, { node, start })
		? [atTheEnd(plan, { node, start }, slip)]
		: additionEdits(plan, { node, start }, "slips", slip);
	if (typeof edits === "string") {
		return edits;
	}
	const values = new Map([[start, (tree: Tree) => withItem(tree, "slips", slip)]]);
	return readBack(plan, edits, { values, inAliases: false });
}

/** Whether the list is still to be made, and nothing but comments stands behind the last key. */
function canGoLast({ text, root }: PlanText, { node, start }: Located<MapNode>): boolean {
	const rest = text.slice(edgeEnd(text, root, start));
	return (
		!node.flow &&
		!pairOf(node, "slips") &&
		start === root.at &&
		/^(?:\s|#[^\n]*)*$/.test(rest) &&
		!keepsBlankLines(text)
	);
}

/** Whether a block scalar may take the blank lines behind it as its own. */
function keepsBlankLines(text: string): boolean {
	return /[|>]\d?\+/.test(text);
}

function atTheEnd(plan: PlanText, { node, start }: Located<MapNode>, slip: Value): TextEdit {
	const { text } = plan;
	const lineBreak = lineBreakNear(text, text.length);
	const entries = entriesOf(text, node, start);
	const spaced = entries.some((entry, index) =>
		/\n\r?\n/.test(text.slice(entries[index - 1]?.end ?? entry.start, entry.start)),
	);
	const ended = text.endsWith("\n");
	const blank = spaced && !/\n\r?\n$/.test(text) ? lineBreak : "";
	const written = `slips:${lineBreak}${" ".repeat(listIndent(plan))}- ${writeValue(slip, false, flowPadding(plan))}`;
	const before = (ended ? "" : lineBreak) + blank;
	return { start: text.length, end: text.length, text: before + written + (ended ? lineBreak : "") };
}
