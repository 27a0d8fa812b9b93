import type { Ledger } from "../journal/ledger.ts";
import type { Day } from "../plan/day.ts";
import type { Plan } from "../plan/plan.ts";
import type { Snapshot } from "./assemble.ts";
import { SnapshotMaker, type SnapshotOptions } from "./snapshotMaker.ts";

export type { Snapshot } from "./assemble.ts";

/** Computes the snapshot of any day, past ones too: entries of later days do not count. */
export function snapshot(plan: Plan, ledger: Ledger, today: Day, options?: SnapshotOptions): Snapshot {
	return new SnapshotMaker().make(plan, ledger, today, options);
}
