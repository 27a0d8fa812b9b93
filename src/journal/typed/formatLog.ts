import { formatDay } from "../../plan/day.ts";
import { formatClockRange } from "./clockRange.ts";
import type { Logged, LogSource } from "./logged.ts";
import { formatMinutes } from "./minutes.ts";
import { formatChange } from "./progress.ts";
import { readLog } from "./readLog.ts";
import { quote } from "./typedWords.ts";

/** What was understood, as one types it, such that reading it again gives the same and nothing else. */
export function formatLog(logged: ReadonlyArray<Logged>, source: LogSource): string {
	return logged.map((each) => formatOne(each, source)).join(", ");
}

function formatOne(logged: Logged, source: LogSource): string {
	const isOneWord = /^[^\s,"“”]+$/.test(logged.on);
	const plain = textOf(logged, logged.on, false);
	const { readings, questions } = readLog(plain, source);
	// An id or an amount that could be taken for something else is marked as what it is.
	return isOneWord && questions.length === 0 && isSame(readings[0]?.[0], logged)
		? plain
		: textOf(logged, isOneWord ? `#${logged.on}` : `#${quote(logged.on)}`, true);
}

function textOf({ minutes, change, day, end, note, link }: Logged, on: string, isMarked: boolean): string {
	const value = change && formatChange(change);
	return [
		minutes === undefined ? undefined : lengthOf(minutes, end, isMarked),
		on,
		isMarked && typeof change?.set === "number" ? `=${value?.replace(/^=/, "")}` : value,
		formatDay(day),
		note === undefined ? undefined : quote(note),
		link,
	]
		.filter((part) => part !== undefined)
		.join(" ");
}

/** `5m` may also be five million, `5min` cannot. */
function lengthOf(minutes: number, end: number | undefined, isMarked: boolean): string {
	const text = end === undefined ? formatMinutes(minutes) : formatClockRange({ start: end - minutes, end });
	return isMarked && end === undefined ? text.replace(/m$/, "min") : text;
}

function isSame(one: Logged | undefined, other: Logged): boolean {
	return (
		one !== undefined && JSON.stringify(Object.entries(one).sort()) === JSON.stringify(Object.entries(other).sort())
	);
}
