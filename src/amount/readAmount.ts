import { hasThousandths } from "./currency.ts";
import { readMagnitude } from "./magnitude.ts";
import { threeDigits } from "./numeral.ts";
import { type AmountFailure, type ParsedAmount, parseAmount } from "./parseAmount.ts";
import { plainAmount, plainNumber } from "./plainText.ts";
import type { AmountReading, DecimalMark, NumberStyle, Quantity } from "./quantity.ts";

type Meanings = ReadonlyArray<ParsedAmount> | AmountFailure;

/** Longer texts are not parsed. */
const longest = 1000;

/**
 * Parses an amount: `100+`, `8-12 people`, `$350K-$500K+`, `1 500 €`, `1,5 Mio. €`, `at most 2`, `4 per quarter`.
 * Without a style the text means the same in every language; if it is ambiguous, all meanings are returned.
 *
 * @param style how numbers are written in the user's language
 */
export function readAmount(text: string, style?: NumberStyle): AmountReading {
	const plain = plainAmount(text);
	const point = meaningsOf(plain, ".", style);
	const comma = /[.,]\d/.test(plain) ? meaningsOf(plain, ",", style) : point;
	const chosen = "problem" in point || "problem" in comma ? readable(point, comma) : chosenOf(point, comma, style);
	if ("problem" in chosen) {
		const failure = "problem" in point ? (preferred(point, chosen) as AmountFailure) : chosen;
		return { kind: "problem", problem: failure.problem };
	}
	const distinct = chosen.filter((each, at) => chosen.findIndex((other) => isSame(each, other)) === at);
	const [only, ...others] = distinct;
	if (!only || others.length === 0) {
		return only
			? { kind: "amount", amount: { ...only.amount, text: text.trim() } }
			: { kind: "problem", problem: "form" };
	}
	return { kind: "ambiguous", amounts: distinct.map((each) => ({ ...each.amount, text: formOf(each) })) };
}

/** Every amount that a reading allows: one, several if it is ambiguous, none if it failed. */
export function possibleAmounts(reading: AmountReading): ReadonlyArray<Quantity> {
	switch (reading.kind) {
		case "amount":
			return [reading.amount];
		case "ambiguous":
			return reading.amounts;
		case "problem":
			return [];
	}
}

/** All meanings with one decimal mark, or the reason if there are none. */
function meaningsOf(plain: string, decimal: DecimalMark, style: NumberStyle | undefined): Meanings {
	const first =
		plain.length > longest ? { problem: "form" as const } : parseAmount(plain, { decimal, magnitude: 0, style });
	if ("problem" in first) {
		return first;
	}
	const others = Array.from({ length: first.meanings - 1 }, (_, at) =>
		parseAmount(plain, { decimal, magnitude: at + 1, style }),
	);
	return [first, ...others.flatMap((each) => ("problem" in each ? [] : [each]))];
}

/** Of two readings of which at least one failed: the one that did not, or the second. */
function readable(point: Meanings, comma: Meanings): Meanings {
	return "problem" in point ? comma : point;
}

/** The more specific failure: a text that is invalid with one decimal mark may have another fault with the other. */
function preferred(point: AmountFailure, comma: Meanings) {
	return point.problem === "comma" ? comma : point;
}

/** The meanings with the only possible decimal mark, or with both. */
function chosenOf(
	point: ReadonlyArray<ParsedAmount>,
	comma: ReadonlyArray<ParsedAmount>,
	style: NumberStyle | undefined,
): ReadonlyArray<ParsedAmount> {
	const ends = point.flatMap(({ first, second }) => [first, ...(second ? [second] : [])]);
	const unclear = ends.flatMap((end) => {
		const digits = threeDigits(end.numeral);
		return digits ? [{ ...digits, end }] : [];
	});
	const [amount] = point;
	if (unclear.length === 0 || !amount) {
		return point;
	}
	const { currency, unit } = amount.amount;
	const isTight = ends.some((end) => end.isTight);
	const isApart = ends.some((end) => end.isApart);
	const isRound = unclear.some((each) => each.isRound);
	const isMoney = currency !== undefined;
	const mark = unclear[0]?.mark;
	const both = [...point, ...comma];
	if (hasThousandths(currency ?? unit ?? "") && !isTight) {
		return both;
	}
	if (style?.decimal === ",") {
		// Grouped as in the language, or a fraction; fractions do not end in zero.
		return isTight || (mark === "," && (isRound || isMoney)) ? both : comma;
	}
	if (mark === ",") {
		// Documented: a comma and three digits separate thousands. Nobody writes 1.5 as 1,500.
		return isTight || style || (!isApart && (isRound || isMoney)) ? point : both;
	}
	// The length of a marathon has three decimals in every language.
	const isMarathon =
		unclear.every(({ end }) => end.numeral === "42.195") && /^(?:km|kilomet(?:re|er)s?)\b/i.test(unit ?? "");
	return isTight || isMarathon || (style && !isRound && !isMoney) ? point : both;
}

function isSame(one: ParsedAmount, other: ParsedAmount): boolean {
	return (
		one.amount.low === other.amount.low &&
		one.amount.high === other.amount.high &&
		one.amount.unit === other.amount.unit
	);
}

/** An unambiguous spelling of an amount. */
function formOf({ amount, first }: ParsedAmount): string {
	const { low, high, open, atMost, currency, unit, per, short } = amount;
	const behind = currency !== undefined && first.isBehind ? ` ${currency}` : "";
	const before = currency === undefined || first.isBehind ? "" : currency.replace(/(?<=\p{L})$/u, " ");
	const number = (value: number) => `${before}${short ? shortNumber(value) : plainNumber(value)}`;
	const plainUnit = unit === undefined ? undefined : unitOnly(unit);
	const words = plainUnit === undefined || plainUnit === "%" ? (plainUnit ?? "") : ` ${plainUnit}`;
	return [
		atMost ? "at most " : "",
		number(low),
		high === undefined ? "" : `-${number(high)}`,
		behind,
		open ? "+" : "",
		words,
		per === undefined ? "" : ` per ${per}`,
	].join("");
}

/** A unit whose first letters cannot be read as a magnitude: `miles running` instead of `mi running`. */
function unitOnly(unit: string): string {
	const magnitude = readMagnitude(` ${unit}`, false);
	const rest = magnitude ? unit.slice(magnitude.length - 1) : "";
	const isClear = magnitude?.unit === undefined || (rest === "" && !/^(?:mila?|mille|bin|G|t\.)$/.test(unit));
	return isClear ? unit : `${magnitude.unit}${rest}`;
}

function shortNumber(value: number): string {
	for (const [letter, size] of [
		["B", 9],
		["M", 6],
		["K", 3],
	] as const) {
		const shortened = Number(`${value}e-${size}`);
		if (Math.abs(shortened) >= 1 && shortened < 1000 && Number(`${shortened}e${size}`) === value) {
			return `${plainNumber(shortened)}${letter}`;
		}
	}
	return plainNumber(value);
}
