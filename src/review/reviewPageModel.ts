import type { ReviewDraft } from "./reviewDraft.ts";

/**
 * The key of a review: the ID of its checkpoint, and its occurrence number, starting at 1; for an extra review, the text
 * that its entry has.
 */
export interface ReviewKey {
	readonly checkpoint: string;
	readonly occurrence: number | string;
}

/**
 * The model of a review page, with all texts in the user's language. Plain data, so that it can be posted to the page.
 * User texts are never interpreted as markup.
 */
export interface ReviewPage {
	readonly key: ReviewKey;
	readonly title: string;
	/** Facts below the title: its days, when it is due or was held, and which reviews it replaces. */
	readonly facts: ReadonlyArray<string>;
	/** `open`: editable. `held`: saved, and read-only unless it is amended. */
	readonly mode: "open" | "held";
	/** The texts of the page's own buttons, headings and labels. */
	readonly labels: Readonly<Record<PageLabel, string>>;
	/** The previous saved review. */
	readonly previous?: ReviewKey & { readonly title: string };
	/** Promises of earlier reviews. */
	readonly promises: ReadonlyArray<PromiseLine>;
	/** Items of the period, planned and achieved: targets, milestones, outcomes and so on. */
	readonly groups: ReadonlyArray<ItemGroupLines>;
	/** Hours by commitment. */
	readonly hours: PageTable;
	/** What was done of each habit; without rows if the plan has none. */
	readonly habits: PageTable;
	/** The split of the tracks in the period. */
	readonly split: PageTable;
	/** The changes of the plan in the period, and how far each phase has moved since day one. */
	readonly amendments: PageTable;
	readonly shifts: PageTable;
	/** What is off track, as a sentence; empty if nothing is, and unless the review is open. */
	readonly offTrack: string;
	readonly indicators: ReadonlyArray<IndicatorLine>;
	/** What is meant to move what, as counts of months; without rows as long as the record is too short. */
	readonly drives: PageTable;
	readonly risks: ReadonlyArray<RiskLine>;
	readonly charts: ReadonlyArray<Chart>;
	readonly questions: ReadonlyArray<QuestionLine>;
	/** Items that promises can be linked to. */
	readonly linkable: ReadonlyArray<{ readonly id: string; readonly title: string }>;
	/** Differences to the saved review; empty while it is open. */
	readonly changes: ReadonlyArray<string>;
	/** The saved content, or the initial content of an amendment; empty for a new review. */
	readonly written: ReviewDraft;
}

/** A table, of a chart or on its own. */
export interface PageTable {
	readonly title: string;
	readonly columns: ReadonlyArray<{ readonly title: string; readonly isNumber?: boolean }>;
	readonly rows: ReadonlyArray<ReadonlyArray<string>>;
	/** The text if there are no rows. */
	readonly empty?: string;
}

/** The state of an item; each has its own icon. */
export type LineState = "done" | "overdue" | "started" | "open" | "dropped";

/** Items of one kind. */
export interface ItemGroupLines {
	readonly title: string;
	readonly items: ReadonlyArray<ItemLine>;
}

/** An item and its progress in the period. */
export interface ItemLine {
	readonly id: string;
	readonly title: string;
	readonly state: LineState;
	readonly stateText: string;
	/** "60 of 100+, 14 before", "by Jun 4, 2026", "behind" */
	readonly facts: ReadonlyArray<string>;
	/** Its progress, 0 to 1. */
	readonly share?: number;
	/** Notes about it in the period, the newest first. */
	readonly evidence: ReadonlyArray<EvidenceLine>;
}

/** A note with its date. */
export interface EvidenceLine {
	readonly day: string;
	readonly text: string;
	/** Only `https:` and `mailto:`. */
	readonly link?: string;
}

/** A promise of an earlier review. */
export interface PromiseLine {
	readonly id: string;
	readonly text: string;
	/** Its review, its due date, and the state of the linked item. */
	readonly facts: ReadonlyArray<string>;
	readonly state?: LineState;
}

/** An indicator with its trend and rating. */
export interface IndicatorLine {
	readonly id: string;
	readonly title: string;
	readonly group: string;
	/** Its last reading. */
	readonly facts: ReadonlyArray<string>;
	/** Its trend, for an arrow. */
	readonly trend?: "rising" | "steady" | "falling";
	/** `trend`: by one of `rising`, `steady`, `falling`. `number`: by a number in words such as `5`, `+1`, `$250K`. */
	readonly rating: "trend" | "number";
}

