import type { Day } from "./day.ts";
import type { Dated } from "./plan.ts";

/**
 * The share of the time, 0 to 1, that a track should get on a day: it holds throughout each named period, moves in a
 * straight line from the end of one to the start of the next, and is held before the first and after the last. Undefined
 * where the plan gives none.
 */
export function shareOn(shares: ReadonlyArray<Dated<number>>, day: Day): number | undefined {
	let before: Dated<number> | undefined;
	for (const share of shares) {
		const start = share.span?.start ?? Number.NEGATIVE_INFINITY;
		if (day < start) {
			if (!before?.span) {
				return share.value;
			}
			const end = before.span.end ?? start;
			return before.value + ((share.value - before.value) * (day - end)) / Math.max(1, start - end);
		}
		if (day < (share.span?.end ?? Number.POSITIVE_INFINITY)) {
			return share.value;
		}
		before = share;
	}
	return before?.value;
}

/** The value that holds on a day: that of the last period that has begun, the first one's before any has. */
export function valueOn<T>(values: ReadonlyArray<Dated<T>>, day: Day): T | undefined {
	const begun = values.findLast(({ span }) => span === undefined || span.start <= day);
	return (begun ?? values[0])?.value;
}
