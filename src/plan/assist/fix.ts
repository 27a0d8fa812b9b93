import type { TextEdit } from "../edit/textEdit.ts";

/** What a fix does; the words for it are in `present/editor/fixText.ts`. Arguments in the order in which they are told. */
export type FixKind =
	/** Another text in the place of the wrong one. Arguments: that text. */
	| "write"
	/** Arguments: the text that is quoted. */
	| "quote"
	/** A space behind a colon. */
	| "space"
	/** Arguments: the key that is taken out. */
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
	/** Arguments: the id that is needed no more, and the title of what needed it. */
	| "drop-need"
	/** What stands under a key moves to another one that means the same. Arguments: that key. */
	| "merge-keys"
	/** One text becomes a list. */
	| "make-list"
	/** A bare text becomes a map with that title. */
	| "make-map";

/** A way to mend a problem. */
export interface Fix {
	readonly kind: FixKind;
	readonly args: ReadonlyArray<string>;
	readonly edits: ReadonlyArray<TextEdit>;
	/** Whether nothing else can have been meant, so that it may be done without being looked at. */
	readonly isSafe: boolean;
}

/** What a fix is made from. */
export type Draft = Omit<Fix, "edits"> & { readonly edits: ReadonlyArray<TextEdit> | string };

/** A fix that nobody has read back yet; with the reason in the place of edits where there are none. */
export function draft(kind: FixKind, args: ReadonlyArray<string>, edits: Draft["edits"], isSafe = false): Draft {
	return { kind, args, edits, isSafe };
}
