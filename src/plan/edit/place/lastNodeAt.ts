import type { Named, Plan } from "../../plan.ts";
import type { PlanPlace } from "./itemPlace.ts";

/** The last node in the list of a place. */
export function lastNodeAt(plan: Plan, place: PlanPlace): Named | undefined {
	switch (place.kind) {
		case "area": {
			const phase = plan.phases.find(({ range }) => range.start === place.phaseAt);
			return phase?.areas.find(({ title }) => title === place.area)?.items.at(-1);
		}
		case "stage":
			return plan.tracks
				.flatMap(({ stages }) => stages)
				.find(({ range }) => range.start === place.stageAt)
				?.items.at(-1);
		case "targets":
			return plan.targets.find(({ title }) => title === place.period)?.items.at(-1);
		case "phases":
			return plan.phases.at(-1);
		case "commitments":
			return plan.commitments.at(-1);
	}
}
