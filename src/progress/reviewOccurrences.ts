import type { LiveEntry } from "../journal/ledger/liveEntry.ts";
import { reviewEntries } from "../journal/ledger/reviewEntries.ts";
import type { Checkpoint } from "../plan/plan.ts";
import type { Day } from "../time/day.ts";
import type { ScheduledDate, ScheduledReview } from "./schedule.ts";

/** The number of days before the due date, inclusive, in which a review is due. */
export const reviewDays = 7;

/**
 * `reviewed`: held, early or late. `coming`: due in more than a week. `due`: due within seven days, today included.
 * `overdue`: past due. `missed`: a later one of the same checkpoint is past due, too.
 */
export type ReviewState = "reviewed" | "coming" | "due" | "overdue" | "missed";

/** A review with its state: a scheduled one, or an extra one that was held beside them. */
export interface ReviewOccurrence extends Omit<ScheduledDate, "occurrence"> {
	/** Its number, starting at 1; for an extra review, the text that its entry has. */
	readonly occurrence: number | string;
	/** The reviews that it replaces; holding it covers them, but not the reverse. */
	readonly replaced: ReadonlyArray<ScheduledDate & { readonly review?: LiveEntry<"review"> }>;
	readonly state: ReviewState;
	/** The entry that is. */
	readonly review?: LiveEntry<"review">;
}

/**
 * The state of each review on a day.
 *
 * @param schedule in chronological order
 * @param entries the valid reviews, by checkpoint ID
 */
export function reviewOccurrences(
	schedule: ReadonlyArray<ScheduledReview>,
	entries: ReadonlyMap<string, ReadonlyArray<LiveEntry<"review">>>,
	today: Day,
): ReadonlyArray<ReviewOccurrence> {
	const byOccurrence = new Map([...entries].map(([id, list]) => [id, reviewEntries(list)]));
	const reviewOf = ({ checkpoint, occurrence }: ScheduledDate) => byOccurrence.get(checkpoint.id)?.get(occurrence);
	const lastPast = new Map<string, number>();
	for (const due of schedule.flatMap((each) => [each, ...each.replaced])) {
		if (due.day < today) {
			lastPast.set(due.checkpoint.id, Math.max(due.occurrence, lastPast.get(due.checkpoint.id) ?? 0));
		}
	}
	return schedule.map(({ replaced, ...due }): ReviewOccurrence => {
		const review = reviewOf(due);
		const stateBehind = lastPast.get(due.checkpoint.id) === due.occurrence ? "overdue" : "missed";
		const openState = due.day < today ? stateBehind : stateAhead(due.day, today);
		return {
			...due,
			replaced: replaced.map((other) => withReview(other, reviewOf(other))),
			state: review ? "reviewed" : openState,
			...(review ? { review } : {}),
		};
	});
}

/**
 * The extra reviews: held beside the scheduled ones, each on its day.
 *
 * @param entries the valid reviews, by checkpoint ID
 */
export function extraReviews(
	checkpoints: ReadonlyArray<Checkpoint>,
	entries: ReadonlyMap<string, ReadonlyArray<LiveEntry<"review">>>,
): ReadonlyArray<ReviewOccurrence> {
	return checkpoints.flatMap((checkpoint) =>
		[...reviewEntries(entries.get(checkpoint.id) ?? [])].flatMap(([occurrence, review]) =>
			typeof occurrence === "string"
				? [{ checkpoint, occurrence, day: review.day, replaced: [], state: "reviewed" as const, review }]
				: [],
		),
	);
}

function stateAhead(day: Day, today: Day): ReviewState {
	return day < today + reviewDays ? "due" : "coming";
}

function withReview(due: ScheduledDate, review: LiveEntry<"review"> | undefined): ReviewOccurrence["replaced"][number] {
	return review ? { ...due, review } : due;
}
