import { endOf } from "./entries.ts";
import type { Located } from "./planText.ts";
import { replaceValue } from "./replaceValue.ts";
import type { TextEdit } from "./textEdit.ts";

/** Writes `{}` or `[]` in place of a map or list in block style: behind the key above it, or where it begins. */
export function replaceByEmpty(text: string, at: Located, empty: "{}" | "[]"): ReadonlyArray<TextEdit> {
	const { collection, index } = at.inside ?? {};
	if (collection?.node.kind === "map") {
		const { node, start } = collection;
		const pair = node.pairs[index ?? -1];
		return pair ? replaceValue(text, { node, start }, pair, empty === "{}" ? {} : [], "") : [];
	}
	return [{ start: at.start, end: endOf(text, at.node, at.start), text: empty }];
}
