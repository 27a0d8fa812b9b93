/** A stretch of a day, in minutes after its midnight; `end` is past 1440 where it runs into the next day. */
export interface ClockRange {
	readonly start: number;
	readonly end: number;
}

const half = String.raw`(\d{1,2})(?:[:.](\d\d))?\s?(am|pm|a\.m\.|p\.m\.)?`;
const range = new RegExp(String.raw`^(?:from\s|between\s)?${half}\s?(?:-|–|—|to|until|till|and)\s?${half}$`, "i");
const day = 1440;

/**
 * Reads from when to when: `8:00-9:15`, `8am-9:15am`, `1-2pm`, `22:30 - 0:15`. Where only one end says am or pm, the other
 * one is the nearest time that fits. Undefined where the text is anything else, or where both ends are the same.
 *
 * @returns the ways to read it, the shortest first; `11-1` is two hours around noon or the whole night. `plain` where
 * there are two mere numbers, which may mean something else altogether
 */
export function parseClockRange(
	text: string,
): { readonly ranges: ReadonlyArray<ClockRange>; readonly plain: boolean } | undefined {
	const match = range.exec(text);
	const [, hour = "", minute, noon, endHour = "", endMinute, endNoon] = match ?? [];
	const starts = timesOf(hour, minute, noon, endNoon !== undefined);
	const ends = timesOf(endHour, endMinute, endNoon, noon !== undefined);
	const [start] = starts;
	const [end] = ends;
	if (!match || start === undefined || end === undefined) {
		return undefined;
	}
	const plain = [minute, noon, endMinute, endNoon].every((each) => each === undefined);
	const isLoose = noon === undefined && endNoon === undefined;
	// A day of twice twelve hours: from eleven to one is around noon, if nothing says that it is not.
	const later = isLoose && end < start && isTwelveHour(hour) && isTwelveHour(endHour) ? [end, end + day / 2] : ends;
	const found = starts.flatMap((from) => later.map((to) => ({ start: from, end: to > from ? to : to + day })));
	const sorted = found
		.filter((each) => each.end - each.start < day)
		.toSorted((a, b) => a.end - a.start - b.end + b.start);
	const ranges = isLoose ? sorted : sorted.slice(0, 1);
	return ranges.length > 0 ? { ranges, plain } : undefined;
}

/** From when to when, as one types it, such that reading it again gives the same and nothing else. */
export function formatClockRange({ start, end }: ClockRange): string {
	return end < day ? `${clock(start)}-${clock(end)}` : `${twelveHours(start)}-${twelveHours(end - day)}`;
}

/** The minutes after midnight that a time may mean: one half of the day or both, where the other end says am or pm. */
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

/** Whether an hour can be one of twelve; `01` and `0` are never said of those. */
function isTwelveHour(hour: string): boolean {
	return /^(?:[1-9]|1[0-2])$/.test(hour);
}

function clock(minutes: number): string {
	return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function twelveHours(minutes: number): string {
	const hour = Math.floor(minutes / 60);
	return `${hour % 12 || 12}:${two(minutes % 60)}${hour < 12 ? "am" : "pm"}`;
}

function two(number: number): string {
	return String(number).padStart(2, "0");
}
