import type { Aliases } from "../journal/ledger/aliases.ts";
import type { Ledger } from "../journal/ledger/ledger.ts";
import type { Plan } from "../plan/plan.ts";
import type { Day } from "../time/day.ts";
import type { Snapshot } from "./snapshot.ts";

/** A plan with its journal and the snapshot of a day. */
export interface RoadmapState {
	readonly snapshot: Snapshot;
	readonly plan: Plan;
	readonly ledger: Ledger;
	readonly aliases: Aliases;
	readonly today: Day;
}
