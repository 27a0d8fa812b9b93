import type { Day, Span } from "../time/day.ts";
import { mostReviews } from "./limits.ts";
import type { Checkpoint, Plan } from "./plan.ts";
import { reviewCalendar } from "./planCalendar.ts";

/** More than one review a day for ten years is a mistake, and must not exhaust the memory. */
const mostOfOne = 4000;

/** The latest finite end of all dates except shares, which continue after their end; exclusive. Undefined if nothing ends. */
export function endOfPlan({ phases, tracks, targets, items, commitments, checkpoints }: Plan): Day | undefined {
	const dated: ReadonlyArray<{ readonly span?: Span }> = [
		...phases,
		...tracks.flatMap(({ stages }) => stages),
		...targets,
		...items,
		...commitments,
		...checkpoints,
	];
	const end = dated.reduce((latest, { span }) => Math.max(latest, span?.end ?? latest), Number.NEGATIVE_INFINITY);
	return Number.isFinite(end) ? end : undefined;
}

/**
 * The limit of reviews for each checkpoint: if all together are due more than 20,000 times, each gets an equal part.
 */
export function mostOccurrences({ checkpoints }: Pick<Plan, "checkpoints">): number {
	const repeated = checkpoints.filter(({ every }) => every !== undefined).length;
	return Math.min(mostOfOne, Math.max(1, Math.floor(mostReviews / Math.max(1, repeated))));
}

/**
 * The last day on which a checkpoint with `every` can be due; undefined if there is none.
 *
 * @param end see {@link endOfPlan}
 */
export function lastReviewDay({ until }: Checkpoint, end: Day | undefined): Day | undefined {
	return until ?? (end === undefined ? undefined : end - 1);
}

/** The first due date of a checkpoint with `every`, if it can be due at all; undefined without a start. */
export function firstReview(plan: Plan, { every }: Checkpoint): Day | undefined {
	const { start } = plan;
	return every && start !== undefined ? reviewCalendar(plan).boundary(start, every.unit, every.count) - 1 : undefined;
}

/** The first checkpoint that would be due more often than the limit, up to its own end or that of the plan. */
export function tooOften(plan: Plan): Checkpoint | undefined {
	const { start, boundary } = reviewCalendar(plan);
	const most = mostOccurrences(plan);
	const end = endOfPlan(plan);
	return plan.checkpoints.find((checkpoint) => {
		const { every } = checkpoint;
		const last = lastReviewDay(checkpoint, end);
		const next = every && start !== undefined ? boundary(start, every.unit, every.count * (most + 1)) - 1 : undefined;
		return next !== undefined && last !== undefined && next <= last;
	});
}
