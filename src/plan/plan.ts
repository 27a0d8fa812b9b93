import type { Hours, Times } from "../amount/hours.ts";
import type { Quantity } from "../amount/parseQuantity.ts";
import type { Day, Span } from "../time/day.ts";
import type { Duration } from "../time/duration.ts";
import type { Period } from "../time/period.ts";
import type { TextRange } from "../util/textRange.ts";

/** The kind of an item, by its place in the plan. */
export type ItemKind = "outcome" | "milestone" | "target" | "indicator" | "practice" | "mitigation";

/** Properties of every named node. */
export interface Named {
	/** Identifies the node in the journal and in references; derived from the title if the plan has none. */
	readonly id: string;
	/** Whether the ID is written in the plan. */
	readonly idWritten: boolean;
	readonly title: string;
	/** Former IDs. */
	readonly formerly: ReadonlyArray<string>;
	/** Markdown. */
	readonly note?: string;
	readonly links: ReadonlyArray<string>;
	/** Private, itself or through an enclosing node: left out of exports and hidden in discreet mode. */
	readonly private: boolean;
	/** The range in the text. */
	readonly range: TextRange;
}

/** A period with its days; without days it is relative and the plan has no start. */
export interface Timed {
	/** As written on the node itself. */
	readonly when?: Period;
	/** The days: its own or those of the enclosing node. */
	readonly span?: Span;
}

/** An ID as one node names another, with its range in the text. */
export interface NodeReference {
	readonly id: string;
	readonly range: TextRange;
}

/** Which commits could count for an item or a commitment: those that meet all of it. */
export interface EvidenceRule {
	/** A pattern of the name of the repository's folder. */
	readonly repo?: string;
	/** A pattern of a path in the repository: at least one changed file matches. */
	readonly path?: string;
	/** Texts, separated by `|`: the first line of the message contains one of them, in any case. */
	readonly message?: string;
}

/** What is meant to move items of the plan, and what commits could count for. */
export interface Driver extends Named {
	/** The items that it is meant to move. */
	readonly drives: ReadonlyArray<NodeReference>;
	readonly evidence?: EvidenceRule;
}

/** Anything that can be reached, logged or ticked. */
export interface Item extends Driver, Timed {
	readonly kind: ItemKind;
	readonly goal?: Quantity;
	/** The ID of the measure whose value counts instead of its own. */
	readonly of?: string;
	/** The value is the time logged on it and its parts, in this unit. */
	readonly ofTime?: "hour" | "minute";
	/** The starting value, on day one. */
	readonly from: number;
	/** The ID of the track that it counts for: its own or that of the enclosing node. */
	readonly track?: string;
	/** IDs of the items that it depends on. */
	readonly needs: ReadonlyArray<string>;
	/** The items that it consists of. It is done when all of them are, except optional ones. */
	readonly parts: ReadonlyArray<Item>;
	/** The ID of the item that it is a part of. */
	readonly partOf?: string;
	/** Nice to have: never overdue, and not part of averages and counts. */
	readonly optional: boolean;
	/** How often it must be confirmed. */
	readonly confirm?: Duration;
	/** How long it is valid after it was done. */
	readonly valid?: Duration;
	/** From that day it no longer counts in means, due lists and targets; its history is kept. */
	readonly dropped?: { readonly on?: Day; readonly why?: string; readonly for?: string };
}

/** Items under one heading: an area of a phase, the targets of a period. */
export interface ItemGroup extends Timed {
	/** The area or period as written; empty for a plain list. */
	readonly title: string;
	readonly items: ReadonlyArray<Item>;
	/** The heading. */
	readonly range: TextRange;
}

/** A phase of the plan with its outcomes. */
export interface Phase extends Named, Timed {
	readonly focus?: string;
	/** Outcomes by area; areas are freely named. */
	readonly areas: ReadonlyArray<ItemGroup>;
}

/** A part of a track. */
export interface Stage extends Named, Timed {
	readonly items: ReadonlyArray<Item>;
}

/** Values by period. `span` is undefined for a value that always applies. */
export interface Dated<T> {
	readonly when?: Period;
	readonly span?: Span;
	readonly value: T;
	readonly range: TextRange;
}

