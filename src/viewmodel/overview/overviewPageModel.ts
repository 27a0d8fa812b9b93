import type { Chart, LineState } from "../../review/reviewPageModel.ts";
import type { Grouping } from "../rows/viewOptions.ts";

/**
 * The model of the overview, with all texts in the user's language. Plain data, so that it can be posted to the page. Each
 * key is posted only when its value has changed.
 */
export interface OverviewPage {
	readonly title: string;
	/** The goal of the plan and where it stands. */
	readonly facts: ReadonlyArray<string>;
	/** Why the page shows an earlier version of the plan; empty if it doesn't. */
	readonly notice: string;
	readonly labels: Readonly<Record<OverviewLabel, string>>;
	readonly timeline: OverviewTimeline;
	readonly week: OverviewSection;
	readonly due: OverviewSection;
	readonly hours: OverviewSection;
	readonly split: OverviewSection;
	readonly goals: OverviewSection;
	readonly wins: OverviewSection;
	readonly promises: OverviewSection;
}

/** The keys of the sections below the timeline, in their order. */
export const sectionKeys = ["week", "due", "hours", "split", "goals", "wins", "promises"] as const;

export type SectionKey = (typeof sectionKeys)[number];

/** A section: lines, a chart, or the text that says what would fill it. */
export interface OverviewSection {
	readonly title: string;
	readonly lines: ReadonlyArray<OverviewLine>;
	readonly chart?: Chart;
	readonly empty: string;
}

/** A line about a node of the plan. */
export interface OverviewLine {
	/** The key of its node, to show it in the plan. */
	readonly key?: string;
	readonly text: string;
	readonly facts: ReadonlyArray<string>;
	readonly state?: LineState;
}

/** What has dates. Days are counted from 1970. */
export interface OverviewTimeline {
	readonly today: number;
	readonly rows: ReadonlyArray<TimelineRow>;
	/** The titles of the groups; rows refer to them by their index. */
	readonly groups: Readonly<Record<Grouping, ReadonlyArray<string>>>;
	/** Time off and slips. `end` is exclusive. */
	readonly shades: ReadonlyArray<{
		readonly start: number;
		readonly end: number;
		readonly kind: "off" | "slip";
		readonly kindText: string;
		/** The reason; empty if there is none. */
		readonly title: string;
		readonly dates: string;
	}>;
	/** The first days of the years of the plan, in order, and the day after the last of them. */
	readonly years: ReadonlyArray<number>;
	/** The first and last day of everything, `end` exclusive. */
	readonly start: number;
	readonly end: number;
}

/** A row of the timeline. */
export interface TimelineRow {
	/** Unique, and stable for the same node. */
	readonly key: string;
	readonly kind: "phase" | "stage" | "target" | "milestone" | "outcome" | "review";
	readonly kindText: string;
	readonly title: string;
	/** Its state and dates in words. */
	readonly stateText: string;
	readonly dates: string;
	readonly state: LineState;
	/** Its days. `end` is exclusive, null if there is none; absent for marks. */
	readonly bar?: { readonly start: number; readonly end: number | null };
	readonly marks: ReadonlyArray<{ readonly day: number; readonly isDone: boolean; readonly text: string }>;
	/** Its progress, 0 to 1. */
	readonly share?: number;
	/** The index of its group. */
	readonly group: Readonly<Record<Grouping, number>>;
	readonly isOpen: boolean;
	/** Overdue, or due soon. */
	readonly isDue: boolean;
	readonly canLog: boolean;
	/** Whether its date can be changed with Replan. */
	readonly canReplan: boolean;
}

/** The labels of the page. */
export type OverviewLabel =
	| "timelineTitle"
	| "timelineEmpty"
	| "groupBy"
	| "byPhase"
	| "byTrack"
	| "byYear"
	| "show"
	| "all"
	| "open"
	| "due"
	| "zoomIn"
	| "zoomOut"
	| "fit"
	| "fitYear"
	| "today"
	| "earlier"
	| "later"
	| "showTable"
	| "showPicture"
	| "title"
	| "kind"
	| "state"
	| "dates"
	| "log"
	| "openReview"
	| "showInPlan"
	| "replan"
	| "export"
	| "tooLong"
	| "keys"
	| "nothingShown"
	| "noAnswer";
