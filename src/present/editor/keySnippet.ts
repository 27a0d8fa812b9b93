import type { CompletionPlace } from "../../plan/assist/completionPlace.ts";
import type { KnownKey } from "../../plan/assist/schemaAt.ts";
import { writeScalar } from "../../plan/edit/writeScalar.ts";

/** What follows a key, ready to be filled in. */
export function valueSnippet({ shape }: KnownKey, place: CompletionPlace): string {
	const { texts, list, keys, freeKeys, isChoice } = shape;
	const inner = indent(place);
	if (texts) {
		const some = texts.map((text) => writeScalar(text, { flow: place.flow }));
		return isChoice && some.length > 1 ? `: \${1|${some.join(",")}|}` : `: \${1:${escaped(some[0] ?? "")}}`;
	}
	if (list) {
		const first = list.texts?.[0] ?? "";
		if (!list.keys || list.texts) {
			return place.flow || !list.keys ? `: [\${1:${escaped(first)}}]` : itemsSnippet(place);
		}
		const required = list.keys.find((each) => each.required) ?? list.keys[0];
		return place.flow ? `: [{ ${required?.key}: $1 }]` : `:\n${inner}- ${required?.key}: $0`;
	}
	if (keys || freeKeys) {
		return place.flow ? ": { $0 }" : `:\n${inner}$0`;
	}
	return ": $0";
}

/** What follows a key with a list of items. */
export function itemsSnippet(place: CompletionPlace): string {
	return place.flow ? ": [$0]" : `:\n${indent(place)}- $0`;
}

/** Two spaces further in than the key. The editor itself adds what the line begins with, in which hyphens do not count. */
function indent({ column, keyPath }: CompletionPlace): string {
	const below = keyPath.at(-2);
	const behindHyphen = below?.node.kind === "list" && !below.node.flow;
	const isFirst = behindHyphen && keyPath.at(-1)?.index === 0;
	return " ".repeat(isFirst && column >= 2 ? 4 : 2);
}

/** A text that the editor is not to take for part of a snippet. */
export function escaped(text: string): string {
	return text.replace(/[\\$}]/g, "\\$&");
}
