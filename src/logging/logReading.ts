import type { Change } from "../amount/change.ts";
import type { NumberStyle, Quantity } from "../amount/quantity.ts";
import type { Day } from "../time/day.ts";

/** The meaning of one part of a line: time, progress, or both. */
export interface LogItem {
	/** The ID of the target. */
	readonly on: string;
	/** Whole minutes, from 1 to a day. */
	readonly minutes?: number;
	readonly change?: Change;
	/** The day, or the day it began if `end` is on the next one. */
	readonly day: Day;
	/** The end, in minutes after the midnight of `day`: 1500 is 1:00 in the following night. */
	readonly end?: number;
	readonly note?: string;
	/** Evidence of a change. With only a time, a URL stays in the note. */
	readonly link?: string;
}

/** A target that can be logged. */
export interface LogTarget {
	readonly id: string;
	readonly title: string;
	/** Former IDs. */
	readonly formerly?: ReadonlyArray<string>;
	readonly goal?: Quantity;
	/** Whether it is a commitment. */
	readonly weekly?: boolean;
	/** Whether it only takes time: commitments, activities and tracks. */
	readonly timeOnly?: boolean;
	/** Whether it is counted in times: its name alone is one time. */
	readonly counted?: boolean;
	/** Whether it is only ticked: without a goal, a number would not count. */
	readonly doneOnly?: boolean;
}

/** The context for parsing a line. */
export interface LogSource {
	readonly targets: ReadonlyArray<LogTarget>;
	/** How often each target was logged recently: used to rank equal matches. */
	readonly uses: (id: string) => number;
	readonly today: Day;
	/** The current time, in minutes after the midnight of `today`; without it, no time is in the future. */
	readonly now?: number;
	/** The preferred meaning of a number without a unit; by default time. */
	readonly first?: "time" | "progress";
	/** The minutes between two clock times of a day, both after its midnight; by default 60 per hour. */
	readonly minutesBetween?: (day: Day, start: number, end: number) => number;
	/** The number style of the user's language; by default numbers must be unambiguous. */
	readonly numbers?: NumberStyle;
}

/** A question: the readings differ in this, or it is a guess. */
export type LogQuestion =
	/** Hours or minutes, time or progress, or which of two durations. */
	| "amount"
	| "target"
	/** A misspelled or abbreviated name: whether the nearest one is meant. */
	| "spelling"
	| "day"
	/** Whether words belong to the note. */
	| "note"
	/** Whether a comma starts another entry. */
	| "list";

/** Why nothing can be made of a part. */
export type LogProblemCode =
	| "empty"
	| "long-text"
	| "no-target"
	| "unknown-target"
	| "no-amount"
	/** Progress on a target that only takes time. */
	| "time-only"
	/** A number for a target that is only ticked. */
	| "done-only"
	/** A currency or unit that the goal does not have. */
	| "bad-amount"
	| "zero"
	| "too-long"
	/** A date that does not exist. */
	| "no-such-day"
	/** A day in the future. */
	| "future"
	/** A time later today. */
	| "future-time";

/** Why a part could not be parsed, and what was recognized. */
export interface LogProblem {
	readonly code: LogProblemCode;
	/** The words in question, as typed. */
	readonly text: string;
	/** The ID of the target with the most similar name. */
	readonly nearest?: string;
	readonly understood: Partial<LogItem>;
}

/** The result of parsing a line: either readings or problems. */
export interface LogReading {
	/** All readings, the likeliest first; each is a list with an item for each part. At most 8. */
	readonly readings: ReadonlyArray<ReadonlyArray<LogItem>>;
	/** Empty for a single reading without guesses. */
	readonly questions: ReadonlyArray<LogQuestion>;
	readonly problems: ReadonlyArray<LogProblem>;
}
