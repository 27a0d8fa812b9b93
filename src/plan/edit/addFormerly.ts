import { addItem } from "./addItem.ts";
import type { EditResult } from "./editResult.ts";
import { setKey } from "./setKey.ts";

/**
 * Adds an ID to the former IDs of a node, so that journal entries with the old ID count for it.
 *
 * @param nodeAt where its map or bare title begins
 */
export function addFormerly(text: string, nodeAt: number, oldId: string): EditResult {
	const edits = addItem(text, { mapAt: nodeAt, key: "formerly" }, oldId);
	return edits === "not-a-map" ? setKey(text, nodeAt, "formerly", [oldId]) : edits;
}
