import type { Day } from "../../plan/day.ts";
import type { Quantity } from "../../plan/quantity.ts";
import type { Change } from "./progress.ts";

/** What one part of a line means: time spent, progress made, or both. */
export interface Logged {
	/** The id of what it is about. */
	readonly on: string;
	/** Whole minutes, at least 1, at most a day. */
	readonly minutes?: number;
	readonly change?: Change;
	/** The day it happened, or the day it began where `end` lies on the next one. */
	readonly day: Day;
	/** When it ended, in minutes after the midnight that `day` begins with: 1500 is one o'clock in the night after it. */
	readonly end?: number;
	readonly note?: string;
	/** Evidence of a change. An address beside time alone stays in the note. */
	readonly link?: string;
}

/** Something that can be logged. */
export interface LogTarget {
	readonly id: string;
	readonly title: string;
	/** Ids it had before. */
	readonly formerly?: ReadonlyArray<string>;
	readonly goal?: Quantity;
	/** Whether the week asks for it: a commitment. */
	readonly weekly?: boolean;
	/** Whether there is nothing to reach: commitments, activities and tracks take time alone. */
	readonly timeOnly?: boolean;
}

/** What a line is read against. */
export interface LogSource {
	readonly targets: ReadonlyArray<LogTarget>;
	/** How often something was logged lately: of targets that match as well the most used comes first. */
	readonly uses: (id: string) => number;
	readonly today: Day;
	/** What time it is, in minutes after the midnight that `today` begins with; where it is left out no time is still to come. */
	readonly now?: number;
	/** What a number without a unit is taken for first; time when left out. */
	readonly first?: "time" | "progress";
}

/** What has to be asked: the readings differ in it, or it is a guess. */
export type LogQuestion =
	/** Hours or minutes, time or progress, or which of two lengths. */
	| "amount"
	| "target"
	/** The name was misspelled or cut short: whether the nearest one is meant. */
	| "spelling"
	| "day"
	/** Whether words belong to the note. */
	| "note"
	/** Whether a comma begins another entry. */
	| "list";

/** Why nothing can be made of a part. */
export type LogProblemCode =
	| "empty"
	| "long-text"
	| "no-target"
	| "unknown-target"
	| "no-amount"
	/** Progress on something that takes time alone. */
	| "time-only"
	/** In a currency or a unit that the goal does not have. */
	| "bad-amount"
	| "zero"
	| "too-long"
	/** A day that is still to come. */
	| "future"
	/** A time of today that is still to come. */
	| "future-time";

/** Why nothing can be made of a part, and what was understood of it. */
export interface LogProblem {
	readonly code: LogProblemCode;
	/** The words it is about, as they were typed. */
	readonly text: string;
	/** The id of the target whose name comes nearest. */
	readonly nearest?: string;
	readonly understood: Partial<Logged>;
}

/** What a line may mean. Either there are readings or there are problems. */
export interface LogReading {
	/** Every way to read it, the likeliest first; each is a list with an entry for each part. At most 8. */
	readonly readings: ReadonlyArray<ReadonlyArray<Logged>>;
	/** Empty where there is one reading and nothing in it is a guess. */
	readonly questions: ReadonlyArray<LogQuestion>;
	readonly problems: ReadonlyArray<LogProblem>;
}
