import { type RandomSource, randomSource } from "../../../src/progress/forecast/random.ts";

/** An invented kind of record, and one series of it for each random source. */
export interface World {
	readonly name: string;
	readonly series: (random: RandomSource) => ReadonlyArray<number>;
}

const weeks = 156;

/** Kinds of records that commits to projects do not show. Each series is three years of weeks. */
export const worlds: ReadonlyArray<World> = [
	// A level that jumps: a team of people, of whom a few come or go at once.
	{ name: "levels", series: (random) => make((week) => (random.uniform() < 0.06 ? jump(random, week) : 0)) },
	// Money in lumps: rarely, and of very different sizes.
	{
		name: "lumps",
		series: (random) => make(() => (random.uniform() < 0.12 ? Math.round(20 * Math.exp(random.normal())) : 0)),
	},
	// Half the year is the season.
	{
		name: "seasons",
		series: (random) => make((week) => poisson(random, 3 * (1 + Math.sin((2 * Math.PI * week) / 52)))),
	},
	// Little for weeks, then a sprint before a date each quarter.
	{ name: "sprints", series: (random) => make((week) => poisson(random, week % 13 >= 10 ? 6 : 0.5)) },
	// Steady until it ends for good, at any time.
	{
		name: "quitting",
		series: (random) => {
			const end = 26 + random.exponential() * 100;
			return make((week) => (week < end ? poisson(random, 3) : 0));
		},
	},
	// Steep at first, then flatter.
	{
		name: "learning",
		series: (random) => {
			const half = 20 + 40 * random.uniform();
			return make((week) => poisson(random, 0.5 + 6 * 0.5 ** (week / half)));
		},
	},
];

function make(amount: (week: number) => number): ReadonlyArray<number> {
	return Array.from({ length: weeks }, (_, week) => amount(week));
}

function jump(random: RandomSource, week: number): number {
	return 1 + Math.floor(random.uniform() * (week < 52 ? 2 : 4));
}

/** Source: D. Knuth, The Art of Computer Programming, volume 2, 3.4.1. */
function poisson(random: RandomSource, mean: number): number {
	const limit = Math.exp(-mean);
	let count = -1;
	for (let product = 1; product > limit; product *= random.uniform()) count++;
	return count;
}

/** Each event of a series is kept with a probability. */
export function thinned(series: ReadonlyArray<number>, share: number, random: RandomSource): ReadonlyArray<number> {
	return series.map((count) => {
		let kept = 0;
		for (let event = 0; event < count; event++) if (random.uniform() < share) kept++;
		return kept;
	});
}

/** Series of a world, the same ones each time. */
export function seriesOf({ series }: World, count: number): ReadonlyArray<ReadonlyArray<number>> {
	return Array.from({ length: count }, (_, index) => series(randomSource(7, index)));
}
