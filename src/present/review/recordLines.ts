import * as l10n from "@vscode/l10n";
import { parseDay } from "../../plan/day.ts";
import type { ItemKind } from "../../plan/plan.ts";
import { parseQuantity, type Quantity } from "../../plan/quantity.ts";
import { type Fact, type FactOf, factsOf } from "../../progress/review/facts.ts";
import { hidden } from "../discretion.ts";
import { trendWord } from "../entryText.ts";
import { paceWord, stateWord } from "../itemWords.ts";
import { safeLink } from "../safeLink.ts";
import type { Words } from "../words.ts";
import type {
	EvidenceLine,
	IndicatorLine,
	ItemGroupLines,
	ItemLine,
	PromiseLine,
	QuestionLine,
	RiskLine,
} from "./page.ts";

const groups: ReadonlyArray<ItemKind> = ["target", "milestone", "outcome", "practice", "mitigation"];

/** What the period promised and what happened, by kinds. */
export function itemGroups(facts: ReadonlyArray<Fact>, words: Words): ReadonlyArray<ItemGroupLines> {
	const listed = factsOf(facts, "item").filter((item) => item.listed);
	return groups.flatMap((kind): ReadonlyArray<ItemGroupLines> => {
		const items = listed.filter((item) => item.kind === kind).map((item) => itemLine(item, words));
		return items.length > 0 ? [{ title: groupTitle(kind), items }] : [];
	});
}

function groupTitle(kind: ItemKind): string {
	switch (kind) {
		case "target":
			return l10n.t("Targets");
		case "milestone":
			return l10n.t("Milestones");
		case "outcome":
			return l10n.t("Outcomes");
		case "practice":
			return l10n.t("Practices");
		case "mitigation":
			return l10n.t("Mitigations");
		case "indicator":
			return l10n.t("Indicators");
	}
}

/** An item as the review shows it. */
export function itemLine(item: FactOf<"item">, words: Words): ItemLine {
	const line = { id: item.id, title: words.title(item), state: item.state, stateText: stateWord(item) };
	return words.discreet && item.private
		? { ...line, facts: [], evidence: [] }
		: {
				...line,
				facts: itemFacts(item, words),
				...(item.share === undefined ? {} : { share: item.share }),
				evidence: item.evidence.toReversed().map((each) => evidenceLine(each, words)),
			};
}

function itemFacts(item: FactOf<"item">, words: Words): ReadonlyArray<string> {
	const due = dateText(item.due, words);
	return [
		...reachedText(item, words),
		...(due === undefined ? [] : [item.state === "overdue" ? l10n.t("was due {0}", due) : l10n.t("by {0}", due)]),
		...paceWord(item),
	];
}

/** "60 of 100+, 14 before" */
function reachedText({ goal, value, before }: FactOf<"item">, words: Words): ReadonlyArray<string> {
	const quantity = quantityOf(goal);
	if (!quantity) {
		return [];
	}
	if (value === undefined) {
		return [words.goal(quantity)];
	}
	const reached = l10n.t("{0} of {1}", words.value(value, quantity), words.goal(quantity));
	return before === undefined || before === value
		? [reached]
		: [l10n.t("{0}, {1} before", reached, words.value(before, quantity))];
}

/** What earlier reviews promised. */
export function promiseLines(facts: ReadonlyArray<Fact>, words: Words): ReadonlyArray<PromiseLine> {
	const items = new Map(factsOf(facts, "item").map((item) => [item.id, item]));
	return factsOf(facts, "promise").map((promise): PromiseLine => {
		const item = items.get(promise.on ?? "");
		const due = dateText(promise.due, words);
		const from = l10n.t("{0}, {1}", words.title({ title: promise.title }), dateText(promise.day, words) ?? "");
		if (words.discreet && promise.private) {
			return { id: promise.id, text: l10n.t("Private"), facts: [from] };
		}
		return {
			id: promise.id,
			text: words.plain(promise.text),
			facts: [
				from,
				...(due === undefined ? [] : [l10n.t("by {0}", due)]),
				...(item ? [[words.title(item), stateWord(item), ...reachedText(item, words)].join(": ")] : []),
			],
			...(item ? { state: item.state } : {}),
		};
	});
}

/** Indicators with their trend. */
export function indicatorLines(facts: ReadonlyArray<Fact>, words: Words): ReadonlyArray<IndicatorLine> {
	return factsOf(facts, "indicator").map((indicator): IndicatorLine => {
		const { id, leading, trend, goal } = indicator;
		const line = {
			id,
			title: words.title(indicator),
			group: leading ? l10n.t("Leading indicators") : l10n.t("Lagging indicators"),
			rating: goal === undefined ? ("trend" as const) : ("number" as const),
		};
		return words.discreet && indicator.private
			? { ...line, facts: [] }
			: { ...line, facts: readingFacts(indicator, words), ...(trend === undefined ? {} : { trend }) };
	});
}

/** Where it goes, and its last reading. */
function indicatorFacts(indicator: FactOf<"indicator">, words: Words): ReadonlyArray<string> {
	const { trend } = indicator;
	return [...(trend === undefined ? [] : [trendWord(trend)]), ...readingFacts(indicator, words)];
}

