import { englishNumbers, germanNumbers } from "../util/numberWords.ts";
import { parseAmount } from "./parseAmount.ts";
import { parseQuantity } from "./parseQuantity.ts";
import { plainAmount, plainNumber } from "./plainText.ts";
import { readAmount } from "./readAmount.ts";

const most = 2;
const tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const otherNumbers: Readonly<Record<string, number>> = {
	dozen: 12,
	hundred: 100,
	thousand: 1000,
	dutzend: 12,
	hundert: 100,
	eine: 1,
};

type Rewrite = readonly [pattern: RegExp, replace: (groups: ReadonlyArray<string>) => ReadonlyArray<string>];

// Rewrites of invalid amounts into what was most likely meant. Each result is parsed before it is offered.
const rewrites: ReadonlyArray<Rewrite> = [
	[
		/^(?:~|≈|about|around|approx\.?|approximately|circa|ca\.?|etwa|ungefähr|rund|约|大约) ?(.+)$/i,
		([, rest = ""]) => [rest],
	],
	[/^(?:exactly|precisely|just|only|genau|nur|正好|==?) ?(.+)$/i, ([, rest = ""]) => [rest]],
	[/^[([](.+)[)\]]$/, ([, rest = ""]) => [rest]],
	[/^(\D{0,3}\d[\d.,]*) ?\((?:stretch:? ?)?(\D{0,3}\d[\d.,]*)\)$/i, ([, low = "", high = ""]) => [`${low}-${high}`]],
	[/^(?:ab|from|starting at|von) (\D{0,3}\d[^-]*)$/i, ([, rest = ""]) => [`at least ${rest}`]],
	[/^sub[ -]?(\d.*)$/i, ([, rest = ""]) => [`at most ${rest}`]],
	[/^(.*\d)[.,]?(?:-{1,2}|—)((?: ?\D+)?)$/, ([, number = "", rest = ""]) => [`${number}${rest}`]],
	[/^(\d[\d.,]*) ?×(.*)$/, ([, number = "", rest = ""]) => [`${number}x${rest}`]],
	[/^(.*\d.*?) ?p\.?m\.?$/i, ([, rest = ""]) => [`${rest} per month`]],
	[/^(.*?) ?(?:→|->|=>|⇒) ?(.+)$/, ([, , to = ""]) => [to]],
	[
		/^\d[\d.,]* ?(?:\/|of|out of|von) ?(\d[\d.,]*)((?: (?!per|a|pro)\p{L}+)*)$/iu,
		([, whole = "", unit = ""]) => [`${whole}${unit}`],
	],
	[
		/^(between|zwischen) (\D{0,3}\d[\d.,]*)(.*?) (and|und) (\D{0,3}\d[\d.,]*)(.*)$/i,
		([, word = "", low = "", before = "", and = "", high = "", unit = ""]) => [
			`${word} ${high}${before} ${and} ${low}${unit}`,
		],
	],
	[/^(?:between|from|zwischen|von) (.+?) (?:and|to|und|bis) (.+)$/i, ([, low = "", high = ""]) => [`${low}-${high}`]],
	[
		/^(\d{1,4}) ?(?:h|hrs?|hours?|std\.?|stunden?) ?(?:and |und )?(\d{1,2})(?: ?(?:minuten?|minutes?|mins?|m)\b)?(?: ?(?=\/)| |$)(.*)$/i,
		([, hours = "", minutes = "", rest = ""]) => [`${Number(hours) * 60 + Number(minutes)} min ${rest}`],
	],
	[
		/^(\d{1,4}):([0-5]\d)(?: ?(h|hours?|min|minutes?))?$/i,
		([, whole = "", part = "", unit]) => {
			const number = Math.round((Number(whole) + Number(part) / 60) * 100) / 100;
			return (unit ? [unit] : ["min", "h"]).map((each) => `${plainNumber(number)} ${each}`);
		},
	],
	[
		/^(\D*)(\d+(?:[.,]\d+)?)[eE]\+?(\d{1,2})(.*)$/,
		([, before = "", digits = "", exponent = "", after = ""]) =>
			Number(exponent) > 15
				? []
				: [`${before}${plainNumber(Number(`${digits.replace(",", ".")}e${exponent}`))}${after}`],
	],
	[
		/^(?:an? |ein )?(\p{L}+)( .+)?$/iu,
		([, word = "", rest = ""]) => {
			const number = numberIn(word.toLowerCase());
			return number === undefined ? [] : [`${number}${rest}`];
		},
	],
	[/^(\d{1,3}),(\d{1,2})(\D.*)?$/, ([, whole = "", part = "", rest = ""]) => [`${whole}.${part}${rest}`]],
	[/^(.+) max(?:imum)?\.?$/i, ([, rest = ""]) => [`at most ${rest}`]],
	[/^(.+?)[.,;:!?]+$/, ([, rest = ""]) => [rest]],
	[
		/^([^-]*?)(\d[\d.,]*[kmb]?) ?(?:-|to) ?(\d[\d.,]*[kmb]?)(.*)$/i,
		([, before = "", low = "", high = "", rest = ""]) => [`${before}${high}-${low}${rest}`],
	],
];

/** The number that a word stands for. */
function numberIn(word: string): number | undefined {
	const small = [englishNumbers.indexOf(word), germanNumbers.indexOf(word)].find((at) => at >= 0);
	const ten = tens.indexOf(word);
	const large = Object.hasOwn(otherNumbers, word) ? otherNumbers[word] : undefined;
	return small ?? (ten >= 0 ? (ten + 2) * 10 : large);
}

/**
 * Unambiguous spellings to suggest: for an ambiguous amount one for each meaning, for an invalid one similar texts
 * that can be parsed. The likeliest first; may be empty.
 */
export function amountForms(text: string): ReadonlyArray<string> {
	const reading = readAmount(text);
	if (reading.kind !== "problem") {
		return reading.kind === "ambiguous" ? reading.amounts.map((amount) => amount.text) : [];
	}
	const plain = plainAmount(text);
	const failure = parseAmount(plain, { decimal: ".", magnitude: 0 });
	const known = "problem" in failure ? (failure.forms ?? []) : [];
	const rewritten = rewrites.flatMap(([pattern, replace]) => {
		const match = pattern.exec(plain);
		return match ? replace(match) : [];
	});
	const readable = [...known, ...rewritten]
		.map((form) => form.trim())
		.filter((form) => form !== plain && isReadable(form));
	return [...new Set(readable)].slice(0, most);
}

/** Whether a form is an amount, or a band between two. */
function isReadable(form: string): boolean {
	return readAmount(form).kind === "amount" || typeof parseQuantity(form) === "object";
}
