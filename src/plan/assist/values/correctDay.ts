import { formatDay, parseDay } from "../../../time/day.ts";
import { datesOf, readCalendar } from "../../../time/periodWords.ts";
import type { Correction } from "../correction.ts";

/**
 * The days that an invalid date most likely stands for: `2026/1/5`, `05.01.2026`, `Mon, 5 January 2026`, the first of
 * `January 2026`; both if it is unclear which part is the month.
 *
 * @param year the year in which the plan starts, for a date without one
 */
export function correctDay(written: string, year?: string): ReadonlyArray<Correction> {
	const text = plainDate(written.toLowerCase());
	const span = readCalendar(text);
	if (span === "ambiguous") {
		return likely(datesOf(text));
	}
	if (typeof span === "object") {
		const isSame = span.end === span.start + 1 && !/[t ]\d{1,2}:/i.test(written) && !/\.\d\d$/.test(written);
		return [{ text: formatDay(span.start), isSafe: isSame }];
	}
	if (span === "date") {
		return likely(lastOfMonth(text));
	}
	return year === undefined || /\d{4}/.test(text)
		? []
		: correctDay(`${text} ${year}`).map(({ text: day }) => ({ text: day, isSafe: false }));
}

/** Without a day of the week, ordinals and a time; numbers in an order that is read. */
function plainDate(text: string): string {
	return text
		.replace(/^(\d{4})(\d\d)(\d\d)$/, "$1-$2-$3")
		.replace(/^(\d{4})[. ](\d{1,2})[. ](\d{1,2})$/, "$1-$2-$3")
		.replace(/^(\d{1,2})-(\d{1,2})-(\d{4})$/, "$1/$2/$3")
		.replace(/^(\d{1,2}\.\d{1,2}\.)(\d{2})$/, "$120$2")
		.replace(/[t ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:z|[+-]\d{2}:?\d{2})?$/, "")
		.replace(
			/^(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|mo|di|mi|do|fr|sa|so)\b[.,]? ?(?=.*\d)/,
			"",
		)
		.replace(/(\d)(?:st|nd|rd|th)\b/, "$1")
		.replace(/^(\d{1,2} )of /, "$1")
		.replace(/^the /, "");
}

/** The last day of the month, for a day that the month doesn't have. */
function lastOfMonth(text: string): ReadonlyArray<string> {
	const [, month = ""] = /^(\d{4}-\d\d)-\d\d$/.exec(text) ?? [];
	const last = [31, 30, 29, 28].map((day) => `${month}-${day}`).find((day) => parseDay(day) !== undefined);
	return last === undefined ? [] : [last];
}

function likely(days: ReadonlyArray<string>): ReadonlyArray<Correction> {
	return days.map((text) => ({ text, isSafe: false }));
}
