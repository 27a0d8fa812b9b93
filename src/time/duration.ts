import { addMonths, type Day } from "./day.ts";

/** A duration as written in the plan: `6 months`, `3 years`, `12 weeks`, `10 days`. */
export interface Duration {
	readonly count: number;
	readonly unit: "day" | "week" | "month" | "quarter" | "year";
}

/** Parses a duration, with or without `every` before it; undefined for any other text, and for zero. */
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

/** The day that is `times` times a duration after another; months are clamped to their last day. */
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
