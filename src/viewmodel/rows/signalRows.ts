import * as l10n from "@vscode/l10n";
import type { Trend } from "../../amount/trend.ts";
import type { Advantage, Factor, Item } from "../../plan/plan.ts";
import type { Signal } from "../../progress/items/signal.ts";
import type { RiskSignal } from "../../progress/riskSignal.ts";
import { trendText } from "../text/entryText.ts";
import type { Formatter } from "../text/formatter.ts";
import { itemStateText, ofGoalText } from "../text/itemText.ts";
import { isHidden } from "../text/privacy.ts";
import type { ViewSource } from "../text/viewSource.ts";
import { driveRows } from "./driveRows.ts";
import { hiddenRow } from "./hiddenRow.ts";
import { itemRow, itemTree } from "./itemRow.ts";
import { linkParts } from "./itemTooltip.ts";
import { type OverdueMark, overdueMark } from "./overdueMark.ts";
import type { Row, TooltipPart } from "./row.ts";
import { withTimer } from "./timerRow.ts";

const trendIcons: Readonly<Record<Trend, string>> = {
	rising: "arrow-up",
	steady: "arrow-right",
	falling: "arrow-down",
};

/** The rows of the Signals view: indicators, success factors, risks, and advantages. */
export function signalRows(source: ViewSource): ReadonlyArray<Row> {
	const { leading, lagging, drives, risks } = source.snapshot;
	const { factors, advantages } = source.plan;
	const indicators = (signals: ReadonlyArray<Signal>) => () => signals.map((signal) => indicatorRow(signal, source));
	const live = risks.filter((risk) => risk.live).length;
	const overdueIn = (items: ReadonlyArray<Item>) => overdueMark(items, source.snapshot);
	return [
		...folder(
			{ id: "leading", label: l10n.t("Leading indicators"), icon: "pulse" },
			leading.length,
			indicators(leading),
			{ overdue: overdueIn(leading.map(({ item }) => item)) },
		),
		...folder(
			{ id: "lagging", label: l10n.t("Lagging indicators"), icon: "graph" },
			lagging.length,
			indicators(lagging),
			{ overdue: overdueIn(lagging.map(({ item }) => item)) },
		),
		...folder({ id: "drives", label: l10n.t("Drivers"), icon: "link" }, drives.length, () => driveRows(source)),
		...folder(
			{ id: "factors", label: l10n.t("Success factors"), icon: "key" },
			factors.length,
			() => factors.map((factor) => factorRow(factor, source)),
			{ overdue: overdueIn(factors.flatMap(({ items }) => items)) },
		),
		...folder(
			{ id: "risks", label: l10n.t("Risks"), icon: "shield" },
			risks.length,
			() => risks.map((risk) => riskRow(risk, source)),
			{
				facts: live > 0 ? [l10n.t("{0} live", live)] : [],
				overdue: overdueIn(risks.flatMap(({ risk }) => risk.items)),
			},
		),
		...folder({ id: "advantages", label: l10n.t("Advantages"), icon: "rocket" }, advantages.length, () =>
			advantages.map((advantage, index) => advantageRow(advantage, index, source)),
		),
	];
}

function folder(
	{ id, label, icon }: { readonly id: string; readonly label: string; readonly icon: string },
	count: number,
	children: () => ReadonlyArray<Row>,
	{ facts = [], overdue }: { readonly facts?: ReadonlyArray<string>; readonly overdue?: OverdueMark } = {},
): ReadonlyArray<Row> {
	if (count === 0) {
		return [];
	}
	const words = [...(facts.length > 0 ? facts : [String(count)]), ...(overdue?.facts ?? [])];
	return [
		{
			id: `signals:${id}`,
			label,
			description: words.join(" · "),
			accessibleName: [label, ...words].join(", "),
			icon,
			...overdue?.icon,
			open: false,
			children,
		},
	];
}

