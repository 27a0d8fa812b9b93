import { currencyBefore, currencyBehind, isSameCurrency } from "./currency.ts";
import { type Magnitude, readMagnitude } from "./magnitude.ts";
import { readNumeral } from "./numeral.ts";
import type { AmountProblem, DecimalMark, NumberStyle } from "./quantity.ts";

/** Which of several meanings to parse. */
export interface Choice {
	readonly decimal: DecimalMark;
	/** The index of the meaning of an ambiguous magnitude. */
	readonly magnitude: number;
	/** How the language writes a magnitude; undefined if no language decides. */
	readonly style?: NumberStyle | undefined;
}

/** A number with its currency, magnitude and unit. */
export interface AmountEnd {
	/** Digits with a point and a sign. */
	readonly digits: string;
	/** As a power of ten. */
	readonly magnitude?: number;
	readonly currency?: string;
	readonly isBehind: boolean;
	readonly unit?: string;
	readonly open: boolean;
	/** The number as written, without its sign. */
	readonly numeral: string;
	/**
	 * K, M or B directly after the number, as in English: a single separator before three digits is then a decimal
	 * point.
	 */
	readonly isTight: boolean;
	/** A magnitude that is separated by a space or written as a word. */
	readonly isApart: boolean;
	/** How many meanings the magnitude has. */
	readonly meanings: number;
}

