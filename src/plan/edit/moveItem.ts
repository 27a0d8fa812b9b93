import { offsetAfterEdit } from "../../util/offsetAfterEdit.ts";
import { applyEdits, diffTexts, type TextEdit } from "../../util/textEdit.ts";
import type { Item, Plan } from "../plan.ts";
import { parsePlan } from "../planParser.ts";
import type { EditFailure, EditResult } from "./editResult.ts";
import { appendAt, withItemAt } from "./place/appendAt.ts";
import { type ItemPlace, listAt, listPath, shiftedPlace } from "./place/itemPlace.ts";
import { existingItem } from "./place/itemSource.ts";
import { lastNodeAt } from "./place/lastNodeAt.ts";
import { haveSameIds } from "./place/sameIds.ts";
import { removeItem } from "./removeItem.ts";
import { setKey } from "./setKey.ts";
import { parseEditablePlan } from "./yaml/editablePlan.ts";
import { type ValueTree, valueTree } from "./yaml/valueTree.ts";
import { verifyEdits } from "./yaml/verifyEdits.ts";

/** Where an item goes. */
export interface ItemMove {
	/** Where its map or bare title begins: `item.range.start`. */
	readonly itemAt: number;
	readonly to: ItemPlace;
	/** `inherit` removes its own `when`, so that it gets the dates of its new place. */
	readonly dates: "keep" | "inherit";
}

/**
 * Moves an item to the end of another list: to an area of a phase, a stage of a track, or the targets of a period. Its
 * comments and its style move with it. A list that doesn't exist is created, and one that loses its only item becomes `[]`.
 *
 * The item and all others keep their IDs, so that the journal still applies: an ID that followed from the title is
 * written where it would change.
 *
 * @returns one edit; none if the item is already there
 */
export function moveItem(text: string, move: ItemMove): EditResult {
	const before = parsePlan(text).plan;
	const item = before?.items.find(({ range }) => range.start === move.itemAt);
	if (!before || !item) {
		return before ? "not-found" : "unparsed";
	}
	const shared = { text, move, before, item };
	const plain = attempt(shared, undefined);
	return plain === "unsafe" && !item.idWritten ? attempt(shared, item.id) : plain;
}

interface Attempt {
	readonly text: string;
	readonly move: ItemMove;
	readonly before: Plan;
	readonly item: Item;
}

/** A text after a move, with the place as it is there. */
interface MovedText {
	readonly text: string;
	readonly to: ItemPlace;
}

/** Moves the item after an ID was written into it; `unsafe` if IDs change. */
function attempt({ text, move, before, item }: Attempt, id: string | undefined): EditResult {
	const { itemAt } = move;
	let current = text;
	let to = move.to;
	const keys = [["id", id], ...(move.dates === "inherit" && item.when ? [["when", undefined]] : [])] as const;
	for (const [key = "", value] of keys.filter(([key, each]) => key === "when" || each !== undefined)) {
		const edits = setKey(current, itemAt, key, value);
		if (typeof edits === "string") {
			return edits;
		}
		current = applyEdits(current, edits);
		to = shiftedPlace(to, shiftBy(edits));
	}
	const result = movedText(current, itemAt, to);
	if (typeof result === "string") {
		return result;
	}
	if (result.text === current) {
		return [];
	}
	const after = parsePlan(result.text).plan;
	const moved = after && lastNodeAt(after, result.to);
	return after && moved && haveSameIds(before, after, moved, item) ? [diffTexts(text, result.text)] : "unsafe";
}

/** The text after the move; the same text if the item is already there. */
function movedText(text: string, itemAt: number, to: ItemPlace): MovedText | EditFailure {
	const plan = parseEditablePlan(text);
	if (typeof plan === "string") {
		return plan;
	}
	const at = plan.values.get(itemAt);
	const { collection: list, index = -1 } = at?.inside ?? {};
	if (!at || list?.kind !== "list") {
		return at ? "not-a-list" : "not-found";
	}
	const path = listPath(plan, to);
	if (typeof path === "string") {
		return path;
	}
	if (listAt(path) === list) {
		return { text, to };
	}
	const tree = valueTree({ at: itemAt, node: at.node, isAlias: false });
	const edits = appendAt(plan, path, existingItem(plan, at, list, tree));
	if (typeof edits === "string") {
		return edits;
	}
	const values = new Map([[path.map.start, (each: ValueTree) => withItemAt(each, path.keys, tree)]]);
	const added = verifyEdits(plan, edits, { values, inAliases: false });
	if (typeof added === "string") {
		return added;
	}
	// One after the other: the new lines may stand right behind those that go.
	const both = applyEdits(text, added);
	const removed = removeItem(both, shiftBy(added)(list.start), index);
	return typeof removed === "string"
		? removed
		: { text: applyEdits(both, removed), to: shiftedPlace(shiftedPlace(to, shiftBy(added)), shiftBy(removed)) };
}

/** Maps an offset in the old text to the new text. Text inserted at the offset itself comes after it. */
function shiftBy(edits: ReadonlyArray<TextEdit>): (at: number) => number {
	return (at) => [...edits].reverse().reduce((moved, edit) => offsetAfterEdit(moved, edit) ?? edit.start, at);
}
