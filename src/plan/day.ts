// The package's main module makes three formatters when it loads: 20 ms that nobody needs here.
import { UTCDateMini } from "@date-fns/utc/date/mini";
import { addMonths as addMonthsToDate } from "date-fns/addMonths";

/**
 * A calendar day as whole days since 1970-01-01. It knows no time zone and no daylight saving, so that
 * subtracting two days always counts days.
 */
export type Day = number;

/** A run of days from `start` up to, not including, `end`; without `end` it never ends. */
export interface Span {
	readonly start: Day;
	readonly end?: Day;
}

const msPerDay = 86_400_000;

/** The day of a date in the proleptic Gregorian calendar; undefined where there is no such day (30 February). Month from 1. */
export function dayOf(year: number, month: number, dayOfMonth: number): Day | undefined {
	const date = new UTCDateMini(0);
	date.setUTCFullYear(year, month - 1, dayOfMonth);
	return date.getUTCMonth() === month - 1 && date.getUTCDate() === dayOfMonth ? date.getTime() / msPerDay : undefined;
}

/** Reads `YYYY-MM-DD`; undefined where the text is anything else or names no real day. */
export function parseDay(text: string): Day | undefined {
	const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
	return match ? dayOf(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
}

/** `YYYY-MM-DD`, the inverse of {@link parseDay}. */
export function formatDay(day: Day): string {
	return dateOf(day).toISOString().slice(0, 10);
}

/** The day `months` months later, on the same day of the month or, where that month is shorter, on its last. */
export function addMonths(day: Day, months: number): Day {
	return addMonthsToDate(dateOf(day), months).getTime() / msPerDay;
}

/** Midnight UTC of a day, to hand to formatters that are told to use UTC. */
export function dateOf(day: Day): Date {
	return new UTCDateMini(day * msPerDay);
}

/** Whether the day lies in the span. */
export function contains(span: Span, day: Day): boolean {
	return span.start <= day && (span.end === undefined || day < span.end);
}
