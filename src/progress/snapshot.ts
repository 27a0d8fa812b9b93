import type { Ledger } from "../journal/ledger/ledger.ts";
import type { Plan } from "../plan/plan.ts";
import type { Day } from "../time/day.ts";
import type { Snapshot } from "./assembleSnapshot.ts";
import { SnapshotMaker, type SnapshotOptions } from "./snapshotMaker.ts";

export type { Snapshot } from "./assembleSnapshot.ts";

/** Computes the snapshot of any day, also a past one: entries of later days don't count. */
export function computeSnapshot(plan: Plan, ledger: Ledger, today: Day, options?: SnapshotOptions): Snapshot {
	return new SnapshotMaker().make(plan, ledger, today, options);
}
