import { quotingOf, writeScalar } from "../syntax/writeScalar.ts";
import type { EditResult } from "./editResult.ts";
import { nodeEnd } from "./yaml/collectionEntries.ts";
import { parseEditablePlan } from "./yaml/editablePlan.ts";
import { valueUnder } from "./yaml/valueTree.ts";
import { verifyEdits } from "./yaml/verifyEdits.ts";

/**
 * Replaces a map in a list that has only a title by the text, the reverse of adding a key to a text.
 *
 * @param without keys that can be dropped because they follow from the title
 */
export function mapToTitle(text: string, nodeAt: number, without: ReadonlyArray<string>): EditResult {
	const plan = parseEditablePlan(text);
	if (typeof plan === "string") {
		return plan;
	}
	const at = plan.values.get(nodeAt);
	if (at?.node.kind !== "map" || at.inside?.collection.kind !== "list") {
		return at ? "not-a-map" : "not-found";
	}
	const { node } = at;
	const { start } = node;
	const end = nodeEnd(text, node);
	const keys = node.pairs.map(({ key }) => (key.node.kind === "text" ? key.node.value : ""));
	const title = node.pairs[keys.indexOf("title")]?.value;
	const hasMore = keys.some((key) => key !== "title" && !without.includes(key));
	// A comment between the keys would be lost.
	if (title?.node.kind !== "text" || title.isAlias || hasMore || /(?:^|\s)#/.test(text.slice(start, end))) {
		return "unsafe";
	}
	const quoting = quotingOf(text.slice(title.at, title.at + 1));
	const written = writeScalar(title.node.value, { flow: at.inside.collection.flow }, quoting);
	const edits = [{ start, end, text: written }];
	return verifyEdits(plan, edits, {
		values: new Map([[start, (tree) => valueUnder(tree, "title")]]),
		inAliases: false,
	});
}
