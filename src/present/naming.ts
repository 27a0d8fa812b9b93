import type { Change } from "../journal/typed/progress.ts";
import type { Plan } from "../plan/plan.ts";

/** What an entry needs to name something of the plan: its id, and its title as it is now. */
export function naming(plan: Plan, id: string): { readonly on: string; readonly name: string } {
	return { on: id, name: plan.byId.get(id)?.title ?? id };
}

/**
 * What a `progress` entry needs to name something. A number that several targets ask for is logged once, on the measure: on
 * one of them it would count for none. A mark and a trend are read from the item itself.
 */
export function namingProgress(plan: Plan, id: string, { set }: Change): ReturnType<typeof naming> {
	const isNumber = set === undefined || typeof set === "number";
	const item = plan.items.find((each) => each.id === id);
	return naming(plan, isNumber ? (item?.of ?? id) : id);
}
