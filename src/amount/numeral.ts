import type { DecimalMark } from "./quantity.ts";

/** A number at the start of a text. */
export interface Numeral {
	/** The digits with a point as decimal mark, without separators and sign. */
	readonly digits: string;
	/** The number of characters. */
	readonly length: number;
}

const spaced = String.raw`[1-9]\d{0,2}([ '_])\d{3}(?:\1\d{3})*(?!\d)`;
const grouped = (mark: string) => String.raw`[1-9]\d{0,2}(?:${mark}\d{3})+(?!\d)`;
/** Groups of two digits except the last: `1,50,000`. */
const indian = String.raw`[1-9]\d?(?:,\d\d)*,\d{3}(?!\d)`;

const patterns: Readonly<Record<DecimalMark, RegExp>> = {
	".": new RegExp(String.raw`^(?:${spaced}|${grouped(",")}|${indian}|\d+)(?:\.\d+)?|^\.\d+`),
	",": new RegExp(String.raw`^(?:${spaced}|${grouped(String.raw`\.`)}|\d+)(?:,\d+)?|^,\d+`),
};
/** Text that would continue a number: a separator and more digits, or an exponent. */
const more = /^(?:[.,'_]\d|[eE][+-]?\d|\d)/;

/**
 * Parses the number at the start of a text, without a sign. Thousands are separated by the mark that is not the
 * decimal one, or by a space, an apostrophe or an underscore. Undefined if the digits are not a number in this style.
 */
export function readNumeral(text: string, decimal: DecimalMark): Numeral | undefined {
	const match = patterns[decimal].exec(text);
	if (!match || more.test(text.slice(match[0].length))) {
		return undefined;
	}
	const digits = match[0].replace(decimal === "." ? /[, '_]/g : /[. '_]/g, "").replace(",", ".");
	return { digits, length: match[0].length };
}

/**
 * A single separator followed by three digits: its mark, and whether the last digit is a zero; see docs/format.md.
 */
export function threeDigits(numeral: string): { readonly mark: DecimalMark; readonly isRound: boolean } | undefined {
	const match = /^[1-9]\d{0,2}([.,])\d\d(\d)$/.exec(numeral);
	return match ? { mark: match[1] as DecimalMark, isRound: match[2] === "0" } : undefined;
}
