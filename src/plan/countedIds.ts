import type { Plan } from "./plan.ts";

/** The IDs whose time entries count as times. */
export function countedIds({ commitments }: Plan): ReadonlySet<string> {
	const counted = commitments.filter(({ times }) => times.length > 0);
	return new Set(counted.flatMap(({ id, activities }) => [id, ...activities.map((activity) => activity.id)]));
}
