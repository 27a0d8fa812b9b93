import { addMonths, dayFromDate, formatDay, type Span } from "./day.ts";
import type { Duration } from "./duration.ts";

const months = [
	"january",
	"february",
	"march",
	"april",
	"may",
	"june",
	"july",
	"august",
	"september",
	"october",
	"november",
	"december",
];
const ordinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
const germanUnits: { readonly [word: string]: string } = {
	woche: "week",
	wochen: "weeks",
	monat: "month",
	monate: "months",
	quartal: "quarter",
	quartale: "quarters",
	jahr: "year",
	jahre: "years",
};
const chineseUnits: { readonly [sign: string]: string } = { 周: "week", 月: "month", 季度: "quarter", 年: "year" };

const lengthUnits = ["day", "week", "month", "quarter", "year"] as const;

/** A period that counts from the start of the plan, in the words of the format: `first year` is `year 1`, `Monat 5` `month 5`. */
export function relativeWords(text: string): string {
	const ordinal = /^(?:the )?([a-z]+) (week|month|quarter|year)$/.exec(text);
	const place = ordinals.indexOf(ordinal?.[1] ?? "");
	if (ordinal && place >= 0) {
		return `${ordinal[2]} ${place + 1}`;
	}
	const chinese = /^第(\d{1,4})(?:-第?(\d{1,4}))?个?(周|月|季度|年)$/.exec(text);
	if (chinese) {
		const [, first, last, unit = ""] = chinese;
		return `${chineseUnits[unit]} ${first}${last === undefined ? "" : `-${last}`}`;
	}
	return text.replace(/^[a-z]+(?= ?\d)/, (word) => germanUnits[word] ?? word).replace(/(\d) to (?=\d{1,3}$)/, "$1-");
}

/** `for 7 months`, `für 2 Jahre`, `为期7个月`: how long it lasts; undefined for any other text. */
export function lengthWords(text: string): Duration | undefined {
	const [, count, word = ""] = /^(?:for|für|fuer) (\d{1,4}) ?([a-z]+)$/.exec(text) ?? [];
	const [, number, sign = ""] = /^(?:为期|持续) ?(\d{1,4}) ?个?(周|月|季度|年|天)$/.exec(text) ?? [];
	const plain = (germanUnits[word] ?? (word === "tage" || word === "tag" ? "day" : word)).replace(/s$/, "");
	const unit = lengthUnits.find((each) => each === (number === undefined ? plain : (chineseUnits[sign] ?? "day")));
	return unit === undefined || (count ?? number) === undefined ? undefined : { count: Number(count ?? number), unit };
}

/** Days of the calendar as people write them; two readings where day and month could be either way round. */
export type CalendarReading = Required<Span> | "date" | "ambiguous" | undefined;

/**
 * Reads `2027`, `2027-Q3`, `Q3 2027`, `H1 2027`, `2027-06`, `June 2027`, `2027年3月`, `2027-06-30`, `30 June 2027`,
 * `June 30, 2027`, `30.06.2027`; undefined if the text is none of these, "date" if the day doesn't exist, "ambiguous"
 * for `09/01/2027`.
 */
export function readCalendar(text: string): CalendarReading {
	const iso = /^(\d{4})(?:[-/ ]?(?:(q)([1-4])|(h)([12]))|年?)$/.exec(text) ?? undefined;
	const turned = /^(?:(q)([1-4])|(h)([12]))[-/ ]?(\d{4})$/.exec(text);
	if (iso || turned) {
		const year = Number(iso?.[1] ?? turned?.[5]);
		const quarter = Number(iso?.[3] ?? turned?.[2] ?? 0);
		const half = Number(iso?.[5] ?? turned?.[4] ?? 0);
		if (quarter > 0) {
			return monthsFrom(year, quarter * 3 - 2, 3);
		}
		return half > 0 ? monthsFrom(year, half * 6 - 5, 6) : monthsFrom(year, 1, 12);
	}
	const named = readNamedMonth(text);
	if (named) {
		const [year, month, day] = named;
		return day === undefined ? monthsFrom(year, month, 1) : oneDay(year, month, day);
	}
	const [, year, month, day] = /^(\d{4})(?:-|年)(\d{1,2})(?:月?|[-月](\d{1,2})日?)$/.exec(text) ?? [];
	if (year !== undefined && day !== undefined) {
		return oneDay(Number(year), Number(month), Number(day));
	}
	if (year !== undefined) {
		return /-\d$/.test(text) ? undefined : monthsFrom(Number(year), Number(month), 1);
	}
	return readNumbers(text);
}

/** `30.06.2027`, `2027/6/30`, `6/30/2027`. */
function readNumbers(text: string): CalendarReading {
	const [, first, sign, second, third] = /^(\d{1,4})([./])(\d{1,2})\2(\d{1,4})$/.exec(text) ?? [];
	const [one, two, three] = [Number(first), Number(second), Number(third)];
	if (first?.length === 4) {
		return third !== undefined && third.length < 3 ? oneDay(one, two, three) : undefined;
	}
	if (first === undefined || third?.length !== 4) {
		return undefined;
	}
	if (sign === "." || one === two || one > 12) {
		return oneDay(three, two, one);
	}
	return two > 12 ? oneDay(three, one, two) : "ambiguous";
}

function readNamedMonth(text: string): readonly [year: number, month: number, day?: number] | undefined {
	const plain = text.replaceAll(/[,.]/g, " ").replace(/\s+/g, " ").trim();
	const dayFirst = /^(?:(\d{1,2})(?:st|nd|rd|th)? (?:of )?)?([a-z]{3,9}) (\d{4})$/.exec(plain);
	const monthFirst =
		/^([a-z]{3,9}) (\d{1,2})(?:st|nd|rd|th)? (\d{4})$/.exec(plain) ?? /^(\d{4}) ([a-z]{3,9})$/.exec(plain);
	const words = dayFirst ? [dayFirst[2], dayFirst[3], dayFirst[1]] : undefined;
	const turned = monthFirst?.[3]
		? [monthFirst[1], monthFirst[3], monthFirst[2]]
		: monthFirst && [monthFirst[2], monthFirst[1]];
	const [name = "", year, day] = words ?? turned ?? [];
	const month = name.length < 3 ? 0 : months.findIndex((each) => each.startsWith(name === "sept" ? "sep" : name)) + 1;
	if (month === 0) {
		return undefined;
	}
	return day === undefined ? [Number(year), month] : [Number(year), month, Number(day)];
}

function monthsFrom(year: number, month: number, count: number): Required<Span> | "date" {
	const start = dayFromDate(year, month, 1);
	return start === undefined ? "date" : { start, end: addMonths(start, count) };
}

function oneDay(year: number, month: number, day: number): Required<Span> | "date" {
	const start = dayFromDate(year, month, day);
	return start === undefined ? "date" : { start, end: start + 1 };
}

/** Both dates that `09/01/2027` may stand for, month first and day first, as YYYY-MM-DD; empty where there is no such date in the text. */
export function datesOf(text: string): ReadonlyArray<string> {
	const [, first, second, year] = /(\d{1,2})\/(\d{1,2})\/(\d{4})/.exec(text) ?? [];
	const days = [
		dayFromDate(Number(year), Number(first), Number(second)),
		dayFromDate(Number(year), Number(second), Number(first)),
	];
	return year === undefined ? [] : [...new Set(days)].flatMap((day) => (day === undefined ? [] : [formatDay(day)]));
}
