import * as l10n from "@vscode/l10n";
import type { Item } from "../../plan/plan.ts";
import type { Forecast } from "../../progress/forecast/forecast.ts";
import type { HitRate } from "../../progress/forecast/hitRate.ts";
import type { Day } from "../../time/day.ts";
import { monthOf } from "../../time/month.ts";
import { dueDay } from "../../time/period.ts";
import type { Formatter } from "../text/formatter.ts";
import type { ViewSource } from "../text/viewSource.ts";

/** The weeks of a year, for rates that are too small to show per week. */
const weeksOfYear = 52;
/** A smaller rate is shown per year. */
const leastByWeek = 0.1;

/** The forecast in a row: empty if the goal is on track, or while the forecast isn't known yet. */
export function forecastRowTexts(item: Item, { snapshot, formatter }: ViewSource): ReadonlyArray<string> {
	return arrivalRowTexts(item, snapshot.forecasts.known(item), formatter);
}

/** The same for a forecast, undefined while it isn't known. */
export function arrivalRowTexts(
	{ span }: Pick<Item, "span">,
	forecast: Forecast | undefined,
	formatter: Formatter,
): ReadonlyArray<string> {
	const isWorthTelling =
		forecast?.state === "expected"
			? isLate(forecast.likely, dueDay(span)) || (forecast.chance ?? 1) < 0.5
			: forecast?.state === "notAtThisRate" && (forecast.chance ?? 0) < 0.5;
	return forecast && isWorthTelling ? arrivalTexts(forecast, formatter) : [];
}

/** When a goal is likely to be reached, and how good the chances are: "likely Mar – Jul 2027", "about a 70% chance by Jun 2027". */
export function forecastTexts(
	item: Pick<Item, "span">,
	forecast: Forecast,
	{ formatter, today }: Pick<ViewSource, "formatter" | "today">,
): ReadonlyArray<string> {
	const due = dueDay(item.span);
	const chance = "chance" in forecast ? forecast.chance : undefined;
	const isAhead = due !== undefined && due >= today;
	return [
		...arrivalTexts(forecast, formatter),
		...(chance === undefined || !isAhead ? [] : [chanceText(chance, due, formatter)]),
	];
}

/** The chance (0 to 1) of reaching a goal by a day, in words and in steps of 10%. */
export function chanceText(chance: number, due: Day, formatter: Formatter): string {
	const month = formatter.month(due);
	const step = chanceStep(chance);
	if (step === 0) return l10n.t("hardly any chance by {0}", month);
	if (step === 1) return l10n.t("very likely by {0}", month);
	const share = formatter.rounded(step);
	return step === 0.8
		? l10n.t("about an {0} chance by {1}", share, month)
		: l10n.t("about a {0} chance by {1}", share, month);
}

/** A chance in steps of 10%, 0 to 1. Forecasts are not more precise than that. */
export function chanceStep(chance: number): number {
	return Math.round(chance * 10) / 10;
}

/** The recent and the needed rate: "2 a week recently", "3.1 a week needed". */
export function rateTexts(
	{ goal }: Pick<Item, "goal">,
	forecast: Forecast,
	formatter: Formatter,
): ReadonlyArray<string> {
	if (!goal || !("rate" in forecast)) return [];
	const value = (rate: number) => formatter.value(Number(rate.toPrecision(2)), goal);
	const { rate, neededRate } = forecast;
	const isByYear = Math.max(rate, neededRate ?? 0) < leastByWeek;
	const text = (amount: number, ofWeek: (value: string) => string, ofYear: (value: string) => string) =>
		isByYear ? ofYear(value(amount * weeksOfYear)) : ofWeek(value(amount));
	const recent = text(
		rate,
		(each) => l10n.t("{0} a week recently", each),
		(each) => l10n.t("{0} a year recently", each),
	);
	if (neededRate === undefined) return [recent];
	const needed = text(
		neededRate,
		(each) => l10n.t("{0} a week needed", each),
		(each) => l10n.t("{0} a year needed", each),
	);
	return [recent, needed];
}

/** How often past forecasts were right: "8 of the last 10 came within the range". */
export function hitRateText({ within, of }: HitRate): string {
	return l10n.t("{0} of the last {1} came within the range", within, of);
}

function arrivalTexts(forecast: Forecast, formatter: Formatter): ReadonlyArray<string> {
	switch (forecast.state) {
		case "reached":
			return [];
		case "tooEarly":
			return [l10n.t("too early to say")];
		case "notAtThisRate":
			return [l10n.t("not at this rate")];
		case "expected":
			return [l10n.t("likely {0}", formatter.months(forecast.half, forecast.likely))];
	}
}

/** Whether a day is in a later month than that of the due day, or nothing is due. */
function isLate(day: Day, due: Day | undefined): boolean {
	return due === undefined || monthOf(day) > monthOf(due);
}
