import { casual, type ParsedResult } from "chrono-node/en";
import { type Day, dateOf, dayOf, parseDay } from "../../plan/day.ts";

/** What a day in a text may mean. */
export type DayReading =
	| { readonly kind: "day"; readonly day: Day; readonly text: string; readonly index: number }
	/** `3/4` is the third of April or the fourth of March, depending on where one lives. Both. */
	| {
			readonly kind: "ambiguous";
			readonly days: readonly [Day, Day];
			readonly text: string;
			readonly index: number;
	  };

/** `20/11`, `11/20/2026`, `20.11.`, `20.11.26`, `20.11.2026`; `1.5` without a second dot is a number. */
const numericDate =
	/(?<![\d/.-])(\d{1,2})(?:\/(\d{1,2})(?:\/(\d{4}|\d{2}))?|\.(\d{1,2})\.(\d{4}|\d{2})?)(?![\d/-]|\.\d)/;
/** They name a stretch of time; taking a day of it would be a guess. */
const stretch = /\b(?:last|past|this|next) (?:week|month|quarter|year)\b/i;
/** Chrono is certain of the hour alone, though no other day can be meant. */
const partOfToday = /^this (?:morning|afternoon|evening)$/i;

/**
 * Finds the day that a text names, in words or as a date: `yesterday`, `mon`, `20 Nov`, `3 days ago`, `2026-11-20`. A
 * weekday or a date without its year is the last one there was, today included: what is logged has happened.
 *
 * @returns the first one with its place in the text; undefined where there is none
 */
export function findDay(text: string, today: Day): DayReading | undefined {
	const numeric = numericDate.exec(text);
	const reading = numeric && numericDay(numeric, today);
	if (reading) {
		return reading;
	}
	for (const found of casual.parse(text, noonOf(today))) {
		const day = dayIn(found, today);
		if (day !== undefined) {
			return { kind: "day", day, text: found.text, index: found.index };
		}
	}
	return undefined;
}

/** The day that a text names and nothing else; see {@link findDay}. */
export function readDay(text: string, today: Day): DayReading | undefined {
	const typed = text.trim();
	const iso = parseDay(typed);
	if (iso !== undefined) {
		return { kind: "day", day: iso, text: typed, index: 0 };
	}
	const found = findDay(typed, today);
	return found?.text.length === typed.length ? found : undefined;
}

/** Chrono reckons in the time zone of the machine: at noon every zone is on the same date. */
function noonOf(day: Day): Date {
	const date = dateOf(day);
	return new Date(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate(), 12);
}

function dayIn({ text, start, end }: ParsedResult, today: Day): Day | undefined {
	const isNamed =
		(start.isCertain("day") || start.isCertain("weekday") || partOfToday.test(text)) && !end && !stretch.test(text);
	const [year, month, date] = [start.get("year"), start.get("month"), start.get("day")];
	if (!isNamed || year === null || month === null || date === null) {
		return undefined;
	}
	const day = dayOf(year, month, date);
	if (day === undefined || start.isCertain("year")) {
		return day;
	}
	// What is to come stays to come: to move it back would log it on a day that nobody named.
	if (/^next\b/i.test(text)) {
		return day > today ? day : day + 7;
	}
	if (day <= today) {
		return day;
	}
	return start.isCertain("day") ? dayOf(year - 1, month, date) : day - 7;
}

/** `20.11.` and `11/20` are clear, `3/4` is not. With dots the day always comes first. */
function numericDay(match: RegExpExecArray, today: Day): DayReading | undefined {
	const [text, first, second, year, secondWithDot, yearWithDot] = match;
	const place = { text, index: match.index };
	if (secondWithDot !== undefined) {
		const day = lastOf(yearWithDot, Number(secondWithDot), Number(first), today);
		return day === undefined ? undefined : { kind: "day", day, ...place };
	}
	const [some, other] = [
		lastOf(year, Number(second), Number(first), today),
		lastOf(year, Number(first), Number(second), today),
	].filter((day) => day !== undefined);
	if (some === undefined) {
		return undefined;
	}
	return other === undefined || some === other
		? { kind: "day", day: some, ...place }
		: { kind: "ambiguous", days: [some, other], ...place };
}

function lastOf(year: string | undefined, month: number, date: number, today: Day): Day | undefined {
	if (year !== undefined) {
		return dayOf(Number(year) + (year.length === 2 ? 2000 : 0), month, date);
	}
	const thisYear = dateOf(today).getUTCFullYear();
	const day = dayOf(thisYear, month, date);
	return day !== undefined && day <= today ? day : dayOf(thisYear - 1, month, date);
}
