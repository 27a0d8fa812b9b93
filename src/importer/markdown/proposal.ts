import type { SourceLines } from "./sourceOutline.ts";

/** A value of the proposed plan, with the line of the source that it comes from. */
export type PlanDraft =
	| { readonly kind: "text"; readonly text: string; readonly line?: number }
	| { readonly kind: "list"; readonly items: ReadonlyArray<PlanDraft> }
	| {
			readonly kind: "map";
			readonly entries: ReadonlyArray<readonly [key: string, value: PlanDraft]>;
			readonly line?: number;
	  };

/** An item of the proposed plan. */
export interface ItemDraft {
	readonly title: string;
	readonly id?: string;
	readonly goal?: string;
	readonly when?: string;
	readonly links?: ReadonlyArray<string>;
	readonly note?: string;
	readonly line: number;
}

/** Why a line of the source is not in the plan. */
export type SkipReason =
	| "prose"
	| "empty"
	| "struck"
	| "front-matter"
	| "contents"
	| "rule"
	| "code"
	| "html"
	| "quote"
	| "log"
	| "summary"
	| "definition"
	| "table"
	| "other";

/** What became of a line: where it is in the plan, or why it is not. */
export type LineFate =
	| { readonly kind: "placed"; readonly place: string }
	| { readonly kind: "skipped"; readonly reason: SkipReason };

/** Something the source does not say for certain, with the answer that is taken unless it is changed. */
export type ImportQuestion =
	| { readonly kind: "start"; readonly proposed: string; readonly line?: number }
	/** Whether a number in a title is its goal, and which: `$7,000 each` can be two times that. */
	| {
			readonly kind: "goal";
			/** One of the goals; undefined for a number that is part of the title. */
			readonly proposed?: string;
			readonly title: string;
			readonly goals: ReadonlyArray<string>;
			readonly line: number;
	  }
	/** Which of the two times of a heading counts. */
	| {
			readonly kind: "period";
			/** One of the periods. */
			readonly proposed: string;
			readonly title: string;
			readonly periods: readonly [string, string];
			readonly line: number;
	  }
	| { readonly kind: "check-marks"; readonly proposed: "decoration" | "status"; readonly lines: ReadonlyArray<number> }
	| { readonly kind: "statuses"; readonly proposed: "today" | "leave-out"; readonly lines: ReadonlyArray<number> };

/** Something the source says is done or partly done. It is logged after the plan is accepted, and never part of it. */
export interface StatusDraft {
	readonly id: string;
	readonly title: string;
	/** True for done, otherwise how much: a percentage where the item has no other goal. */
	readonly set: true | number;
	/** When it was done, as YYYY-MM-DD, if the source says so. */
	readonly day?: string;
	readonly line: number;
}

/** The answers to the questions. */
export interface ImportAnswers {
	/** Day one, as YYYY-MM-DD. */
	readonly start?: string;
	readonly checkMarks?: "decoration" | "status";
	/** The goals of the items whose number is their goal, by line. */
	readonly goals?: Readonly<Record<number, string>>;
	/** The periods of headings with two times, by line. */
	readonly periods?: Readonly<Record<number, string>>;
}

/** What is proposed for a source. */
export interface Proposal {
	/** The text of the plan. */
	readonly text: string;
	/** One for each line that is not blank. */
	readonly fates: ReadonlyMap<number, LineFate>;
	readonly questions: ReadonlyArray<ImportQuestion>;
	readonly statuses: ReadonlyArray<StatusDraft>;
	/** Whether anything in the source belongs to a roadmap: a period, a goal, a task, or a heading that is known. */
	readonly isRoadmap: boolean;
}

/** A part of a source with its lines. */
export interface Located {
	readonly lines: SourceLines;
}
