import type { EditResult } from "./editResult.ts";
import { setKey } from "./setKey.ts";

/** Sets the goal of an item, in the syntax of the plan (`8-12 people`); removes it if undefined. */
export function setGoal(text: string, itemAt: number, goal: string | undefined): EditResult {
	return setKey(text, itemAt, "goal", goal);
}

/** Sets the period of a node, in the syntax of the plan (`by month 3`); removes it if undefined. */
export function setWhen(text: string, nodeAt: number, when: string | undefined): EditResult {
	return setKey(text, nodeAt, "when", when);
}

/** Sets the ID of a node. Use `renameId` if it is referenced. */
export function setId(text: string, nodeAt: number, id: string): EditResult {
	return setKey(text, nodeAt, "id", id);
}
