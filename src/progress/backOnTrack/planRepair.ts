import type { Commitment, Item, Phase } from "../../plan/plan.ts";
import type { Day } from "../../time/day.ts";
import type { PlanIndex } from "../planIndex.ts";
import type { Snapshot } from "../snapshot.ts";
import type { TimeCost } from "./timeCost.ts";

/** One change of the plan, in its syntax. Days are `YYYY-MM-DD`. */
export type RepairStep =
	| { readonly kind: "when"; readonly node: Item; readonly when: string }
	| { readonly kind: "goal"; readonly node: Item; readonly goal: string }
	| { readonly kind: "drop"; readonly node: Item; readonly on: string }
	/** `reviews`: recurring reviews move as well. */
	| { readonly kind: "slip"; readonly at: string; readonly by: string; readonly reviews?: true }
	| { readonly kind: "timeOff"; readonly when: string }
	/** The hours of a commitment, or of the week without one, from a day on. */
	| {
			readonly kind: "hours";
			readonly node?: Commitment;
			readonly hours: string;
			readonly was: string;
			readonly from: string;
	  }
	| { readonly kind: "weekDays"; readonly days: string; readonly was: string };

/** The chances of reaching the goal by the due day, 0 to 1; absent where nothing is forecast. */
export interface Chances {
	readonly before?: number;
	readonly after?: number;
}

/** A way back on track. Without steps, nothing in the plan has to change. */
export type PlanRepair = { readonly steps: ReadonlyArray<RepairStep> } & (
	| ({
			/** More each week: the rate with which the chance is 80%. */
			readonly kind: "more";
			/** What an open week of the last 13 has added, and what it would have to add. */
			readonly rate: number;
			readonly neededRate: number;
			/** Absent if no time is logged on it. */
			readonly cost?: TimeCost;
	  } & Chances)
	| ({
			/** A later date: with a forecast the one with a chance of 80%. */
			readonly kind: "later";
			readonly due: Day;
			/** Items that need it and would be due before it: they move to the same day. */
			readonly along: ReadonlyArray<Item>;
			/** Its phase, if that ends before the new date. */
			readonly phase?: Phase;
	  } & Chances)
	/** A smaller goal, with a chance of 80%. */
	| ({ readonly kind: "less"; readonly goal: string } & Chances)
	/** The items that need it, and would no longer. */
	| { readonly kind: "drop"; readonly dependents: ReadonlyArray<Item>; readonly before?: number }
	/** Everything from a day on moves by some months. */
	| ({ readonly kind: "slip"; readonly at: Day; readonly months: number } & Chances)
	/** Minutes per week that were reached in 3 of 4 weeks; how many of the last weeks would have been kept. */
	| { readonly kind: "smaller"; readonly level: number; readonly kept: number; readonly of: number }
	/** The same hours, split as they were lived. Minutes per week. */
	| {
			readonly kind: "split";
			readonly parts: ReadonlyArray<{ readonly commitment: Commitment; readonly was: number; readonly now: number }>;
	  }
	/** Fewer working days: 0 is Monday. */
	| { readonly kind: "days"; readonly days: ReadonlyArray<number> }
	/** Time off, both days included. */
	| { readonly kind: "timeOff"; readonly first: Day; readonly last: Day }
);

/** What repairs are computed from. */
export interface RepairContext {
	readonly snapshot: Snapshot;
	readonly index: PlanIndex;
	/** The maximum minutes of one day. */
	readonly maxMinutesPerDay: number;
	/** The first day on which the hours of the week may change. */
	readonly easeFrom: Day;
}
