import type { Ledger } from "../../journal/ledger/ledger.ts";
import type { Item } from "../../plan/plan.ts";
import { formatDay } from "../../time/day.ts";
import { dueDay } from "../../time/period.ts";
import type { Snapshot } from "../assembleSnapshot.ts";
import type { BandPoint, Forecast } from "../forecast/forecast.ts";
import { type Fact, type FactOf, factsOf, privacyField } from "./reviewFact.ts";

/** The maximum number of stored forecasts; a page can't show more. */
const maxForecasts = 12;
/** The number of points of a band, for any length. */
const bandPoints = 8;
/** A band ends when the goal is likely to be reached, but not this much later than it is due, nor a year from now. */
const dueTimes = 2;
/** The minimum number of weeks of a band, also used if no day is known. */
const leastWeeks = 13;
const usualWeeks = 52;
/** The number of stored digits of a number of a band. */
const digits = 6;

/**
 * The forecasts of the listed items of a review that can be forecast, are still open, and have values.
 *
 * @param facts of the same snapshot, with the items
 */
export function forecastFacts(
	snapshot: Snapshot,
	{ ledger }: { readonly ledger: Ledger },
	facts: ReadonlyArray<Fact>,
): ReadonlyArray<Fact> {
	const made: Array<Fact> = [];
	for (const { id, listed, values } of factsOf(facts, "item")) {
		const item = listed && values ? snapshot.items.get(id) : undefined;
		const forecast = item && snapshot.forecastOf(item);
		if (!item || !forecast || forecast.state === "reached") continue;
		made.push(forecastFact(item, forecast, snapshot, ledger));
		if (made.length === maxForecasts) break;
	}
	return made;
}

function forecastFact(
	item: Item,
	forecast: Exclude<Forecast, { readonly state: "reached" }>,
	snapshot: Snapshot,
	ledger: Ledger,
): FactOf<"forecast"> {
	const { forecasts, aliases } = snapshot;
	const fact = { fact: "forecast" as const, id: item.id, title: item.title, ...privacyField(item) };
	if (forecast.state === "tooEarly") return { ...fact, state: forecast.state };
	const { state, chance, rate, neededRate } = forecast;
	const hits = forecasts.hitRate(item, { ledger, aliases });
	return {
		...fact,
		state,
		...(state === "expected" ? { half: formatDay(forecast.half), likely: formatDay(forecast.likely) } : {}),
		...(chance === undefined ? {} : { chance }),
		rate: rounded(rate),
		...(neededRate === undefined ? {} : { neededRate: rounded(neededRate) }),
		band: bandOf(item, forecast, snapshot),
		...(hits ? { hits } : {}),
	};
}

/** The range until the goal is likely to be reached, and until it is due. */
function bandOf(
	item: Item,
	forecast: Forecast,
	{ forecasts, today }: Snapshot,
): Array<[string, number, number, number]> {
	const weeks = forecasts.question(item)?.weeks;
	const due = dueDay(item.span) ?? today;
	const likely = forecast.state === "expected" ? forecast.likely : today;
	const until = Math.max(due, Math.min(likely, today + Math.max(dueTimes * (due - today), 7 * usualWeeks)));
	const count = Math.max(leastWeeks, Math.ceil(weeks?.weeksUntil(until) || usualWeeks));
	const step = Math.max(1, count / bandPoints);
	const ahead = Array.from({ length: Math.floor(count / step + 0.5) }, (_, index) => Math.round((index + 1) * step));
	return forecasts
		.band(item, ahead)
		.map(({ day, low, middle, high }: BandPoint) => [formatDay(day), rounded(low), rounded(middle), rounded(high)]);
}

function rounded(value: number): number {
	return Number(value.toPrecision(digits));
}