function readingFacts({ reading, day, goal }: FactOf<"indicator">, words: Words): ReadonlyArray<string> {
	const date = dateText(day, words);
	const quantity = quantityOf(goal);
	const read =
		typeof reading === "boolean"
			? reading
				? l10n.t("done")
				: l10n.t("not done")
			: reading !== undefined && quantity
				? l10n.t("{0} of {1}", words.value(reading, quantity), words.goal(quantity))
				: reading !== undefined
					? numberText(reading, words)
					: quantity && words.goal(quantity);
	return [...(read === undefined ? [] : [read]), date ?? l10n.t("no reading yet")];
}

/** Risks with what is done against them. */
export function riskLines(facts: ReadonlyArray<Fact>, words: Words): ReadonlyArray<RiskLine> {
	const items = new Map(factsOf(facts, "item").map((item) => [item.id, item]));
	return factsOf(facts, "risk").map((risk): RiskLine => {
		const isHidden = words.discreet && risk.private === true;
		const mitigations = isHidden ? [] : risk.mitigations.flatMap((id) => items.get(id) ?? []);
		const done = mitigations.filter(({ state }) => state === "done").length;
		return {
			title: words.title(risk),
			isLive: risk.live === true,
			facts: [
				...(risk.live === undefined ? [] : [risk.live ? l10n.t("live") : l10n.t("not live")]),
				...(mitigations.length > 0 ? [l10n.t("{0} of {1} done", done, mitigations.length)] : []),
			],
			mitigations: mitigations.map((item) => itemLine(item, words)),
		};
	});
}

/** The questions, with the evidence that they name. */
export function questionLines(facts: ReadonlyArray<Fact>, words: Words): ReadonlyArray<QuestionLine> {
	return factsOf(facts, "question").map((question): QuestionLine => {
		const isHidden = words.discreet && question.private === true;
		return {
			ask: question.ask,
			text: isHidden ? l10n.t("Private") : words.plain(question.ask),
			evidence: isHidden ? [] : question.evidence.flatMap((id) => evidenceBeside(id, facts, words)),
		};
	});
}

function evidenceBeside(id: string, facts: ReadonlyArray<Fact>, words: Words): QuestionLine["evidence"] {
	const fact = facts.find(
		(each) => "id" in each && each.id === id && each.fact !== "promise" && each.fact !== "checkpoint",
	);
	if (!fact) {
		return [];
	}
	switch (fact.fact) {
		case "item": {
			const { title, stateText: state, facts: more } = itemLine(fact, words);
			return [{ title, facts: [state, ...more] }];
		}
		case "indicator":
			return [{ title: words.title(fact), facts: words.discreet && fact.private ? [] : indicatorFacts(fact, words) }];
		case "measure":
			return [{ title: words.title(fact), facts: words.discreet && fact.private ? [] : measureFacts(fact, words) }];
		case "track":
			return [{ title: words.title(fact), facts: [words.minutes(fact.minutes), shareText(fact, words)] }];
		case "hours": {
			const aim = fact.high > 0 ? [l10n.t("aim {0}", words.aim(fact))] : [];
			return [{ title: words.title(fact), facts: [words.minutes(fact.minutes), ...aim] }];
		}
		default:
			return [];
	}
}

function measureFacts({ value, day, goal }: FactOf<"measure">, words: Words): ReadonlyArray<string> {
	const quantity = quantityOf(goal);
	if (value === undefined) {
		return [l10n.t("no reading yet")];
	}
	const date = dateText(day, words);
	return [
		quantity ? l10n.t("{0} of {1}", words.value(value, quantity), words.goal(quantity)) : numberText(value, words),
		...(date === undefined ? [] : [date]),
	];
}

/** "58% (60% planned)" */
export function shareText({ share, planned }: Pick<FactOf<"track">, "share" | "planned">, words: Words): string {
	const reached = share === undefined ? "–" : words.rounded(share);
	return planned === undefined ? reached : l10n.t("{0} ({1} planned)", reached, words.rounded(planned));
}

function evidenceLine({ day, note, link }: FactOf<"item">["evidence"][number], words: Words): EvidenceLine {
	const url = words.discreet ? undefined : safeLink(link);
	// A link that must not be followed is still what the person wrote down.
	const unsafe = link === undefined || url !== undefined || words.discreet ? [] : [link];
	return {
		day: dateText(day, words) ?? "",
		text: [...(note === undefined ? [] : [words.plain(note)]), ...unsafe].join(" "),
		...(url === undefined ? {} : { link: url }),
	};
}

/** A day of the journal in words; undefined where there is none. */
export function dateText(day: string | undefined, words: Words): string | undefined {
	const known = day === undefined ? undefined : parseDay(day);
	return known === undefined ? undefined : words.date(known);
}

/** A goal as it is written; undefined where it cannot be read any more. */
export function quantityOf(goal: string | undefined): Quantity | undefined {
	const quantity = goal === undefined ? undefined : parseQuantity(goal);
	return typeof quantity === "string" ? undefined : quantity;
}

/** A number without a goal: nobody knows whether it is money. */
function numberText(value: number, words: Words): string {
	return words.discreet ? hidden : words.number(value);
}
