import { compareTexts } from "../util/compareTexts.ts";
import type { TextRange } from "../util/textRange.ts";

/** The codes of journal problems. */
export const journalProblemCodes = [
	// Errors: the entry does not count.
	/** A torn or foreign line. Arguments: its beginning. Consecutive lines are one problem. */
	"unreadable",
	/** Arguments: the maximum length of a line, in KB. */
	"line-too-long",
	/** Arguments: the maximum nesting depth. */
	"too-deep",
	/** Arguments: the field; the same for the next four. */
	"missing-field",
	"empty-field",
	"not-finite",
	"too-large",
	/** A warning if the entry counts without the field. */
	"bad-field",
	/** Both `set` and `add`. */
	"set-and-add",

	// Warnings: the entry counts, or has no effect.
	/** A conflict marker of Git. Both sides count. */
	"conflict-marker",
	/** Not UTF-8: some letters are lost. The valid part counts. */
	"invalid-bytes",
	/** Of a newer version. Arguments: the type, and the number of such entries in this file. */
	"unknown-type",
	/** Negative minutes; counts as 0. */
	"negative-minutes",
	/** More than a day in one entry; counts unchanged. */
	"many-minutes",
	/** Before 2000, after 2099, or long after it was logged; counts on its day. */
	"far-away",

	// Warnings: inconsistent entries.
	/** Two contents with one ID; the greater one counts. Arguments: the ID, and the file and line of the other one. */
	"two-contents",
	/** Voids in a circle, or depending on one: none has an effect. Arguments: the ID. */
	"void-cycle",
	/** Corrections in a circle: the one with the greatest ID counts. Arguments: the ID. */
	"edit-cycle",
	/** Another entry stopped the same timer first: this one does not count. Arguments: the ID of the timer. */
	"timer-stopped-twice",
	/** A correction of this entry would never count, because its ID is greater than all others. Arguments: the ID. */
	"unsurpassable-id",
] as const;

export type JournalProblemCode = (typeof journalProblemCodes)[number];

/** A problem without its location. */
export interface EntryProblem {
	readonly code: JournalProblemCode;
	/** Whether something does not count because of it. */
	readonly severity: "error" | "warning";
	readonly args: ReadonlyArray<string>;
	/** The key that it is about. */
	readonly field?: string;
}

/** The location of a line. */
export interface EntryLocation {
	/** The name that was passed to the reader. */
	readonly file: string;
	/** Counted from 1. */
	readonly line: number;
}

/** A problem of the journal, as data. */
export interface JournalProblem extends EntryLocation {
	readonly code: JournalProblemCode;
	/** Whether something does not count because of it. */
	readonly severity: "error" | "warning";
	readonly args: ReadonlyArray<string>;
	/** The last line of a run of identical problems; equal to `line` for a single one. */
	readonly lastLine: number;
	/** The ID of the entry, if it counts anyway. */
	readonly entry?: string;
	/** The range in the line, in UTF-16 units; by default all of it. */
	readonly range?: TextRange;
}

/** A problem with the whole of a line that can be read. */
export function journalProblemAt(
	place: EntryLocation,
	code: JournalProblemCode,
	args: ReadonlyArray<string>,
): JournalProblem {
	return { code, severity: "warning", args, file: place.file, line: place.line, lastLine: place.line };
}

/** Compares locations: by file, then by line. */
export function compareLocations(a: EntryLocation, b: EntryLocation): number {
	return compareTexts(a.file, b.file) || a.line - b.line;
}
