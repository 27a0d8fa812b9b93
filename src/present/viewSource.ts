import type { Aliases } from "../journal/aliases.ts";
import type { Ledger } from "../journal/ledger.ts";
import type { Day } from "../plan/day.ts";
import type { Plan } from "../plan/plan.ts";
import type { Snapshot } from "../progress/snapshot.ts";
import type { Words } from "./words.ts";

/** What the rows of the views are made of. */
export interface ViewSource {
	readonly snapshot: Snapshot;
	readonly plan: Plan;
	readonly ledger: Ledger;
	readonly aliases: Aliases;
	readonly today: Day;
	readonly words: Words;
}
