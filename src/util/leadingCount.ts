/**
 * By bisection: how many of the first so many things a condition holds for, where it holds for all up to some place and for
 * none after it. So this is also the index of the first that it doesn't hold for.
 *
 * @param length how many there are
 * @param holds is given an index from 0
 */
export function leadingCount(length: number, holds: (index: number) => boolean): number {
	let low = 0;
	let high = length;
	while (low < high) {
		const middle = low + Math.floor((high - low) / 2);
		if (holds(middle)) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}
	return low;
}
