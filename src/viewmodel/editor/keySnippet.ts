import type { CompletionContext } from "../../plan/assist/completionContext.ts";
import type { KnownKey } from "../../plan/assist/schemaAt.ts";
import { writeScalar } from "../../plan/syntax/writeScalar.ts";
import { parseDay } from "../../time/day.ts";

/** The keys of a new item by the key of its list. Others get a title, and a goal if they can have one. */
const itemKeys: Readonly<Record<string, ReadonlyArray<string>>> = {
	phases: ["title", "when"],
	tracks: ["title", "share"],
	stages: ["title", "when"],
	milestones: ["title", "when"],
	commitments: ["title", "hours"],
	checkpoints: ["title", "every"],
	slips: ["at", "by", "why"],
};

/** The snippet after a key. @param today the date to write where a date is expected */
export function valueSnippet({ key, shape }: KnownKey, place: CompletionContext, today: string): string {
	const { texts, list, keys, freeKeys, isChoice } = shape;
	const inner = indent(place);
	if (texts) {
		const some = texts.map((text) => writeScalar(exampleOn(text, today), { flow: place.flow }));
		return isChoice && some.length > 1 ? `: \${1|${some.join(",")}|}` : `: \${1:${escapeSnippet(some[0] ?? "")}}`;
	}
	if (list && !freeKeys) {
		const first = list.texts?.[0] ?? "";
		if (!list.keys || list.texts) {
			return place.flow || !list.keys ? `: [\${1:${escapeSnippet(first)}}]` : itemsSnippet(place);
		}
		const lines = itemLines(key, list.keys, place.flow, today);
		return place.flow ? `: [{ ${lines.join(", ")} }]` : `:\n${inner}- ${lines.join(`\n${inner}  `)}`;
	}
	if (keys || freeKeys) {
		return place.flow ? ": { $0 }" : `:\n${inner}$0`;
	}
	return ": $0";
}

/** The snippet of a whole new item behind its hyphen. @param list the key of its list */
export function itemSnippet(
	list: string,
	keys: ReadonlyArray<KnownKey>,
	place: CompletionContext,
	today: string,
): string {
	return itemLines(list, keys, place.flow, today).join("\n  ");
}

function itemLines(list: string, keys: ReadonlyArray<KnownKey>, flow: boolean, today: string): ReadonlyArray<string> {
	const names = Object.hasOwn(itemKeys, list) ? itemKeys[list] : ["title", "goal"];
	const known = (names ?? []).flatMap((name) => keys.find(({ key }) => key === name) ?? []);
	return known.map(({ key, shape }, index) => {
		const [text] = shape.texts ?? [];
		const example = text === undefined ? "" : `:${escapeSnippet(writeScalar(exampleOn(text, today), { flow }))}`;
		return `${key}: \${${index + 1}${example}}`;
	});
}

/** An example of a value; today for a date. */
function exampleOn(text: string, today: string): string {
	return parseDay(text) === undefined ? text : today;
}

/** The snippet after a key with a list of items. */
export function itemsSnippet(place: CompletionContext): string {
	return place.flow ? ": [$0]" : `:\n${indent(place)}- $0`;
}

/** Two spaces further than the key. The editor adds the indentation of the line, which excludes hyphens. */
function indent({ column, keyPath }: CompletionContext): string {
	const below = keyPath.at(-2);
	const behindHyphen = below?.node.kind === "list" && !below.node.flow;
	const isFirst = behindHyphen && keyPath.at(-1)?.index === 0;
	return " ".repeat(isFirst && column >= 2 ? 4 : 2);
}

/** Escapes a text in a snippet. */
export function escapeSnippet(text: string): string {
	return text.replace(/[\\$}]/g, "\\$&");
}
