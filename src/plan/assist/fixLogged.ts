import { readAmount } from "../../amount/readAmount.ts";
import { formatDay } from "../../time/day.ts";
import { readCalendar } from "../../time/periodWords.ts";
import { setKey } from "../edit/setKey.ts";
import { childEnd } from "../edit/yaml/collectionEntries.ts";
import { takesProgress } from "../parts.ts";
import type { Item } from "../plan.ts";
import type { MapNode, Pair } from "../syntax/syntaxTree.ts";
import { type FixDraft, fixDraft } from "./fix.ts";
import type { FixContext } from "./fixContext.ts";

const doneWords =
	/^(?:true|yes|y|x|✓|✔|✅|done|completed?|finished|released|shipped|passed|paid off|achieved|reached|closed|erledigt|fertig|ja|完成|已完成|是|100 ?%)$/i;
const openWords =
	/^(?:false|no|n|open|to ?do|planned|pending|backlog|not (?:started|done)|none|0|0 ?%|offen|geplant|nein|未完成|未开始|否)$/i;

/**
 * Fixes of a key for progress, such as `done: true`, `status: done`, and `progress: 40%`: the entry that the journal gets
 * instead, and the key removed.
 */
export function fixLogged(context: FixContext, map: MapNode, pair: Pair, key: string): ReadonlyArray<FixDraft> {
	const { text, plan } = context;
	const value = pair.value?.node.kind === "text" && !pair.value.isAlias ? pair.value.node.value.trim() : undefined;
	const item = plan?.items.find(({ range }) => range.start === map.start);
	if (value === undefined || !item) {
		return [];
	}
	const removed = () => setKey(text, map.start, key, undefined);
	if (openWords.test(value)) {
		return [fixDraft("remove-key", [key], removed())];
	}
	const day = dayIn(value);
	if (day !== undefined || doneWords.test(value)) {
		const at = day === undefined ? {} : { at: day };
		return [{ ...fixDraft("log", [key], removed()), log: { on: item.id, set: true, ...at } }];
	}
	const reached = valueIn(value, item);
	if (!reached || !takesProgress(item)) {
		return [];
	}
	const log = { on: item.id, set: reached.set };
	if (item.goal) {
		return item.goal.per ? [] : [{ ...fixDraft("log", [key, String(reached.set)], removed()), log }];
	}
	const goal = [
		{ start: pair.key.at, end: pair.value ? childEnd(text, pair.value) : pair.key.at, text: `goal: ${reached.goal}` },
	];
	return reached.goal === undefined ? [] : [{ ...fixDraft("log-goal", [key, value, reached.goal], goal), log }];
}

/** The day that a text names, as YYYY-MM-DD. */
function dayIn(text: string): string | undefined {
	const span = readCalendar(text.toLowerCase());
	return typeof span === "object" && span.end === span.start + 1 ? formatDay(span.start) : undefined;
}

/** The value in `40%`, `12`, `3/10`, or `3 of 10`, and the goal to give an item that has none. */
function valueIn(text: string, { goal, from }: Item): { readonly set: number; readonly goal?: string } | undefined {
	const [, count, total] = /^(\d+(?:\.\d+)?) ?(?:\/|of|out of|von) ?(\d+(?:\.\d+)?)$/i.exec(text) ?? [];
	if (count !== undefined && total !== undefined) {
		return { set: Number(count), goal: total };
	}
	const percent = /^(\d{1,3}(?:\.\d+)?) ?%$/.exec(text)?.[1];
	if (percent !== undefined && goal?.unit !== "%") {
		const share = Number(percent) / 100;
		return goal ? { set: rounded(from + share * (goal.low - from)) } : { set: Number(percent), goal: "100%" };
	}
	const number = percent ?? /^-?\d+(?:\.\d+)?$/.exec(text)?.[0];
	if (number !== undefined || !goal) {
		return number === undefined ? undefined : { set: Number(number) };
	}
	// `$4,200`, `12 people`, in the unit of the goal.
	const reading = readAmount(text);
	const amount = reading.kind === "amount" ? reading.amount : undefined;
	const isOther = amount?.unit !== undefined && amount.unit !== goal.unit;
	const isValue = amount !== undefined && amount.high === undefined && !amount.per && !isOther;
	return isValue && amount.currency === goal.currency ? { set: amount.low } : undefined;
}

function rounded(value: number): number {
	return Math.round(value * 1e6) / 1e6;
}
