import * as l10n from "@vscode/l10n";
import type { Trend } from "../journal/registers.ts";
import type { Advantage, Factor, Item } from "../plan/plan.ts";
import type { RiskSignal } from "../progress/risks.ts";
import type { Signal } from "../progress/signals.ts";
import { trendWord } from "./entryText.ts";
import { itemRow } from "./itemRow.ts";
import type { Row, TooltipPart } from "./row.ts";
import type { ViewSource } from "./viewSource.ts";

const trendIcons: Readonly<Record<Trend, string>> = {
	rising: "arrow-up",
	steady: "arrow-right",
	falling: "arrow-down",
};

/** The rows of the view "Signals": indicators with their trend, success factors, risks, and why all this can work. */
export function signalRows(source: ViewSource): ReadonlyArray<Row> {
	const { leading, lagging, risks } = source.snapshot;
	const { factors, advantages } = source.plan;
	const indicators = (signals: ReadonlyArray<Signal>) => () => signals.map((signal) => indicatorRow(signal, source));
	const live = risks.filter((risk) => risk.live).length;
	return [
		...folder("leading", l10n.t("Leading indicators"), "pulse", leading.length, indicators(leading)),
		...folder("lagging", l10n.t("Lagging indicators"), "graph", lagging.length, indicators(lagging)),
		...folder("factors", l10n.t("Success factors"), "key", factors.length, () =>
			factors.map((factor) => factorRow(factor, source)),
		),
		...folder(
			"risks",
			l10n.t("Risks"),
			"shield",
			risks.length,
			() => risks.map((risk) => riskRow(risk, source)),
			live > 0 ? [l10n.t("{0} live", live)] : [],
		),
		...folder("advantages", l10n.t("Advantages"), "rocket", advantages.length, () =>
			advantages.map((advantage, index) => advantageRow(advantage, index, source)),
		),
	];
}

function folder(
	id: string,
	label: string,
	icon: string,
	count: number,
	children: () => ReadonlyArray<Row>,
	facts: ReadonlyArray<string> = [],
): ReadonlyArray<Row> {
	if (count === 0) {
		return [];
	}
	const words = facts.length > 0 ? facts : [String(count)];
	return [
		{
			id: `signals:${id}`,
			label,
			description: words.join(" · "),
			accessibleName: [label, ...words].join(", "),
			icon,
			open: false,
			children,
		},
	];
}

/** An indicator: where it goes, and its last reading. */
function indicatorRow({ item, last, trend }: Signal, source: ViewSource): Row {
	const { words, today } = source;
	const row = itemRow(item, source);
	if (words.discreet && item.private) {
		return row;
	}
	const reading =
		last === undefined
			? l10n.t("no reading yet")
			: typeof last.reading === "number"
				? item.goal
					? l10n.t("{0} of {1}", words.value(last.reading, item.goal), words.goal(item.goal))
					: words.number(last.reading)
				: typeof last.reading === "boolean"
					? last.reading
						? l10n.t("done")
						: l10n.t("not done")
					: undefined;
	const facts = [
		...(trend === undefined ? [] : [trendWord(trend)]),
		...(reading === undefined ? [] : [reading]),
		...(last === undefined ? [] : [words.relative(last.day, today)]),
	];
	return {
		...row,
		description: facts.join(" · "),
		accessibleName: [row.label, l10n.t("indicator"), ...facts].join(", "),
		icon: trend === undefined ? "circle-large-outline" : trendIcons[trend],
	};
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
	const standing = items.filter((item) => {
		const { state, holds } = snapshot.progressOf(item);
		return state === "done" || holds;
	});
	return items.length === 0 ? [] : [l10n.t("{0} of {1} in place", standing.length, items.length)];
}

function parent(
	id: string,
	node: Factor,
	source: ViewSource,
	{ icon, color, facts }: { readonly icon: string; readonly color?: string; readonly facts: ReadonlyArray<string> },
): Row {
	const { words } = source;
	const label = words.title(node);
	const isHidden = words.discreet && node.private;
	const isOpenable = !isHidden && node.items.length > 0;
	return {
		id,
		label,
		description: facts.join(" · "),
		accessibleName: [label, ...facts].join(", "),
		icon,
		...(color === undefined ? {} : { color }),
		...(isOpenable ? { open: false, children: () => node.items.map((item) => itemRow(item, source)) } : {}),
		range: node.range,
		can: ["openPlan"],
		tooltip: () => [
			{ kind: "heading", text: label },
			...(node.note === undefined || isHidden ? [] : [{ kind: "text" as const, text: words.plain(node.note) }]),
			...(node.link === undefined || isHidden ? [] : [{ kind: "link" as const, text: l10n.t("Link"), url: node.link }]),
		],
	};
}

function advantageRow({ title, note, link, points, range }: Advantage, index: number, { words }: ViewSource): Row {
	const label = words.plain(title).trim() || l10n.t("Advantage {0}", index + 1);
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
							const text = words.plain(point);
							return { id: `advantage:${index}:${place}`, label: text, accessibleName: text, range };
						}),
				}),
		range,
		can: ["openPlan"],
		tooltip: (): ReadonlyArray<TooltipPart> => [
			{ kind: "heading", text: label },
			...(note === undefined ? [] : [{ kind: "text" as const, text: words.plain(note) }]),
			...(link === undefined ? [] : [{ kind: "link" as const, text: l10n.t("Link"), url: link }]),
		],
	};
}
