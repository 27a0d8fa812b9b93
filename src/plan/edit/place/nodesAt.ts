import type { Item, Named, Plan } from "../../plan.ts";
import type { ItemPlace, PlanPlace } from "./itemPlace.ts";

/** The nodes in the list of a place; none if there is no such list. */
export function nodesAt(plan: Plan, place: ItemPlace): ReadonlyArray<Item>;
export function nodesAt(plan: Plan, place: PlanPlace): ReadonlyArray<Named>;
export function nodesAt(plan: Plan, place: PlanPlace): ReadonlyArray<Named> {
	switch (place.kind) {
		case "area": {
			const phase = plan.phases.find(({ range }) => range.start === place.phaseAt);
			return phase?.areas.find(({ title }) => title === place.area)?.items ?? [];
		}
		case "stage":
			return (
				plan.tracks.flatMap(({ stages }) => stages).find(({ range }) => range.start === place.stageAt)?.items ?? []
			);
		case "targets":
			return plan.targets.find(({ title }) => title === place.period)?.items ?? [];
		case "phases":
			return plan.phases;
		case "commitments":
			return plan.commitments;
	}
}
