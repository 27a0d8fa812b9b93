import * as l10n from "@vscode/l10n";
import { parseGoal } from "../../amount/parseQuantity.ts";
import type { Quantity } from "../../amount/quantity.ts";
import type { ItemKind } from "../../plan/plan.ts";
import { type Fact, type FactOf, factsOf } from "../../progress/review/reviewFact.ts";
import type {
	EvidenceLine,
	IndicatorLine,
	ItemGroupLines,
	ItemLine,
	PromiseLine,
	QuestionLine,
	RiskLine,
} from "../../review/reviewPageModel.ts";
import { parseDay } from "../../time/day.ts";
import { safeLink } from "../../util/safeLink.ts";
import { trendText } from "../text/entryText.ts";
import type { Formatter } from "../text/formatter.ts";
import { itemStateText, ofGoalText, paceTexts, placeTexts } from "../text/itemText.ts";
import { isHidden } from "../text/privacy.ts";
import { redacted } from "../text/redaction.ts";

const groups: ReadonlyArray<ItemKind> = ["target", "milestone", "outcome", "practice", "mitigation"];

/** The items of the period by kind: planned and achieved. */
export function itemGroups(facts: ReadonlyArray<Fact>, formatter: Formatter): ReadonlyArray<ItemGroupLines> {
	const listed = factsOf(facts, "item").filter((item) => item.listed);
	return groups.flatMap((kind): ReadonlyArray<ItemGroupLines> => {
		const items = listed.filter((item) => item.kind === kind).map((item) => toItemLine(item, formatter));
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

/** An item in a review. */
export function toItemLine(item: FactOf<"item">, formatter: Formatter): ItemLine {
	return {
		id: item.id,
		title: formatter.title(item),
		state: item.state,
		stateText: itemStateText(item),
		facts: itemFacts(item, formatter),
		...(item.share === undefined ? {} : { share: item.share }),
		evidence: item.evidence.toReversed().map((each) => evidenceLine(each, formatter)),
	};
}

function itemFacts(item: FactOf<"item">, formatter: Formatter): ReadonlyArray<string> {
	const due = dateText(item.due, formatter);
	return [
		...reachedText(item, formatter),
		...(due === undefined ? [] : [item.state === "overdue" ? l10n.t("was due {0}", due) : l10n.t("by {0}", due)]),
		...paceTexts(item),
		...placeTexts(item, formatter),
	];
}

/** "60 of 100+, 14 before" */
function reachedText({ goal, value, before }: FactOf<"item">, formatter: Formatter): ReadonlyArray<string> {
	const quantity = parseGoal(goal);
	if (!quantity) {
		return [];
	}
	if (value === undefined) {
		return [formatter.goal(quantity)];
	}
	const reached = ofGoalText(value, quantity, formatter);
	return before === undefined || before === value
		? [reached]
		: [l10n.t("{0}, {1} before", reached, formatter.value(before, quantity))];
}

/** Promises of earlier reviews. */
export function promiseLines(facts: ReadonlyArray<Fact>, formatter: Formatter): ReadonlyArray<PromiseLine> {
	const items = new Map(factsOf(facts, "item").map((item) => [item.id, item]));
	return factsOf(facts, "promise").map((promise): PromiseLine => {
		const item = items.get(promise.on ?? "");
		const due = dateText(promise.due, formatter);
		const from = l10n.t("{0}, {1}", formatter.title({ title: promise.title }), dateText(promise.day, formatter) ?? "");
		if (isHidden(promise, formatter)) {
			return { id: promise.id, text: l10n.t("Private"), facts: [] };
		}
		return {
			id: promise.id,
			text: formatter.plain(promise.text),
			facts: [
				from,
				...(due === undefined ? [] : [l10n.t("by {0}", due)]),
				...(item ? [[formatter.title(item), itemStateText(item), ...reachedText(item, formatter)].join(": ")] : []),
			],
			...(item ? { state: item.state } : {}),
		};
	});
}

/** Indicators with their trends. */
export function indicatorLines(facts: ReadonlyArray<Fact>, formatter: Formatter): ReadonlyArray<IndicatorLine> {
	return factsOf(facts, "indicator").map((indicator): IndicatorLine => {
		const { id, leading, trend, goal } = indicator;
		const line = {
			id,
			title: formatter.title(indicator),
			group: leading ? l10n.t("Leading indicators") : l10n.t("Lagging indicators"),
			rating: goal === undefined ? ("trend" as const) : ("number" as const),
		};
		return isHidden(indicator, formatter)
			? { ...line, facts: [] }
			: { ...line, facts: readingFacts(indicator, formatter), ...(trend === undefined ? {} : { trend }) };
	});
}

/** Its trend and last reading. */
function indicatorFacts(indicator: FactOf<"indicator">, formatter: Formatter): ReadonlyArray<string> {
	const { trend } = indicator;
	return [...(trend === undefined ? [] : [trendText(trend)]), ...readingFacts(indicator, formatter)];
}

function readingFacts({ reading, day, goal }: FactOf<"indicator">, formatter: Formatter): ReadonlyArray<string> {
	const date = dateText(day, formatter);
	const quantity = parseGoal(goal);
	const read = reading === undefined ? quantity && formatter.goal(quantity) : readingText(reading, quantity, formatter);
	return [...(read === undefined ? [] : [read]), date ?? l10n.t("no reading yet")];
}

function readingText(reading: number | boolean, goal: Quantity | undefined, formatter: Formatter): string {
	if (typeof reading === "boolean") {
		return reading ? l10n.t("done") : l10n.t("not done");
	}
	return goal ? ofGoalText(reading, goal, formatter) : numberText(reading, formatter);
}

/** Risks with their mitigations. */
export function riskLines(facts: ReadonlyArray<Fact>, formatter: Formatter): ReadonlyArray<RiskLine> {
	const items = new Map(factsOf(facts, "item").map((item) => [item.id, item]));
	return factsOf(facts, "risk").map((risk): RiskLine => {
		const mitigations = risk.mitigations.flatMap((id) => items.get(id) ?? []);
		const done = mitigations.filter(({ state }) => state === "done").length;
		return {
			title: formatter.title(risk),
			isLive: risk.live === true,
			facts: [
				...(risk.live === undefined ? [] : [risk.live ? l10n.t("live") : l10n.t("not live")]),
				...(mitigations.length > 0 ? [l10n.t("{0} of {1} done", done, mitigations.length)] : []),
			],
			mitigations: mitigations.map((item) => toItemLine(item, formatter)),
		};
	});
}

/** Questions with their evidence. */
export function questionLines(facts: ReadonlyArray<Fact>, formatter: Formatter): ReadonlyArray<QuestionLine> {
	return factsOf(facts, "question").map((question): QuestionLine => {
		const isMasked = isHidden(question, formatter);
		return {
			ask: question.ask,
			text: isMasked ? l10n.t("Private") : formatter.plain(question.ask),
			evidence: isMasked ? [] : question.evidence.flatMap((id) => evidenceBeside(id, facts, formatter)),
		};
	});
}

function evidenceBeside(id: string, facts: ReadonlyArray<Fact>, formatter: Formatter): QuestionLine["evidence"] {
	const fact = facts.find(
		(each) => "id" in each && each.id === id && each.fact !== "promise" && each.fact !== "checkpoint",
	);
	if (!fact) {
		return [];
	}
	switch (fact.fact) {
		case "item": {
			const { title, stateText: state, facts: more } = toItemLine(fact, formatter);
			return [{ title, facts: [state, ...more] }];
		}
		case "indicator":
			return [
				{ title: formatter.title(fact), facts: isHidden(fact, formatter) ? [] : indicatorFacts(fact, formatter) },
			];
		case "measure":
			return [{ title: formatter.title(fact), facts: measureFacts(fact, formatter) }];
		case "track":
			return [{ title: formatter.title(fact), facts: [formatter.minutes(fact.minutes), shareText(fact, formatter)] }];
		case "hours": {
			const aim = fact.high > 0 ? [l10n.t("aim {0}", formatter.aim(fact))] : [];
			return [{ title: formatter.title(fact), facts: [formatter.minutes(fact.minutes), ...aim] }];
		}
		default:
			return [];
	}
}

function measureFacts({ value, day, goal }: FactOf<"measure">, formatter: Formatter): ReadonlyArray<string> {
	const quantity = parseGoal(goal);
	if (value === undefined) {
		return [l10n.t("no reading yet")];
	}
	const date = dateText(day, formatter);
	return [
		quantity ? ofGoalText(value, quantity, formatter) : numberText(value, formatter),
		...(date === undefined ? [] : [date]),
	];
}

/** "58% (60% planned)" */
export function shareText(
	{ share, planned }: Pick<FactOf<"track">, "share" | "planned">,
	formatter: Formatter,
): string {
	const reached = share === undefined ? "–" : formatter.rounded(share);
	return planned === undefined ? reached : l10n.t("{0} ({1} planned)", reached, formatter.rounded(planned));
}

function evidenceLine({ day, note, link }: FactOf<"item">["evidence"][number], formatter: Formatter): EvidenceLine {
	const url = formatter.discreet ? undefined : safeLink(link);
	// Unsafe links are shown as text.
	const unsafe = link === undefined || url !== undefined || formatter.discreet ? [] : [link];
	return {
		day: dateText(day, formatter) ?? "",
		text: [...(note === undefined ? [] : [formatter.plain(note)]), ...unsafe].join(" "),
		...(url === undefined ? {} : { link: url }),
	};
}

/** The formatted date; undefined if there is none. */
export function dateText(day: string | undefined, formatter: Formatter): string | undefined {
	const known = day === undefined ? undefined : parseDay(day);
	return known === undefined ? undefined : formatter.date(known);
}

/** A number without a goal may be money, so it is redacted. */
function numberText(value: number, formatter: Formatter): string {
	return formatter.discreet ? redacted : formatter.number(value);
}
