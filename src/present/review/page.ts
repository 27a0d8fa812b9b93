import type { ReviewDraft } from "./draft.ts";

/** Which review: a checkpoint by its id, and which time it is, from 1. */
export interface ReviewKey {
	readonly checkpoint: string;
	readonly occurrence: number;
}

/**
 * The page of a review, all of it in words of the person's language. It holds plain data, so that it can be posted to the
 * page. What a person wrote is text everywhere: nothing in it is markup.
 */
export interface ReviewPage {
	readonly key: ReviewKey;
	readonly title: string;
	/** Under the title: the days it is about, when it is due or was held, and what it stands for as well. */
	readonly facts: ReadonlyArray<string>;
	/** `open`: it is being filled in. `held`: it was saved and is read-only until somebody amends it. */
	readonly mode: "open" | "held";
	/** The texts of the page's own buttons, headings and labels. */
	readonly labels: Readonly<Record<PageLabel, string>>;
	/** The review that was held last before this one. */
	readonly previous?: ReviewKey & { readonly title: string };
	/** What the last reviews promised. */
	readonly promises: ReadonlyArray<PromiseLine>;
	/** What the period promised, and what happened: targets, milestones, outcomes and so on. */
	readonly groups: ReadonlyArray<ItemGroupLines>;
	/** Hours by commitment. */
	readonly hours: Table;
	/** The split of the tracks in the period. */
	readonly split: Table;
	readonly indicators: ReadonlyArray<IndicatorLine>;
	readonly risks: ReadonlyArray<RiskLine>;
	readonly pictures: ReadonlyArray<Picture>;
	readonly questions: ReadonlyArray<QuestionLine>;
	/** What a promise can be linked to. */
	readonly linkable: ReadonlyArray<{ readonly id: string; readonly title: string }>;
	/** What is different now from what the review showed; empty while it is open. */
	readonly changes: ReadonlyArray<string>;
	/** What was saved, or what an amendment begins with; empty fields for a new review. */
	readonly written: ReviewDraft;
}

/** A table: what a picture shows, or what needs no picture. */
export interface Table {
	readonly title: string;
	readonly columns: ReadonlyArray<{ readonly title: string; readonly isNumber?: boolean }>;
	readonly rows: ReadonlyArray<ReadonlyArray<string>>;
	/** Stands in the place of the table where there are no rows. */
	readonly empty?: string;
}

/** How something stands; each has an icon of its own shape. */
export type LineState = "done" | "overdue" | "started" | "open" | "dropped";

/** Items of one kind. */
export interface ItemGroupLines {
	readonly title: string;
	readonly items: ReadonlyArray<ItemLine>;
}

/** An item with what came of it in the period. */
export interface ItemLine {
	readonly id: string;
	readonly title: string;
	readonly state: LineState;
	readonly stateText: string;
	/** "60 of 100+, 14 before", "by Jun 4, 2026", "behind" */
	readonly facts: ReadonlyArray<string>;
	/** The share of the way, 0 to 1. */
	readonly share?: number;
	/** What was written down about it in the period, the newest first. */
	readonly evidence: ReadonlyArray<EvidenceLine>;
}

/** A note, with its day. */
export interface EvidenceLine {
	readonly day: string;
	readonly text: string;
	/** Only `https:` and `mailto:`. */
	readonly link?: string;
}

/** Something that an earlier review promised. */
export interface PromiseLine {
	readonly id: string;
	readonly text: string;
	/** From which review, by when, and how what it is linked to stands. */
	readonly facts: ReadonlyArray<string>;
	readonly state?: LineState;
}

/** An indicator with its trend, and how it is rated. */
export interface IndicatorLine {
	readonly id: string;
	readonly title: string;
	readonly group: string;
	/** Its last reading. */
	readonly facts: ReadonlyArray<string>;
	/** Its direction, for an arrow with its word. */
	readonly trend?: "rising" | "steady" | "falling";
	/** `trend`: by one of `rising`, `steady`, `falling`. `number`: by a number in words such as `5`, `+1`, `$250K`. */
	readonly rating: "trend" | "number";
}

/** A risk with what is done against it. */
export interface RiskLine {
	readonly title: string;
	readonly isLive: boolean;
	readonly facts: ReadonlyArray<string>;
	readonly mitigations: ReadonlyArray<ItemLine>;
}

