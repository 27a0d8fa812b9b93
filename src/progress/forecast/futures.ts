import { leadingCount } from "../../util/leadingCount.ts";
import { type RandomSource, randomSource } from "./random.ts";

// The parameters of the model, six round numbers. docs/performance.md shows how accurate it is.

/** A week counts half as much as one that is this many weeks younger: a quarter of a year. */
const halfLifeWeeks = 13;
/** Older weeks have almost no weight and are left out. */
const maxHistoryWeeks = 130;
/** Weeks are correlated: each has as much information as this fraction of an independent week. */
const independence = 0.4;
/** The uncertainty of the level of the coming weeks, as the standard deviation of its logarithm. */
const levelSpread = 0.4;
/** How much the level changes each week, likewise. It is constant after a year: nothing was measured beyond that. */
const levelStep = 0.1;
const levelWeeks = 52;
/** The mean lengths of work and pauses: about one year and two years. */
const meanActiveWeeks = 52;
const meanPausedWeeks = 104;

/** The number of futures to draw. The standard error of a chance is at most 3.2 percentage points. */
export const futureCount = 250;

/** A possible future. */
export interface Future {
	/** The amount that the next week adds; each call advances by one week. */
	readonly next: () => number;
}

/** Past weeks to draw from. */
interface Urn {
	/** The amounts that they added. */
	readonly amounts: Float64Array;
	/** The cumulative weights; the last one is the total weight. */
	readonly sums: Float64Array;
}

/**
 * Draws possible futures from the amounts of past weeks. A future picks each week among the past ones, recent ones more
 * often, or among those it has picked before, so that the weeks of one future are similar, as those of one person are. This is the
 * Dirichlet process posterior as an urn (Blackwell and MacQueen, 1973), of which the Bayesian bootstrap (Rubin, 1981) is the
 * case of equal weights. One week without progress is assumed on top. The level of a future changes randomly, and it has pauses.
 *
 * @param history the amount of each past week, the oldest first
 * @param seed futures of the same seed use the same random numbers
 */
export function drawFutures(history: ReadonlyArray<number>, seed: number): ReadonlyArray<Future> {
	const urn = urnOf(history);
	return Array.from({ length: futureCount }, (_, stream) => drawFuture(urn, randomSource(seed, stream)));
}

function urnOf(history: ReadonlyArray<number>): Urn {
	const amounts = Float64Array.from([...history.slice(-maxHistoryWeeks), 0]);
	const sums = new Float64Array(amounts.length);
	let sum = 0;
	for (const index of amounts.keys()) {
		const age = Math.max(0, amounts.length - 2 - index);
		sum += independence * 0.5 ** (age / halfLifeWeeks);
		sums[index] = sum;
	}
	return { amounts, sums };
}

function drawFuture({ amounts, sums }: Urn, random: RandomSource): Future {
	const total = sums.at(-1) ?? 0;
	const picked: Array<number> = [];
	let week = 0;
	let level = random.normal() * levelSpread;
	let isActive = true;
	let weeksLeft = random.exponential() * meanActiveWeeks;
	const pick = () => {
		const at = random.uniform() * (total + picked.length);
		return at < total ? (amounts[firstAbove(sums, at)] ?? 0) : (picked[Math.floor(at - total)] ?? 0);
	};
	const next = () => {
		week++;
		if (week <= levelWeeks) level += random.normal() * levelStep;
		for (weeksLeft -= 1; weeksLeft < 0; ) {
			isActive = !isActive;
			weeksLeft += random.exponential() * (isActive ? meanActiveWeeks : meanPausedWeeks);
		}
		if (!isActive) return 0;
		const amount = pick();
		picked.push(amount);
		return amount * Math.exp(level);
	};
	return { next };
}

/** The index of the first of ascending numbers that is greater than a value; that of the last one if none is. */
function firstAbove(ascending: Float64Array, value: number): number {
	return leadingCount(ascending.length - 1, (index) => (ascending[index] ?? 0) <= value);
}

/**
 * The week in which each future has added an amount, counted from 1, in ascending order; Infinity for those that haven't by
 * the last week.
 */
export function arrivalWeeks(futures: ReadonlyArray<Future>, amount: number, maxWeeks: number): Float64Array {
	const weeks = Float64Array.from(futures, ({ next }) => {
		let sum = 0;
		for (let week = 1; week <= maxWeeks; week++) {
			sum += next();
			if (sum >= amount) return week;
		}
		return Number.POSITIVE_INFINITY;
	});
	return weeks.sort();
}

/**
 * The amounts that all futures have added after some weeks: an ascending list for each of these weeks.
 *
 * @param weeks counted from 1, ascending
 */
export function totalsAfter(futures: ReadonlyArray<Future>, weeks: ReadonlyArray<number>): ReadonlyArray<Float64Array> {
	const sums = new Float64Array(futures.length);
	let reached = 0;
	return weeks.map((week) => {
		for (const [index, { next }] of futures.entries()) {
			let sum = sums[index] ?? 0;
			for (let each = reached; each < week; each++) sum += next();
			sums[index] = sum;
		}
		reached = week;
		return sums.slice().sort();
	});
}

/** The quantile of ascending values: the least one that at least a share (0 to 1) of them doesn't exceed. */
export function quantile(sorted: Float64Array, share: number): number {
	const index = Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1));
	return sorted[index] ?? Number.NaN;
}
