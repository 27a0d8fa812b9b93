import type { Plan } from "../plan/plan.ts";
import { scheduleReviews } from "../progress/schedule.ts";
import type { Day } from "../time/day.ts";
import type { MovedDate } from "./planChange.ts";

/** The reviews from today on that a plan change moves, in the order of their new days. */
export function movedReviews(before: Plan, after: Plan, today: Day): ReadonlyArray<MovedDate> {
	const old = reviewDays(before, today);
	return [...reviewDays(after, today)].flatMap(([id, { node, day }]): ReadonlyArray<MovedDate> => {
		const was = old.get(id)?.day;
		return was === undefined || was < today || was === day ? [] : [{ id, node, was, now: day }];
	});
}

function reviewDays(plan: Plan, today: Day) {
	return new Map(
		scheduleReviews(plan, today)
			.flatMap((due) => [due, ...due.replaced])
			.map(({ checkpoint, occurrence, day }) => [`review:${checkpoint.id}:${occurrence}`, { node: checkpoint, day }]),
	);
}
