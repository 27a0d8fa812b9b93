import { addItem } from "./addItem.ts";
import { setKey } from "./setKey.ts";
import type { EditResult } from "./textEdit.ts";

/**
 * Adds an id to those that a node had before, so that journal entries with the old id count for it.
 *
 * @param nodeAt where its map or bare title begins
 */
export function addFormerly(text: string, nodeAt: number, oldId: string): EditResult {
	const edits = addItem(text, { mapAt: nodeAt, key: "formerly" }, oldId);
	return edits === "not-a-map" ? setKey(text, nodeAt, "formerly", [oldId]) : edits;
}
