import { tzOffset } from "@date-fns/tz/tzOffset";
import { twoDigits } from "../util/twoDigits.ts";
import { type Day, formatDay, parseDay } from "./day.ts";

// ISO 8601 as used in `at`: a date, or a date with a time and usually the offset from UTC.
const time = String.raw`(?:T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)?)?$`;
const dayOfYear = String.raw`(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31`;
const anyYear = new RegExp(String.raw`^\d{4}-(?:${dayOfYear})${time}`);
const leapYear = new RegExp(String.raw`^\d{4}-02-29${time}`);
const msPerDay = 86_400_000;
const dayLength = 10;

/** Whether a text is valid for `at`: `2026-11-24`, or `2026-11-24T05:06` with or without seconds and offset. */
export function isMoment(text: string): boolean {
	return anyYear.test(text) || (leapYear.test(text) && parseDay(text.slice(0, dayLength)) !== undefined);
}

/**
 * The day that a moment belongs to, in its own time zone. A time before the end of the day belongs to the previous
 * day; a bare date stays as it is.
 *
 * @param dayEnds minutes after midnight
 */
export function dayOfMoment(text: string, dayEnds: number): Day {
	const day = Date.parse(text.slice(0, dayLength)) / msPerDay;
	return dayEnds > 0 && text.length > dayLength && minuteOf(text) < dayEnds ? day - 1 : day;
}

/** A time zone, and the end of the day in minutes after midnight. */
export interface ZoneAndDay {
	/** An IANA name such as `Europe/Paris`. */
	readonly timeZone: string;
	readonly dayEnds: number;
}

/** Minutes after midnight, in the time zone of the moment. */
function minuteOf(text: string): number {
	return Number(text.slice(11, 13)) * 60 + Number(text.slice(14, 16));
}

/**
 * The instant in ms since 1970; undefined for a bare date, and without an offset, since the time zone is then unknown.
 */
export function instantOf(text: string): number | undefined {
	return text.length > dayLength && /(?:Z|[+-]\d\d:\d\d)$/.test(text) ? Date.parse(text) : undefined;
}

/**
 * A number that puts moments in order: the ms since 1970. One without an offset is read as UTC, whatever the machine; a bare
 * day comes before all others.
 */
export function momentOrder(text: string): number {
	return text.length > dayLength ? (instantOf(text) ?? Date.parse(`${text}Z`)) : Number.NEGATIVE_INFINITY;
}

/**
 * The local time with its offset from UTC: `2026-11-24T05:06:15+01:00`. Whole seconds; the rest is cut off.
 *
 * @param instant ms since 1970
 * @param timeZone an IANA name such as `Europe/Paris`, or an offset such as `+01:00`
 * @throws RangeError if the platform does not know the zone
 */
export function formatMoment(instant: number, timeZone: string): string {
	const offset = tzOffset(timeZone, new Date(instant));
	if (Number.isNaN(offset)) {
		throw new RangeError(`unknown time zone: ${timeZone}`);
	}
	// Historic offsets include seconds; round to minutes.
	const minutes = Math.round(offset);
	const local = new Date(instant + minutes * 60_000).toISOString().slice(0, 19);
	return `${local}${minutes < 0 ? "-" : "+"}${twoDigits(Math.floor(Math.abs(minutes) / 60))}:${twoDigits(Math.abs(minutes) % 60)}`;
}

/**
 * The moment at which the clocks of a zone show a time. Of two such moments, when clocks are set back, the later one;
 * a time that clocks skip moves forward by the length of the gap (02:30 becomes 03:30).
 *
 * @param minutes after the midnight that the day begins with; may lie on another day
 */
export function momentAt(day: Day, minutes: number, timeZone: string): string {
	return formatMoment(instantAt(day, minutes, timeZone), timeZone);
}

/**
 * The time at which something logged on a day ended: a moment that belongs to that day, which includes the night
 * before the end of the day; otherwise the bare date.
 *
 * @param end minutes after the midnight that the day begins with
 * @param now ms since 1970; no later moment is taken
 */
export function endOn(day: Day, end: number, now: number, { timeZone, dayEnds }: ZoneAndDay): string {
	const ends = [end, end + 1440].map((minutes) => ({ instant: instantAt(day, minutes, timeZone), minutes }));
	const found = ends.find(
		({ instant, minutes }) => instant <= now && dayOfMoment(momentAt(day, minutes, timeZone), dayEnds) === day,
	);
	return found ? momentAt(day, found.minutes, timeZone) : formatDay(day);
}

/**
 * The minutes between two clock times of the same day in a zone, both counted from its first midnight; exact across
 * DST changes.
 */
export function minutesBetween(day: Day, start: number, end: number, timeZone: string): number {
	return Math.round((instantAt(day, end, timeZone) - instantAt(day, start, timeZone)) / 60_000);
}

/**
 * The minutes since a moment, not rounded; negative if the clock was set back. Undefined for a bare date, and without an
 * offset.
 *
 * @param now ms since 1970
 */
export function minutesElapsed(since: string, now: number): number | undefined {
	const begin = instantOf(since);
	return begin === undefined ? undefined : (now - begin) / 60_000;
}

/** The instant in ms since 1970. */
export function instantAt(day: Day, minutes: number, timeZone: string): number {
	const wall = day * msPerDay + minutes * 60_000;
	const offsetAt = (instant: number) => Math.round(tzOffset(timeZone, new Date(instant))) * 60_000;
	const [before, after] = [offsetAt(wall - msPerDay), offsetAt(wall + msPerDay)];
	const [later, earlier] = [wall - Math.min(before, after), wall - Math.max(before, after)];
	return offsetAt(later) === wall - later || offsetAt(earlier) !== wall - earlier ? later : earlier;
}

/**
 * The clock time in a zone at an instant, in minutes after the midnight of a day; greater than 1440 on later days.
 */
export function minutesSince(day: Day, instant: number, timeZone: string): number {
	const moment = formatMoment(instant, timeZone);
	return (dayOfMoment(moment, 0) - day) * 1440 + minuteOf(moment);
}

/**
 * The current day at an instant, by the clock of a zone and the end of the day in the plan (minutes after midnight).
 */
export function dayAt(instant: number, timeZone: string, dayEnds: number): Day {
	return dayOfMoment(formatMoment(instant, timeZone), dayEnds);
}

/** An instant without its fraction of a second. @param ms since 1970 */
export function wholeSeconds(ms: number): number {
	return Math.floor(ms / 1000) * 1000;
}
