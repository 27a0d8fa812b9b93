import { spellingDistance } from "../../util/nearest.ts";
import type { MapNode, Pair, SyntaxNode } from "../syntax/syntaxTree.ts";
import { parseBoolean } from "./parseBoolean.ts";

const wanted = "private";
/** Misspellings of `private` that are treated as such: `privat`, `pivate`, `priavte`. */
const maxSlips = 2;

/** Synonyms, as lower case letters without accents. */
const otherWords: ReadonlySet<string> = new Set(
	"confidential secret hidden hide nonpublic sensitive personal restricted classified internal nsfw vertraulich geheim versteckt nichtoffentlich confidentiel secreto privado privato 私有 私密 隐私 保密 秘密 机密".split(
		" ",
	),
);

/**
 * The pair that makes a map private: a key `private` with any value except `false`. A mistake must not reveal what was
 * meant to be hidden, so the key counts in any case and spelling, without a value, duplicated, without a space before
 * its value (`private:yes`), or from a merge key. The mistake itself is reported separately.
 *
 * @param isKnown whether a text is another known key of the map
 */
export function privatePair(map: MapNode, isKnown: (key: string) => boolean): Pair | undefined {
	return map.pairs.find(({ key: { node }, value }) => {
		if (node.kind !== "text") {
			return false;
		}
		if (node.value === "<<") {
			return value !== undefined && mapsIn(value.node).some((each) => privatePair(each, isKnown) !== undefined);
		}
		return isNotPublic(node.value, value?.node) || (isPrivateKey(node.value, isKnown) && !isFalse(value?.node));
	});
}

/** Whether a key counts as `private`, misspelled or not. */
export function isPrivateKey(value: string, isKnown: (key: string) => boolean): boolean {
	if (value !== wanted && isKnown(value)) {
		return false;
	}
	// Longer keys are other words.
	const [start = ""] = value
		.slice(0, 100)
		.toLowerCase()
		.split(/[:=]|\s(?:true|yes|on|1|false|no|off|0)$/);
	if (start.trim() === wanted) {
		return true;
	}
	const letters = start.normalize("NFD").replace(/[^\p{L}]/gu, "");
	const word = letters.replace(/^is(?=\p{L})/u, "");
	const isNear = Math.abs(word.length - wanted.length) <= maxSlips && spellingDistance(word, wanted) <= maxSlips;
	return isNear || otherWords.has(word);
}

/** `public: false` and `visibility: private`, which aren't keys of the format but are meant the same way. */
function isNotPublic(key: string, value: SyntaxNode | undefined): boolean {
	const text = value?.kind === "text" ? value.value.trim().toLowerCase() : "";
	switch (key.trim().toLowerCase()) {
		case "public":
		case "visible":
		case "shown":
		case "show":
			return parseBoolean(text) !== true;
		case "visibility":
			return text !== "public";
		default:
			return false;
	}
}

function isFalse(node: SyntaxNode | undefined): boolean {
	return node?.kind === "text" && parseBoolean(node.value) === false;
}

function mapsIn(node: SyntaxNode): ReadonlyArray<MapNode> {
	switch (node.kind) {
		case "map":
			return [node];
		case "list":
			return node.items.flatMap(({ child }) => (child?.node.kind === "map" ? [child.node] : []));
		case "text":
			return [];
	}
}
