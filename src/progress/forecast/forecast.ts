import type { Day } from "../../time/day.ts";
import { arrivalWeeks, drawFutures, quantile, totalsAfter } from "./futures.ts";
import type { OpenWeeks } from "./openWeeks.ts";
import type { WeeklyRecord } from "./weeklyRecord.ts";

/** The minimum number of open weeks and of changes; with fewer it is too early to say. */
const minWeeks = 6;
const minChanges = 3;
/** The maximum number of weeks ahead: ten years. */
const maxWeeks = 522;
/** The weeks of the recent rate: a quarter of a year. */
const recentWeeks = 13;

/** The input of a forecast: when will an amount be added, given what was added so far? */
export interface ForecastQuestion {
	/** The missing amount; 0 or less if it is reached. For falling goals, the amount still to lose. */
	readonly missing: number;
	/** What past weeks added, in the direction of the goal. */
	readonly record: WeeklyRecord;
	/** The last day on which it is in time. */
	readonly due?: Day;
	readonly weeks: OpenWeeks;
	/** Derived from the record, so that the same record gives the same forecast. */
	readonly seed: number;
}

/** When a goal is likely to be reached. Chances are 0 to 1. */
export type Forecast =
	| { readonly state: "reached" }
	/** Too few weeks or changes. */
	| { readonly state: "tooEarly" }
	/** More than a fifth of the simulated futures don't reach the goal within ten years. */
	| ({ readonly state: "notAtThisRate" } & Rates)
	/** The days by which 50%, and 80%, of the simulated futures have reached the goal. */
	| ({ readonly state: "expected"; readonly half: Day; readonly likely: Day } & Rates);

interface Rates {
	/** The chance of reaching the goal by the due day; absent without a due day, 0 if it has passed. */
	readonly chance?: number;
	/** What an open week of the last 13 has added on average. */
	readonly rate: number;
	/** What each open week until the due day would have to add; absent without a due day ahead. */
	readonly neededRate?: number;
}

/** Forecasts when a goal is reached. */
export function forecast(question: ForecastQuestion): Forecast {
	const { missing, record, weeks, seed } = question;
	if (missing <= 0) return { state: "reached" };
	if (record.weeks.length < minWeeks || record.changes < minChanges) return { state: "tooEarly" };
	const arrivals = arrivalWeeks(drawFutures(record.weeks, seed), missing, maxWeeks);
	const rates = ratesOf(question, arrivals);
	const [half, likely] = [0.5, 0.8].map((share) => weeks.lastDayOf(quantile(arrivals, share)));
	return half === undefined || likely === undefined || !Number.isFinite(likely)
		? { state: "notAtThisRate", ...rates }
		: { state: "expected", half, likely, ...rates };
}

function ratesOf({ missing, record, due, weeks }: ForecastQuestion, arrivals: Float64Array): Rates {
	const recent = record.weeks.slice(-recentWeeks);
	const rate = recent.reduce((sum, each) => sum + each, 0) / recent.length;
	if (due === undefined) return { rate };
	const left = weeks.weeksUntil(due);
	// A future counts as arriving at the end of a week. Of the week that contains the due day, the part before it counts.
	const arrived = arrivals.reduce((sum, week) => sum + Math.min(1, Math.max(0, left - week + 1)), 0);
	const neededRate = left > 0 ? { neededRate: missing / left } : {};
	return { rate, chance: arrived / arrivals.length, ...neededRate };
}

/** The likely range of the value after a future week. */
export interface BandPoint {
	/** The last day of the week. */
	readonly day: Day;
	/** The amounts that 10%, 50%, and 90% of the futures don't exceed by then. */
	readonly low: number;
	readonly middle: number;
	readonly high: number;
}

/**
 * The amounts that the futures add, for a chart; empty if it is too early to say.
 *
 * @param ahead the weeks to look at, counted from 1 and ascending; those beyond ten years are left out
 */
export function forecastBand(
	{ record, weeks, seed }: Pick<ForecastQuestion, "record" | "weeks" | "seed">,
	ahead: ReadonlyArray<number>,
): ReadonlyArray<BandPoint> {
	if (record.weeks.length < minWeeks || record.changes < minChanges) return [];
	const shown = ahead.filter((week) => week <= maxWeeks);
	const totals = totalsAfter(drawFutures(record.weeks, seed), shown);
	return shown.flatMap((week, index) => {
		const [day, sums] = [weeks.lastDayOf(week), totals[index]];
		if (day === undefined || !sums) return [];
		return [{ day, low: quantile(sums, 0.1), middle: quantile(sums, 0.5), high: quantile(sums, 0.9) }];
	});
}
