import { formatChange } from "../../amount/change.ts";
import { formatClock, formatClockRange } from "../../time/clockRange.ts";
import { formatDay } from "../../time/day.ts";
import { formatMinutes } from "../../time/minutes.ts";
import type { LogItem, LogSource } from "../logReading.ts";
import { parseLog } from "./parseLog.ts";
import { quote } from "./typedWords.ts";

/** Formats a parsed line as text that parses to exactly the same. */
export function formatLog(logged: ReadonlyArray<LogItem>, source: LogSource): string {
	return logged.map((each) => formatOne(each, source)).join(", ");
}

function formatOne(logged: LogItem, source: LogSource): string {
	const isOneWord = /^[^\s,"“”]+$/.test(logged.on);
	const plain = textOf(logged, source, logged.on, false);
	const { readings, questions } = parseLog(plain, source);
	// IDs and amounts that could be ambiguous are marked.
	return isOneWord && questions.length === 0 && isSame(readings[0]?.[0], logged)
		? plain
		: textOf(logged, source, isOneWord ? `#${logged.on}` : `#${quote(logged.on)}`, true);
}

function textOf(logged: LogItem, source: LogSource, on: string, isMarked: boolean): string {
	const { minutes, change, day, end, note, link } = logged;
	const value = change && formatChange(change);
	// A time range that starts before the day is written with its end only.
	const range = minutes === undefined || end === undefined || end < minutes ? undefined : rangeOf(logged, end, source);
	return [
		minutes === undefined || range !== undefined ? undefined : lengthOf(minutes, isMarked),
		range,
		on,
		isMarked && typeof change?.set === "number" ? `=${value?.replace(/^=/, "")}` : value,
		end === undefined || range !== undefined ? formatDay(day) : `${formatDay(day)} at ${formatClock(end)}`,
		note === undefined ? undefined : quote(note),
		link,
	]
		.filter((part) => part !== undefined)
		.join(" ");
}

/** `5m` can mean five million, `5min` cannot. */
function lengthOf(minutes: number, isMarked: boolean): string {
	const text = formatMinutes(minutes);
	return isMarked ? text.replace(/m$/, "min") : text;
}

/** A clock range. If clocks change in between, it differs from the elapsed time by an hour. */
function rangeOf({ minutes = 0, day }: LogItem, end: number, { minutesBetween }: LogSource): string {
	const starts = [0, -60, 60, -30, 30].map((change) => end - minutes + change);
	const start = starts.find((each) => !minutesBetween || (each < end && minutesBetween(day, each, end) === minutes));
	return formatClockRange({ start: start ?? end - minutes, end });
}

function isSame(one: LogItem | undefined, other: LogItem): boolean {
	return (
		one !== undefined && JSON.stringify(Object.entries(one).sort()) === JSON.stringify(Object.entries(other).sort())
	);
}
