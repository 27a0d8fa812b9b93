import { uniformFloat32 } from "pure-rand/distribution/uniformFloat32";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** Random numbers that are the same for the same seed, everywhere. */
export interface RandomSource {
	/** Uniform over 0 (inclusive) to 1 (exclusive). */
	readonly uniform: () => number;
	/** Normal with mean 0 and variance 1. Source: G. Box and M. Muller, 1958. */
	readonly normal: () => number;
	/** Exponential with mean 1. */
	readonly exponential: () => number;
}

/** The first numbers to drop, so that similar seeds give different streams. */
const warmUp = 8;

/** A stream of random numbers, different for each pair of seed and stream. */
export function randomSource(seed: number, stream: number): RandomSource {
	const generator = xoroshiro128plus(Math.imul(seed ^ Math.imul(stream + 1, 0x9e3779b1), 0x85ebca6b));
	for (let i = 0; i < warmUp; i++) generator.next();
	const uniform = () => uniformFloat32(generator);
	// Never 0, which has no logarithm.
	const positive = () => 1 - uniform();
	return {
		uniform,
		normal: () => Math.sqrt(-2 * Math.log(positive())) * Math.cos(2 * Math.PI * uniform()),
		exponential: () => -Math.log(positive()),
	};
}
