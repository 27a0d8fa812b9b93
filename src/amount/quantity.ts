/** The period that a rate counts over. */
export type RateUnit = "day" | "week" | "month" | "quarter" | "year";

/**
 * A goal or amount. Numbers are in the unit itself, with magnitudes multiplied out (`$3M` is 3,000,000); percentages
 * stay as written (`20%` is 20).
 */
export interface Quantity {
	/** The value at which the goal is met; with `atMost`, the highest value allowed. */
	readonly low: number;
	/** The upper end of a range such as `8-12`. */
	readonly high?: number;
	/** `between 190 and 200`: met only while the value lies between `low` and `high`, both included. */
	readonly band?: true;
	/** `100+`: more is welcome. */
	readonly open: boolean;
	/** `at most 2`: less is better. */
	readonly atMost: boolean;
	/** A currency as written before or after the number: `$`, `CHF`, `kr`. */
	readonly currency?: string;
	/** The words after the number: `people`, `%`, `months`. Never converted. */
	readonly unit?: string;
	/** The goal starts over in each of these periods. */
	readonly per?: RateUnit;
	/** A magnitude such as K, M or B was written: related values are abbreviated in the same way. */
	readonly short: boolean;
	/** As written. */
	readonly text: string;
}

/** The mark between the whole part of a number and its fraction. */
export type DecimalMark = "." | ",";

/** How numbers are written in a language. */
export interface NumberStyle {
	readonly decimal: DecimalMark;
	/** The power of ten of a single `M` or `B` after a space; 6 and 9 by default. Indonesian: `M` is 9. */
	readonly million?: number;
	readonly billion?: number;
}

/** Why a text is not an amount. */
export type AmountProblem =
	| "form"
	/** Invalid separators: `1,5,0`. */
	| "comma"
	| "reversed"
	| "huge"
	/** `under 30`: a goal includes its limit. */
	| "strict"
	/** `5 per 2 weeks`: a rate counts over one day, week, month, quarter or year. */
	| "rate"
	/** The ends of a range have different units or currencies. */
	| "mixed";

/** The result of parsing an amount. */
export type AmountReading =
	| { readonly kind: "amount"; readonly amount: Quantity }
	/** Two or three meanings, the likeliest first. The `text` of each is an unambiguous spelling. */
	| { readonly kind: "ambiguous"; readonly amounts: ReadonlyArray<Quantity> }
	/** The nearest spellings come from `amountForms`. */
	| { readonly kind: "problem"; readonly problem: AmountProblem };
