import type { LiveEntry } from "../journal/liveEntry.ts";
import { reviewsOf } from "../journal/reviews.ts";
import type { Day } from "../plan/day.ts";
import type { Due, DueReview } from "./dues.ts";

/** Days up to its day, that day included, in which a review is due. */
export const reviewDays = 7;

/**
 * `reviewed`: it was held, early or late. `coming`: its day is more than a week off. `due`: its day is one of the next seven,
 * today included. `overdue`: the day is past. `missed`: so is that of a later one of the same checkpoint.
 */
export type ReviewState = "reviewed" | "coming" | "due" | "overdue" | "missed";

/** A review that falls due, or was held. */
export interface Occurrence extends Due {
	/** What it stands for; reviewing it settles them, but their own reviews do not settle it. */
	readonly replaced: ReadonlyArray<Due & { readonly review?: LiveEntry<"review"> }>;
	readonly state: ReviewState;
	/** The entry that stands. */
	readonly review?: LiveEntry<"review">;
}

/**
 * The state of each review on a day.
 *
 * @param dues in the order of their days
 * @param entries the reviews that count, by the id of their checkpoint
 */
export function occurrences(
	dues: ReadonlyArray<DueReview>,
	entries: ReadonlyMap<string, ReadonlyArray<LiveEntry<"review">>>,
	today: Day,
): ReadonlyArray<Occurrence> {
	const standing = new Map([...entries].map(([id, list]) => [id, reviewsOf(list)]));
	const reviewOf = ({ checkpoint, occurrence }: Due) => standing.get(checkpoint.id)?.get(occurrence);
	const lastPast = new Map<string, number>();
	for (const due of dues.flatMap((each) => [each, ...each.replaced])) {
		if (due.day < today) {
			lastPast.set(due.checkpoint.id, Math.max(due.occurrence, lastPast.get(due.checkpoint.id) ?? 0));
		}
	}
	return dues.map(({ replaced, ...due }): Occurrence => {
		const review = reviewOf(due);
		const isLast = lastPast.get(due.checkpoint.id) === due.occurrence;
		return {
			...due,
			replaced: replaced.map((other) => withReview(other, reviewOf(other))),
			state: review ? "reviewed" : due.day < today ? (isLast ? "overdue" : "missed") : stateAhead(due.day, today),
			...(review ? { review } : {}),
		};
	});
}

function stateAhead(day: Day, today: Day): ReviewState {
	return day < today + reviewDays ? "due" : "coming";
}

function withReview(due: Due, review: LiveEntry<"review"> | undefined): Occurrence["replaced"][number] {
	return review ? { ...due, review } : due;
}
