import { twoDigits } from "../util/twoDigits.ts";

/**
 * A range within a day, in minutes after its midnight; `end` is greater than 1440 if it extends into the next day.
 */
export interface ClockRange {
	readonly start: number;
	readonly end: number;
}

const half = String.raw`(\d{1,2})(?:[:.h点](\d\d)分?|h|点)?\s?(am|pm|a\.m\.|p\.m\.)?(?:\s?uhr)?`;
const joints = "-|–|—|~|～|to|until|till|and|bis|und|à|至|到";
const range = new RegExp(
	String.raw`^(?:from\s|between\s|von\s|zwischen\s|从\s?)?${half}\s?(?:${joints})\s?${half}$`,
	"i",
);
const hint = /\d|noon|midnight/i;
const day = 1440;

/**
 * Parses a range of clock times: `8:00-9:15`, `8am-9:15am`, `1-2pm`, `22:30 - 0:15`. If only one end has am or pm, the
 * other end is the nearest time that fits. Undefined for any other text, or if both ends are equal.
 *
 * @returns the possible readings, the shortest first: `11-1` is two hours around noon or 14 hours. `plain` if both
 * ends are bare numbers, which may mean something else
 */
export function parseClockRange(
	text: string,
): { readonly ranges: ReadonlyArray<ClockRange>; readonly plain: boolean } | undefined {
	if (!hint.test(text)) {
		return undefined;
	}
	const match = range.exec(text.replace(/\bnoon\b/gi, "12pm").replace(/\bmidnight\b/gi, "12am"));
	const [, hour = "", minute, noon, endHour = "", endMinute, endNoon] = match ?? [];
	const starts = timesOf(hour, minute, noon, endNoon !== undefined);
	const ends =
		endHour === "24" && Number(endMinute ?? 0) === 0 && endNoon === undefined
			? [day]
			: timesOf(endHour, endMinute, endNoon, noon !== undefined);
	const [start] = starts;
	const [end] = ends;
	if (!match || start === undefined || end === undefined) {
		return undefined;
	}
	const plain = [minute, noon, endMinute, endNoon].every((each) => each === undefined);
	const isLoose = noon === undefined && endNoon === undefined;
	// On a 12-hour clock, 11 to 1 is around noon unless am or pm says otherwise.
	const later = isLoose && end < start && isTwelveHour(hour) && isTwelveHour(endHour) ? [end, end + day / 2] : ends;
	const found = starts.flatMap((from) => later.map((to) => ({ start: from, end: to > from ? to : to + day })));
	const sorted = found
		.filter((each) => each.end - each.start < day)
		.toSorted((a, b) => a.end - a.start - b.end + b.start);
	const ranges = isLoose ? sorted : sorted.slice(0, 1);
	return ranges.length > 0 ? { ranges, plain } : undefined;
}

/** The range as a user would type it. Parsing it again gives the same single reading. */
export function formatClockRange({ start, end }: ClockRange): string {
	return end < day ? `${clock(start)}-${clock(end)}` : `${twelveHours(start)}-${twelveHours(end - day)}`;
}

/** A time of a day, `9:15`, which may be in the night after it. */
export function formatClock(minutes: number): string {
	return clock(minutes % day);
}

/** The minutes after midnight that a time may mean: both halves of the day, if only the other end has am or pm. */
function timesOf(hour: string, minute = "0", noon: string | undefined, bothHalves: boolean): ReadonlyArray<number> {
	const [h, m] = [Number(hour), Number(minute)];
	if (h > 23 || m > 59 || (noon !== undefined && (h < 1 || h > 12))) {
		return [];
	}
	if (noon !== undefined) {
		return [(h % 12) * 60 + m + (/^p/i.test(noon) ? day / 2 : 0)];
	}
	return bothHalves && h >= 1 && h <= 12 ? [(h % 12) * 60 + m, (h % 12) * 60 + m + day / 2] : [h * 60 + m];
}

/** Whether an hour can be on a 12-hour clock; `01` and `0` are always on a 24-hour clock. */
function isTwelveHour(hour: string): boolean {
	return /^(?:[1-9]|1[0-2])$/.test(hour);
}

function clock(minutes: number): string {
	return `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
}

function twelveHours(minutes: number): string {
	const hour = Math.floor(minutes / 60);
	return `${hour % 12 || 12}:${twoDigits(minutes % 60)}${hour < 12 ? "am" : "pm"}`;
}
