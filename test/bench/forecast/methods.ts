import { drawFutures, totalsAfter } from "../../../src/progress/forecast/futures.ts";
import { type RandomSource, randomSource } from "../../../src/progress/forecast/random.ts";
import { gamma } from "./gamma.ts";

/** A way to forecast: what may have been added after some weeks, in ascending order. */
export interface Method {
	readonly name: string;
	readonly totals: (history: ReadonlyArray<number>, weeks: number, seed: number) => Float64Array;
}

const futureCount = 300;

/** The method of the product. */
export const ours: Method = {
	name: "Waymark",
	totals: (history, weeks, seed) => totalsAfter(drawFutures(history, seed), [weeks])[0] ?? new Float64Array(),
};

/** What other tools do: each coming week is one of the past ones, each as likely as the others. */
export const plainBootstrap: Method = {
	name: "plain bootstrap",
	totals: (history, weeks, seed) =>
		sorted(seed, ({ uniform }) => {
			let sum = 0;
			for (let week = 0; week < weeks; week++) sum += history[Math.floor(uniform() * history.length)] ?? 0;
			return sum;
		}),
};

/** The best simple method known: half-life 13 weeks, weights Gamma(1/3), level exp(N(0, 0.15 sqrt(H/3))), stop 1 in 50 weeks. */
export const simpleMethod: Method = {
	name: "simple method",
	totals: (history, weeks, seed) =>
		sorted(seed, (random) => {
			const sums: Array<number> = [];
			let all = 0;
			for (const age of history.keys()) {
				all += 0.5 ** ((history.length - 1 - age) / 13) * gamma(1 / 3, random);
				sums.push(all);
			}
			const level = Math.exp(random.normal() * 0.15 * Math.sqrt(weeks / 3));
			const end = Math.min(weeks, Math.floor(random.exponential() * 50));
			let sum = 0;
			for (let week = 0; week < end; week++) {
				const at = random.uniform() * all;
				sum += (history[sums.findIndex((each) => each > at)] ?? 0) * level;
			}
			return sum;
		}),
};

function sorted(seed: number, draw: (random: RandomSource) => number): Float64Array {
	return Float64Array.from({ length: futureCount }, (_, stream) => draw(randomSource(seed, stream))).sort();
}
