import type { Day, Span } from "./day.ts";
import type { Duration } from "./duration.ts";
import type { Period } from "./period.ts";
import type { TextRange } from "./problem.ts";
import type { Quantity } from "./quantity.ts";
import type { Hours } from "./scalars.ts";

/** Where in the plan an item stands. */
export type ItemKind = "outcome" | "milestone" | "target" | "indicator" | "practice" | "mitigation";

/** What everything with a name has. */
export interface Named {
	/** What the journal and other nodes name it by; made from the title where the plan gives none. */
	readonly id: string;
	/** Whether the plan says the id itself. */
	readonly idWritten: boolean;
	readonly title: string;
	/** Ids it had before. */
	readonly formerly: ReadonlyArray<string>;
	/** Markdown. */
	readonly note?: string;
	readonly link?: string;
	/** Kept out of exports and hidden in discreet mode, as is what stands within something private. */
	readonly private: boolean;
	/** Where it stands in the text. */
	readonly range: TextRange;
}

/** A period with the days it stands for; without days it counts from a start that the plan does not say. */
export interface Timed {
	/** As written on the node itself. */
	readonly when?: Period;
	/** The days, its own or those of what encloses it. */
	readonly span?: Span;
}

/** Something that can be reached, logged or ticked. */
export interface Item extends Named, Timed {
	readonly kind: ItemKind;
	readonly goal?: Quantity;
	/** The id of the measure whose value counts instead of its own. */
	readonly of?: string;
	/** The value on day one. */
	readonly from: number;
	/** The id of the track it counts for, its own or that of what encloses it. */
	readonly track?: string;
	/** Ids of the items that must be done for this one to be. */
	readonly needs: ReadonlyArray<string>;
	/** How often to ask again whether it still holds. */
	readonly confirm?: Duration;
	/** It expires that long after it was done. */
	readonly valid?: Duration;
	/** From that day on it leaves means, due lists and aims; its history stays. */
	readonly dropped?: { readonly on?: Day; readonly why?: string; readonly for?: string };
}

/** Items under one heading: an area of a phase, the targets of a period. */
export interface ItemGroup extends Timed {
	readonly title: string;
	readonly items: ReadonlyArray<Item>;
	/** The heading. */
	readonly range: TextRange;
}

/** A stretch of the way with what should come of it. */
export interface Phase extends Named, Timed {
	readonly focus?: string;
	/** Outcomes grouped by area, in the writer's own words. */
	readonly areas: ReadonlyArray<ItemGroup>;
}

/** A part of a track. */
export interface Stage extends Named, Timed {
	readonly items: ReadonlyArray<Item>;
}

/** Values by the time in which they hold. `span` is undefined for the value that holds always. */
export interface Dated<T> {
	readonly when?: Period;
	readonly span?: Span;
	readonly value: T;
	readonly range: TextRange;
}

/** A line of development that runs through all phases. */
export interface Track extends Named {
	/** Shares of the time, 0 to 1, in the order of their days. Between two a straight line, at both ends held. */
	readonly shares: ReadonlyArray<Dated<number>>;
	readonly stages: ReadonlyArray<Stage>;
}

/** One number that several targets ask for over the years. */
export interface Measure extends Named {
	/** `latest`: a level. `total`: all since day one. `period`: what fell into the asking item's period. */
	readonly count: "latest" | "total" | "period";
}

/** A kind of work within a commitment. */
export interface Activity extends Named {}

/** What every week gets. */
export interface Commitment extends Named, Timed {
	/** Minutes a week. */
	readonly hours: ReadonlyArray<Dated<Hours>>;
	readonly track?: string;
	readonly activities: ReadonlyArray<Activity>;
}

/** A question of a review, with the ids of what should stand beside it. */
export interface Question {
	readonly ask: string;
	readonly evidence: ReadonlyArray<string>;
	readonly range: TextRange;
}

/** A review that falls due: every so often, or once. */
export interface Checkpoint extends Named, Timed {
	readonly every?: Duration;
	/** The last day on which one can fall due. */
	readonly until?: Day;
	readonly replaces: ReadonlyArray<string>;
	readonly questions: ReadonlyArray<Question>;
}

/** What success depends on, with what keeps it alive. */
export interface Factor extends Named {
	readonly items: ReadonlyArray<Item>;
}

/** What can go wrong, with what is done against it. */
export interface Risk extends Named {
	readonly items: ReadonlyArray<Item>;
	/** Live while the week's hours stay below that share (0 to 1) of the aim for that long. */
	readonly watch?: { readonly below: number; readonly for: Duration };
}

/** Why this can work. */
export interface Advantage {
	readonly title: string;
	readonly note?: string;
	readonly link?: string;
	readonly points: ReadonlyArray<string>;
	readonly range: TextRange;
}

/** Days that ask for less. */
export interface TimeOff {
	readonly span: Span;
	/** What the week still asks for, in minutes; nothing without it. */
	readonly hours?: Hours;
	readonly why?: string;
	readonly range: TextRange;
}

/** What lies on or after a day moves. */
export interface Slip {
	readonly at: Day;
	readonly by: Duration;
	readonly why?: string;
	readonly range: TextRange;
}

/** How the week is counted. Days of the week count from 0, Monday. */
export interface Week {
	readonly starts: number;
	readonly days: ReadonlyArray<number>;
	/** Minutes after midnight at which the day ends. */
	readonly dayEnds: number;
	/** Minutes a week; empty where the sum of the commitments is the aim. */
	readonly hours: ReadonlyArray<Dated<Hours>>;
	readonly counts: "commitments" | "all";
}

/** What `roadmap.yaml` says, as far as it could be understood. It never changes. */
export interface Plan {
	readonly title: string;
	readonly goal?: string;
	/** Markdown. */
	readonly about?: string;
	readonly note?: string;
	readonly link?: string;
	/** Day one. */
	readonly start?: Day;
	readonly week: Week;
	readonly timeOff: ReadonlyArray<TimeOff>;
	readonly measures: ReadonlyArray<Measure>;
	readonly phases: ReadonlyArray<Phase>;
	readonly tracks: ReadonlyArray<Track>;
	/** One group for each key of `targets`, in the order of the file. */
	readonly targets: ReadonlyArray<ItemGroup>;
	readonly commitments: ReadonlyArray<Commitment>;
	readonly checkpoints: ReadonlyArray<Checkpoint>;
	readonly leading: ReadonlyArray<Item>;
	readonly lagging: ReadonlyArray<Item>;
	readonly factors: ReadonlyArray<Factor>;
	readonly risks: ReadonlyArray<Risk>;
	readonly advantages: ReadonlyArray<Advantage>;
	readonly slips: ReadonlyArray<Slip>;
	/** Every item, in the order of the file. */
	readonly items: ReadonlyArray<Item>;
	/** Everything that the journal may name, by its id. */
	readonly byId: ReadonlyMap<string, Item | Commitment | Activity | Track | Measure | Checkpoint>;
}
