import * as l10n from "@vscode/l10n";
import type { PhrasingContent } from "mdast";
import { type Steps, stepping } from "../../journal/steps.ts";
import type { Formatter } from "../text/formatter.ts";
import { headingNode, linkNode, listNode, paragraphNodes, renderMarkdown, textNodes } from "../text/markdown.ts";
import type { ViewSource } from "../text/viewSource.ts";
import { yearText } from "../text/yearText.ts";
import type { Achievement, ImpactRecord } from "./impactRecord.ts";

/** The number of list items to render without a pause. */
const renderedAtOnce = 256;

/** The impact record as Markdown: by year, then by track and by success factor. */
export function* impactMarkdown(record: ImpactRecord, { plan, formatter }: ViewSource): Steps<string> {
	const { achievements, span } = record;
	const sums = record.amounts.map((each) => sumText(each, formatter)).join(", ");
	const blocks = [
		renderMarkdown([
			headingNode(1, l10n.t("Impact record: {0}", plan.title)),
			...paragraphNodes(formatter.dates(span)),
			...(sums === "" ? [] : paragraphNodes(l10n.t("Total amount of the wins: {0}", sums))),
			...(achievements.length === 0 ? paragraphNodes(l10n.t("Nothing was achieved or noted in this period.")) : []),
		]),
	];
	const byYear = yield* groupsOf(achievements, ({ year, kind }) => [`${year} ${kind}`]);
	for (const { year, span: days } of record.years) {
		blocks.push(renderMarkdown([headingNode(2, `${yearText(plan, year)}, ${formatter.dates(days)}`)]));
		for (const kind of kinds) {
			blocks.push(...(yield* section(kindTitle(kind), byYear.get(`${year} ${kind}`) ?? [], formatter)));
		}
	}
	const byTrack = yield* groupsOf(achievements, ({ tracks }) => tracks);
	blocks.push(...(yield* summary(l10n.t("By track"), byTrack, formatter)));
	const byFactor = yield* groupsOf(achievements, ({ factors }) => factors);
	blocks.push(...(yield* summary(l10n.t("By success factor"), byFactor, formatter)));
	return blocks.join("\n");
}

/** Achievements by the names of their groups, in the order of the first of each. */
function* groupsOf(
	achievements: ReadonlyArray<Achievement>,
	namesOf: (achievement: Achievement) => ReadonlyArray<string>,
): Steps<ReadonlyMap<string, ReadonlyArray<Achievement>>> {
	const groups = new Map<string, Array<Achievement>>();
	yield* stepping(achievements, (each) => {
		for (const name of namesOf(each)) {
			const group = groups.get(name) ?? [];
			groups.set(name, group);
			group.push(each);
		}
	});
	return groups;
}

/** A list as Markdown. It is rendered in pieces, which is the same because no item is spread. */
function* listText(
	achievements: ReadonlyArray<Achievement>,
	itemOf: (achievement: Achievement) => Parameters<typeof listNode>[0][number],
): Steps<string> {
	const pieces: Array<string> = [];
	for (let start = 0; start < achievements.length; start += renderedAtOnce) {
		pieces.push(renderMarkdown(listNode(achievements.slice(start, start + renderedAtOnce).map(itemOf))));
		yield;
	}
	return pieces.join("");
}

const kinds = ["win", "reached", "underWay"] as const;

/** The heading for a kind of achievement. */
export function kindTitle(kind: Achievement["kind"]): string {
	switch (kind) {
		case "win":
			return l10n.t("Wins");
		case "reached":
			return l10n.t("Reached");
		case "underWay":
			return l10n.t("In progress");
	}
}

function* section(
	title: string,
	achievements: ReadonlyArray<Achievement>,
	formatter: Formatter,
): Steps<ReadonlyArray<string>> {
	if (achievements.length === 0) {
		return [];
	}
	const list = yield* listText(achievements, (each) => ({
		line: lineOf(each, formatter),
		under: listNode(
			each.evidence.map(({ day, note, link }) => ({
				line: [
					...textNodes([formatter.date(day), ...(note === undefined ? [] : [note])].join(": ")),
					...(link === undefined ? [] : linkNode(link)),
				],
			})),
		),
	}));
	return [renderMarkdown([headingNode(3, title)]), list];
}

function lineOf(achievement: Achievement, formatter: Formatter): ReadonlyArray<PhrasingContent> {
	const { day, title, value, amount, link, about, phases } = achievement;
	const facts = [
		formatter.date(day),
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

/** A summary under other headings, one line each; details are above. */
function* summary(
	title: string,
	groups: ReadonlyMap<string, ReadonlyArray<Achievement>>,
	formatter: Formatter,
): Steps<ReadonlyArray<string>> {
	const blocks = groups.size === 0 ? [] : [renderMarkdown([headingNode(2, title)])];
	for (const [name, achievements] of groups) {
		const list = yield* listText(achievements, ({ title: what, amount, value, day }) => ({
			line: textNodes([what, amount, value, formatter.date(day)].filter((each) => each !== undefined).join(" · ")),
		}));
		blocks.push(renderMarkdown([headingNode(3, name)]), list);
	}
	return blocks;
}

function sumText({ unit, isCurrency, sum }: ImpactRecord["amounts"][number], formatter: Formatter): string {
	const number = formatter.number(sum);
	return isCurrency ? `${unit}${unit.length > 1 ? " " : ""}${number}` : [number, unit].filter(Boolean).join(" ");
}
