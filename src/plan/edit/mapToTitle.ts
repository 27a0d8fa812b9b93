import { endOf } from "./entries.ts";
import { readPlanText } from "./planText.ts";
import { readBack } from "./readBack.ts";
import type { EditResult } from "./textEdit.ts";
import { valueUnder } from "./tree.ts";
import { quotingOf, writeScalar } from "./writeScalar.ts";

/**
 * Makes a bare text of a map in a list that says no more than a title, the reverse of giving such a text a key.
 *
 * @param without keys that may be lost, since what they say follows from the title
 */
export function mapToTitle(text: string, nodeAt: number, without: ReadonlyArray<string>): EditResult {
	const plan = readPlanText(text);
	if (typeof plan === "string") {
		return plan;
	}
	const at = plan.values.get(nodeAt);
	if (at?.node.kind !== "map" || at.inside?.collection.node.kind !== "list") {
		return at ? "not-a-map" : "not-found";
	}
	const { node, start } = at;
	const end = endOf(text, node, start);
	const keys = node.pairs.map(({ key }) => (key.node.kind === "text" ? key.node.value : ""));
	const title = node.pairs[keys.indexOf("title")]?.value;
	const hasMore = keys.some((key) => key !== "title" && !without.includes(key));
	// A comment between the keys would be lost.
	if (
		title?.node.kind !== "text" ||
		title.anchoredAt !== undefined ||
		hasMore ||
		/(?:^|\s)#/.test(text.slice(start, end))
	) {
		return "unsafe";
	}
	const quoting = quotingOf(text.slice(start + title.at, start + title.at + 1));
	const written = writeScalar(title.node.value, { flow: at.inside.collection.node.flow }, quoting);
	const edits = [{ start, end, text: written }];
	return readBack(plan, edits, { values: new Map([[start, (tree) => valueUnder(tree, "title")]]), inAliases: false });
}
