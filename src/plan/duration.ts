import { addMonths, type Day } from "./day.ts";

/** A length of time as the plan writes it: `6 months`, `3 years`, `12 weeks`, `10 days`. */
export interface Duration {
	readonly count: number;
	readonly unit: "day" | "week" | "month" | "quarter" | "year";
}

/** Reads a duration, with or without `every` before it; undefined where the text is anything else. Zero is none. */
export function parseDuration(text: string): Duration | undefined {
	const match = /^(?:every )?(\d{1,4}) ?(day|week|month|quarter|year)s?$/.exec(
		text.normalize("NFKC").trim().toLowerCase().replace(/\s+/g, " "),
	);
	const count = Number(match?.[1]);
	return match && count > 0 ? { count, unit: match[2] as Duration["unit"] } : undefined;
}

/** `6 months`, the inverse of {@link parseDuration}. */
export function formatDuration({ count, unit }: Duration): string {
	return `${count} ${unit}${count === 1 ? "" : "s"}`;
}

/** The day that lies a duration, taken `times` times, after another; months are clamped to their end. */
export function addDuration(day: Day, { count, unit }: Duration, times = 1): Day {
	switch (unit) {
		case "day":
			return day + count * times;
		case "week":
			return day + 7 * count * times;
		case "month":
			return addMonths(day, count * times);
		case "quarter":
			return addMonths(day, 3 * count * times);
		case "year":
			return addMonths(day, 12 * count * times);
	}
}
