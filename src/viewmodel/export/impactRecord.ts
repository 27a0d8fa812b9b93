import { currencyKey } from "../../amount/currency.ts";
import { DecimalSum } from "../../amount/decimalSum.ts";
import { plainNumber } from "../../amount/plainText.ts";
import { readAmount } from "../../amount/readAmount.ts";
import { entryTargets } from "../../journal/entry.ts";
import type { LiveEntry } from "../../journal/ledger/liveEntry.ts";
import { type Steps, sorting, stepping } from "../../journal/steps.ts";
import { withParts } from "../../plan/parts.ts";
import type { Item, Plan } from "../../plan/plan.ts";
import { type PlanYears, planYears } from "../../plan/planYears.ts";
import { type Day, type Span, spanContains } from "../../time/day.ts";
import { safeLink } from "../../util/safeLink.ts";
import { entryTitle } from "../text/entryText.ts";
import { reachedTexts } from "../text/itemText.ts";
import type { ViewSource } from "../text/viewSource.ts";

/** An achievement: a win, or an item of the plan that was reached or advanced. */
export interface Achievement {
	/**
	 * `win`: a note. `reached`: an item that was reached in the date range. `underWay`: an item with evidence in the
	 * date range.
	 */
	readonly kind: "win" | "reached" | "underWay";
	/** The day of the win, when it was reached, or of its last evidence. */
	readonly day: Day;
	readonly title: string;
	/** "5 of 5+" */
	readonly value?: string;
	/** As written in the win. */
	readonly amount?: string;
	readonly link?: string;
	readonly evidence: ReadonlyArray<{ readonly day: Day; readonly note?: string; readonly link?: string }>;
	/** The year of the plan, starting at 1; the calendar year if the plan has no start. */
	readonly year: number;
	/** Titles of the related nodes. */
	readonly phases: ReadonlyArray<string>;
	readonly tracks: ReadonlyArray<string>;
	readonly factors: ReadonlyArray<string>;
	/** The nodes that a win is about. */
	readonly about: ReadonlyArray<string>;
}

/** Achievements in a date range, without anything private. */
export interface ImpactRecord {
	readonly span: Required<Span>;
	/** In chronological order. */
	readonly achievements: ReadonlyArray<Achievement>;
	/** The date range of each year. */
	readonly years: ReadonlyArray<{ readonly year: number; readonly span: Required<Span> }>;
	/**
	 * Sums of the amounts of wins, by currency or unit: "$140K" and "$60K" make 200,000 of "$". Recurring amounts are
	 * excluded: "$5K per month" has no sum without a duration.
	 */
	readonly amounts: ReadonlyArray<{ readonly unit: string; readonly isCurrency: boolean; readonly sum: number }>;
}

/** The record of a date range, up to today. Private items, and wins about one, are left out. */
export function* impactRecord(source: ViewSource, span: Required<Span>): Steps<ImpactRecord> {
	const { plan } = source;
	const years = planYears(plan, [span.end - 1]);
	const context = exportContext(source, years);
	const wins = yield* winsIn(source, context, span);
	const items: Array<Achievement> = [];
	for (const item of plan.items) {
		items.push(...(yield* itemAchievement(item, source, context, span)));
		yield;
	}
	const achievements = yield* sorting([...wins, ...items], (a, b) => a.day - b.day);
	const used = new Set<number>();
	yield* stepping(achievements, ({ year }) => used.add(year));
	return {
		span,
		achievements,
		years: [...used].sort((a, b) => a - b).map((year) => ({ year, span: years.spanOf(year) })),
		amounts: yield* amountsOf(wins),
	};
}

/** The wins of a date range, without those about something private. */
function* winsIn(source: ViewSource, context: ExportContext, span: Required<Span>): Steps<ReadonlyArray<Achievement>> {
	const isPrivate = privacyOf(source.plan);
	const wins: Array<Achievement> = [];
	const entries = yield* source.ledger.betweenSteps(span);
	yield* stepping(entries, (live) => {
		if (isWin(live) && !entryTargets(live.entry).some((id) => isPrivate(source.aliases.idOf(id) ?? id))) {
			wins.push(winOf(live, source, context));
		}
	});
	return wins;
}

function isWin(live: LiveEntry): live is LiveEntry<"note"> {
	return live.entry.type === "note" && live.entry.week === undefined;
}

type ExportContext = ReturnType<typeof exportContext>;
type Placed = Pick<Achievement, "phases" | "tracks" | "factors">;

