import type { Day, Span } from "../plan/day.ts";

/** How an item keeps pace with its dates. */
export type ItemPace = "ahead" | "onPace" | "behind";

/**
 * How the share that was reached (0 to 1) compares with the elapsed share of the days, as in the week: `behind` is less than
 * the finished days' share, `ahead` at least as much as theirs with today. Undefined outside the days.
 */
export function itemPace(share: number, { start, end }: Required<Span>, today: Day): ItemPace | undefined {
	if (today < start || today >= end) {
		return undefined;
	}
	const days = end - start;
	return share < (today - start) / days ? "behind" : share >= (today + 1 - start) / days ? "ahead" : "onPace";
}
