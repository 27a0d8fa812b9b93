import type { Named, Plan } from "../../plan.ts";

/**
 * Whether everything has the same ID in two plans. IDs that follow from titles are numbered in the order of the file,
 * so that a change of the order could give the journal of one item to another.
 *
 * @param one the node that is new, or was moved, in `after`
 * @param was the same node in `before`; undefined if it is new
 */
export function haveSameIds(before: Plan, after: Plan, one?: Named, was?: Named): boolean {
	const isSame = idsOf(before, was).join("\n") === idsOf(after, one).join("\n");
	return isSame && (was === undefined || was.id === one?.id);
}

function idsOf(plan: Plan, without?: Named): ReadonlyArray<string> {
	return [
		...plan.measures,
		...plan.phases,
		...plan.tracks,
		...plan.commitments.flatMap((each) => [each, ...each.activities]),
		...plan.checkpoints,
		...plan.items,
	]
		.filter((node) => node !== without)
		.map(({ id }) => id);
}
