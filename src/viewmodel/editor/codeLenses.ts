import * as l10n from "@vscode/l10n";
import { takesProgress } from "../../plan/parts.ts";
import type { Commitment, Item, Named, Plan } from "../../plan/plan.ts";
import type { Snapshot } from "../../progress/assembleSnapshot.ts";
import { offReason } from "../../progress/backOnTrack/offTrack.ts";
import type { Forecast } from "../../progress/forecast/forecast.ts";
import type { Progress } from "../../progress/items/itemProgress.ts";
import type { ReviewOccurrence } from "../../progress/reviewOccurrences.ts";
import { forecastTexts, hitRateText, rateTexts } from "../forecast/forecastText.ts";
import { habitPaceText } from "../text/habits/habitText.ts";
import { dueTexts, itemStateText, paceTexts, reachedTexts } from "../text/itemText.ts";
import { isHidden } from "../text/privacy.ts";
import type { ViewSource } from "../text/viewSource.ts";
import { weekPaceText } from "../text/weekText.ts";

/** One lens: a text, with a command on click. */
export interface LensPart {
	readonly text: string;
	/** What it says when the pointer rests on it. */
	readonly tooltip?: string;
	/** The command on click, if any. */
	readonly command?: { readonly id: string; readonly args: Readonly<Record<string, unknown>> };
}

/** A node with a lens line: its start, and the number of lenses. */
export interface LensPosition {
	readonly kind: "phase" | "item" | "commitment" | "checkpoint";
	readonly id: string;
	readonly at: number;
	readonly parts: number;
}

/**
 * Nodes with lenses: phases, milestones, targets, commitments and checkpoints, in the order of the text. Their texts
 * are computed by `lensParts` for visible ones.
 *
 * @param plan the plan of the text, which may be newer than that of the source
 */
export function codeLenses(plan: Plan, source: ViewSource): ReadonlyArray<LensPosition> {
	const made = (kind: LensPosition["kind"], { id, range }: Named, parts: number): LensPosition => ({
		kind,
		id,
		at: range.start,
		parts,
	});
	const seen = <T extends Named>(nodes: ReadonlyArray<T>) => nodes.filter((node) => !isHidden(node, source.formatter));
	const items = seen(plan.items).filter(
		({ kind, partOf }) => partOf === undefined && (kind === "milestone" || kind === "target"),
	);
	const dated = new Set(
		source.snapshot.checkpoints.filter(({ state }) => state !== "missed").map(({ checkpoint }) => checkpoint.id),
	);
	return [
		...seen(plan.phases).map((phase) => made("phase", phase, 1)),
		...items.map((item) => made("item", item, 1 + itemActions(item, source).length)),
		...seen(plan.commitments).map((commitment) =>
			made("commitment", commitment, 3 + Number(commitment.times.length > 0)),
		),
		...seen(plan.checkpoints).map((checkpoint) => made("checkpoint", checkpoint, 1 + Number(dated.has(checkpoint.id)))),
	].sort((a, b) => a.at - b.at);
}

/** The lenses of a node: its state first. Empty if the plan no longer has it. */
export function lensParts(
	{ kind, id }: Pick<LensPosition, "kind" | "id">,
	source: ViewSource,
): ReadonlyArray<LensPart> {
	const { snapshot, plan } = source;
	switch (kind) {
		case "phase":
			return phaseParts(id, source);
		case "item": {
			const item = snapshot.items.get(id);
			return item ? itemParts(item, source) : [];
		}
		case "commitment": {
			const commitment = plan.commitments.find((each) => each.id === id);
			return commitment ? commitmentParts(commitment, source) : [];
		}
		case "checkpoint":
			return checkpointParts(id, source);
	}
}

function phaseParts(id: string, { snapshot, formatter }: ViewSource): ReadonlyArray<LensPart> {
	const reached = snapshot.phases.find(({ phase }) => phase.id === id);
	if (!reached) {
		return [];
	}
	const { phase, share, tense } = reached;
	const state = share === undefined ? [] : [l10n.t("{0} reached", formatter.share(share))];
	const dates = phase.span ? [formatter.dates(phase.span)] : [];
	const now = tense === "current" ? [l10n.t("current phase")] : [];
	return [{ text: [...state, ...now, ...dates].join(" · ") || l10n.t("no dates") }];
}

