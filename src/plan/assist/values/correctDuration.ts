import { formatDuration, parseDuration } from "../../../time/duration.ts";
import { nearestName } from "../../../util/nearest.ts";
import { chineseNumbers, englishNumbers, germanNumbers } from "../../../util/numberWords.ts";
import type { Correction } from "../correction.ts";

const units = ["day", "week", "month", "quarter", "year"] as const;
/** Short and foreign names of the units. */
const names: Readonly<Record<string, (typeof units)[number]>> = {
	d: "day",
	tag: "day",
	tage: "day",
	天: "day",
	日: "day",
	w: "week",
	wk: "week",
	woche: "week",
	wochen: "week",
	周: "week",
	星期: "week",
	m: "month",
	mo: "month",
	mth: "month",
	monat: "month",
	monate: "month",
	月: "month",
	q: "quarter",
	qtr: "quarter",
	quartal: "quarter",
	quartale: "quarter",
	季度: "quarter",
	y: "year",
	yr: "year",
	jahr: "year",
	jahre: "year",
	年: "year",
};
const counts: Readonly<Record<string, number>> = {
	other: 2,
	a: 1,
	an: 1,
	eins: 1,
	eine: 1,
	einen: 1,
	两: 2,
	半: 0.5,
	half: 0.5,
};
const numbers = [englishNumbers, germanNumbers, chineseNumbers];
const often: ReadonlyArray<readonly [RegExp, string, isSafe?: boolean]> = [
	[/^(?:daily|täglich)$/, "1 day"],
	[/^(?:weekly|wöchentlich)$/, "1 week"],
	[/^(?:monthly|monatlich)$/, "1 month"],
	[/^(?:quarterly|vierteljährlich|quartalsweise)$/, "1 quarter"],
	[/^(?:yearly|annually|annual|jährlich)$/, "1 year"],
	[/^(?:fortnightly|(?:a |every )?fortnight|zweiwöchentlich|14-tägig|vierzehntägig)$/, "2 weeks"],
	[
		/^(?:half[ -]?(?:a )?[ -]?year(?:ly)?|twice a year|semi-?annual(?:ly)?|halbjährlich|ein halbes jahr|半年|每半年)$/,
		"6 months",
	],
	// Every two of them, or two in each.
	[/^bi-?weekly$/, "2 weeks", false],
	[/^bi-?monthly$/, "2 months", false],
	[/^bi-?annual(?:ly)?$/, "6 months", false],
	[/^twice a month$/, "2 weeks", false],
];

/** What an invalid duration most likely stands for: `biweekly`, `every other month`, `1.5 years`, `alle 6 Monate`. */
export function correctDuration(text: string): ReadonlyArray<Correction> {
	const plain = text
		.toLowerCase()
		.trim()
		.replace(/\.$/, "")
		.replace(/^every (?=half|fortnight)/, "");
	const known = often.find(([pattern]) => pattern.test(plain));
	if (known) {
		return [{ text: known[1], isSafe: known[2] !== false }];
	}
	const [, low, high, rangeUnit = ""] = /^(?:every )?(\d{1,3}) ?(?:[-–]|to|or) ?(\d{1,3}) ?([a-z]+)$/.exec(plain) ?? [];
	if (low !== undefined && high !== undefined) {
		return [low, high].flatMap((count) => counted(count, rangeUnit, false));
	}
	if (/^(?:every )?\d{1,3}$/.test(plain)) {
		return ["months", "weeks"].flatMap((unit) => counted(plain.replace("every ", ""), unit, false));
	}
	const [, count = "1", unit = ""] =
		/^(?:(?:every|each|alle|jede[nrs]?|每) ?)?(?:(\d{1,4}(?:[.,]\d)?|[一二三四五六七八九十两半]|\p{L}+(?=[ -])) ?)?(?:个|-)?(\p{L}+)$/u.exec(
			plain,
		) ?? [];
	return counted(count, unit, true);
}

function counted(count: string, word: string, isSafe: boolean): ReadonlyArray<Correction> {
	const unit = unitOf(word);
	const number = numberOf(count);
	if (unit === undefined || number === undefined) {
		return [];
	}
	const isPart = !Number.isInteger(number);
	const months = { quarter: 3, year: 12 };
	const whole = isPart && unit in months ? number * months[unit as keyof typeof months] : number;
	const written = Number.isInteger(whole) ? formatDuration({ count: whole, unit: isPart ? "month" : unit }) : "";
	return parseDuration(written) === undefined ? [] : [{ text: written, isSafe }];
}

function unitOf(word: string): (typeof units)[number] | undefined {
	const stem = Object.hasOwn(names, word) ? word : word.replace(/s$/, "");
	return Object.hasOwn(names, stem) ? names[stem] : (nearestName(stem, units) as (typeof units)[number] | undefined);
}

function numberOf(text: string): number | undefined {
	if (/^\d/.test(text)) {
		return Number(text.replace(",", "."));
	}
	const word = numbers.map((each) => each.indexOf(text)).find((number) => number > 0);
	return word ?? (Object.hasOwn(counts, text) ? counts[text] : undefined);
}
