import type { Suite } from "mocha";

/** Shuffles the tests of every suite, and the suites, in a way that the seed decides. */
export function inAnyOrder(suite: Suite, seed: number): void {
	let state = seed >>> 0;
	// A linear congruential generator with the constants of Numerical Recipes: enough to shuffle.
	const below = (count: number): number => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return Math.floor((state / 2 ** 32) * count);
	};
	const shuffle = (list: Array<unknown>): void => {
		for (let end = list.length - 1; end > 0; end--) {
			const at = below(end + 1);
			[list[end], list[at]] = [list[at], list[end]];
		}
	};
	const visit = (each: Suite): void => {
		shuffle(each.tests);
		shuffle(each.suites);
		each.suites.forEach(visit);
	};
	visit(suite);
}
