import type { EntryOf } from "../../journal/entry.ts";
import type { LiveEntry } from "../../journal/ledger/liveEntry.ts";
import type { Snapshot } from "../assembleSnapshot.ts";
import type { ReviewOccurrence } from "../reviewOccurrences.ts";

/** A promise with the review that made it. */
export interface OpenPromise {
	readonly promise: NonNullable<EntryOf<"review">["next"]>[number];
	readonly review: LiveEntry<"review">;
}

/** The reviews that were saved before one, in the order in which they were logged. */
export function earlierReviews(
	{ reviews }: Snapshot,
	{ review }: ReviewOccurrence,
): ReadonlyArray<LiveEntry<"review">> {
	if (!review) {
		return reviews;
	}
	const own = reviews.findIndex(({ root }) => root === review.root);
	return own < 0 ? reviews : reviews.slice(0, own);
}

/** Promises of earlier reviews without a verdict: each is shown again until it has one. */
export function openPromises(snapshot: Snapshot, occurrence: ReviewOccurrence): ReadonlyArray<OpenPromise> {
	const before = earlierReviews(snapshot, occurrence);
	const settled = new Set(before.flatMap(({ entry }) => (entry.kept ?? []).map(({ promise }) => promise)));
	return before.flatMap((review) =>
		(review.entry.next ?? []).filter(({ id }) => !settled.has(id)).map((promise) => ({ promise, review })),
	);
}
