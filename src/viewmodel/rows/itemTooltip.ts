import * as l10n from "@vscode/l10n";
import type { Item } from "../../plan/plan.ts";
import type { Progress } from "../../progress/items/itemProgress.ts";
import { formatPeriod } from "../../time/period.ts";
import { amendmentLine } from "../amendments/amendmentText.ts";
import { drivenTitles } from "../drives/driveText.ts";
import { forecastTexts, hitRateText, rateTexts } from "../forecast/forecastText.ts";
import { datedText, noteText } from "../text/entryText.ts";
import type { Formatter } from "../text/formatter.ts";
import { itemKindText, itemStateText, partsTexts, reachedTexts } from "../text/itemText.ts";
import { isHidden } from "../text/privacy.ts";
import type { ViewSource } from "../text/viewSource.ts";
import type { TooltipPart } from "./row.ts";

/** The number of entries in the history. */
const shownEntries = 5;
/** The number of changes of the plan. */
const shownAmendments = 3;

/** The details of an item: state, dates, dependencies, notes, and its last entries. */
export function itemTooltip(item: Item, progress: Progress, source: ViewSource): ReadonlyArray<TooltipPart> {
	const { formatter, plan, snapshot } = source;
	const fact = (name: string, text: string | undefined): ReadonlyArray<TooltipPart> =>
		text === undefined || text === "" ? [] : [{ kind: "fact", name, text }];
	const track = plan.tracks.find(({ id }) => id === item.track);
	const needs = item.needs.flatMap((id) => {
		const need = snapshot.items.get(id);
		if (!need || isHidden(need, formatter)) {
			return need ? [formatter.title(need)] : [];
		}
		return [`${formatter.title(need)} (${itemStateText(snapshot.progressOf(need))})`];
	});
	return [
		{ kind: "heading", text: formatter.title(item) },
		...fact(capitalize(itemKindText(item.kind)), itemStateText(progress)),
		...fact(...goalFact(item, progress, formatter)),
		...fact(l10n.t("When"), datesText(item, source)),
		...forecastFacts(item, source),
		...fact(l10n.t("Good until"), progress.expires === undefined ? undefined : formatter.date(progress.expires)),
		...fact(l10n.t("Confirm by"), progress.lapses === undefined ? undefined : formatter.date(progress.lapses)),
		...fact(l10n.t("Optional"), item.optional ? l10n.t("not part of averages and counts") : undefined),
		...fact(l10n.t("Track"), track && formatter.title(track)),
		...fact(l10n.t("Parts"), partsTexts(item, snapshot).join(", ")),
		...fact(l10n.t("Needs"), needs.join(", ")),
		...fact(l10n.t("Drives"), drivenTitles(item, plan, formatter).join(", ")),
		...fact(l10n.t("Dropped"), progress.state === "dropped" ? droppedText(item, source) : undefined),
		...(item.note === undefined ? [] : [{ kind: "text" as const, text: formatter.plain(item.note) }]),
		...linkParts(item.links),
		...historyParts([item.id, ...(item.of === undefined ? [] : [item.of])], source),
	];
}

/** The links of a node; several are numbered. */
export function linkParts(links: ReadonlyArray<string>): ReadonlyArray<TooltipPart> {
	return links.map((url, index) => ({
		kind: "link",
		text: links.length === 1 ? l10n.t("Link") : l10n.t("Link {0}", index + 1),
		url,
	}));
}

/** What was reached of the goal; the goal alone as long as nothing is logged. */
function goalFact(item: Item, progress: Progress, formatter: Formatter): readonly [string, string] {
	const [reached = "", ...kept] = reachedTexts(item, progress, formatter);
	if (progress.value !== undefined || !item.goal) {
		return [l10n.t("Reached"), [reached, ...kept].join(", ")];
	}
	return [l10n.t("Goal"), [progress.notMeasured ? reached : formatter.goal(item.goal), ...kept].join(", ")];
}

/** When the goal is likely to be reached, with the rate, and how often that was right before. */
function forecastFacts(item: Item, source: ViewSource): ReadonlyArray<TooltipPart> {
	const { snapshot, formatter } = source;
	const forecast = snapshot.forecastOf(item);
	if (!forecast || forecast.state === "reached") {
		return [];
	}
	const fact = (name: string, text: string): TooltipPart => ({ kind: "fact", name, text });
	const rates = rateTexts(item, forecast, formatter);
	const hits = forecast.state === "tooEarly" ? undefined : snapshot.forecasts.hitRate(item, source);
	return [
		fact(l10n.t("Forecast"), forecastTexts(item, forecast, source).join(", ")),
		...(rates.length === 0 ? [] : [fact(l10n.t("Rate"), rates.join(", "))]),
		...(hits ? [fact(l10n.t("Past forecasts"), hitRateText(hits))] : []),
	];
}

/**
 * The last entries about some ids of the plan, the newest first, with their evidence; then what was changed in the plan, when,
 * and why.
 */
export function historyParts(ids: ReadonlyArray<string>, source: ViewSource): ReadonlyArray<TooltipPart> {
	const { ledger, aliases, formatter } = source;
	const all = ledger.on(ids.flatMap((id) => aliases.idsOf(id))).map(({ entry }) => entry);
	const entries = all.filter(({ type }) => type !== "plan");
	const amendments = all.flatMap((entry) => (entry.type === "plan" ? [entry] : []));
	const heading = (text: string): TooltipPart => ({ kind: "heading", text });
	return [
		...(entries.length > 0 ? [heading(l10n.t("Last entries"))] : []),
		...entries
			.slice(-shownEntries)
			.toReversed()
			.flatMap((entry): ReadonlyArray<TooltipPart> => {
				const text = [datedText(entry, source), noteText(entry, source)].filter(Boolean).join(" · ");
				const link = "link" in entry && !formatter.discreet ? entry.link : undefined;
				return [
					{ kind: "text", text },
					...(link === undefined ? [] : [{ kind: "link" as const, text: l10n.t("Evidence"), url: link }]),
				];
			}),
		...(amendments.length > 0 ? [heading(l10n.t("Changes of the plan"))] : []),
		...amendments
			.slice(-shownAmendments)
			.toReversed()
			.map((entry): TooltipPart => ({ kind: "text", text: amendmentLine(entry, formatter) })),
	];
}

function datesText({ when, span }: Item, { formatter }: ViewSource): string | undefined {
	if (!span) {
		return when && formatPeriod(when);
	}
	return when ? `${formatter.dates(span)} (${formatPeriod(when)})` : formatter.dates(span);
}

function droppedText({ dropped }: Item, { formatter }: ViewSource): string {
	const day = dropped?.on === undefined ? [] : [formatter.date(dropped.on)];
	return [...day, ...(dropped?.why === undefined ? [] : [formatter.plain(dropped.why)])].join(", ") || l10n.t("yes");
}

/** Capitalizes the first letter, if the script has capitals. */
export function capitalize(text: string): string {
	const first = String.fromCodePoint(text.codePointAt(0) ?? 0x20);
	return first.toLocaleUpperCase() + text.slice(first.length);
}
