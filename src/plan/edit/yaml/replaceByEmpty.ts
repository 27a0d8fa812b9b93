import type { TextEdit } from "../../../util/textEdit.ts";
import { nodeEnd } from "./collectionEntries.ts";
import type { EditTarget } from "./editablePlan.ts";
import { replaceValue } from "./replaceValue.ts";

/** Replaces a map or list in block style by `{}` or `[]`: after the key above it, or at its start. */
export function replaceWithEmpty(text: string, at: EditTarget, empty: "{}" | "[]"): ReadonlyArray<TextEdit> {
	const { collection, index } = at.inside ?? {};
	if (collection?.kind === "map") {
		const pair = collection.pairs[index ?? -1];
		return pair ? replaceValue(text, { map: collection, pair }, empty === "{}" ? {} : [], "") : [];
	}
	return [{ start: at.node.start, end: nodeEnd(text, at.node), text: empty }];
}
