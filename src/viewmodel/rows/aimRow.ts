import * as l10n from "@vscode/l10n";
import type { Item } from "../../plan/plan.ts";
import { aimItems, type Outlook, outlookOf } from "../../progress/forecast/aim.ts";
import { forecastTexts } from "../forecast/forecastText.ts";
import { itemStateText } from "../text/itemText.ts";
import { isHidden } from "../text/privacy.ts";
import type { ViewSource } from "../text/viewSource.ts";
import { itemRow } from "./itemRow.ts";
import { overdueMark } from "./overdueMark.ts";
import type { Row, TooltipPart } from "./row.ts";

/** The most items that the tooltip lists. */
const mostParts = 10;

/** The first row of the Roadmap view: the goal of the plan, with the items that measure it. None if there are no such items. */
export function aimRows(source: ViewSource): ReadonlyArray<Row> {
	const { plan, snapshot, formatter } = source;
	const items = aimItems(plan, snapshot.items);
	if (items.length === 0) {
		return [];
	}
	// In discreet mode the goal could reveal what the hidden title of the plan says.
	const goal = formatter.discreet || !plan.goal ? undefined : plan.goal;
	const name = goal ?? l10n.t("Roadmap goal");
	const texts = aimTexts(items, source);
	const [first = "", ...rest] = texts;
	const overdue = overdueMark(items, snapshot);
	return [
		{
			id: "aim",
			// The most important part comes first: a narrow sidebar cuts the rest.
			label: l10n.t("Goal: {0}", first),
			description: [...overdue.facts, ...(goal === undefined ? [] : [goal]), ...rest].join(" · "),
			accessibleName: [name, l10n.t("roadmap goal"), ...texts, ...overdue.facts].join(", "),
			icon: "target",
			...overdue.icon,
			open: false,
			children: () => items.map((item) => ({ ...itemRow(item, source), id: `aim:${item.id}` })),
			tooltip: () => [
				{ kind: "heading", text: name },
				{ kind: "fact", name: l10n.t("Forecast"), text: aimTexts(items, source).join(", ") },
				...aimParts(items, source),
			],
		},
	];
}

/** Each item of the aim with its own forecast; for one without a forecast, its state. */
function aimParts(items: ReadonlyArray<Item>, source: ViewSource): ReadonlyArray<TooltipPart> {
	const { snapshot, formatter } = source;
	const parts = items.slice(0, mostParts).map((item): TooltipPart => {
		const name = formatter.title(item);
		if (isHidden(item, formatter)) return { kind: "text", text: name };
		const progress = snapshot.progressOf(item);
		const forecast = progress.state === "done" ? undefined : snapshot.forecastOf(item);
		const texts = forecast ? forecastTexts(item, forecast, source) : [];
		return { kind: "fact", name, text: texts.join(", ") || itemStateText(progress) };
	});
	const rest = items.length - parts.length;
	return rest > 0 ? [...parts, { kind: "text", text: l10n.t("{0} more", rest) }] : parts;
}

/**
 * How the items of the aim are likely to turn out: "2 of 5 likely", "1 not at this rate", "2 too early to say". Their chances
 * are not multiplied: one week of work helps several, so they aren't independent. While the
 * forecasts aren't known, only the reached items are shown.
 */
export function aimTexts(items: ReadonlyArray<Item>, { snapshot }: ViewSource): ReadonlyArray<string> {
	const { forecasts } = snapshot;
	const isDone = (item: Item) => snapshot.progressOf(item).state === "done";
	const reached = items.filter(isDone).length;
	if (reached === items.length || !forecasts.isOn || !items.every((item) => isDone(item) || forecasts.has(item))) {
		return [l10n.t("{0} of {1} reached", reached, items.length)];
	}
	const outlooks = items.map((item) => outlookOf(isDone(item), forecasts.known(item)));
	const count = (wanted: Outlook) => outlooks.filter((each) => each === wanted).length;
	const text = (wanted: Outlook, words: (count: number) => string) =>
		count(wanted) === 0 ? [] : [words(count(wanted))];
	return [
		l10n.t("{0} of {1} likely", count("likely"), items.length),
		...text("reached", (some) => l10n.t("{0} reached", some)),
		...text("late", (some) => l10n.t("{0} unlikely by the due date", some)),
		...text("notAtThisRate", (some) => l10n.t("{0} not at this rate", some)),
		...text("tooEarly", (some) => l10n.t("{0} too early to say", some)),
		...text("notForecast", (some) => l10n.t("{0} without a forecast", some)),
	];
}
