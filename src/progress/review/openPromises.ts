import type { EntryOf } from "../../journal/entry.ts";
import type { LiveEntry } from "../../journal/liveEntry.ts";
import type { Snapshot } from "../assemble.ts";
import type { Occurrence } from "../checkpoints.ts";

/** A promise with the review that made it. */
export interface OpenPromise {
	readonly promise: NonNullable<EntryOf<"review">["next"]>[number];
	readonly review: LiveEntry<"review">;
}

/** The reviews that were held before one, in the order in which they were logged. */
export function reviewsBefore({ reviews }: Snapshot, { review }: Occurrence): ReadonlyArray<LiveEntry<"review">> {
	if (!review) {
		return reviews;
	}
	const own = reviews.findIndex(({ root }) => root === review.root);
	return own < 0 ? reviews : reviews.slice(0, own);
}

/** What earlier reviews promised and none of them has judged: it comes back until somebody says what came of it. */
export function openPromises(snapshot: Snapshot, occurrence: Occurrence): ReadonlyArray<OpenPromise> {
	const before = reviewsBefore(snapshot, occurrence);
	const judged = new Set(before.flatMap(({ entry }) => (entry.kept ?? []).map(({ promise }) => promise)));
	return before.flatMap((review) =>
		(review.entry.next ?? []).filter(({ id }) => !judged.has(id)).map((promise) => ({ promise, review })),
	);
}
