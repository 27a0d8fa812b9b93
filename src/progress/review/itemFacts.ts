import type { EntryOf } from "../../journal/entry.ts";
import { type ValuePoint, valueHistory } from "../../journal/ledger/valueHistory.ts";
import { isListedAlone } from "../../plan/parts.ts";
import type { Item, Measure } from "../../plan/plan.ts";
import { type Day, formatDay, type Span, spanContains } from "../../time/day.ts";
import { dueDay } from "../../time/period.ts";
import type { Snapshot } from "../assembleSnapshot.ts";
import type { ItemSource } from "../items/itemStatus.ts";
import type { ReviewOccurrence } from "../reviewOccurrences.ts";
import { type Fact, type FactOf, privacyField } from "./reviewFact.ts";

/** The maximum number of stored values of an item; if there are more, some in between are omitted. */
const maxValues = 60;
/** The maximum number of stored notes of an item: the newest ones. */
const maxEvidence = 20;

/**
 * The items of a review. Listed are items that were due in the period or up to the review, have entries in the period, or
 * were already overdue. Other items are included only if something refers to them.
 *
 * @param named IDs that a question, a promise or a risk refers to; also of measures
 */
export function itemFacts(
	snapshot: Snapshot,
	{ day: reviewDay }: Pick<ReviewOccurrence, "day">,
	period: Required<Span>,
	named: ReadonlySet<string>,
): ReadonlyArray<Fact> {
	const { plan } = snapshot;
	const facts: Array<Fact> = [];
	for (const item of plan.items) {
		const isListed =
			item.kind !== "indicator" &&
			(item.kind !== "mitigation" || !named.has(item.id)) &&
			isOf(item, snapshot, period, reviewDay);
		if (isListed || (named.has(item.id) && item.kind !== "indicator")) {
			facts.push(itemFact(item, snapshot, period, isListed));
		}
	}
	return [...facts, ...plan.measures.filter(({ id }) => named.has(id)).map((each) => measureFact(each, snapshot))];
}

function isOf(item: Item, snapshot: Snapshot, period: Required<Span>, reviewDay: Day): boolean {
	const { state } = snapshot.progressOf(item);
	const due = isListedAlone(item) ? dueDay(item.span) : undefined;
	const last = Math.max(period.end - 1, reviewDay);
	const isPromised = due !== undefined && due >= period.start && due <= last;
	if (state === "dropped") {
		return item.dropped?.on !== undefined && spanContains(period, item.dropped.on);
	}
	return isPromised || (state === "overdue" && isListedAlone(item)) || hasEntry(snapshot.sourceOf(item), item, period);
}

/** Whether an entry of the period counts for the item; for one with a measure, only entries within its own dates. */
function hasEntry({ own, values }: ItemSource, item: Item, period: Required<Span>): boolean {
	const within = (day: Day) =>
		spanContains(period, day) && (item.of === undefined || !item.span || spanContains(item.span, day));
	return own.some(({ day }) => spanContains(period, day)) || values.some(({ day }) => within(day));
}

function itemFact(item: Item, snapshot: Snapshot, period: Required<Span>, listed: boolean): FactOf<"item"> {
	const progress = snapshot.progressOf(item);
	const source = snapshot.sourceOf(item);
	const points = item.goal ? valueHistory(source.values, source.counting) : [];
	const before = points.findLast(({ day }) => day < period.start)?.value;
	const due = dueDay(item.span);
	const whole = item.partOf === undefined ? undefined : snapshot.items.get(item.partOf);
	return {
		fact: "item",
		id: item.id,
		title: item.title,
		kind: item.kind,
		state: progress.state,
		...(progress.pace ? { pace: progress.pace } : {}),
		...(item.goal ? { goal: item.goal.text } : {}),
		...(progress.value === undefined ? {} : { value: progress.value }),
		...(before === undefined ? {} : { before }),
		...(progress.share === undefined ? {} : { share: progress.share }),
		...(item.span ? { start: formatDay(item.span.start) } : {}),
		...(due === undefined ? {} : { due: formatDay(due) }),
		...(item.from === 0 ? {} : { from: item.from }),
		...(item.optional ? { optional: true } : {}),
		...(whole && (item.private || !whole.private) ? { partOf: whole.title } : {}),
		...(points.length === 0 || !listed ? {} : { values: thinned(lastOfDays(points)) }),
		evidence: evidenceOf(source, item, period),
		listed,
		...privacyField(item),
	};
}

function evidenceOf({ own, values }: ItemSource, item: Item, period: Required<Span>): FactOf<"item">["evidence"] {
	const entries = item.of === undefined ? own : [...own, ...values].sort((a, b) => a.day - b.day);
	return [...new Set(entries)]
		.filter(({ day }) => spanContains(period, day))
		.map(({ day, entry }) => ({ day, note: entry.note, link: linkOf(entry) }))
		.filter(({ note, link }) => note !== undefined || link !== undefined)
		.slice(-maxEvidence)
		.map(({ day, note, link }) => ({
			day: formatDay(day),
			...(note === undefined ? {} : { note }),
			...(link === undefined ? {} : { link }),
		}));
}

/** The link of an entry, otherwise the first one of its commits. */
function linkOf({ link, evidence = [] }: EntryOf<"progress">): string | undefined {
	return link ?? evidence.flatMap(({ links = [] }) => links)[0];
}

function measureFact(measure: Measure, snapshot: Snapshot): FactOf<"measure"> {
	const asking = snapshot.plan.items.filter(({ of, goal }) => of === measure.id && goal);
	// The current one, otherwise the last one.
	const item = asking.find(({ span }) => span && spanContains(span, snapshot.today)) ?? asking.at(-1);
	const source = item && snapshot.sourceOf(item);
	const last = source && valueHistory(source.values, source.counting).at(-1);
	return {
		fact: "measure",
		id: measure.id,
		title: measure.title,
		...(last ? { value: last.value, day: formatDay(last.day) } : {}),
		...(item?.goal ? { goal: item.goal.text } : {}),
		...privacyField(measure),
	};
}

function lastOfDays(points: ReadonlyArray<ValuePoint>): ReadonlyArray<ValuePoint> {
	return points.filter(({ day }, index) => points[index + 1]?.day !== day);
}

/** At most `maxValues` points, evenly spaced, including the first and the last. */
function thinned(points: ReadonlyArray<ValuePoint>): Array<[string, number]> {
	const step = Math.max(1, (points.length - 1) / (maxValues - 1));
	const count = Math.min(points.length, maxValues);
	return Array.from({ length: count }, (_, index): [string, number] => {
		const { day, value } = points[Math.round(index * step)] as ValuePoint;
		return [formatDay(day), value];
	});
}