/** Characters that no unit contains: digits, signs, slashes, and hyphens that are not inside a word. */
const noUnit = /[\p{Nd}¼-¾⅐-↉\p{Sc}+/\\<>=~≈×÷±→⇒:;|*^{}[\]_`"“”…]|(?<!\p{L})-|-(?!\p{L})|\.\./u;
/** A date, a time or an ordinal instead of a unit: `5 by June`, `5 this week`, `5 pm`, `3rd`. */
const otherThanUnit =
	/^(?:by|until|till|before|due|bis|this|next|last|diese[mnrs]?|nächste[nrs]?) |^(?:st|nd|rd|th|am|pm|a\.m\.?|p\.m\.?)(?= |$)|^[本这下](?:周|个?月|季度?|年)/i;
const unitStart = /^[\p{L}\p{M}\p{So}\p{Emoji_Presentation}\p{No}%‰°(&'’]/u;

/** Parses a number with its sign, currency, magnitude and unit. */
export function parseEnd(text: string, choice: Choice): AmountEnd | AmountProblem {
	const outer = /^[+-] ?/.exec(text)?.[0] ?? "";
	const before = currencyBefore(text.slice(outer.length));
	let rest = text.slice(outer.length + (before?.length ?? 0));
	const inner = outer === "" || !before ? (before && /^[+-] ?/.exec(rest)?.[0]) || "" : "";
	rest = rest.slice(inner.length);
	const numeral = readNumeral(rest, choice.decimal);
	if (!numeral) {
		return /^(?:\d+[.,'_]\d|[.,]\d)[\d.,'_]*(?![\d.,'_eE])/.test(rest) ? "comma" : "form";
	}
	const written = rest.slice(0, numeral.length);
	rest = rest.slice(numeral.length);
	const { exponent, meanings, magnitude, unit: spelled } = magnitudeOf(rest, before !== undefined, written, choice);
	rest = magnitude ? rest.slice(magnitude.length) : rest;
	const behind = currencyBehind(rest);
	if (before && behind && !isSameCurrency(before.name, behind.name)) {
		return "mixed";
	}
	rest = rest.slice(behind?.length ?? 0).trim();
	const plus = /^\+(?= |$|\p{L})|(?<!\+) ?\+$/u.exec(rest);
	const unit = [spelled, (plus ? rest.slice(0, plus.index) + rest.slice(plus.index + plus[0].length) : rest).trim()]
		.filter(Boolean)
		.join(" ");
	if (
		unit !== "" &&
		(!unitStart.test(unit) || noUnit.test(unit) || otherThanUnit.test(unit) || / max(?:imum)?\.?$/i.test(unit))
	) {
		return "form";
	}
	const currency = before?.name ?? behind?.name;
	return {
		digits: `${(outer + inner).trim()}${numeral.digits}`,
		...(exponent === undefined ? {} : { magnitude: exponent }),
		...(currency === undefined ? {} : { currency }),
		isBehind: before === undefined,
		...(unit === "" ? {} : { unit }),
		open: plus !== null,
		numeral: written,
		isTight: magnitude?.attached === true,
		isApart: magnitude !== undefined && !magnitude.attached,
		meanings,
	};
}

interface ChosenMagnitude {
	readonly magnitude?: Magnitude;
	readonly exponent?: number;
	readonly meanings: number;
	/** The letters are a unit in this meaning. */
	readonly unit?: string;
}

/**
 * The magnitude after a number, in the meaning that is parsed. Letters that can also be a unit are one, unless the
 * amount is money.
 */
function magnitudeOf(rest: string, hasCurrency: boolean, numeral: string, choice: Choice): ChosenMagnitude {
	const magnitude = readMagnitude(rest, hasCurrency);
	if (!magnitude) {
		return { meanings: 1 };
	}
	const after = rest.slice(magnitude.length);
	const isMoney = hasCurrency || currencyBehind(after) !== undefined;
	const hasDot = rest[magnitude.length - 1] === "." && magnitude.word !== "t";
	const exponents = possible(
		magnitude,
		{ numeral, isBefore: hasCurrency, isBehind: isMoney && !hasCurrency, isFrench: french.test(after) },
		choice.style,
	);
	const { unit, word } = magnitude;
	if (word === "m" && magnitude.attached && !isMoney && !choice.style && after === "") {
		// `100m`: millions or metres.
		return choice.magnitude === 0
			? { magnitude, meanings: 2, exponent: 6 }
			: { magnitude, meanings: 2, unit: "metres" };
	}
	if (unit !== undefined && !isMoney && !hasDot) {
		if (isUnitAlone(word, rest.slice(rest.indexOf(word) + word.length), numeral)) {
			return { meanings: 1 };
		}
		// Tonnes or thousands.
		const at = choice.magnitude - 1;
		return {
			magnitude,
			meanings: exponents.length + 1,
			...(at < 0 ? { unit } : { exponent: exponents[Math.min(at, exponents.length - 1)] ?? 0 }),
		};
	}
	return {
		magnitude,
		meanings: exponents.length,
		exponent: exponents[Math.min(choice.magnitude, exponents.length - 1)] ?? 0,
	};
}

/**
 * Whether letters that could be a magnitude are the unit: no other unit follows, and the number is written as in
 * languages where they are only a unit. `26 mi` is in miles; `6,3 mi` and `5 mil` may be millions or thousands.
 */
function isUnitAlone(word: string, after: string, numeral: string): boolean {
	const isOften = !/^(?:mila?|mille|bin|G)$/.test(word);
	return word === "m" || (isOften && !/^\.|^ ?[\p{L}%]/u.test(after) && !(word === "mi" && numeral.includes(",")));
}

/** Where a magnitude is: the number before it, and what is written around both. */
interface MagnitudePlace {
	readonly numeral: string;
	/** A currency precedes or follows. */
	readonly isBefore: boolean;
	readonly isBehind: boolean;
	/** A French name follows: `1.1 billion de francs`, in which it is 10^12. In Switzerland French has a decimal point too. */
	readonly isFrench: boolean;
}

const french =
	/^ (?:de |d[’']|nouveaux |\p{L}+ (?:des |sterling$|japonais|suisse|canadien|australien|hongrois|russe|tur[cq]|suédois|danois|norvégien|polonais|tchèque|brésilien|indien|indonésien|mexicain|koweïtien|sud-coréen|renminbi))/u;

/** The powers of ten that a magnitude may stand for in this place, the likeliest first. */
function possible(
	{ exponents, attached, word }: Magnitude,
	{ numeral, isBefore, isBehind, isFrench }: MagnitudePlace,
	style: NumberStyle | undefined,
): ReadonlyArray<number> {
	const [first = 0] = exponents;
	const hasPoint = /^\d+\.\d{1,2}$/.test(numeral);
	if (attached || exponents.length === 1) {
		return [first];
	}
	switch (word.toLowerCase()) {
		case "m":
			// Only Indonesian uses M for 10^9, with a decimal comma and the currency before the number.
			if (style) {
				return [style.million ?? first];
			}
			return hasPoint || isBehind || word === "m" ? [first] : exponents;
		case "b":
		case "bn":
		case "billion":
			if (style) {
				return [style.billion ?? first];
			}
			return !isFrench && (hasPoint || (word === "billion" && !/^1$|,/.test(numeral)))
				? englishBillion(word, isBefore, exponents)
				: exponents;
		default:
			return exponents;
	}
}

/** `$1.5 billion`, `1.5 billion`, `$1.5 bn`. In Mexico `1.5 B` has a point too. */
function englishBillion(word: string, isBefore: boolean, exponents: ReadonlyArray<number>): ReadonlyArray<number> {
	return word === "billion" || (word.toLowerCase() === "bn" && isBefore) ? exponents.slice(0, 1) : exponents;
}
