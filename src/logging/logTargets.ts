import type { Quantity } from "../amount/parseQuantity.ts";
import { requiredParts } from "../plan/parts.ts";
import type { Commitment, Item, ItemKind, Named, Plan } from "../plan/plan.ts";
import type { LogTarget } from "./logReading.ts";

/** The kind of a target. */
export type LogTargetKind = ItemKind | "commitment" | "activity" | "measure" | "track" | "checkpoint";

/** A target of journal entries. */
export interface PlanTarget extends LogTarget {
	readonly formerly: ReadonlyArray<string>;
	readonly kind: LogTargetKind;
	/** The commitment of an activity, or the measure of a target. */
	readonly of?: Pick<Named, "title"> & Partial<Pick<Named, "private">>;
}

/** All targets, in the order in which users look for them: this week first, then the items of the plan. */
export function logTargets(plan: Plan): ReadonlyArray<PlanTarget> {
	const measures = new Map(plan.measures.map((measure) => [measure.id, measure]));
	// A measure has the number format of its goals.
	const goals = new Map(plan.items.map(({ of, goal }) => [of, goal] as const).reverse());
	const timeOnly = true;
	return [
		...plan.commitments.flatMap((commitment) => [
			{ ...named(commitment), kind: "commitment" as const, weekly: true, ...takenBy(commitment) },
			...commitment.activities.map((activity) => ({
				...named(activity),
				kind: "activity" as const,
				of: commitment,
				...takenBy(commitment),
			})),
		]),
		...plan.measures.map((measure) => ({ ...named(measure, goals.get(measure.id)), kind: "measure" as const })),
		...plan.items.map((item) => ({
			...named(item, item.goal),
			...loggedAs(item),
			kind: item.kind,
			...(item.of === undefined ? {} : { of: measures.get(item.of) ?? { title: item.of } }),
		})),
		...plan.tracks.map((track) => ({ ...named(track), kind: "track" as const, timeOnly })),
		...plan.checkpoints.map((checkpoint) => ({ ...named(checkpoint), kind: "checkpoint" as const, timeOnly })),
	];
}

/** A commitment with `times` takes time and times, another one only time. */
function takenBy({ times }: Commitment): Pick<PlanTarget, "timeOnly" | "counted"> {
	return times.length > 0 ? { counted: true } : { timeOnly: true };
}

/** Without a goal, an item is only marked as done, and one with parts not even that. */
function loggedAs(item: Item): Pick<PlanTarget, "timeOnly" | "doneOnly"> {
	if (item.ofTime) {
		return { timeOnly: true };
	}
	if (item.goal !== undefined || item.of !== undefined) {
		return {};
	}
	return requiredParts(item).length > 0 ? { timeOnly: true } : { doneOnly: true };
}

function named(
	{ id, title, formerly }: Named,
	goal?: Quantity,
): Pick<PlanTarget, "id" | "title" | "formerly" | "goal"> {
	return { id, title, formerly, ...(goal ? { goal } : {}) };
}
