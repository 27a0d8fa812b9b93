import { type Day, dayFromDate } from "../time/day.ts";
import { dayOfMonth, monthOf } from "../time/month.ts";
import { weekdayOf, weekOf } from "../time/week.ts";
import { weekdays } from "../time/weekday.ts";
import { englishClock, englishDay, weekdayBefore } from "./dayWords.ts";
import { parseTypedDay } from "./typedDay.ts";

/** The days that a phrase can mean. */
export interface DayPhrase {
	/** Several if it is ambiguous; empty for a range of days or a date that does not exist. */
	readonly days: ReadonlyArray<Day>;
	/** Whether it is unambiguously a day: `yesterday` and `2026-11-20`, but not `sat` or `monday`. */
	readonly clear: boolean;
	/** Whether the words have other meanings: `sat`, `wed`. */
	readonly alsoWord: boolean;
	/** A date that does not exist: `31.6.` */
	readonly missing?: boolean;
	/** More than half a year ago without a year: `aug 5` on 1 August. Needs confirmation. */
	readonly isFar?: boolean;
	/** The time on that day, in minutes after its midnight: `yesterday at 21:00`. */
	readonly clock?: number;
}

/** The number of days after which a date without a year needs confirmation. */
const farBack = 183;

const weekday = "mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?";
const month =
	"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";
const date = String.raw`\d{1,2}(?:st|nd|rd|th)?`;
const count = "an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve";
const shapes = [
	`today|now|tonight|tomorrow|yesterday|(?:the )?day (?:before yesterday|after tomorrow)|last night`,
	`(?:this|yesterday|tomorrow) (?:morning|afternoon|evening)`,
	String.raw`(?:\d{1,3}|${count}) (?:day|week|month|year)s? ago|in \d{1,3} (?:day|week)s?`,
	String.raw`(?:on |last |this |next )?(?:${weekday})\.?`,
	String.raw`(?:on )?(?:the )?${date} (?:of )?(?:${month})\.?,?(?: \d{4})?`,
	String.raw`(?:on )?(?:${month})\.? ${date}(?:,? \d{4})?`,
	String.raw`(?:on )?the \d{1,2}(?:st|nd|rd|th)|on \d{1,2}(?:st|nd|rd|th)`,
	String.raw`(?:on )?(?:${weekday})\.? (?:(?:of |in )?last week|(?:\d{1,2}|${count}) weeks? ago)|last week,? (?:on )?(?:${weekday})\.?`,
	String.raw`(?:\d{1,2}|${count}) weeks? ago,? (?:on )?(?:${weekday})\.?`,
	String.raw`20\d\d[-/.]\d{1,2}[-/.]\d{1,2}|20\d{6}|\d{4}-\d\d-\d\d|\d{1,2}\.\d{1,2}\.(?:\d{2}|\d{4})?|\d{1,2}/\d{1,2}(?:/(?:\d{4}|\d{2}))?|\d{1,2}-\d{1,2}-\d{4}`,
];
const shape = new RegExp(`^(?:${shapes.join("|")})$`, "i");
/** A clock time next to a day. It needs `at`, am or pm: `9:15` alone is a duration. */
const timeBehind = /(?: (?:at|until) (\d{1,2})(?:[:.](\d\d))? ?([ap]m)?| (\d{1,2})(?:[:.](\d\d))? ?([ap]m))$/i;
const timeBefore =
	/^(?:(?:at|until) (\d{1,2})[:.](\d\d) ?([ap]m)?|(?:at |until )?(\d{1,2})(?:[:.](\d\d))? ?([ap]m))(?: |$)/i;
