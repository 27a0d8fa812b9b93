import type { Day, Span } from "../../time/day.ts";

/** The pace of an item. */
export type ItemPace = "ahead" | "onPace" | "behind";

/**
 * Compares the progress (0 to 1) with the elapsed part of the period: `behind` is less than that of the finished days,
 * `ahead` at least that including today. Undefined outside of the period.
 */
export function itemPace(share: number, { start, end }: Required<Span>, today: Day): ItemPace | undefined {
	if (today < start || today >= end) {
		return undefined;
	}
	const days = end - start;
	if (share < (today - start) / days) {
		return "behind";
	}
	return share >= (today + 1 - start) / days ? "ahead" : "onPace";
}
