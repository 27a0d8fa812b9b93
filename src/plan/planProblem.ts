import type { TextRange } from "../util/textRange.ts";

/** The text cannot be parsed as YAML, or not safely. */
const syntaxCodes = [
	"too-large",
	"too-many-lines",
	"too-many-tokens",
	"too-deep",
	"too-many-aliases",
	"unknown-alias",
	"several-documents",
	"yaml",
	/** A bracket or quotation mark that is not closed on its line. Arguments: the sign that is missing. */
	"unclosed",
	/** Arguments: the number of spaces that the lines above suggest. */
	"bad-indent",
	/** Arguments: the word that the colon is missing after. */
	"no-colon",
	/** Arguments: the text of the line. */
	"hyphen-without-space",
	"quoted-and-more",
	"greater-than",
	/** YAML cannot parse the text as written, or drops a part of it. Arguments: the text. */
	"read-as-text",
	"tab",
	/** A key stands further in than the one above, which has a value. */
	"indented-key",
	/** Text without quotes on several lines. Arguments: the text. */
	"continued-text",
] as const;

/** Something is where something else was expected. */
const shapeCodes = [
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
	/** A list below a title. Arguments: the title. */
	"nested-bullets",
	"missing",
	"missing-title",
] as const;

/** An invalid value. */
const valueCodes = [
	"bad-format",
	"bad-day",
	"bad-period",
	"bad-quantity",
	"bad-duration",
	"bad-hours",
	"bad-times",
	"bad-share",
	"bad-below",
	"bad-weekday",
	"bad-weekdays",
	"bad-day-end",
	"bad-choice",
	"bad-boolean",
	/** A flag other than `private`. */
	"bad-flag",
	"bad-id",
	"too-long",
	/**
	 * Over the limit of a list, of values by period, or of reviews. Arguments: the key, `values` or `checkpoints-due`,
	 * and the limit.
	 */
	"too-many",
] as const;

/** Inconsistent parts. */
const relationCodes = [
	"duplicate-id",
	"derived-id",
	"unknown-id",
	"unknown-measure",
	"unknown-track",
	"unknown-checkpoint",
	"needs-cycle",
	/** A part is in two places, through an alias. */
	"part-twice",
	/** `of: time` without a goal in hours or minutes. Arguments: the goal, if any. */
	"time-goal",
	/** Arguments: the number of levels. */
	"parts-deep",
	/** A part is a line with the ID of another item. Arguments: the ID. */
	"part-is-id",
	/** An optional item is needed. Arguments: its ID. */
	"needs-optional",
	/** Arguments: the ID. */
	"drives-itself",
	"missing-start",
	"before-start",
	/** `for 7 months` where the one before has no end. */
	"length-after-nothing",
	/** `for 7 months` of something that nothing is before. Arguments: the length. */
	"length-not-here",
	"double-period",
	"shares-sum",
	"hours-sum",
	"from-beyond-goal",
	"checkpoint-never",
	"checkpoint-twice",
	/** Nothing is due at the end of what never ends. */
	"checkpoint-endless",
	/** Arguments: when the first review would be due, and the last day on which one can be. */
	"checkpoint-too-short",
	/** No whole period of the rate fits into the days of the item. Arguments: the goal. */
	"rate-never",
] as const;

/** The codes of plan problems; their texts are in `problemText.ts`. */
export const planProblemCodes = [...syntaxCodes, ...shapeCodes, ...valueCodes, ...relationCodes] as const;

export type ShapeProblemCode = (typeof shapeCodes)[number];
export type ValueProblemCode = (typeof valueCodes)[number];
export type RelationProblemCode = (typeof relationCodes)[number];
export type PlanProblemCode = (typeof planProblemCodes)[number];

/** The number of problems to list for one plan. */
export const maxPlanProblems = 100;

/** The problems to list, in the order of the text: errors take precedence if there are too many. */
export function listedProblems(problems: ReadonlyArray<PlanProblem>): ReadonlyArray<PlanProblem> {
	if (problems.length <= maxPlanProblems) {
		return problems;
	}
	const errors = problems.filter(({ severity }) => severity === "error").slice(0, maxPlanProblems);
	const warnings = problems.filter(({ severity }) => severity === "warning").slice(0, maxPlanProblems - errors.length);
	return [...errors, ...warnings].sort((a, b) => a.range.start - b.range.start);
}

/** A problem of the plan, as data. */
export interface PlanProblem {
	readonly code: PlanProblemCode;
	readonly severity: "error" | "warning";
	readonly range: TextRange;
	/** Arguments of the message: the text that was found, the nearest known name, a limit. */
	readonly args: ReadonlyArray<string>;
}
