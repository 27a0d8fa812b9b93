import { offsetAfterEdit } from "../../util/offsetAfterEdit.ts";
import { applyEdits, diffTexts, type TextEdit } from "../../util/textEdit.ts";
import type { Item, Plan } from "../plan.ts";
import { parsePlan } from "../planParser.ts";
import type { EditFailure, EditResult } from "./editResult.ts";
import { insertAt, withItemAt } from "./place/insertAt.ts";
import { type ItemPlace, listAt, listPath, shiftedPlace } from "./place/itemPlace.ts";
import { existingItem } from "./place/itemSource.ts";
import { nodesAt } from "./place/nodesAt.ts";
import { haveSameIds } from "./place/sameIds.ts";
import { removeItem } from "./removeItem.ts";
import { setKey } from "./setKey.ts";
import { type EditablePlan, parseEditablePlan } from "./yaml/editablePlan.ts";
import { type ValueTree, valueTree } from "./yaml/valueTree.ts";
import { verifyEdits } from "./yaml/verifyEdits.ts";

/** Where an item goes. */
export interface ItemMove {
	/** Where its map or bare title begins: `item.range.start`. */
	readonly itemAt: number;
	readonly to: ItemPlace;
	/** Where in that list, counted without the item itself; the end if omitted. */
	readonly index?: number;
	/** `inherit` removes its own `when`, so that it gets the dates of its new place. */
	readonly dates: "keep" | "inherit";
}

/**
 * Moves an item within its list or to another one: to an area of a phase, a stage of a track, or the targets of a period.
 * Its comments and its style move with it. A list that doesn't exist is created, and one that loses its only item becomes `[]`.
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
	const result = movedText(current, { ...move, to });
	if (typeof result === "string") {
		return result;
	}
	if (result.text === current) {
		return [];
	}
	const after = parsePlan(result.text).plan;
	const there = after ? nodesAt(after, result.to) : [];
	const moved = there[Math.min(move.index ?? there.length, there.length - 1)];
	return after && moved && haveSameIds(before, after, moved, item) ? [diffTexts(text, result.text)] : "unsafe";
}

/** The text after the move; the same text if the item is already there. */
function movedText(text: string, move: ItemMove): MovedText | EditFailure {
	const { itemAt, to } = move;
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
	const isSameList = listAt(path) === list;
	const position = positionIn(text, plan, move);
	const wanted = position ?? list.items.length;
	if (isSameList && (move.index === undefined || wanted === index || wanted === index + 1)) {
		return { text, to };
	}
	const tree = valueTree({ at: itemAt, node: at.node, isAlias: false });
	const edits = insertAt(plan, path, existingItem(plan, at, list, tree), position);
	if (typeof edits === "string") {
		return edits;
	}
	const values = new Map([[path.map.start, (each: ValueTree) => withItemAt(each, path.keys, tree, position)]]);
	const added = verifyEdits(plan, edits, { values, inAliases: false });
	if (typeof added === "string") {
		return added;
	}
	// One after the other: the new lines may stand right behind those that go.
	const both = applyEdits(text, added);
	const shift = shiftBy(added);
	const isBehind = isSameList && wanted < index;
	const listStart = isSameList ? startOfList(both, shiftedPlace(to, shift)) : shift(list.start);
	const removed = removeItem(both, listStart, isBehind ? index + 1 : index);
	return typeof removed === "string"
		? removed
		: { text: applyEdits(both, removed), to: shiftedPlace(shiftedPlace(to, shift), shiftBy(removed)) };
}

/** Where the list of a place begins, also if it has a new first item. */
function startOfList(text: string, place: ItemPlace): number {
	const plan = parseEditablePlan(text);
	const path = typeof plan === "string" ? plan : listPath(plan, place);
	return typeof path === "string" ? -1 : (listAt(path)?.start ?? -1);
}

/** The index of a move in the list as it is written, the item itself included; undefined for the end of the list. */
function positionIn(text: string, plan: EditablePlan, { itemAt, to, index }: ItemMove): number | undefined {
	const parsed = index === undefined ? undefined : parsePlan(text).plan;
	const others = parsed ? nodesAt(parsed, to).filter(({ range }) => range.start !== itemAt) : [];
	const next = index === undefined ? undefined : others[index];
	return next && plan.values.get(next.range.start)?.inside?.index;
}

/** Maps an offset in the old text to the new text. Text inserted at the offset itself comes after it. */
function shiftBy(edits: ReadonlyArray<TextEdit>): (at: number) => number {
	return (at) => [...edits].reverse().reduce((moved, edit) => offsetAfterEdit(moved, edit) ?? edit.start, at);
}
