import { quantile } from "../../../src/progress/forecast/futures.ts";
import type { Method } from "./methods.ts";

export const histories = [8, 13, 26, 52];
export const horizons = [13, 26, 52];

/** What is asked for is the share of the outcomes that lie in the interval: 80 %. */
const missed = 0.2;
const originsPerCell = 5;
const minChanges = 3;
/** Goals to judge chances by, as multiples of what the past weeks would add at their mean. */
const goals = [0.25, 0.5, 0.75, 1, 1.5, 2, 3];

/** A stretch of a record, and what came after it. */
export interface Case {
	readonly history: ReadonlyArray<number>;
	readonly horizon: number;
	/** What the weeks of the horizon added. */
	readonly truth: number;
	readonly seed: number;
}

/** How a method did in one case. */
export interface Outcome {
	readonly cell: string;
	readonly covered: boolean;
	/** Width plus 2/alpha times what was missed (Gneiting and Raftery, 2007); less is better. */
	readonly score: number;
	/** The chance of each goal, and whether it was reached. */
	readonly chances: ReadonlyArray<{ readonly chance: number; readonly reached: boolean }>;
}

/** The name of a cell. */
export function cellOf(history: number, horizon: number): string {
	return `${history}/${horizon}`;
}

/** Stretches of some records, spread over each, with at least three changes: with fewer no forecast is given. */
export function casesOf(all: ReadonlyArray<ReadonlyArray<number>>): ReadonlyArray<Case> {
	return histories.flatMap((weeks) =>
		horizons.flatMap((horizon) => all.flatMap((series, seed) => stretches(series, weeks, horizon, seed))),
	);
}

function stretches(series: ReadonlyArray<number>, weeks: number, horizon: number, seed: number): ReadonlyArray<Case> {
	const last = series.length - horizon;
	if (last < weeks) return [];
	const step = (last - weeks) / (originsPerCell - 1);
	const origins = new Set(Array.from({ length: originsPerCell }, (_, index) => Math.floor(weeks + index * step)));
	return [...origins].flatMap((origin): ReadonlyArray<Case> => {
		const history = series.slice(origin - weeks, origin);
		const truth = series.slice(origin, origin + horizon).reduce((sum, each) => sum + each, 0);
		return history.filter((each) => each !== 0).length < minChanges ? [] : [{ history, horizon, truth, seed }];
	});
}

/** How a method does in some cases. */
export function outcomesOf(method: Method, cases: ReadonlyArray<Case>): ReadonlyArray<Outcome> {
	return cases.map(({ history, horizon, truth, seed }): Outcome => {
		const totals = method.totals(history, horizon, seed);
		const [low, high] = [quantile(totals, missed / 2), quantile(totals, 1 - missed / 2)];
		const outside = Math.max(0, low - truth) + Math.max(0, truth - high);
		const mean = history.reduce((sum, each) => sum + each, 0) / history.length;
		return {
			cell: cellOf(history.length, horizon),
			covered: outside === 0,
			score: high - low + (2 / missed) * outside,
			chances: goals.map((multiple) => {
				const goal = multiple * mean * horizon;
				return { chance: totals.filter((total) => total >= goal).length / totals.length, reached: truth >= goal };
			}),
		};
	});
}

/** The share of outcomes that lie in their interval, in percent. */
export function coverage(outcomes: ReadonlyArray<Outcome>): number {
	return (100 * outcomes.filter(({ covered }) => covered).length) / outcomes.length;
}

/** The sum of the interval scores. */
export function intervalScore(outcomes: ReadonlyArray<Outcome>): number {
	return outcomes.reduce((sum, { score }) => sum + score, 0);
}

/** The mean squared difference between the chance and what happened (G. Brier, 1950); less is better. */
export function brierScore(outcomes: ReadonlyArray<Outcome>): number {
	const all = outcomes.flatMap(({ chances }) => chances);
	return all.reduce((sum, { chance, reached }) => sum + (chance - Number(reached)) ** 2, 0) / all.length;
}

/** The Brier score of always saying how often goals are reached. */
export function baseRateScore(outcomes: ReadonlyArray<Outcome>): number {
	const all = outcomes.flatMap(({ chances }) => chances);
	const rate = all.filter(({ reached }) => reached).length / all.length;
	return rate * (1 - rate);
}

/** Said and seen, in percent, for the chances of each step of 20 %. */
export function calibration(
	outcomes: ReadonlyArray<Outcome>,
): ReadonlyArray<{ readonly said: number; readonly seen: number; readonly count: number }> {
	const all = outcomes.flatMap(({ chances }) => chances);
	return [0, 1, 2, 3, 4].map((step) => {
		const those = all.filter(({ chance }) => Math.min(4, Math.floor(chance * 5)) === step);
		return {
			said: (100 * those.reduce((sum, { chance }) => sum + chance, 0)) / those.length,
			seen: (100 * those.filter(({ reached }) => reached).length) / those.length,
			count: those.length,
		};
	});
}
