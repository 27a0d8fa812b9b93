// Importing the main module of the package creates three formatters, which takes 20 ms and is not needed here.
import { UTCDateMini } from "@date-fns/utc/date/mini";
import { addMonths as addMonthsToDate } from "date-fns/addMonths";

/**
 * A calendar day as whole days since 1970-01-01. It knows no time zone and no daylight saving, so that
 * subtracting two days always counts days.
 */
export type Day = number;

/** A range of days; `end` is exclusive, and without it the range never ends. */
export interface Span {
	readonly start: Day;
	readonly end?: Day;
}

const msPerDay = 86_400_000;

/**
 * The day of a date in the proleptic Gregorian calendar; undefined if it does not exist (30 February). Months count
 * from 1.
 */
export function dayFromDate(year: number, month: number, dayOfMonth: number): Day | undefined {
	const date = new UTCDateMini(0);
	date.setUTCFullYear(year, month - 1, dayOfMonth);
	return date.getUTCMonth() === month - 1 && date.getUTCDate() === dayOfMonth ? date.getTime() / msPerDay : undefined;
}

/** Parses `YYYY-MM-DD`; undefined for any other text or a date that does not exist. */
export function parseDay(text: string): Day | undefined {
	const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
	return match ? dayFromDate(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
}

/** `YYYY-MM-DD`, the inverse of {@link parseDay}. */
export function formatDay(day: Day): string {
	return toDate(day).toISOString().slice(0, 10);
}

/** The day `months` months later: the same day of the month or, if that month is shorter, its last day. */
export function addMonths(day: Day, months: number): Day {
	return addMonthsToDate(toDate(day), months).getTime() / msPerDay;
}

/** Midnight UTC of a day, for formatters that use UTC. */
export function toDate(day: Day): Date {
	return new UTCDateMini(day * msPerDay);
}

/** Whether the day lies in the span. */
export function spanContains(span: Span, day: Day): boolean {
	return span.start <= day && (span.end === undefined || day < span.end);
}