/** A question, with what should stand beside it. */
export interface QuestionLine {
	/** As the plan has it: answers name it. */
	readonly ask: string;
	/** As it is shown. */
	readonly text: string;
	readonly evidence: ReadonlyArray<{ readonly title: string; readonly facts: ReadonlyArray<string> }>;
}

interface PictureBase {
	readonly title: string;
	/** What the picture says, for those who do not see it. */
	readonly summary: string;
	/** The numbers of the picture. */
	readonly table: Table;
}

/** A chart. Days are counted from 1970, time is in minutes, shares are 0 to 1. */
export type Picture = TimelinePicture | WeeksPicture | SplitPicture | WaysPicture;

/** Phases, stages and checkpoints, with today. */
export interface TimelinePicture extends PictureBase {
	readonly kind: "timeline";
	readonly today: number;
	readonly todayText: string;
	/** In the order of their rows; `end` is exclusive, null where it never ends. `group`: "Phases", the title of a track. */
	readonly bars: ReadonlyArray<{
		readonly group: string;
		readonly title: string;
		readonly start: number;
		readonly end: number | null;
		/** For hovering: the dates. */
		readonly text: string;
	}>;
	/** Checkpoints. `isThis`: the review on the page. */
	readonly points: ReadonlyArray<{
		readonly title: string;
		readonly day: number;
		readonly isHeld: boolean;
		readonly isThis: boolean;
		readonly text: string;
	}>;
	/** The days that the review is about. */
	readonly period: { readonly start: number; readonly end: number };
}

/** Hours per week against the aim. */
export interface WeeksPicture extends PictureBase {
	readonly kind: "weeks";
	/** On the axis: "hours". */
	readonly unit: string;
	readonly aim: string;
	/** `start` is the week's first day. */
	readonly weeks: ReadonlyArray<{
		readonly start: number;
		readonly minutes: number;
		readonly low: number;
		readonly high: number;
		readonly state: "kept" | "missed" | "off" | "running";
		readonly text: string;
	}>;
}

/** The split over time against the planned lines. */
export interface SplitPicture extends PictureBase {
	readonly kind: "split";
	readonly planned: string;
	/** Of each track, in the order of the plan. `share` is null where there was no time. */
	readonly tracks: ReadonlyArray<{
		readonly title: string;
		readonly months: ReadonlyArray<{
			readonly start: number;
			readonly share: number | null;
			readonly planned: number | null;
			readonly text: string;
		}>;
	}>;
}

/** Each numeric target's way towards its goal. */
export interface WaysPicture extends PictureBase {
	readonly kind: "ways";
	readonly planned: string;
	readonly ways: ReadonlyArray<{
		readonly title: string;
		/** "60 of 100+" */
		readonly reached: string;
		readonly today: number;
		/** The planned straight line, from the value on the first day to the goal on the last. */
		readonly line?: { readonly start: number; readonly from: number; readonly end: number; readonly to: number };
		readonly goal: number;
		/** The value after each entry, with what hovering tells. */
		readonly points: ReadonlyArray<{ readonly day: number; readonly value: number; readonly text: string }>;
		/** Texts of some values for the axis: of 0 and of the goal. */
		readonly ticks: ReadonlyArray<{ readonly value: number; readonly text: string }>;
	}>;
}

/** The page's own texts. */
export type PageLabel =
	| "promisesTitle"
	| "recordTitle"
	| "timeTitle"
	| "signalsTitle"
	| "risksTitle"
	| "picturesTitle"
	| "questionsTitle"
	| "summaryTitle"
	| "summaryHint"
	| "nextTitle"
	| "nextHint"
	| "changesTitle"
	| "yes"
	| "partly"
	| "no"
	| "note"
	| "rising"
	| "steady"
	| "falling"
	| "rating"
	| "ratingHint"
	| "live"
	| "evidence"
	| "showTable"
	| "showPicture"
	| "promise"
	| "linkedTo"
	| "nothingLinked"
	| "dueOn"
	| "addPromise"
	| "removePromise"
	| "save"
	| "saving"
	| "saved"
	| "saveAgain"
	| "amend"
	| "discard"
	| "export"
	| "openPrevious"
	| "showInPlan"
	| "draftKept"
	| "notSaved"
	| "nothingYet"
	| "unanswered"
	| "empty"
	/** Takes a verdict or a rating back. */
	| "clear"
	/** The host did not answer in time. */
	| "noAnswer";
