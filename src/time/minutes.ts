import { englishNumbers } from "../util/numberWords.ts";

/** The possible meanings of a duration that a user typed. */
export type MinutesReading =
	| { readonly kind: "minutes"; readonly minutes: number }
	/** A bare `2` is two hours or two minutes: both in minutes, the likelier first. */
	| { readonly kind: "ambiguous"; readonly minutes: readonly [number, number] }
	/** Zero or negative. */
	| { readonly kind: "zero" }
	/** More than a day. */
	| { readonly kind: "too-long" };

const hourWord = "h|hr|hrs|hour|hours|std|stunde|stunden|个小时|個小時|小时|小時|钟头";
const minuteWord = "m|min|mins|minute|minutes|minuten|分钟|分鐘|['′’]";
/** A comma and three digits: a thousands separator, which makes no sense here. */
const number = String.raw`(?:\d{1,6}(?:\.\d{1,3}|,\d{1,2})?|\.\d{1,3}|,\d{1,2})`;
const hours = new RegExp(String.raw`^(${number})\s?(?:${hourWord})$`);
const minutes = new RegExp(String.raw`^(${number})\s?(?:${minuteWord})$`);
const both = new RegExp(String.raw`^(\d{1,6})\s?(?:${hourWord})\s?(?:and )?(\d{1,2})\s?(?:${minuteWord})?$`);
const clock = new RegExp(String.raw`^(\d{0,3}):([0-5]\d)\s?(?:${hourWord})?$`);
const counts = englishNumbers.slice(1);
const countsAbroad: Readonly<Record<string, number>> = {
	eine: 1,
	zwei: 2,
	drei: 3,
	vier: 4,
	fünf: 5,
	一: 1,
	一个: 1,
	两: 2,
	两个: 2,
	三: 3,
	三个: 3,
	四: 4,
	四个: 4,
};
const countWord = [...counts, ...Object.keys(countsAbroad).toReversed()].join("|");
const counted = new RegExp(`^(${countWord}) ?(?=(?:${hourWord}|${minuteWord})$)`);
const countedAndHalf = new RegExp(`^(?:an?|(${counts.join("|")})) (?:hours? )?and a half(?: hours?)?$`);
const plain = new RegExp(`^${number}$`);
/** Durations without a number, in minutes. */
const inWords: Readonly<Record<string, number>> = {
	"an hour": 60,
	"half hour": 30,
	"half an hour": 30,
	"a half hour": 30,
	"quarter of an hour": 15,
	"a quarter of an hour": 15,
	"quarter hour": 15,
	"a quarter hour": 15,
	"half of an hour": 30,
	"three quarters of an hour": 45,
	"three-quarters of an hour": 45,
	"a half-hour": 30,
	"half-hour": 30,
	"half-an-hour": 30,
	"eine halbe stunde": 30,
	"halbe stunde": 30,
	"eine viertelstunde": 15,
	viertelstunde: 15,
	"eine dreiviertelstunde": 45,
	dreiviertelstunde: 45,
	"anderthalb stunden": 90,
	"eineinhalb stunden": 90,
	半小时: 30,
	半个小时: 30,
	一刻钟: 15,
	一个半小时: 90,
	两个半小时: 150,
	"an hour and a half": 90,
};
/** Longer texts aren't durations; neither are those without a digit or one of these words. */
const longest = 60;
const hint = /\p{N}|hour|hr|min|std|stund|[时時分钟刻]|(?:^|\s)h$/iu;
/** A bare number above this many hours means minutes. */
const mostBareHours = 12;

/**
 * Parses a duration: `45m`, `1h30`, `1 h 30 min`, `1:30`, `:30`, `1.5h`, `1,5`, `90`, `half an hour`. A fraction
 * without a unit is in hours; a whole number without one is in minutes if it is too large for hours, and ambiguous
 * otherwise. Undefined for any other text.
 */
export function parseMinutes(text: string): MinutesReading | undefined {
	if (text.length > longest || !hint.test(text)) {
		return undefined;
	}
	const typed = text
		.normalize("NFKC")
		.trim()
		.toLowerCase()
		.replace(/\s+/g, " ")
		.replace(/(\d?) ?1\/2(?= ?h)/, "$1.5")
		.replace(counted, (_, word: string) => `${countOf(word)} `)
		.replace(/(\d?) ?1⁄2/, "$1.5")
		.replace(/(\d?) ?1⁄4/, "$1.25")
		.replace(/(\d?) ?3⁄4/, "$1.75");
	const spelledOut = Object.hasOwn(inWords, typed) ? inWords[typed] : undefined;
	if (spelledOut !== undefined) {
		return reading(spelledOut);
	}
	const half = countedAndHalf.exec(typed);
	if (half) {
		return reading((half[1] === undefined ? 1 : countOf(half[1])) * 60 + 30);
	}
	const match = both.exec(typed) ?? clock.exec(typed);
	if (match) {
		const [, whole, rest] = match;
		return Number(rest) < 60 ? reading(Number(whole) * 60 + Number(rest)) : undefined;
	}
	const inHours = hours.exec(typed)?.[1];
	if (inHours !== undefined) {
		return clockOrDecimal(inHours) ?? reading(toNumber(inHours) * 60);
	}
	const inMinutes = minutes.exec(typed)?.[1];
	if (inMinutes !== undefined) {
		return reading(toNumber(inMinutes));
	}
	if (!plain.test(typed)) {
		return undefined;
	}
	const bare = toNumber(typed);
	if (!Number.isInteger(bare)) {
		return clockOrDecimal(typed) ?? reading(bare * 60);
	}
	return bare > 0 && bare <= mostBareHours ? { kind: "ambiguous", minutes: [bare * 60, bare] } : reading(bare);
}

/** A duration as a user would type it: `45m`, `2h`, `1h30m`. Parsing it again gives the same. */
export function formatMinutes(minutes: number): string {
	const whole = Math.round(minutes);
	const rest = whole % 60;
	const full = Math.floor(whole / 60);
	return `${full > 0 ? `${full}h` : ""}${rest > 0 || full === 0 ? `${rest}m` : ""}`;
}

function countOf(word: string): number {
	return countsAbroad[word] ?? counts.indexOf(word) + 1;
}

/** `1.30h` is an hour and a half, or 78 minutes; quarters of an hour are no times of a clock. */
function clockOrDecimal(text: string): MinutesReading | undefined {
	const [, whole, rest] = /^(\d{1,2})[.,]([0-5]\d)$/.exec(text) ?? [];
	const decimal = reading(toNumber(text) * 60);
	if (rest === undefined || /^(?:00|25|50)$/.test(rest) || decimal.kind !== "minutes") {
		return undefined;
	}
	return { kind: "ambiguous", minutes: [Number(whole) * 60 + Number(rest), decimal.minutes] };
}

function toNumber(text: string): number {
	return Number(text.replace(",", "."));
}

function reading(exact: number): MinutesReading {
	const whole = Math.round(exact);
	if (whole <= 0) {
		return { kind: "zero" };
	}
	return whole > minutesPerDay ? { kind: "too-long" } : { kind: "minutes", minutes: whole };
}

/** Entries longer than this are reported. */
export const minutesPerDay = 1440;
