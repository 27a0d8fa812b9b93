import { compareIds } from "./ids.ts";
import type { LiveEntry } from "./liveEntry.ts";

/** The reviews that stand, by their occurrence: of several for one the one with the greatest id. */
export function reviewsOf(entries: Iterable<LiveEntry<"review">>): ReadonlyMap<number, LiveEntry<"review">> {
	const reviews = new Map<number, LiveEntry<"review">>();
	for (const live of entries) {
		const other = reviews.get(live.entry.occurrence);
		if (!other || compareIds(live.entry.id, other.entry.id) > 0) {
			reviews.set(live.entry.occurrence, live);
		}
	}
	return reviews;
}
