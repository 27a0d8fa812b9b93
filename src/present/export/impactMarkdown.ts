import * as l10n from "@vscode/l10n";
import type { PhrasingContent, RootContent } from "mdast";
import { heading, linkNode, list, markdownOf, paragraphs, textNodes } from "../markdown.ts";
import type { ViewSource } from "../viewSource.ts";
import type { Words } from "../words.ts";
import { yearWord } from "../yearWord.ts";
import type { Achievement, ImpactRecord } from "./impactRecord.ts";

/** The impact record as a Markdown document: year by year, then by track and by what success depends on. */
export function impactMarkdown(record: ImpactRecord, { plan, words }: ViewSource): string {
	const { achievements, span } = record;
	const sums = record.amounts.map((each) => sumText(each, words)).join(", ");
	return markdownOf([
		heading(1, l10n.t("Impact record: {0}", plan.title)),
		...paragraphs(words.dates(span)),
		...(sums === "" ? [] : paragraphs(l10n.t("Amounts of the wins together: {0}", sums))),
		...(achievements.length === 0 ? paragraphs(l10n.t("Nothing was reached or noted in these days.")) : []),
		...record.years.flatMap(({ year, span: days }) => [
			heading(2, `${yearWord(plan, year)}, ${words.dates(days)}`),
			...kinds.flatMap((kind) =>
				section(
					kindTitle(kind),
					achievements.filter((each) => each.year === year && each.kind === kind),
					words,
				),
			),
		]),
		...grouped(l10n.t("By track"), achievements, ({ tracks }) => tracks, words),
		...grouped(l10n.t("By success factor"), achievements, ({ factors }) => factors, words),
	]);
}

const kinds = ["win", "reached", "underWay"] as const;

/** What achievements of a kind are called together. */
export function kindTitle(kind: Achievement["kind"]): string {
	switch (kind) {
		case "win":
			return l10n.t("Wins");
		case "reached":
			return l10n.t("Reached");
		case "underWay":
			return l10n.t("Under way");
	}
}

function section(title: string, achievements: ReadonlyArray<Achievement>, words: Words): ReadonlyArray<RootContent> {
	if (achievements.length === 0) {
		return [];
	}
	const items = achievements.map((each) => ({
		line: lineOf(each, words),
		under: list(
			each.evidence.map(({ day, note, link }) => ({
				line: [
					...textNodes([words.date(day), ...(note === undefined ? [] : [note])].join(": ")),
					...(link === undefined ? [] : linkNode(link)),
				],
			})),
		),
	}));
	return [heading(3, title), ...list(items)];
}

function lineOf(achievement: Achievement, words: Words): ReadonlyArray<PhrasingContent> {
	const { day, title, value, amount, link, about, phases } = achievement;
	const facts = [
		words.date(day),
		...(amount === undefined ? [] : [amount]),
		...(value === undefined ? [] : [value]),
		...about,
		...phases,
	];
	return [
		{ type: "strong", children: textNodes(title) },
		...textNodes(` · ${facts.join(" · ")}`),
		...(link === undefined ? [] : linkNode(link)),
	];
}

/** The same again under other headings, in a line each: the details stand above. */
function grouped(
	title: string,
	achievements: ReadonlyArray<Achievement>,
	groupsOf: (achievement: Achievement) => ReadonlyArray<string>,
	words: Words,
): ReadonlyArray<RootContent> {
	const names = [...new Set(achievements.flatMap(groupsOf))];
	return names.length === 0
		? []
		: [
				heading(2, title),
				...names.flatMap((name) => [
					heading(3, name),
					...list(
						achievements
							.filter((each) => groupsOf(each).includes(name))
							.map(({ title: what, amount, value, day }) => ({
								line: textNodes(
									[what, amount, value, words.date(day)].filter((each) => each !== undefined).join(" · "),
								),
							})),
					),
				]),
			];
}

function sumText({ unit, isCurrency, sum }: ImpactRecord["amounts"][number], words: Words): string {
	const number = words.number(sum);
	return isCurrency ? `${unit}${unit.length > 1 ? " " : ""}${number}` : [number, unit].filter(Boolean).join(" ");
}
