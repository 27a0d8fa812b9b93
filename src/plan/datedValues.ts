import type { Day } from "../time/day.ts";
import type { Dated } from "./plan.ts";

/**
 * The planned share of a track on a day, 0 to 1: constant within each period, linear from the end of one to the start
 * of the next, and constant before the first and after the last. Undefined if the plan has none.
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

/** The value on a day: that of the last period that has started; before any has, the first one. */
export function valueOn<T>(values: ReadonlyArray<Dated<T>>, day: Day): T | undefined {
	return entryOn(values, day)?.value;
}

/** The same with the period that it is written for. */
export function entryOn<T>(values: ReadonlyArray<Dated<T>>, day: Day): Dated<T> | undefined {
	return values.findLast(({ span }) => span === undefined || span.start <= day) ?? values[0];
}