/** With a duration, a clock time before or after a day belongs to that day. */
const clockBehind = / (\d{1,2}):([0-5]\d)$/;
/** Longer phrases are not about a day; nor are those without a digit, a sign of Chinese or one of these beginnings. */
const longest = 60;
const hint =
	/\d|\p{Script=Han}|(?:^|[\s(])(?:mon|mo|tue|di|wed|mi|thu|do|fr|sa|so|sun|tod|now|ton|tom|yes|last|this|next|past|the|day|heu|ges|vor|mor|let|on|am|a|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|some|several|feb|mar|may|jan|jun|jul|aug|sep|oct|nov|dec|apr)/iu;
const late = /(?:afternoon|evening|tonight|nachmittag|abend)$/i;
const clockBefore = /^(\d{1,2}):([0-5]\d) /;
const hasYear = /\d{4}|\d\.\d{2}$| ago$/;
const isDate = /\d/;
/** Phrases from which no single day follows for sure. */
const stretch = new RegExp(
	`^(?:${[
		"(?:last|this|past|next) (?:week|month|quarter|year|weekend)",
		`(?:on )?(?:the )?(?:${weekday}) before last`,
		String.raw`(?:\d{1,2}|${count}) (?:mon|tues|wednes|thurs|fri|satur|sun)days ago`,
		"(?:a couple of|a few|some|several) (?:days|weeks|months) ago|a fortnight ago|the other day",
		String.raw`(?:on )?(?:the )?\d{1,2}(?:st|nd|rd|th) (?:of )?(?:last|this|next) month`,
		String.raw`\d{1,2} (?:days|weeks) (?:before|earlier)`,
		"letzte woche|vorige woche|letzten monat|上周|上个月|前几天",
	].join("|")})$`,
	"i",
);
const clear =
	/^(?:\d{4}-\d\d-\d\d|today|now|tonight|yesterday\b.*|.* ago|(?:the )?day before yesterday|last night|this .*(?:ing|noon))$/i;
const alsoWord = /^(?:mon|wed|sat|sun|now)$/i;

/**
 * Parses a phrase that only says on which day something happened; undefined for any other phrase.
 *
 * @param hasMinutes whether there is a duration, so that a clock time after the day is not one
 */
export function parseDayPhrase(phrase: string, today: Day, hasMinutes = false): DayPhrase | undefined {
	if (phrase.length > longest || !hint.test(phrase)) {
		return undefined;
	}
	const whole = englishClock(phrase.replace(/[,;:]$/, "").replace(/\s+/g, " "));
	if (stretch.test(whole)) {
		return { days: [], clear: false, alsoWord: false };
	}
	const { rest, clock } = withoutClock(whole, hasMinutes);
	const found = rest === "" ? ({ days: [today], clear: false, alsoWord: false } as const) : dayIn(rest, today);
	return found && clock !== undefined && found.days.length > 0 ? { ...found, clock } : found;
}

/** A clock time before or after a day, in minutes after midnight, and the rest. Only existing times count. */
function withoutClock(whole: string, hasMinutes: boolean): { readonly rest: string; readonly clock?: number } {
	const patterns = [timeBehind, timeBefore, ...(hasMinutes ? [clockBehind, clockBefore] : [])];
	for (const pattern of patterns) {
		const match = pattern.exec(whole);
		const [text = "", hour, minute = "0", noon, otherHour, otherMinute = "0", otherNoon] = match ?? [];
		const clock = match
			? minutesOf(Number(hour ?? otherHour), Number(hour ? minute : otherMinute), noon ?? otherNoon)
			: undefined;
		if (clock !== undefined) {
			const rest = whole.replace(text, "").trim();
			// In words: `yesterday evening at 9`.
			const isLate = noon === undefined && otherNoon === undefined && clock < 720 && late.test(rest);
			return { rest, clock: isLate ? clock + 720 : clock };
		}
	}
	return { rest: whole };
}

function minutesOf(hour: number, minute: number, noon: string | undefined): number | undefined {
	if (minute > 59 || hour > 23 || (noon !== undefined && (hour < 1 || hour > 12))) {
		return undefined;
	}
	const after = noon !== undefined && /^p/i.test(noon) ? 12 : 0;
	return (noon === undefined ? hour : (hour % 12) + after) * 60 + minute;
}

/** The days that a phrase without a clock time can mean. */
function dayIn(phrase: string, today: Day): DayPhrase | undefined {
	const dated = weekdayBefore(phrase) ?? nameBefore(phrase, today);
	if (dated) {
		// Both have to say the same: `Friday, 27 July`.
		const found = dayIn(dated.date, today);
		const isSame = (day: Day) => ("index" in dated ? weekdayOf(day) === dated.index : day === dated.day);
		const days = found?.days.filter(isSame) ?? [];
		return (
			found && {
				...found,
				days,
				clear: found.clear || days.length === 1,
				...(days.length === 0 ? { missing: true } : {}),
			}
		);
	}
	const text = englishDay(phrase);
	if (!shape.test(text)) {
		return undefined;
	}
	const plain = plainDate(text);
	const own =
		plain === undefined ? (namedDay(text, today) ?? weekdayIn(text, today) ?? lastDateOf(text, today)) : plain;
	const reading = own === undefined ? parseTypedDay(spelledOut(text), today) : undefined;
	const named = typeof own === "number" ? [own] : daysOf(reading);
	const past = named.filter((day) => day <= today);
	const days = past.length > 0 ? past : named.slice(0, 1);
	return {
		days,
		clear: days.length === 1 && (typeof own === "number" || clear.test(text)),
		alsoWord: alsoWord.test(text),
		...(days.length === 0 && isDate.test(text) ? { missing: true } : {}),
		...(days.some((day) => day < today - farBack) && !hasYear.test(text) ? { isFar: true } : {}),
	};
}

/** `Yesterday, Nov 24, 2026`, as days are shown. */
function nameBefore(text: string, today: Day): { readonly day: Day; readonly date: string } | undefined {
	const [, name = "", date = ""] = /^(\p{L}+)[,，] ?(.+)$/u.exec(text) ?? [];
	const day = namedDay(englishDay(name), today);
	return day === undefined ? undefined : { day, date };
}

/** The words that are typed most, without chrono. */
function namedDay(text: string, today: Day): Day | undefined {
	const back = ["today", "yesterday"].indexOf(text.toLowerCase());
	return back < 0 ? undefined : today - back;
}

/** `2026-2-5`, `2026/07/01`, `20260701`: year, month and day; null if there is no such day. */
function plainDate(text: string): Day | null | undefined {
	const match = /^(20\d\d)([-/.]?)(\d{1,2})\2(\d{1,2})$/.exec(text);
	const [, year, separator, month, date] = match ?? [];
	if (!match || (separator === "" && text.length !== 8)) {
		return undefined;
	}
	return dayFromDate(Number(year), Number(month), Number(date)) ?? null;
}

const countWords: ReadonlyArray<string> = count.replace("an?|", "").split("|");

/** `friday last week`, `monday 2 weeks ago`: that day of the week, in a week that begins on Monday. */
function weekdayIn(text: string, today: Day): Day | undefined {
	const plain = text
		.toLowerCase()
		.replace(/^on /, "")
		.replace(/^last week,? (?:on )?(.*)$/, "$1 last week")
		.replace(/^(\w+) weeks? ago,? (?:on )?(.*)$/, "$2 $1 weeks ago");
	const [, name, count] = /^([a-z]+)\.? (?:(?:of |in )?last week|(\w+) weeks? ago)$/.exec(plain) ?? [];
	const index = name === undefined ? -1 : weekdays.findIndex((day) => day.startsWith(name.slice(0, 3)));
	if (index < 0) {
		return undefined;
	}
	const counted = Number(count) || Math.max(0, countWords.indexOf(count ?? "")) + 1;
	const weeks = count === undefined ? 1 : counted;
	return weekOf(today, 0).start - 7 * weeks + index;
}

/** `on the 5th`: the last such day, including today. */
function lastDateOf(text: string, today: Day): Day | undefined {
	const date = Number(/^(?:on )?(?:the )?(\d{1,2})(?:st|nd|rd|th)$/i.exec(text)?.[1]);
	const months = Array.from({ length: 4 }, (_, back) => monthOf(today) - back);
	return months.map((month) => dayOfMonth(month, date)).find((day) => day !== undefined && day <= today);
}

/** In the syntax of chrono. */
function spelledOut(text: string): string {
	return text
		.replace(/^(\d{1,2})-(\d{1,2})-(\d{4})$/, "$1/$2/$3")
		.replace(/^(?:eight|nine|ten|eleven|twelve)(?= )/i, (word) => String(countWords.indexOf(word.toLowerCase()) + 1))
		.replace(/^on /i, "")
		.replace(/^the (?=\d)/i, "")
		.replace(/^day /i, "the day ")
		.replace(/\btues\b/i, "tue")
		.replace(/\.(?!\d)(?=$| )/, (dot, at: number) => (/\d/.test(text[at - 1] ?? "") ? dot : ""));
}

function daysOf(reading: ReturnType<typeof parseTypedDay>): ReadonlyArray<Day> {
	if (reading === undefined) {
		return [];
	}
	return reading.kind === "day" ? [reading.day] : reading.days;
}
