import { compareIds } from "../entryIds.ts";
import type { LiveEntry } from "./liveEntry.ts";

/** The valid reviews by occurrence, extra ones included: of several the one with the greatest ID. */
export function reviewEntries(
	entries: Iterable<LiveEntry<"review">>,
): ReadonlyMap<number | string, LiveEntry<"review">> {
	const reviews = new Map<number | string, LiveEntry<"review">>();
	for (const live of entries) {
		const other = reviews.get(live.entry.occurrence);
		if (!other || compareIds(live.entry.id, other.entry.id) > 0) {
			reviews.set(live.entry.occurrence, live);
		}
	}
	return reviews;
}
