import type { TextEdit } from "../../util/textEdit.ts";

/** Why an edit could not be made. */
export type EditFailure =
	/** The text is not a YAML, or too large or too deep to be read. */
	| "unparsed"
	/** No node begins at the offset, or the list has no such item. */
	| "not-found"
	/** The node has no keys and is not a list item that could get some. */
	| "not-a-map"
	/** The key holds a text or a map instead of a list. */
	| "not-a-list"
	/** The key exists more than once, so removing one would expose the other. */
	| "duplicate-key"
	/** The text is shared through an alias and would change elsewhere as well. */
	| "shared"
	/** The edited text does not parse to the intended result. */
	| "unsafe";

/** The edits, ascending and without overlap, empty if nothing has to change; or the reason for the failure. */
export type EditResult = ReadonlyArray<TextEdit> | EditFailure;
