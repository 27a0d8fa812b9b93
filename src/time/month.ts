import { type Day, dayFromDate, toDate } from "./day.ts";

/** A calendar month, counted from January of year 0. */
export type Month = number;

/** The calendar month of a day. */
export function monthOf(day: Day): Month {
	const date = toDate(day);
	return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** A day of a calendar month; undefined if it has no such day. @param date from 1 */
export function dayOfMonth(month: Month, date: number): Day | undefined {
	return dayFromDate(Math.floor(month / 12), (month % 12) + 1, date);
}
