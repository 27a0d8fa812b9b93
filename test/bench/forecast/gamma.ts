import type { RandomSource } from "../../../src/progress/forecast/random.ts";

/**
 * Gamma with scale 1 and a shape below 1. Source: G. Marsaglia and W. W. Tsang, "A simple method for generating gamma
 * variables", ACM Transactions on Mathematical Software 26 (2000).
 */
export function gamma(shape: number, random: RandomSource): number {
	const positive = () => 1 - random.uniform();
	const d = shape + 1 - 1 / 3;
	const c = 1 / Math.sqrt(9 * d);
	for (;;) {
		const x = random.normal();
		const v = (1 + c * x) ** 3;
		if (v > 0 && Math.log(positive()) < (x * x) / 2 + d - d * v + d * Math.log(v)) {
			return d * v * positive() ** (1 / shape);
		}
	}
}
