import { parsePeriod } from "../../../time/period.ts";
import { setKey } from "../../edit/setKey.ts";
import { childEnd } from "../../edit/yaml/collectionEntries.ts";
import { type MapNode, type Pair, pairWithKey } from "../../syntax/syntaxTree.ts";
import { writeScalar } from "../../syntax/writeScalar.ts";
import { correctPeriod } from "../correctPeriod.ts";
import { type FixDraft, fixDraft } from "../fix.ts";
import type { FixContext } from "../fixContext.ts";
import type { PairPlace } from "./keyIntoNote.ts";

const begins = ["from", "start", "start_date", "starts", "begin", "begins", "von", "beginn", "开始"];
const ends = ["to", "until", "till", "end", "end_date", "ends", "finish", "bis", "ende", "结束"];

/** `from: 2026` and `to: 2028`, or `start` and `end`, as one period; with a beginning alone, from then on. */
export function joinSpan(context: FixContext, { map, pair }: PairPlace, key: string): ReadonlyArray<FixDraft> {
	const isBegin = begins.includes(plainKey(key));
	const other = map.pairs.find((each) => (isBegin ? ends : begins).includes(plainKey(textOf(each.key) ?? "")));
	const isSpan = isBegin || ends.includes(plainKey(key));
	if (!isSpan || pairWithKey(map, "when") || !pair.value || (!isBegin && !other)) {
		return [];
	}
	const [first, last] = isBegin ? [pair, other] : [other, pair];
	const [begin, end] = [textOf(first?.value), textOf(last?.value)];
	if (begin === undefined || (other && end === undefined)) {
		return [];
	}
	const edit = (when: string) => [
		{ start: pair.key.at, end: childEnd(context.text, pair.value ?? pair.key), text: `when: ${written(when, map)}` },
	];
	const removed = other ? setKey(context.text, map.start, textOf(other.key) ?? "", undefined) : [];
	const wholes = end === undefined ? [`from ${begin}`] : [`${begin}..${end}`, `${begin} to ${end}`];
	const when = wholes.flatMap(validPeriods)[0];
	return when === undefined || typeof removed === "string"
		? []
		: [fixDraft("write", [`when: ${when}`], [...edit(when), ...removed])];
}

/** A period, or else the valid periods that it may stand for. */
function validPeriods(text: string): ReadonlyArray<string> {
	const why = parsePeriod(text);
	return typeof why === "string" ? correctPeriod(text, why).map((each) => each.text) : [text];
}

function written(text: string, { flow }: MapNode): string {
	return writeScalar(text, { flow });
}

function plainKey(key: string): string {
	return key.toLowerCase().replace(/[\s-]+/g, "_");
}

function textOf(child: Pair["key"] | undefined): string | undefined {
	return child?.node.kind === "text" && !child.isAlias ? child.node.value : undefined;
}
