import type { Change } from "../amount/change.ts";
import type { Plan } from "../plan/plan.ts";

/** The fields that refer to something in the plan: its ID, and its current title. */
export function targetFields(plan: Plan, id: string): { readonly on: string; readonly name: string } {
	return { on: id, name: plan.byId.get(id)?.title ?? id };
}

/**
 * The target fields of a `progress` entry. A number of a measure is logged on the measure, because it would not count
 * on one of the targets. Marks and trends are logged on the item itself.
 */
export function progressTargetFields(plan: Plan, id: string, { set }: Change): ReturnType<typeof targetFields> {
	const isNumber = set === undefined || typeof set === "number";
	const item = plan.items.find((each) => each.id === id);
	return targetFields(plan, isNumber ? (item?.of ?? id) : id);
}
