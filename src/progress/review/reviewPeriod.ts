import type { Day, Span } from "../../plan/day.ts";
import type { Snapshot } from "../assemble.ts";
import type { Occurrence } from "../checkpoints.ts";

/**
 * The days that a review is about: from the day after the review of the same checkpoint before it (the day it was held, else
 * the day it was due; a review that stood for it counts) up to today. Of one that was held the last day is the one on
 * which it was; of one that was not held in its time, the one on which it was due. The first review of a checkpoint begins with the plan; one that is asked for once begins
 * where its `when` does.
 */
export function reviewPeriod(snapshot: Snapshot, occurrence: Occurrence): Required<Span> {
	const { plan, today } = snapshot;
	const { checkpoint, state, day, review } = occurrence;
	const before = endOfReviewBefore(snapshot, occurrence);
	const last = review?.day ?? (state === "missed" ? day : today);
	const start = before === undefined ? ((checkpoint.every ? plan.start : checkpoint.span?.start) ?? last) : before + 1;
	return { start, end: Math.max(start, last) + 1 };
}

function endOfReviewBefore({ checkpoints }: Snapshot, { checkpoint, occurrence }: Occurrence): Day | undefined {
	for (const each of checkpoints) {
		const same = [each, ...each.replaced].find(
			(due) => due.checkpoint.id === checkpoint.id && due.occurrence === occurrence - 1,
		);
		if (same) {
			return each.review?.day ?? same.review?.day ?? same.day;
		}
	}
	return undefined;
}
