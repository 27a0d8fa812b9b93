import { itemRepairs } from "./itemRepairs.ts";
import type { OffTrack } from "./offTrack.ts";
import type { PlanRepair, RepairContext } from "./planRepair.ts";
import { slipRepair } from "./slipRepair.ts";
import { weekRepairs } from "./weekRepairs.ts";

/** The ways back on track for something that is off, in the order in which they are offered. */
export function repairsOf(off: OffTrack, context: RepairContext): ReadonlyArray<PlanRepair> {
	switch (off.kind) {
		case "weeks":
			return weekRepairs(context);
		case "phase":
			return slipRepair(off.late, context);
		case "item":
			return itemRepairs(off.item, context);
	}
}
