import { setKey } from "./setKey.ts";
import type { EditResult } from "./textEdit.ts";

/** That an item is given up: from which day (`YYYY-MM-DD`), why, and for which other item. */
export interface Drop {
	readonly on: string;
	readonly why: string;
	readonly for?: string;
}

/** Writes that the item that begins at `itemAt` is given up; what was written there about that before is replaced. */
export function dropItem(text: string, itemAt: number, { on, why, for: other }: Drop): EditResult {
	return setKey(text, itemAt, "dropped", other === undefined ? { on, why } : { on, why, for: other });
}

/** Takes back that an item is given up. */
export function reviveItem(text: string, itemAt: number): EditResult {
	return setKey(text, itemAt, "dropped", undefined);
}