/** A risk with its mitigations. */
export interface RiskLine {
	readonly title: string;
	readonly isLive: boolean;
	readonly facts: ReadonlyArray<string>;
	readonly mitigations: ReadonlyArray<ItemLine>;
}

/** A question with its evidence. */
export interface QuestionLine {
	/** As in the plan; answers refer to it. */
	readonly ask: string;
	/** The displayed text. */
	readonly text: string;
	readonly evidence: ReadonlyArray<{ readonly title: string; readonly facts: ReadonlyArray<string> }>;
}

interface ChartBase {
	readonly title: string;
	/** A summary for screen readers. */
	readonly summary: string;
	/** The data of the chart. */
	readonly table: PageTable;
}

/** A chart. Days are counted from 1970, time is in minutes, shares are 0 to 1. */
export type Chart = TimelineChart | WeeksChart | HeatmapChart | SplitChart | GoalProgressChart;

/** Phases, stages and checkpoints, with a line for today. */
export interface TimelineChart extends ChartBase {
	readonly kind: "timeline";
	readonly today: number;
	readonly todayText: string;
	/** In the order of rows; `end` is exclusive, null if there is none. `group`: "Phases", or the title of a track. */
	readonly bars: ReadonlyArray<{
		readonly group: string;
		readonly title: string;
		readonly start: number;
		readonly end: number | null;
		/** The dates, for the tooltip. */
		readonly text: string;
	}>;
	/** Checkpoints. `isThis`: the review of the page. */
	readonly points: ReadonlyArray<{
		readonly title: string;
		readonly day: number;
		readonly isHeld: boolean;
		readonly isThis: boolean;
		readonly text: string;
	}>;
	/** The period of the review. */
	readonly period: { readonly start: number; readonly end: number };
}

/** Hours per week, with the target. */
export interface WeeksChart extends ChartBase {
	readonly kind: "weeks";
	/** The axis label: "hours". */
	readonly unit: string;
	readonly aim: string;
	/** `start` is the first day of the week. */
	readonly weeks: ReadonlyArray<{
		readonly start: number;
		readonly minutes: number;
		readonly low: number;
		readonly high: number;
		readonly state: "kept" | "missed" | "off" | "running";
		readonly text: string;
	}>;
}

/** The same weeks as cells of a calendar, a row for each year: the darker, the closer to the target. */
export interface HeatmapChart extends Omit<WeeksChart, "kind"> {
	readonly kind: "heatmap";
	/** The legend, from no time to the target or more. */
	readonly less: string;
	readonly more: string;
	readonly off: string;
}

/** The split over time against the planned lines. */
export interface SplitChart extends ChartBase {
	readonly kind: "split";
	readonly planned: string;
	/** By track, in the order of the plan. `share` is null without any time. */
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

/** The progress of each numeric target towards its goal, and the range of what will probably come of it. */
export interface GoalProgressChart extends ChartBase {
	readonly kind: "goalProgress";
	readonly planned: string;
	/** What the band is called: "likely range". */
	readonly likelyRange: string;
	/** The label of the due date: "due". */
	readonly dueText: string;
	readonly targets: ReadonlyArray<{
		readonly title: string;
		/** "60 of 100+, likely Mar – Jul 2027" */
		readonly reached: string;
		readonly today: number;
		/** The last day on which it is in time. */
		readonly due?: number;
		/** The range of the value on days ahead, the first of them the day of the forecast. Empty without a forecast. */
		readonly band: ReadonlyArray<{
			readonly day: number;
			readonly low: number;
			readonly middle: number;
			readonly high: number;
			/** The tooltip. */
			readonly text: string;
		}>;
		/** The planned straight line, from the value on the first day to the goal on the last. */
		readonly line?: { readonly start: number; readonly from: number; readonly end: number; readonly to: number };
		readonly goal: number;
		/** The value after each entry, with its tooltip. */
		readonly points: ReadonlyArray<{ readonly day: number; readonly value: number; readonly text: string }>;
		/** Axis labels for some values: 0 and the goal. */
		readonly ticks: ReadonlyArray<{ readonly value: number; readonly text: string }>;
	}>;
}

/** The labels of the page. */
export type PageLabel =
	| "promisesTitle"
	| "recordTitle"
	| "amendmentsTitle"
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
	| "backOnTrack"
	| "draftKept"
	| "notSaved"
	| "nothingYet"
	| "unanswered"
	| "goToUnanswered"
	/** The accessible name of the links to the sections. */
	| "sections"
	| "empty"
	/** Removes a verdict or a rating. */
	| "clear"
	/** The host did not answer in time. */
	| "noAnswer";
