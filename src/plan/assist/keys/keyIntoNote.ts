import { childEnd } from "../../edit/yaml/collectionEntries.ts";
import { type MapNode, type Pair, pairWithKey, type SyntaxNode } from "../../syntax/syntaxTree.ts";
import { writeScalar } from "../../syntax/writeScalar.ts";
import { type FixDraft, fixDraft } from "../fix.ts";
import type { FixContext } from "../fixContext.ts";

/** A key with its value, and the map around it. */
export interface PairPlace {
	readonly map: MapNode;
	readonly pair: Pair;
}

/** The longest content that reads well in a note. */
const maxContent = 1000;

/** Moves the content of a key into the note: `priority: high`. */
export function keyIntoNote({ text }: FixContext, { map, pair }: PairPlace, key: string): ReadonlyArray<FixDraft> {
	const content = textOf(pair.value?.node);
	if (content === undefined || content.length > maxContent || !pair.value || pair.value.isAlias) {
		return [];
	}
	const note = pairWithKey(map, "note");
	const written = `${key}: ${content}`;
	const end = childEnd(text, pair.value);
	if (!note) {
		const edit = { start: pair.key.at, end, text: `note: ${writeScalar(written, { flow: map.flow })}` };
		return [fixDraft("to-note", [key], [edit])];
	}
	const old = note.value;
	const before = map.pairs[map.pairs.indexOf(pair) - 1];
	if (old?.node.kind !== "text" || old.node.style === "block" || old.isAlias || !before) {
		return [];
	}
	const more = writeScalar(`${old.node.value}; ${written}`, { flow: map.flow });
	const edits = [
		{ start: old.at, end: childEnd(text, old), text: more },
		// The pair is removed together with the comma or the line break before it.
		{ start: childEnd(text, before.value ?? before.key), end, text: "" },
	];
	return [fixDraft("to-note", [key], edits)];
}

/** A text, a list joined by commas, or the keys of a map with their texts; undefined for anything else. */
function textOf(node: SyntaxNode | undefined): string | undefined {
	switch (node?.kind) {
		case "text":
			return node.style === "block" ? undefined : node.value;
		case "list":
			return joined(node.items.map(({ child }) => textOf(child?.node)));
		case "map":
			return joined(
				node.pairs.map(({ key, value }) => {
					const [name, content] = [textOf(key.node), value ? textOf(value.node) : ""];
					return name === undefined || content === undefined ? undefined : `${name}: ${content}`.trimEnd();
				}),
			);
		case undefined:
			return undefined;
	}
}

function joined(texts: ReadonlyArray<string | undefined>): string | undefined {
	return texts.every((each) => each !== undefined) ? texts.join(", ") : undefined;
}
