import type { EditResult } from "./editResult.ts";
import { setKey } from "./setKey.ts";

/** A dropped item: from which day (`YYYY-MM-DD`), why, and which item replaces it. */
export interface Drop {
	readonly on: string;
	readonly why: string;
	readonly for?: string;
}

/** Marks the item that begins at `itemAt` as dropped; replaces an earlier mark. */
export function dropItem(text: string, itemAt: number, { on, why, for: other }: Drop): EditResult {
	return setKey(text, itemAt, "dropped", other === undefined ? { on, why } : { on, why, for: other });
}

/** Removes the mark that an item is dropped. */
export function restoreItem(text: string, itemAt: number): EditResult {
	return setKey(text, itemAt, "dropped", undefined);
}