/** A track: a line of development that runs through all phases. */
export interface Track extends Named {
	/**
	 * Planned shares of the time, 0 to 1, in the order of their days: linear between two, constant before the first and
	 * after the last.
	 */
	readonly shares: ReadonlyArray<Dated<number>>;
	readonly stages: ReadonlyArray<Stage>;
}

/** A measure: one number that several targets share over the years. */
export interface Measure extends Named {
	/** `latest`: the last value. `total`: the sum since day one. `period`: the sum within the period of the item. */
	readonly count: "latest" | "total" | "period";
}

/** A kind of work within a commitment. */
export interface Activity extends Named {}

/** A commitment: time for every week, or something to do a number of times. */
export interface Commitment extends Driver, Timed {
	/** Minutes a week. */
	readonly hours: ReadonlyArray<Dated<Hours>>;
	/** Times a week. */
	readonly times: ReadonlyArray<Dated<Times>>;
	/** The days of the week on which it is planned, from 0, Monday; empty if on any. */
	readonly days: ReadonlyArray<number>;
	readonly track?: string;
	readonly activities: ReadonlyArray<Activity>;
}

/** A review question, with the IDs of its evidence. */
export interface Question {
	readonly ask: string;
	readonly evidence: ReadonlyArray<string>;
	readonly range: TextRange;
}

/** A checkpoint: a recurring or a single review. */
export interface Checkpoint extends Named, Timed {
	readonly every?: Duration;
	/** The last day on which a review can be due. */
	readonly until?: Day;
	readonly replaces: ReadonlyArray<string>;
	readonly questions: ReadonlyArray<Question>;
}

/** A success factor with its practices. */
export interface Factor extends Named {
	readonly items: ReadonlyArray<Item>;
}

/** A risk with its mitigations. */
export interface Risk extends Named {
	readonly items: ReadonlyArray<Item>;
	/** Live while the weekly hours stay below this share (0 to 1) of the target for this long. */
	readonly watch?: { readonly below: number; readonly for: Duration };
}

/** An advantage: a reason why the plan can succeed. */
export interface Advantage {
	readonly title: string;
	readonly note?: string;
	readonly links: ReadonlyArray<string>;
	/** See {@link Named}. */
	readonly private: boolean;
	readonly points: ReadonlyArray<string>;
	readonly range: TextRange;
}

/** Time off, or days with a lower target. */
export interface TimeOff {
	readonly span: Span;
	/** The weekly target in these weeks, in minutes; without it, none. */
	readonly hours?: Hours;
	readonly why?: string;
	readonly range: TextRange;
}

/** A slip: everything on or after a day moves by a duration. */
export interface Slip {
	readonly at: Day;
	readonly by: Duration;
	/** Whether checkpoints with `every` move as well; otherwise they keep their rhythm. */
	readonly reviews: boolean;
	readonly why?: string;
	readonly range: TextRange;
}

/** How weeks are counted. Days of the week count from 0, Monday. */
export interface Week {
	readonly starts: number;
	readonly days: ReadonlyArray<number>;
	/** Minutes after midnight at which the day ends. */
	readonly dayEnds: number;
	/** The weekly target in minutes; if empty, the sum of the commitments. */
	readonly hours: ReadonlyArray<Dated<Hours>>;
	readonly counts: "commitments" | "all";
}

/** The content of `roadmap.yaml`, as far as it could be parsed. Immutable. */
export interface Plan {
	readonly title: string;
	readonly goal?: string;
	/** Markdown. */
	readonly about?: string;
	readonly note?: string;
	readonly links: ReadonlyArray<string>;
	/** The items that measure the goal; empty if the plan doesn't say. */
	readonly aim: ReadonlyArray<NodeReference>;
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
	/** Every item, in the order of the file; parts follow their item. */
	readonly items: ReadonlyArray<Item>;
	/** Every node that journal entries can refer to, by its ID. */
	readonly byId: ReadonlyMap<string, Item | Commitment | Activity | Track | Measure | Checkpoint>;
}
