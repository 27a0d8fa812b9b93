import { isSameCurrency } from "./currency.ts";
import { plainNumber } from "./plainText.ts";
import type { NumberStyle, Quantity } from "./quantity.ts";
import { possibleAmounts, readAmount } from "./readAmount.ts";
import { trends } from "./trend.ts";

/** A change of progress: the fields of a `progress` entry. */
export type Change =
	| { readonly set: number | boolean | (typeof trends)[number]; readonly add?: never }
	| { readonly add: number; readonly set?: never };

/** Marks as they are shown in each language. */
const marks: Readonly<Record<string, boolean>> = {
	done: true,
	"not done": false,
	erledigt: true,
	"nicht erledigt": false,
	完成: true,
	已完成: true,
	未完成: false,
};
/** Trends as they are shown in other languages than English. */
const trendsAbroad: Readonly<Record<string, (typeof trends)[number]>> = {
	steigend: "rising",
	gleichbleibend: "steady",
	fallend: "falling",
	上升: "rising",
	平稳: "steady",
	下降: "falling",
};

/**
 * Parses `7` and `$250K` as a new value, `+1` and `- €500` as an addition, `50%` as half of the goal (as 50 if the
 * goal itself is in percent), and `done`, `not done`, `rising`, `steady` and `falling`. Undefined for any other text,
 * and for an ambiguous one; see {@link parseChanges}.
 *
 * @param goal of the item
 * @param style how numbers are written in the user's language
 */
export function parseChange(text: string, goal?: Quantity, style?: NumberStyle): Change | undefined {
	const [change, ...others] = parseChanges(text, goal, style);
	return others.length > 0 ? undefined : change;
}

/**
 * All changes that a text can mean, the likeliest first: `+1.000` is a thousand or one. Empty if it is not a change.
 */
export function parseChanges(text: string, goal?: Quantity, style?: NumberStyle): ReadonlyArray<Change> {
	const typed = text.normalize("NFKC").trim().replace(/\s+/g, " ");
	const word = typed.toLowerCase();
	const trend = trends.find((each) => each === (trendsAbroad[word] ?? word));
	if (trend) {
		return [{ set: trend }];
	}
	const mark = marks[word];
	if (mark !== undefined) {
		return [{ set: mark }];
	}
	// A sign means an addition; an equals sign marks a negative value.
	const [, sign, rest = ""] = /^([+-]|=)? ?(.*)$/.exec(signFirst(typed)) ?? [];
	if (sign !== "=" && sign !== undefined && /^[+-]/.test(rest)) {
		return [];
	}
	return parseValues(rest, goal, style).map((value) =>
		sign === "+" || sign === "-" ? { add: sign === "-" ? -value : value } : { set: value },
	);
}

/** `€-500` as `-€500`: a sign after the currency means the same as one before it. */
function signFirst(text: string): string {
	return text
		.replace(/^[‐-―−]/, "-")
		.replace(
			/^(\p{Sc}|[A-Z]{1,3}\p{Sc}?) ?([+\-‐-―−]) ?(?=[\d.,])/u,
			(_, currency: string, sign: string) => `${sign === "+" ? "+" : "-"}${currency}`,
		);
}

/** A change as a user would type it: `7`, `+1`, `done`. Parsing it again gives the same. */
export function formatChange({ set, add }: Change): string {
	if (add !== undefined) {
		return add < 0 ? plainNumber(add) : `+${plainNumber(add)}`;
	}
	if (typeof set === "boolean") {
		return set ? "done" : "not done";
	}
	if (typeof set === "number") {
		return set < 0 ? `=${plainNumber(set)}` : plainNumber(set);
	}
	return String(set);
}

/** The numbers that a text can mean, in the unit of the goal. Empty for another currency or unit. */
function parseValues(text: string, goal: Quantity | undefined, style: NumberStyle | undefined): ReadonlyArray<number> {
	// A number without a currency is in that of the goal: three digits behind a point are not thousandths.
	const written = goal?.currency !== undefined && /^\d+[.,]\d{3}$/.test(text) ? `${goal.currency} ${text}` : text;
	return possibleAmounts(readAmount(written, style)).flatMap((amount) => valueIn(amount, goal) ?? []);
}

function valueIn(
	{ low, high, open, atMost, currency, unit, per }: Quantity,
	goal: Quantity | undefined,
): number | undefined {
	if (open || atMost || high !== undefined || per !== undefined || Math.abs(low) > maxValue) {
		return undefined;
	}
	if (currency !== undefined && !isSameCurrency(currency, goal?.currency ?? goal?.unit ?? "")) {
		return undefined;
	}
	if (unit === "%" && goal && goal.unit !== "%") {
		return (goal.low * low) / 100;
	}
	const isKnown =
		unit === undefined ||
		unit === "%" ||
		unit.toLowerCase() === goal?.unit?.toLowerCase() ||
		(goal?.currency !== undefined && isSameCurrency(unit, goal.currency));
	return isKnown ? low : undefined;
}

/** The largest absolute value. Sums of whole values of this size are exact for millions of entries. */
export const maxValue = 1e15;