/** The context of each ID in the plan, and the year of a day. */
function exportContext({ plan, snapshot }: ViewSource, years: PlanYears) {
	const tracks = new Map(plan.tracks.filter((track) => !track.private).map(({ id, title }) => [id, title]));
	const phasesOf = new Map<string, Array<string>>();
	for (const { phase, milestones, targets } of snapshot.phases.filter((each) => !each.phase.private)) {
		for (const { id } of withParts([...phase.areas.flatMap(({ items }) => items), ...milestones, ...targets])) {
			phasesOf.set(id, [...(phasesOf.get(id) ?? []), phase.title]);
		}
	}
	const factorOf = new Map<string, string>();
	for (const factor of plan.factors.filter((each) => !each.private)) {
		for (const { id } of factor.items) {
			factorOf.set(id, factor.title);
		}
	}
	return {
		years,
		/** The context of some IDs; without a phase, that of the day. */
		of(ids: ReadonlyArray<string>, day: Day): Placed {
			const phases = ids.flatMap((id) => phasesOf.get(id) ?? []);
			const current = plan.phases.filter(
				({ span, private: isPrivate }) => span && !isPrivate && spanContains(span, day),
			);
			return {
				phases: [...new Set(phases.length > 0 ? phases : current.map(({ title }) => title))],
				tracks: [...new Set(ids.flatMap((id) => tracks.get(snapshot.trackOf.get(id) ?? "") ?? []))],
				factors: [...new Set(ids.flatMap((id) => factorOf.get(id) ?? []))],
			};
		},
	};
}

/** Whether an ID is private, including IDs that were written into the journal by hand. */
function privacyOf({ byId, phases, tracks, factors, risks }: Plan): (id: string) => boolean {
	const others = [...phases, ...tracks.flatMap(({ stages }) => stages), ...factors, ...risks];
	const hidden = new Set(others.filter((each) => each.private).map(({ id }) => id));
	return (id) => byId.get(id)?.private ?? hidden.has(id);
}

function winOf({ entry, day }: LiveEntry<"note">, source: ViewSource, context: ExportContext): Achievement {
	const { amount } = entry;
	const ids = entryTargets(entry).map((id) => source.aliases.idOf(id) ?? id);
	return {
		kind: "win",
		day,
		title: entry.text,
		...(amount === undefined ? {} : { amount: typeof amount === "number" ? plainNumber(amount) : amount }),
		...linkOf(entry),
		evidence: [],
		year: context.years.indexOf(day),
		...context.of(ids, day),
		about: entryTargets(entry).map((id) => entryTitle(id, entry, source)),
	};
}

function* itemAchievement(
	item: Item,
	source: ViewSource,
	context: ExportContext,
	span: Required<Span>,
): Steps<ReadonlyArray<Achievement>> {
	const { snapshot, formatter } = source;
	const progress = snapshot.progressOf(item);
	if (item.private || item.kind === "indicator" || progress.state === "dropped") {
		return [];
	}
	const evidence = yield* evidenceOf(item, source, span);
	const since = progress.state === "done" ? progress.reached?.since : undefined;
	const isReached = since !== undefined && spanContains(span, since);
	const last = evidence.at(-1);
	const day = isReached ? since : last?.day;
	// Reached outside of the range.
	if (day === undefined || (since !== undefined && !isReached)) {
		return [];
	}
	const [value] = reachedTexts(item, progress, formatter);
	return [
		{
			kind: isReached ? "reached" : "underWay",
			day,
			title: item.title,
			...(value === undefined ? {} : { value }),
			...linkOf({ link: item.links.find((link) => safeLink(link) !== undefined) }),
			evidence,
			year: context.years.indexOf(day),
			...context.of([item.id], day),
			about: [],
		},
	];
}

function* evidenceOf(item: Item, { snapshot }: ViewSource, span: Required<Span>): Steps<Achievement["evidence"]> {
	const { own, values } = snapshot.sourceOf(item);
	const time = item.span ?? span;
	const found = new Set<LiveEntry<"progress">>();
	const add = (live: LiveEntry<"progress">) => {
		const { day, entry } = live;
		if (spanContains(span, day) && (entry.note !== undefined || entry.link !== undefined)) {
			found.add(live);
		}
	};
	yield* stepping(own, add);
	yield* stepping(values, (live) => {
		if (item.of === undefined || spanContains(time, live.day)) {
			add(live);
		}
	});
	const sorted = yield* sorting([...found], (a, b) => a.day - b.day);
	const evidence: Array<Achievement["evidence"][number]> = [];
	yield* stepping(sorted, ({ day, entry }) =>
		evidence.push({ day, ...(entry.note === undefined ? {} : { note: entry.note }), ...linkOf(entry) }),
	);
	return evidence;
}

function linkOf({ link }: { readonly link?: string | undefined }): { readonly link?: string } {
	const safe = safeLink(link);
	return safe === undefined ? {} : { link: safe };
}

function* amountsOf(wins: ReadonlyArray<Achievement>): Steps<ImpactRecord["amounts"]> {
	const sums = new Map<string, { readonly unit: string; readonly isCurrency: boolean; readonly sum: DecimalSum }>();
	yield* stepping(wins, ({ amount }) => {
		const reading = amount === undefined ? undefined : readAmount(amount);
		if (reading?.kind !== "amount" || reading.amount.per !== undefined) {
			return;
		}
		const { low, currency, unit: ownUnit = "" } = reading.amount;
		const unit = currency ?? ownUnit;
		// `€`, `EUR` and `euros` have one sum, in the spelling of the first.
		const key = currencyKey(unit);
		const known = sums.get(key) ?? { unit, isCurrency: currency !== undefined, sum: new DecimalSum() };
		sums.set(key, known);
		known.sum.add(low);
	});
	return [...sums.values()].map(({ unit, isCurrency, sum }) => ({ unit, isCurrency, sum: sum.value }));
}
