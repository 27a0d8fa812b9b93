import { tzOffset } from "@date-fns/tz/tzOffset";
import { type Day, parseDay } from "../plan/day.ts";

// ISO 8601 as `at` has it: a bare day, or a day with a time and, as a rule, the offset from UTC.
const time = String.raw`(?:T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)?)?$`;
const dayOfYear = String.raw`(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31`;
const anyYear = new RegExp(String.raw`^\d{4}-(?:${dayOfYear})${time}`);
const leapYear = new RegExp(String.raw`^\d{4}-02-29${time}`);
const msPerDay = 86_400_000;
const dayLength = 10;

/** Whether a text is what `at` may be: `2026-11-24`, or `2026-11-24T05:06` with seconds and an offset or without. */
export function isMoment(text: string): boolean {
	return anyYear.test(text) || (leapYear.test(text) && parseDay(text.slice(0, dayLength)) !== undefined);
}

/**
 * The day that a moment belongs to: the one written in it. Work before the end of the day belongs to the day before; a
 * bare day stays.
 *
 * @param dayEnds minutes after midnight
 */
export function dayOfMoment(text: string, dayEnds: number): Day {
	const day = Date.parse(text.slice(0, dayLength)) / msPerDay;
	return dayEnds > 0 && text.length > dayLength && minuteOf(text) < dayEnds ? day - 1 : day;
}

/** Minutes after the midnight of the place where it was written. */
function minuteOf(text: string): number {
	return Number(text.slice(11, 13)) * 60 + Number(text.slice(14, 16));
}

/** The ms since 1970; undefined for a bare day, and where the offset is missing: nobody knows in which zone it was. */
export function instantOf(text: string): number | undefined {
	return text.length > dayLength && /(?:Z|[+-]\d\d:\d\d)$/.test(text) ? Date.parse(text) : undefined;
}

/**
 * The local time with its offset from UTC: `2026-11-24T05:06:15+01:00`. Whole seconds; the rest is cut off.
 *
 * @param instant ms since 1970
 * @param timeZone an IANA name such as `Europe/Paris`, or an offset such as `+01:00`
 * @throws RangeError where the platform does not know the zone
 */
export function formatMoment(instant: number, timeZone: string): string {
	const offset = tzOffset(timeZone, new Date(instant));
	if (Number.isNaN(offset)) {
		throw new RangeError(`unknown time zone: ${timeZone}`);
	}
	// Before there were time zones the sun ruled to the second; an offset is written in minutes.
	const minutes = Math.round(offset);
	const local = new Date(instant + minutes * 60_000).toISOString().slice(0, 19);
	return `${local}${minutes < 0 ? "-" : "+"}${two(Math.floor(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}`;
}

/**
 * The moment at which the clocks of a zone show a time: of two such moments, when clocks are set back, the later one. A time
 * that clocks leave out is as long after the change as it is after the hour that they leave: 02:30 is 03:30.
 *
 * @param minutes after the midnight that the day begins with; may lie on another day
 */
export function momentAt(day: Day, minutes: number, timeZone: string): string {
	return formatMoment(instantAt(day, minutes, timeZone), timeZone);
}

/** The same as an instant, in ms since 1970. */
export function instantAt(day: Day, minutes: number, timeZone: string): number {
	const wall = day * msPerDay + minutes * 60_000;
	const offsetAt = (instant: number) => Math.round(tzOffset(timeZone, new Date(instant))) * 60_000;
	const [before, after] = [offsetAt(wall - msPerDay), offsetAt(wall + msPerDay)];
	const [later, earlier] = [wall - Math.min(before, after), wall - Math.max(before, after)];
	return offsetAt(later) === wall - later || offsetAt(earlier) !== wall - earlier ? later : earlier;
}

function two(number: number): string {
	return String(number).padStart(2, "0");
}

/** The day it is at an instant, by the clock of a zone and the plan's end of the day (minutes after midnight). */
export function dayAt(instant: number, timeZone: string, dayEnds: number): Day {
	return dayOfMoment(formatMoment(instant, timeZone), dayEnds);
}
