/** A stretch of the text: offsets in UTF-16 units, `end` excluded. */
export interface TextRange {
	readonly start: number;
	readonly end: number;
}

/** What can be wrong with a plan; the words for it are in one place, `present/problemText.ts`. */
export const problemCodes = [
	// The text cannot be read as YAML, or not safely.
	"too-large",
	"too-many-lines",
	"too-deep",
	"too-many-aliases",
	"unknown-alias",
	"several-documents",
	"yaml",
	"quoted-and-more",
	"greater-than",
	// Something stands where something else was expected.
	"empty",
	"not-a-map",
	"expected-text",
	"expected-list",
	"expected-map",
	"expected-text-or-map",
	"bad-key",
	"merge-key",
	"unknown-key",
	"duplicate-key",
	"comma-in-flow",
	"colon-without-space",
	"colon-in-title",
	"hash-in-text",
	"missing",
	"missing-title",
	// A text does not mean what its key asks for.
	"bad-format",
	"bad-day",
	"bad-period",
	"bad-quantity",
	"bad-duration",
	"bad-hours",
	"bad-share",
	"bad-below",
	"bad-weekday",
	"bad-weekdays",
	"bad-day-end",
	"bad-choice",
	"bad-boolean",
	"bad-id",
	"too-long",
	// The parts do not fit together.
	"duplicate-id",
	"derived-id",
	"unknown-id",
	"unknown-measure",
	"unknown-track",
	"unknown-checkpoint",
	"needs-cycle",
	"missing-start",
	"before-start",
	"double-period",
	"shares-sum",
	"hours-sum",
	"from-beyond-goal",
	"checkpoint-never",
	"checkpoint-twice",
] as const;

export type ProblemCode = (typeof problemCodes)[number];

/** Something that the writer of the plan should know, as data. */
export interface Problem {
	readonly code: ProblemCode;
	readonly severity: "error" | "warning";
	readonly range: TextRange;
	/** What the words need: the text that was found, the nearest known name, a limit. */
	readonly args: ReadonlyArray<string>;
}
