import type { TextEdit } from "../../util/textEdit.ts";

/** What a fix does; the texts are in `fixText.ts`. Arguments in the order of the text. */
export type FixKind =
	/** Replaces the wrong text. Arguments: the new text. */
	| "write"
	/** Arguments: the text that is quoted. */
	| "quote"
	/** Replaces tabs at the beginning of a line by spaces. */
	| "spaces"
	/** Inserts a missing sign. Arguments: the sign. */
	| "insert"
	/** Changes the indentation of lines. */
	| "indent"
	/** A space after a hyphen. */
	| "hyphen-space"
	/** A space after a colon. */
	| "space"
	/** Arguments: the removed key. */
	| "remove-key"
	/** Arguments: the key and its value. */
	| "add-key"
	/** Arguments: the id, and the title of what gets it. */
	| "give-id"
	/** Arguments: the day. */
	| "set-start"
	/** Arguments: the title of the track, and its share. */
	| "set-share"
	/** All shares keep their proportions. */
	| "scale-shares"
	/** Arguments: the hours of the week. */
	| "set-hours"
	/** Arguments: the ID of the removed dependency, and the title of the item that had it. */
	| "drop-need"
	/** Arguments: the ID that is no longer driven. */
	| "drop-drive"
	/** Moves the content of a key to an equivalent one. Arguments: that key. */
	| "merge-keys"
	/** Makes a list below a title the parts of an item. Arguments: the title. */
	| "make-parts"
	/** Moves the items of a list below a title up beside it. */
	| "move-up"
	/** Moves the content of a key into the note. Arguments: the key. */
	| "to-note"
	/** Removes a key for progress and logs what it says. Arguments: the key, and the value; without it, that it is done. */
	| "log"
	/** The same, with a goal instead of the key. Arguments: the key, its value, and the goal. */
	| "log-goal"
	/** One text becomes a list. */
	| "make-list"
	/** A bare text becomes a map with that title. */
	| "make-map";

/** A way to fix a problem. */
export interface Fix {
	readonly kind: FixKind;
	readonly args: ReadonlyArray<string>;
	readonly edits: ReadonlyArray<TextEdit>;
	/** Whether it is certainly what the user meant, so that it can be applied without review. */
	readonly isSafe: boolean;
	/** Whether it gives a list or a map its right key, so that problems in it are told only then. */
	readonly reveals?: boolean;
	/** What to log with the edits, as one step. */
	readonly log?: FixLog;
}

/** A `progress` entry for an item, now or on a day. */
export interface FixLog {
	readonly on: string;
	readonly set: number | true;
	/** YYYY-MM-DD. */
	readonly at?: string;
}

/** The input of a fix. */
export type FixDraft = Omit<Fix, "edits"> & { readonly edits: ReadonlyArray<TextEdit> | string };

/** A fix that is not verified yet; `edits` is the reason if it failed. */
export function fixDraft(
	kind: FixKind,
	args: ReadonlyArray<string>,
	edits: FixDraft["edits"],
	isSafe = false,
): FixDraft {
	return { kind, args, edits, isSafe };
}
