import type { AmountProblem, Quantity } from "./quantity.ts";
import { readAmount } from "./readAmount.ts";

export type { Quantity, RateUnit } from "./quantity.ts";

/** Why a text is not a goal. For an ambiguous one, `readAmount` gives the meanings. */
export type QuantityError = AmountProblem | "ambiguous";

/** `between 190 and 200 lbs`, `zwischen 3 und 5`, `介于3和5之间`. */
const bandForm =
	/^(?:(?:between|zwischen) (.{1,100}?) (?:and|und) |(?:介于|在) ?(.{1,100}?) ?[和到至与] ?)(.{1,100}?)(?: ?之间)?$/i;

/**
 * Parses a `goal` such as `100+`, `8-12 people`, `$350K-$500K+`, `at most 2` or `4 per quarter`. It means the same in
 * every language. A goal of zero is a maximum, such as no debt.
 */
export function parseQuantity(text: string): Quantity | QuantityError {
	const [, latin, chinese, high] = bandForm.exec(text.normalize("NFKC").trim().replace(/\s+/g, " ")) ?? [];
	const low = latin ?? chinese;
	if (low !== undefined && high !== undefined) {
		const range = parseQuantity(`${low.trim()} - ${high.trim()}`);
		const isRange = typeof range === "object" && range.high !== undefined && !range.open && !range.atMost;
		if (isRange) {
			return { ...range, band: true, text: text.trim() };
		}
		return typeof range === "string" ? range : "form";
	}
	const reading = readAmount(text);
	switch (reading.kind) {
		case "amount": {
			const { low, high, open } = reading.amount;
			return low === 0 && high === undefined && !open ? { ...reading.amount, atMost: true } : reading.amount;
		}
		case "ambiguous":
			return "ambiguous";
		default:
			return reading.problem;
	}
}

/**
 * A goal below the starting value is a maximum: `goal: 190 lbs` with `from: 212` is at most 190 lbs, and for a range
 * the upper end is the limit. Open goals such as `100+`, and rates, stay as they are.
 */
export function fallingFrom(goal: Quantity, from: number): Quantity {
	const limit = goal.high ?? goal.low;
	if (goal.atMost || goal.open || goal.band || goal.per !== undefined || from <= limit) {
		return goal;
	}
	const { high: _, ...rest } = goal;
	return { ...rest, low: limit, atMost: true };
}

/** A goal in its written form; undefined if it is no longer valid. */
export function parseGoal(goal: string | undefined): Quantity | undefined {
	const quantity = goal === undefined ? undefined : parseQuantity(goal);
	return typeof quantity === "string" ? undefined : quantity;
}
