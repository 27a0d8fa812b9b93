import type { NewEntry } from "../journal/newEntry.ts";
import type { EditResult } from "../plan/edit/editResult.ts";
import { moveItem } from "../plan/edit/moveItem.ts";
import { addNode, type NewNode } from "../plan/edit/place/addNode.ts";
import type { ItemPlace, PlanPlace } from "../plan/edit/place/itemPlace.ts";
import { nodesAt } from "../plan/edit/place/nodesAt.ts";
import { renameNode } from "../plan/edit/place/renameNode.ts";
import { setKey } from "../plan/edit/setKey.ts";
import type { Commitment, Item, Named, Plan } from "../plan/plan.ts";

/** A change of what the plan consists of; {@link PlanChange} changes dates and goals. */
export type PlanEdit =
	| { readonly kind: "add"; readonly place: PlanPlace; readonly node: NewNode }
	| { readonly kind: "rename"; readonly node: Named; readonly title: string }
	| {
			readonly kind: "move";
			readonly node: Item;
			readonly to: ItemPlace;
			/** Where in that list, counted without the item; the end if omitted. */
			readonly index?: number;
			readonly dates: "keep" | "inherit";
			/** The places, as the journal names them. */
			readonly was: string;
			readonly now: string;
	  }
	| { readonly kind: "evidence"; readonly node: Item | Commitment; readonly repository: string };

/**
 * The edits of the plan text.
 *
 * @param text the text that the nodes were parsed from
 */
export function planEditEdits(text: string, edit: PlanEdit): EditResult {
	switch (edit.kind) {
		case "add":
			return addNode(text, edit.place, edit.node);
		case "rename":
			return renameNode(text, edit.node.range.start, edit.title);
		case "move":
			return moveItem(text, { ...edit, itemAt: edit.node.range.start });
		case "evidence":
			return setKey(text, edit.node.range.start, "evidence", { repo: edit.repository });
	}
}

/**
 * The journal entry for an edit.
 *
 * @param planned the plan after it
 */
export function planEditEntry(edit: PlanEdit, planned: Plan): NewEntry {
	switch (edit.kind) {
		case "add": {
			const { title } = edit.node;
			const id = nodesAt(planned, edit.place).at(-1)?.id;
			return {
				type: "plan",
				...(id === undefined ? {} : { on: id }),
				name: title,
				field: "added",
				was: null,
				now: title,
			};
		}
		case "rename": {
			const { id, title } = edit.node;
			return { type: "plan", on: id, name: edit.title, field: "title", was: title, now: edit.title };
		}
		case "move": {
			const { id, title } = edit.node;
			return { type: "plan", on: id, name: title, field: "place", was: edit.was, now: edit.now };
		}
		case "evidence": {
			const { id, title } = edit.node;
			return { type: "plan", on: id, name: title, field: "evidence", was: null, now: `repo: ${edit.repository}` };
		}
	}
}
