import { targetsOf } from "../../journal/entry.ts";
import { ExactSum } from "../../journal/exactSum.ts";
import type { LiveEntry } from "../../journal/liveEntry.ts";
import { contains, type Day, type Span } from "../../plan/day.ts";
import type { Item, Plan } from "../../plan/plan.ts";
import { parseQuantity } from "../../plan/quantity.ts";
import { titleOf } from "../entryText.ts";
import { reachedWords } from "../itemWords.ts";
import { type PlanYears, planYears } from "../planYears.ts";
import { safeLink } from "../safeLink.ts";
import type { ViewSource } from "../viewSource.ts";

/** Something worth telling: a win, or an item of the plan that was reached or moved on. */
export interface Achievement {
	/** `win`: a note. `reached`: an item that was done in these days. `underWay`: one with evidence of these days. */
	readonly kind: "win" | "reached" | "underWay";
	/** The day of the win, on which it was reached, or of its last evidence. */
	readonly day: Day;
	readonly title: string;
	/** "5 of 5+" */
	readonly value?: string;
	/** As it was written with the win. */
	readonly amount?: string;
	readonly link?: string;
	readonly evidence: ReadonlyArray<{ readonly day: Day; readonly note?: string; readonly link?: string }>;
	/** The year of the plan, from 1; the calendar's where the plan has no start. */
	readonly year: number;
	/** Titles of what it belongs to. */
	readonly phases: ReadonlyArray<string>;
	readonly tracks: ReadonlyArray<string>;
	readonly factors: ReadonlyArray<string>;
	/** What in the plan a win is about. */
	readonly about: ReadonlyArray<string>;
}

/** What was achieved in some days, without anything private. */
export interface ImpactRecord {
	readonly span: Required<Span>;
	/** In the order of their days. */
	readonly achievements: ReadonlyArray<Achievement>;
	/** The days of each year that has one. */
	readonly years: ReadonlyArray<{ readonly year: number; readonly span: Required<Span> }>;
	/**
	 * Sums of the wins' amounts, one for each currency or unit: "$140K" and "$60K" make 200,000 of "$". What recurs is no part
	 * of them: "$5K per month" is no amount without saying for how long.
	 */
	readonly amounts: ReadonlyArray<{ readonly unit: string; readonly isCurrency: boolean; readonly sum: number }>;
}

/** The record of some days up to today. Private items, and wins about one, are left out. */
export function impactRecord(source: ViewSource, span: Required<Span>): ImpactRecord {
	const { plan, ledger } = source;
	const years = planYears(plan, [span.end - 1]);
	const homes = homesIn(source, years);
	const isPrivate = privacyOf(plan);
	const wins = ledger
		.between(span)
		.filter((live): live is LiveEntry<"note"> => live.entry.type === "note")
		.filter(({ entry }) => !targetsOf(entry).some((id) => isPrivate(source.aliases.idOf(id) ?? id)))
		.map((live) => winOf(live, source, homes));
	const items = plan.items.flatMap((item) => itemAchievement(item, source, homes, span));
	const achievements = [...wins, ...items].sort((a, b) => a.day - b.day);
	return {
		span,
		achievements,
		years: [...new Set(achievements.map(({ year }) => year))]
			.sort((a, b) => a - b)
			.map((year) => ({ year, span: years.spanOf(year) })),
		amounts: amountsOf(wins),
	};
}

type Homes = ReturnType<typeof homesIn>;
type Placed = Pick<Achievement, "phases" | "tracks" | "factors">;