function itemParts(item: Item, source: ViewSource): ReadonlyArray<LensPart> {
	const progress = source.snapshot.progressOf(item);
	const { state } = progress;
	const reached = reachedTexts(item, progress, source.formatter);
	const isSettled = state === "done" || state === "dropped";
	const forecast = openForecast(item, progress, source.snapshot);
	const expected = isTelling(forecast) ? forecastTexts(item, forecast, source) : [];
	const more = isSettled
		? [itemStateText(progress)]
		: [...dueTexts(progress, source), ...paceTexts(progress), ...expected];
	const text = [...reached, ...more].join(" · ") || itemStateText(progress);
	// How often past forecasts were right is computed when a tooltip or a review asks for it, and only then also shown here.
	const hits = source.snapshot.forecasts.knownHitRate(item);
	const details = forecast
		? [...rateTexts(item, forecast, source.formatter), ...(hits ? [hitRateText(hits)] : [])]
		: [];
	return [{ text, ...(details.length > 0 ? { tooltip: details.join(", ") } : {}) }, ...itemActions(item, source)];
}

/** Logging, and, where there is a forecast or something is off, the ways to deal with it. */
function itemActions({ id }: Pick<Item, "id">, { snapshot, today }: ViewSource): ReadonlyArray<LensPart> {
	const item = snapshot.items.get(id);
	if (!item) {
		return [];
	}
	const progress = snapshot.progressOf(item);
	const forecast = openForecast(item, progress, snapshot);
	const on = { on: id };
	const log: LensPart =
		item.goal || progress.state === "done"
			? { text: l10n.t("Log Progress"), command: { id: "waymark.logProgress", args: on } }
			: { text: l10n.t("Mark Done"), command: { id: "waymark.markDone", args: on } };
	const tryOut: LensPart = { text: l10n.t("What If..."), command: { id: "waymark.whatIf", args: on } };
	const isOff = offReason(item, progress, forecast, today) !== undefined;
	const back: LensPart = { text: l10n.t("Get Back on Track..."), command: { id: "waymark.getBackOnTrack", args: on } };
	// Where nothing is forecast there is nothing to try out.
	return [...(isLoggable(item) ? [log] : []), ...(isTelling(forecast) ? [tryOut] : []), ...(isOff ? [back] : [])];
}

/** The forecast of an item that can still be reached, once it is known. */
function openForecast(item: Item, { state }: Progress, { forecasts }: Snapshot): Forecast | undefined {
	return state === "done" || state === "dropped" ? undefined : forecasts.known(item);
}

function isTelling(forecast: Forecast | undefined): forecast is Forecast {
	return forecast !== undefined && forecast.state !== "tooEarly";
}

function isLoggable(item: Item): boolean {
	return takesProgress(item) && !item.dropped;
}

function commitmentParts(commitment: Commitment, { snapshot, formatter }: ViewSource): ReadonlyArray<LensPart> {
	const week = snapshot.week.commitments.find((each) => each.commitment.id === commitment.id);
	const habit = snapshot.habits.find(({ node }) => node.id === commitment.id);
	const on = { on: commitment.id };
	const paces = [
		...(week && (week.aim.high > 0 || !habit) ? [weekPaceText(week, formatter, false)] : []),
		...(habit ? [habitPaceText(habit, formatter, false)] : []),
	];
	const once: LensPart = { text: l10n.t("Log Once"), command: { id: "waymark.logProgress", args: { ...on, add: 1 } } };
	return [
		{
			text: paces.length > 0 ? l10n.t("this week {0}", paces.join(" · ")) : l10n.t("nothing planned this week"),
		},
		...(commitment.times.length > 0 ? [once] : []),
		{ text: l10n.t("Log Time"), command: { id: "waymark.logTime", args: on } },
		{ text: l10n.t("Start Timer"), command: { id: "waymark.startTimer", args: on } },
	];
}

function checkpointParts(id: string, source: ViewSource): ReadonlyArray<LensPart> {
	const { formatter, today, snapshot } = source;
	const all = snapshot.checkpoints.filter(({ checkpoint }) => checkpoint.id === id);
	const isOpen = ({ state }: ReviewOccurrence) => state === "overdue" || state === "due" || state === "coming";
	const next = all.find(isOpen);
	const last = all.findLast(({ state }) => state === "reviewed");
	const shown = next ?? last;
	if (!shown) {
		return [{ text: l10n.t("never due") }];
	}
	const { state, day, review } = shown;
	const date = formatter.date(day);
	const dueText =
		state === "overdue"
			? l10n.t("was due {0}, {1}", formatter.relative(day, today), date)
			: l10n.t("due {0}, {1}", formatter.relative(day, today), date);
	const text = state === "reviewed" ? l10n.t("reviewed {0}", formatter.date(review?.day ?? day)) : dueText;
	const args = { checkpoint: id, occurrence: shown.occurrence };
	return [{ text }, { text: l10n.t("Open Review"), command: { id: "waymark.openReview", args } }];
}
