import type { Span } from "./day.ts";
import type { Period } from "./period.ts";
import type { Problem, TextRange } from "./problem.ts";
import type { Quantity } from "./quantity.ts";

/** What a node of the plan is called in the format. */
export type ItemKind = "outcome" | "milestone" | "target";

/** Something that can be reached, logged or ticked. */
export interface Item {
	readonly kind: ItemKind;
	readonly id: string;
	readonly title: string;
	readonly when?: Period;
	/** The days that `when`, its own or that of what encloses it, stands for. */
	readonly span?: Span;
	readonly goal?: Quantity;
	/** The id of the measure whose value counts instead of its own. */
	readonly of?: string;
	/** The value on day one. */
	readonly from: number;
	/** Ids of the items that must be done for this one to be. */
	readonly needs: ReadonlyArray<string>;
	/** Dropped items stay in the record and leave all sums. */
	readonly dropped: boolean;
	readonly range: TextRange;
}

/** Items under one heading: an area of a phase, a stage of a track, the targets of a year. */
export interface ItemGroup {
	readonly title: string;
	readonly span?: Span;
	readonly items: ReadonlyArray<Item>;
	readonly range: TextRange;
}

/** A stretch of the way with what should have come out of it. */
export interface Phase {
	readonly id: string;
	readonly title: string;
	readonly when?: Period;
	readonly span?: Span;
	readonly focus?: string;
	/** Outcomes grouped by area, in the writer's own words. */
	readonly areas: ReadonlyArray<ItemGroup>;
	readonly range: TextRange;
}

/** A line of development that runs through all phases. */
export interface Track {
	readonly id: string;
	readonly title: string;
	readonly stages: ReadonlyArray<ItemGroup>;
	readonly range: TextRange;
}

/** One number that several targets ask for over the years. */
export interface Measure {
	readonly id: string;
	readonly title: string;
	/** `latest`: a level. `total`: all since day one. `period`: what fell into the asking item's period. */
	readonly count: "latest" | "total" | "period";
}

/** What `roadmap.yaml` says, as far as it could be understood. */
export interface Plan {
	readonly title: string;
	readonly goal?: string;
	readonly phases: ReadonlyArray<Phase>;
	readonly tracks: ReadonlyArray<Track>;
	/** One group for each key of `targets`, in the order of the file. */
	readonly targets: ReadonlyArray<ItemGroup>;
	readonly measures: ReadonlyMap<string, Measure>;
}

/** A plan that was read; without `plan` the text could not be understood at all and `problems` says why. */
export interface PlanReading {
	readonly plan?: Plan;
	readonly problems: ReadonlyArray<Problem>;
}
