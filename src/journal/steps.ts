/** Work that can pause after each step: a block of a file, or a few thousand entries. */
export type Steps<T> = Generator<void, T>;

/** The number of entries in one step: a few ms. */
export const stepSize = 4096;

/** Iterates with a pause after every few thousand elements. @param size the number of elements between two pauses */
export function* stepping<T>(things: Iterable<T>, each: (thing: T) => void, size = stepSize): Steps<void> {
	let count = 0;
	for (const thing of things) {
		each(thing);
		if (++count % size === 0) {
			yield;
		}
	}
}

/** Runs all steps at once. */
export function finish<T>(steps: Steps<T>): T {
	for (;;) {
		const { done, value } = steps.next();
		if (done) {
			return value;
		}
	}
}

/**
 * Sorts like `Array.prototype.toSorted`, and as stable. Longer lists are sorted in pieces of one step, which are then
 * merged.
 */
export function* sorting<T extends object>(
	list: ReadonlyArray<T>,
	compare: (a: T, b: T) => number,
): Steps<ReadonlyArray<T>> {
	let runs: Array<ReadonlyArray<T>> = [];
	for (let start = 0; start < list.length; start += stepSize) {
		runs.push(list.slice(start, start + stepSize).sort(compare));
		yield;
	}
	while (runs.length > 1) {
		const merged: Array<ReadonlyArray<T>> = [];
		for (let at = 0; at < runs.length; at += 2) {
			merged.push(yield* merging(runs[at] ?? [], runs[at + 1] ?? [], compare));
		}
		runs = merged;
	}
	return runs[0] ?? [];
}

function* merging<T extends object>(
	first: ReadonlyArray<T>,
	second: ReadonlyArray<T>,
	compare: (a: T, b: T) => number,
): Steps<ReadonlyArray<T>> {
	const merged: Array<T> = [];
	let [at, other] = [0, 0];
	for (;;) {
		const [a, b] = [first[at], second[other]];
		if (a !== undefined && (b === undefined || compare(a, b) <= 0)) {
			merged.push(a);
			at++;
		} else if (b !== undefined) {
			merged.push(b);
			other++;
		} else {
			return merged;
		}
		if (merged.length % stepSize === 0) {
			yield;
		}
	}
}
