import { casual, type ParsedResult } from "chrono-node/en";
import { type Day, dayFromDate, parseDay, toDate } from "../time/day.ts";

/** The possible meanings of a day in a text. */
export type TypedDay =
	| { readonly kind: "day"; readonly day: Day; readonly text: string; readonly index: number }
	/** `3/4` is 3 April or 4 March, depending on the region. Both. */
	| {
			readonly kind: "ambiguous";
			readonly days: readonly [Day, Day];
			readonly text: string;
			readonly index: number;
	  };

/** `20/11`, `11/20/2026`, `20.11.`, `20.11.26`, `20.11.2026`; `1.5` without a second dot is a number. */
const numericDate =
	/(?<![\d/.-])(\d{1,2})(?:\/(\d{1,2})(?:\/(\d{4}|\d{2}))?|\.(\d{1,2})\.(\d{4}|\d{2})?)(?![\d/-]|\.\d)/;
/** Ranges of time: choosing a day would be a guess. */
const stretch = /\b(?:last|past|this|next) (?:week|month|quarter|year)\b/i;
/** Words for which chrono is only certain of the hour, although the day is clear. */
const partOfToday = /^this (?:morning|afternoon|evening)$/i;

/**
 * Finds a day in a text, as words or a date: `yesterday`, `mon`, `20 Nov`, `3 days ago`, `2026-11-20`. A weekday or a
 * date without a year is the last one, including today: logged activities are in the past.
 *
 * @returns the first one with its range in the text; undefined if there is none
 */
export function findTypedDay(text: string, today: Day): TypedDay | undefined {
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

/** The day that a whole text stands for; see {@link findTypedDay}. */
export function parseTypedDay(text: string, today: Day): TypedDay | undefined {
	const typed = text.trim();
	const iso = parseDay(typed);
	if (iso !== undefined) {
		return { kind: "day", day: iso, text: typed, index: 0 };
	}
	const found = findTypedDay(typed, today);
	return found?.text.length === typed.length ? found : undefined;
}

/** Chrono uses the system time zone: at noon the date is the same in every zone. */
function noonOf(day: Day): Date {
	const date = toDate(day);
	return new Date(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate(), 12);
}

function dayIn({ text, start, end }: ParsedResult, today: Day): Day | undefined {
	const isNamed =
		(start.isCertain("day") || start.isCertain("weekday") || partOfToday.test(text)) && !end && !stretch.test(text);
	const [year, month, date] = [start.get("year"), start.get("month"), start.get("day")];
	if (!isNamed || year === null || month === null || date === null) {
		return undefined;
	}
	const day = dayFromDate(year, month, date);
	if (day === undefined || start.isCertain("year")) {
		return day;
	}
	// Future dates are kept: moving them into the past would be a guess.
	if (/^next\b/i.test(text)) {
		return day > today ? day : day + 7;
	}
	if (day <= today) {
		return day;
	}
	return start.isCertain("day") ? dayFromDate(year - 1, month, date) : day - 7;
}

/** `20.11.` and `11/20` are unambiguous, `3/4` is not. With dots the day is always first. */
function numericDay(match: RegExpExecArray, today: Day): TypedDay | undefined {
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
		return dayFromDate(Number(year) + (year.length === 2 ? 2000 : 0), month, date);
	}
	const thisYear = toDate(today).getUTCFullYear();
	const day = dayFromDate(thisYear, month, date);
	return day !== undefined && day <= today ? day : dayFromDate(thisYear - 1, month, date);
}
