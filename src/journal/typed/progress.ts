import { parseQuantity, type Quantity } from "../../plan/quantity.ts";
import { maxValue, trends } from "../entry.ts";

/** What a person says of how far something has come: the fields of a `progress` entry. */
export type Change =
	| { readonly set: number | boolean | (typeof trends)[number]; readonly add?: never }
	| { readonly add: number; readonly set?: never };

/**
 * Reads `7` and `$250K` as a new value, `+1` and `-2` as what came on top, `50%` as half of the goal (as 50 where the goal
 * itself is in percent), `done`, `not done`, `rising`, `steady` and `falling`. Undefined where the text is anything else.
 *
 * @param goal of what the change is about
 */
export function parseChange(text: string, goal?: Quantity): Change | undefined {
	const typed = text.normalize("NFKC").trim().replace(/\s+/g, " ");
	const word = typed.toLowerCase();
	const trend = trends.find((each) => each === word);
	if (trend) {
		return { set: trend };
	}
	if (word === "done" || word === "not done") {
		return { set: word === "done" };
	}
	// A sign means that something came on top; an equals sign, that the value is a negative one.
	const [, sign, rest = ""] = /^([+-]|= ?)? ?(.*)$/.exec(typed.replace(/^[‐-―−]/, "-")) ?? [];
	const value = parseValue(rest, goal);
	if (value === undefined) {
		return undefined;
	}
	return sign === "+" || sign === "-" ? { add: sign === "-" ? -value : value } : { set: value };
}

/** A change as one types it, such that reading it again gives the same: `7`, `+1`, `done`. */
export function formatChange({ set, add }: Change): string {
	if (add !== undefined) {
		return add < 0 ? plain(add) : `+${plain(add)}`;
	}
	if (typeof set === "boolean") {
		return set ? "done" : "not done";
	}
	return typeof set === "number" ? (set < 0 ? `=${plain(set)}` : plain(set)) : String(set);
}

/** All digits, without the exponent that a very small number would get. */
function plain(value: number): string {
	const [, sign = "", whole = "", fraction = "", zeros] = /^(-?)(\d)(?:\.(\d+))?e-(\d+)$/.exec(String(value)) ?? [];
	return zeros === undefined ? String(value) : `${sign}0.${"0".repeat(Number(zeros) - 1)}${whole}${fraction}`;
}

/** A number in the goal's own unit. Another currency or unit than the goal's is not taken. */
function parseValue(text: string, goal: Quantity | undefined): number | undefined {
	const quantity = parseQuantity(text);
	if (typeof quantity === "string" || quantity.open || quantity.atMost || quantity.high !== undefined || quantity.per) {
		return undefined;
	}
	const { low, currency, unit } = quantity;
	if (Math.abs(low) > maxValue || (currency !== undefined && currency !== goal?.currency)) {
		return undefined;
	}
	if (unit === "%" && goal && goal.unit !== "%") {
		return (goal.low * low) / 100;
	}
	return unit === undefined || unit === "%" || unit.toLowerCase() === goal?.unit?.toLowerCase() ? low : undefined;
}
