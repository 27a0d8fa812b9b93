/** A stretch of the text: offsets in UTF-16 units, `end` excluded. */
export interface TextRange {
	readonly start: number;
	readonly end: number;
}

/** What can be wrong with a plan; the words for it are in one place, `present/problemText.ts`. */
export type ProblemCode =
	| "empty"
	| "too-large"
	| "too-deep"
	| "too-many-aliases"
	| "several-documents"
	| "yaml"
	| "not-a-map"
	| "expected-text"
	| "expected-list"
	| "expected-map"
	| "missing-title"
	| "duplicate-key"
	| "duplicate-id"
	| "unknown-id"
	| "unknown-measure"
	| "bad-start"
	| "missing-start"
	| "bad-period"
	| "bad-quantity"
	| "bad-number";

/** Something that the writer of the plan should know, as data. */
export interface Problem {
	readonly code: ProblemCode;
	readonly severity: "error" | "warning";
	readonly range: TextRange;
	/** What the words need: the text that was found, the nearest known name, a limit. */
	readonly args: ReadonlyArray<string>;
}
