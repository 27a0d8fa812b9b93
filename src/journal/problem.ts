import type { TextRange } from "../plan/problem.ts";

/** What can be wrong with a journal. */
export const journalProblemCodes = [
	// Not counted: an error.
	/** Torn by a crash, or nothing that Waymark wrote. Arguments: how it begins. Runs of lines are one problem. */
	"unreadable",
	/** Arguments: the longest a line may be, in KB. */
	"line-too-long",
	/** Arguments: how many levels may be nested. */
	"too-deep",
	/** Arguments: the field, also in the four below. */
	"missing-field",
	"empty-field",
	"not-finite",
	"too-large",
	/** A warning where the entry counts without it. */
	"bad-field",
	/** Both `set` and `add`. */
	"set-and-add",

	// Counted, or without effect: a warning.
	/** A line that git writes between the two sides of a conflict. Both sides count. */
	"conflict-marker",
	/** Of a newer version. Arguments: the type, how many entries of it this file has. */
	"unknown-type",
	/** Counts 0. */
	"negative-minutes",
	/** More than a day in one entry; counts as it is. */
	"many-minutes",
	/** Before 2000, after 2099, or long after it was logged; counts on its day. */
	"far-away",

	// Several entries do not fit together: a warning.
	/** Two contents under one id; the greater stands. Arguments: the id, the file and the line of the other one. */
	"two-contents",
	/** Voids that void each other in a circle, or hang on such: none of them voids anything. Arguments: the id. */
	"void-cycle",
	/** Edits that replace each other in a circle: the greatest counts. Arguments: the id. */
	"edit-cycle",
	/** Several entries stop one timer: all of them count. Arguments: the id of the timer. */
	"timer-stopped-twice",
] as const;

export type JournalProblemCode = (typeof journalProblemCodes)[number];

/** What is wrong, before it is known where the line stands. */
export interface EntryProblem {
	readonly code: JournalProblemCode;
	/** Whether something does not count because of it. */
	readonly severity: "error" | "warning";
	readonly args: ReadonlyArray<string>;
	/** The key that it is about. */
	readonly field?: string;
}

/** Where a line stands. */
export interface Place {
	/** The name that the reader was given. */
	readonly file: string;
	/** Counted from 1. */
	readonly line: number;
}

/** Something that a person should know about the journal, as data. */
export interface JournalProblem extends Place {
	readonly code: JournalProblemCode;
	/** Whether something does not count because of it. */
	readonly severity: "error" | "warning";
	readonly args: ReadonlyArray<string>;
	/** The last line of a run of alike ones; `line` where it is one only. */
	readonly lastLine: number;
	/** The id of the entry that counts in spite of it. */
	readonly entry?: string;
	/** The part of the line, in UTF-16 units from its start; all of it when left out. */
	readonly range?: TextRange;
}

/** A problem with the whole of a line that can be read. */
export function problemAt(place: Place, code: JournalProblemCode, args: ReadonlyArray<string>): JournalProblem {
	return { code, severity: "warning", args, file: place.file, line: place.line, lastLine: place.line };
}

/** The order in which a person goes through them: by file, then by line. */
export function comparePlaces(a: Place, b: Place): number {
	return a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line;
}