/** Where in the plan each id belongs, and in which year a day lies. */
function homesIn({ plan, snapshot }: ViewSource, years: PlanYears) {
	const tracks = new Map(plan.tracks.filter((track) => !track.private).map(({ id, title }) => [id, title]));
	const phasesOf = new Map<string, Array<string>>();
	for (const { phase, milestones, targets } of snapshot.phases.filter((each) => !each.phase.private)) {
		for (const { id } of [...phase.areas.flatMap(({ items }) => items), ...milestones, ...targets]) {
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
		/** Where the things of some ids belong; without a phase of their own, that of the day. */
		of(ids: ReadonlyArray<string>, day: Day): Placed {
			const phases = ids.flatMap((id) => phasesOf.get(id) ?? []);
			const current = plan.phases.filter(({ span, private: isPrivate }) => span && !isPrivate && contains(span, day));
			return {
				phases: [...new Set(phases.length > 0 ? phases : current.map(({ title }) => title))],
				tracks: [...new Set(ids.flatMap((id) => tracks.get(snapshot.trackOf.get(id) ?? "") ?? []))],
				factors: [...new Set(ids.flatMap((id) => factorOf.get(id) ?? []))],
			};
		},
	};
}

/** Whether something private has an id, also one that the journal has only where somebody wrote it there by hand. */
function privacyOf({ byId, phases, tracks, factors, risks }: Plan): (id: string) => boolean {
	const others = [...phases, ...tracks.flatMap(({ stages }) => stages), ...factors, ...risks];
	const hidden = new Set(others.filter((each) => each.private).map(({ id }) => id));
	return (id) => byId.get(id)?.private ?? hidden.has(id);
}

function winOf({ entry, day }: LiveEntry<"note">, source: ViewSource, homes: Homes): Achievement {
	const { amount } = entry;
	const ids = targetsOf(entry).map((id) => source.aliases.idOf(id) ?? id);
	return {
		kind: "win",
		day,
		title: entry.text,
		...(amount === undefined ? {} : { amount: String(amount) }),
		...linkOf(entry),
		evidence: [],
		year: homes.years.indexOf(day),
		...homes.of(ids, day),
		about: targetsOf(entry).map((id) => titleOf(id, entry, source)),
	};
}

function itemAchievement(
	item: Item,
	source: ViewSource,
	homes: Homes,
	span: Required<Span>,
): ReadonlyArray<Achievement> {
	const { snapshot, words } = source;
	const progress = snapshot.progressOf(item);
	if (item.private || item.kind === "indicator" || progress.state === "dropped") {
		return [];
	}
	const evidence = evidenceOf(item, source, span);
	const since = progress.state === "done" ? progress.reached?.since : undefined;
	const isReached = since !== undefined && contains(span, since);
	const last = evidence.at(-1);
	const day = isReached ? since : last?.day;
	// What was reached in other days is told there.
	if (day === undefined || (since !== undefined && !isReached)) {
		return [];
	}
	const [value] = reachedWords(item, progress, words);
	return [
		{
			kind: isReached ? "reached" : "underWay",
			day,
			title: item.title,
			...(value === undefined ? {} : { value }),
			...linkOf(item),
			evidence,
			year: homes.years.indexOf(day),
			...homes.of([item.id], day),
			about: [],
		},
	];
}

function evidenceOf(item: Item, { snapshot }: ViewSource, span: Required<Span>): Achievement["evidence"] {
	const { own, values } = snapshot.sourceOf(item);
	const time = item.span ?? span;
	const entries = new Set([...own, ...values.filter(({ day }) => item.of === undefined || contains(time, day))]);
	return [...entries]
		.filter(({ day, entry }) => contains(span, day) && (entry.note !== undefined || entry.link !== undefined))
		.sort((a, b) => a.day - b.day)
		.map(({ day, entry }) => ({ day, ...(entry.note === undefined ? {} : { note: entry.note }), ...linkOf(entry) }));
}

function linkOf({ link }: { readonly link?: string }): { readonly link?: string } {
	const safe = safeLink(link);
	return safe === undefined ? {} : { link: safe };
}

function amountsOf(wins: ReadonlyArray<Achievement>): ImpactRecord["amounts"] {
	const sums = new Map<string, { readonly isCurrency: boolean; readonly sum: ExactSum }>();
	for (const { amount } of wins) {
		const quantity = amount === undefined ? undefined : parseQuantity(amount);
		if (quantity === undefined || typeof quantity === "string" || quantity.per !== undefined) {
			continue;
		}
		const unit = quantity.currency ?? quantity.unit ?? "";
		const known = sums.get(unit) ?? { isCurrency: quantity.currency !== undefined, sum: new ExactSum() };
		sums.set(unit, known);
		known.sum.add(quantity.low);
	}
	return [...sums].map(([unit, { isCurrency, sum }]) => ({ unit, isCurrency, sum: sum.value }));
}