/** An indicator with its trend and last reading. */
function indicatorRow({ item, last, trend }: Signal, source: ViewSource): Row {
	const { formatter, today, snapshot } = source;
	const row = itemRow(item, source);
	if (isHidden(item, formatter)) {
		return row;
	}
	const reading = last === undefined ? l10n.t("no reading yet") : readingText(last.reading, item, formatter);
	const progress = snapshot.progressOf(item);
	const isOverdue = progress.state === "overdue";
	const icon = trend === undefined ? "circle-large-outline" : trendIcons[trend];
	const facts = [
		...(isOverdue ? [itemStateText(progress)] : []),
		...(trend === undefined ? [] : [trendText(trend)]),
		...(reading === undefined ? [] : [reading]),
		...(last === undefined ? [] : [formatter.relative(last.day, today)]),
	];
	const shown: Row = {
		...row,
		description: facts.join(" · "),
		accessibleName: [row.label, l10n.t("indicator"), ...facts].join(", "),
		...(isOverdue ? {} : { icon }),
	};
	return withTimer(shown, [item.id], source);
}

function readingText(
	reading: NonNullable<Signal["last"]>["reading"],
	{ goal }: Item,
	formatter: Formatter,
): string | undefined {
	if (typeof reading === "number") {
		return goal ? ofGoalText(reading, goal, formatter) : formatter.number(reading);
	}
	if (typeof reading === "boolean") {
		return reading ? l10n.t("done") : l10n.t("not done");
	}
	return undefined;
}

function factorRow(factor: Factor, source: ViewSource): Row {
	return parent(`factor:${factor.id}`, factor, source, { icon: "key", facts: doneWords(factor.items, source) });
}

function riskRow({ risk, live }: RiskSignal, source: ViewSource): Row {
	const watched = risk.watch === undefined ? [] : [live ? l10n.t("live") : l10n.t("not live")];
	return parent(`risk:${risk.id}`, risk, source, {
		icon: live ? "warning" : "shield",
		...(live ? { color: "list.warningForeground" } : {}),
		facts: [...watched, ...doneWords(risk.items, source)],
	});
}

function doneWords(items: ReadonlyArray<Item>, { snapshot }: ViewSource): ReadonlyArray<string> {
	const inPlace = items.filter((item) => {
		const { state, holds } = snapshot.progressOf(item);
		return state === "done" || holds;
	});
	return items.length === 0 ? [] : [l10n.t("{0} of {1} in place", inPlace.length, items.length)];
}

function parent(
	id: string,
	node: Factor,
	source: ViewSource,
	{ icon, color, facts }: { readonly icon: string; readonly color?: string; readonly facts: ReadonlyArray<string> },
): Row {
	const { formatter } = source;
	if (isHidden(node, formatter)) {
		return hiddenRow(id);
	}
	const label = formatter.title(node);
	const overdue = overdueMark(node.items, source.snapshot);
	const texts = [...facts, ...overdue.facts];
	return {
		id,
		label,
		description: texts.join(" · "),
		accessibleName: [label, ...texts].join(", "),
		icon,
		...(color === undefined ? {} : { color }),
		...overdue.icon,
		...(node.items.length > 0 ? { open: false, children: () => node.items.map((item) => itemTree(item, source)) } : {}),
		range: node.range,
		can: ["openPlan"],
		tooltip: () => [
			{ kind: "heading", text: label },
			...(node.note === undefined ? [] : [{ kind: "text" as const, text: formatter.plain(node.note) }]),
			...linkParts(node.links),
		],
	};
}

function advantageRow(advantage: Advantage, index: number, { formatter }: ViewSource): Row {
	const { title, note, links, points, range } = advantage;
	if (isHidden(advantage, formatter)) {
		return hiddenRow(`advantage:${index}`);
	}
	const label = formatter.plain(title).trim() || l10n.t("Advantage {0}", index + 1);
	return {
		id: `advantage:${index}`,
		label,
		accessibleName: label,
		icon: "rocket",
		...(points.length === 0
			? {}
			: {
					open: false,
					children: () =>
						points.map((point, place): Row => {
							const text = formatter.plain(point);
							return { id: `advantage:${index}:${place}`, label: text, accessibleName: text, range };
						}),
				}),
		range,
		can: ["openPlan"],
		tooltip: (): ReadonlyArray<TooltipPart> => [
			{ kind: "heading", text: label },
			...(note === undefined ? [] : [{ kind: "text" as const, text: formatter.plain(note) }]),
			...linkParts(links),
		],
	};
}
