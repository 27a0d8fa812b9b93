import type { Day, Span } from "../../time/day.ts";
import type { Snapshot } from "../assembleSnapshot.ts";
import type { ReviewOccurrence } from "../reviewOccurrences.ts";

/**
 * The days that a review covers. It starts the day after the previous review of the same checkpoint: the day that one was
 * saved, otherwise its due date; a review that replaced it counts as well, an extra one doesn't. A previous review that was neither saved nor due
 * yet is skipped, so that an early review covers the days since the last saved one. The first review of a checkpoint starts
 * with the plan, and one that is due only once starts with its `when`. The last day is today; for a saved review, the day on
 * which it was saved; for a missed one, its due date.
 */
export function reviewPeriod(snapshot: Snapshot, occurrence: ReviewOccurrence): Required<Span> {
	const { plan, today } = snapshot;
	const { checkpoint, state, day, review } = occurrence;
	const last = review?.day ?? (state === "missed" ? day : today);
	const before = endOfReviewBefore(snapshot, occurrence, last);
	const start = before === undefined ? ((checkpoint.every ? plan.start : checkpoint.span?.start) ?? last) : before + 1;
	return { start: Math.min(start, last), end: last + 1 };
}

function endOfReviewBefore(
	{ checkpoints }: Snapshot,
	{ checkpoint, occurrence }: ReviewOccurrence,
	last: Day,
): Day | undefined {
	const number = typeof occurrence === "number" ? occurrence : Number.POSITIVE_INFINITY;
	let latest: { readonly occurrence: number; readonly day: Day } | undefined;
	for (const each of checkpoints) {
		const same = [each, ...each.replaced].find((due) => due.checkpoint.id === checkpoint.id);
		const held = each.review?.day ?? same?.review?.day;
		const isOver = held === undefined ? (same?.day ?? last) < last : held <= last;
		if (typeof same?.occurrence !== "number") {
			continue;
		}
		if (same.occurrence < number && isOver && same.occurrence > (latest?.occurrence ?? 0)) {
			latest = { occurrence: same.occurrence, day: held ?? same.day };
		}
	}
	return latest?.day;
}
