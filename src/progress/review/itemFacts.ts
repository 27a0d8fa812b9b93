import { type ValuePoint, valueHistory } from "../../journal/registers.ts";
import { contains, type Day, formatDay, type Span } from "../../plan/day.ts";
import { dueDay } from "../../plan/period.ts";
import type { Item, Measure } from "../../plan/plan.ts";
import type { Snapshot } from "../assemble.ts";
import type { Occurrence } from "../checkpoints.ts";
import type { ItemSource } from "../standing.ts";
import { type Fact, type FactOf, hiding } from "./facts.ts";

/** Values of one item that are kept; of more, some in between are left out. */
const maxValues = 60;
/** Notes on one item that are kept, the newest ones. */
const maxEvidence = 20;

/**
 * The items of a review. Listed are those that the period promised (due on its days, or up to the day of the review), those
 * that something was logged on, and those that were overdue already; others are there for what names them.
 *
 * @param named ids that a question, a promise or a risk names; also of measures
 */
export function itemFacts(
	snapshot: Snapshot,
	{ day: reviewDay }: Occurrence,
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
	const due = dueDay(item.span);
	const last = Math.max(period.end - 1, reviewDay);
	const isPromised = due !== undefined && due >= period.start && due <= last;
	if (state === "dropped") {
		return item.dropped?.on !== undefined && contains(period, item.dropped.on);
	}
	return isPromised || state === "overdue" || hasEntry(snapshot.sourceOf(item), item, period);
}

/** Whether something was logged in the period that counts for the item; for one of a measure only while its time runs. */
function hasEntry({ own, values }: ItemSource, item: Item, period: Required<Span>): boolean {
	const within = (day: Day) =>
		contains(period, day) && (item.of === undefined || !item.span || contains(item.span, day));
	return own.some(({ day }) => contains(period, day)) || values.some(({ day }) => within(day));
}

function itemFact(item: Item, snapshot: Snapshot, period: Required<Span>, listed: boolean): FactOf<"item"> {
	const progress = snapshot.progressOf(item);
	const source = snapshot.sourceOf(item);
	const points = item.goal ? valueHistory(source.values, source.counting) : [];
	const before = points.findLast(({ day }) => day < period.start)?.value;
	const due = dueDay(item.span);
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
		...(points.length === 0 || !listed ? {} : { values: thinned(lastOfDays(points)) }),
		evidence: evidenceOf(source, item, period),
		listed,
		...hiding(item),
	};
}

function evidenceOf({ own, values }: ItemSource, item: Item, period: Required<Span>): FactOf<"item">["evidence"] {
	const entries = item.of === undefined ? own : [...own, ...values].sort((a, b) => a.day - b.day);
	return [...new Set(entries)]
		.filter(({ day, entry }) => contains(period, day) && (entry.note !== undefined || entry.link !== undefined))
		.slice(-maxEvidence)
		.map(({ day, entry: { note, link } }) => ({
			day: formatDay(day),
			...(note === undefined ? {} : { note }),
			...(link === undefined ? {} : { link }),
		}));
}

function measureFact(measure: Measure, snapshot: Snapshot): FactOf<"measure"> {
	const asking = snapshot.plan.items.filter(({ of, goal }) => of === measure.id && goal);
	// The one whose time it is; else the last one.
	const item = asking.find(({ span }) => span && contains(span, snapshot.today)) ?? asking.at(-1);
	const source = item && snapshot.sourceOf(item);
	const last = source && valueHistory(source.values, source.counting).at(-1);
	return {
		fact: "measure",
		id: measure.id,
		title: measure.title,
		...(last ? { value: last.value, day: formatDay(last.day) } : {}),
		...(item?.goal ? { goal: item.goal.text } : {}),
		...hiding(measure),
	};
}

function lastOfDays(points: ReadonlyArray<ValuePoint>): ReadonlyArray<ValuePoint> {
	return points.filter(({ day }, index) => points[index + 1]?.day !== day);
}

/** At most so many, the first and the last among them, and evenly what lies between. */
function thinned(points: ReadonlyArray<ValuePoint>): Array<[string, number]> {
	const step = Math.max(1, (points.length - 1) / (maxValues - 1));
	const count = Math.min(points.length, maxValues);
	return Array.from({ length: count }, (_, index): [string, number] => {
		const { day, value } = points[Math.round(index * step)] as ValuePoint;
		return [formatDay(day), value];
	});
}
