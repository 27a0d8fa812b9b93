import { setKey } from "./setKey.ts";
import type { EditResult } from "./textEdit.ts";

/** Sets the goal of an item, as the plan writes it (`8-12 people`); without one, takes it out. */
export function setGoal(text: string, itemAt: number, goal: string | undefined): EditResult {
	return setKey(text, itemAt, "goal", goal);
}

/** Sets the time of a node, as the plan writes it (`by month 3`); without one, takes it out. */
export function setWhen(text: string, nodeAt: number, when: string | undefined): EditResult {
	return setKey(text, nodeAt, "when", when);
}

/** Gives a node an id. One that others name is changed with `renameId`. */
export function setId(text: string, nodeAt: number, id: string): EditResult {
	return setKey(text, nodeAt, "id", id);
}
