import { parseClockTime } from "../../time/clockTime.ts";
import { type Day, parseDay } from "../../time/day.ts";
import { parseMinutes } from "../../time/minutes.ts";
import { instantOf, isMoment } from "../../time/moment.ts";
import { datesOf, readCalendar } from "../../time/periodWords.ts";

/** Whether `3/4/2026` is March 4 or 3 April. */
export type DateOrder = "month-first" | "day-first";

/** The unit of numbers without one. */
export type DurationUnit = "hours" | "minutes" | "seconds";

/** Longer texts are neither a date nor a time nor a duration. */
const longest = 60;

/** The possible readings of a date. */
export type DateReading = { readonly day: Day } | { readonly monthFirst: Day; readonly dayFirst: Day } | undefined;

/** Reads a date of one day, with or without its weekday in front. A year of two digits is one after 2000. */
export function readDate(text: string): DateReading {
	const iso = parseDay(text);
	if (iso !== undefined || text.length > longest) {
		return iso === undefined ? undefined : { day: iso };
	}
	const plain = text
		.normalize("NFKC")
		.trim()
		.toLowerCase()
		.replace(/^(\d{1,2})-(\d{1,2})-(\d{2,4})$/, "$1/$2/$3")
		.replace(/^(\d{1,2})([./])(\d{1,2})\2(\d{2})$/, "$1$2$3$220$4");
	const found = readCalendar(plain) ?? readCalendar(plain.replace(/^\p{L}{2,10}[.,]?\s(?=\d)/u, ""));
	if (found === "ambiguous") {
		const [monthFirst, dayFirst] = datesOf(plain).map(parseDay);
		return monthFirst === undefined || dayFirst === undefined ? undefined : { monthFirst, dayFirst };
	}
	return typeof found === "object" && found.end - found.start === 1 ? { day: found.start } : undefined;
}

/** A time of a day, alone or behind a date; an instant in ms since 1970 if the text has an offset. */
export interface TimeReading {
	readonly date?: DateReading;
	/** After midnight. */
	readonly seconds?: number;
	readonly instant?: number;
}

/** Reads a time, a date with a time, or a date. */
export function readTime(text: string): TimeReading | undefined {
	const plain = text.trim();
	if (plain === "" || plain.length > longest) {
		return undefined;
	}
	const iso = plain.replace(/^(\d{4}-\d\d-\d\d) (?=\d)/, "$1T");
	if (iso.length > 10 && isMoment(iso)) {
		const date = readDate(iso.slice(0, 10));
		const instant = instantOf(iso);
		const seconds = parseClockTime(/^[\d:]+/.exec(iso.slice(11))?.[0] ?? "");
		return instant === undefined ? { date, ...(seconds === undefined ? {} : { seconds }) } : { date, instant };
	}
	const words = plain.split(/[\s,]+/);
	for (const count of [1, 2]) {
		const seconds = parseClockTime(words.slice(-count).join(" "));
		const rest = words.slice(0, -count).join(" ");
		const date = rest === "" ? undefined : readDate(rest);
		if (seconds !== undefined && (rest === "" || date)) {
			return { seconds, ...(date ? { date } : {}) };
		}
	}
	const date = readDate(plain);
	return date && { date };
}

/** How long something took, or why that is unknown. */
export type DurationReading =
	| { readonly kind: "seconds"; readonly seconds: number }
	/** A bare number that needs a unit. */
	| { readonly kind: "unit" }
	| { readonly kind: "negative" | "zero" | "too-long" | "unknown" };

const clock = /^(\d{1,4}):([0-5]\d):([0-5]\d)(?:\.\d{1,6})?$/;
const bare = /^\d{1,7}(?:[.,]\d{1,6})?$/;

/** Reads a duration by the grammar of typed ones, and `1:30:00`. @param unit of bare numbers, if it is known */
export function readDuration(text: string, unit?: DurationUnit): DurationReading {
	const plain = text.normalize("NFKC").trim();
	if (/^[-−–]\s?[\d.,]/.test(plain)) {
		return { kind: "negative" };
	}
	const [, hours, minutes, seconds] = clock.exec(plain) ?? [];
	if (hours !== undefined) {
		return sized(Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds));
	}
	const number = bare.test(plain) ? Number(plain.replace(",", ".")) : undefined;
	if (number !== undefined && unit !== undefined) {
		return sized(Math.round(number * { hours: 3600, minutes: 60, seconds: 1 }[unit]));
	}
	if (number !== undefined) {
		return number === 0 ? { kind: "zero" } : { kind: "unit" };
	}
	const reading = parseMinutes(plain);
	switch (reading?.kind) {
		case "minutes":
			return { kind: "seconds", seconds: reading.minutes * 60 };
		case "ambiguous":
			return { kind: "unit" };
		case "zero":
		case "too-long":
			return { kind: reading.kind };
		default:
			return { kind: "unknown" };
	}
}

function sized(seconds: number): DurationReading {
	if (seconds > 86_400) {
		return { kind: "too-long" };
	}
	return seconds === 0 ? { kind: "zero" } : { kind: "seconds", seconds };
}
