import { amountForms } from "../amount/amountForms.ts";
import { maxValue } from "../amount/change.ts";
import type { NumberStyle } from "../amount/quantity.ts";
import { readAmount } from "../amount/readAmount.ts";

/** The stored amount of a win, or the spellings to choose from if a text is ambiguous. */
export type WinAmount = { readonly amount: number | string } | { readonly meanings: ReadonlyArray<string> };

/**
 * Parses the amount of a win. A bare number is stored as a number, others as written: `$140K` keeps its currency. A
 * text that is only clear in one language is stored in a spelling that is clear in all.
 *
 * @param style how numbers are written in the user's language
 */
export function readWinAmount(text: string, style?: NumberStyle): WinAmount {
	const typed = text.trim();
	const reading = readAmount(typed, style);
	if (reading.kind !== "amount") {
		return reading.kind === "ambiguous" ? { meanings: reading.amounts.map((each) => each.text) } : { amount: typed };
	}
	const { low, high, open, atMost, currency, unit, per, short } = reading.amount;
	const isMore = high !== undefined || open || atMost || short || currency !== undefined || unit !== undefined;
	if (!isMore && per === undefined && Math.abs(low) <= maxValue) {
		return { amount: low };
	}
	const isClear = readAmount(typed).kind === "amount";
	const clear = amountForms(typed).find((form) => {
		const again = readAmount(form);
		return again.kind === "amount" && again.amount.low === low;
	});
	return { amount: isClear ? typed : (clear ?? typed) };
}
