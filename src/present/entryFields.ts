import * as l10n from "@vscode/l10n";
import { type EntryOf, maxValue } from "../journal/entry.ts";
import type { LiveEntry } from "../journal/liveEntry.ts";
import type { Changes } from "../journal/newEntry.ts";
import { readDay } from "../journal/typed/day.ts";
import { formatMinutes, parseMinutes } from "../journal/typed/minutes.ts";
import { formatChange, parseChange } from "../journal/typed/progress.ts";
import { type Day, formatDay } from "../plan/day.ts";
import type { Quantity } from "../plan/quantity.ts";

/** What an entry is to say instead, or words for why a text cannot be taken. */
export type FieldReading = { readonly changes: Changes } | { readonly problem: string };

/** A part of an entry that a person can correct by typing. */
export interface EntryField {
	readonly key: "amount" | "day" | "text" | "note" | "link" | "summary" | "why";
	readonly label: string;
	/** As one types it; empty where the entry has none. */
	readonly value: string;
	readonly prompt: string;
	readonly read: (typed: string) => FieldReading;
}

/**
 * The parts of an entry that can be corrected, in the order in which people look for them. What it is about is none of
 * them: that is chosen, not typed.
 *
 * @param today the last day that something can have happened on
 * @param goal of what the entry is about
 */
export function entryFields(live: LiveEntry, today: Day, goal?: Quantity): ReadonlyArray<EntryField> {
	const { entry } = live;
	const day = dayField(live, today);
	switch (entry.type) {
		case "time":
			return [minutesField(entry), day, textField("note", l10n.t("Note"), entry.note)];
		case "timer":
			return [day];
		case "progress":
			return [
				changeField(entry, goal),
				day,
				textField("note", l10n.t("Note"), entry.note),
				textField("link", l10n.t("Link"), entry.link),
			];
		case "note":
			return [
				{ ...textField("text", l10n.t("Text"), entry.text), read: readRequiredText },
				amountField(entry),
				day,
				textField("link", l10n.t("Link"), entry.link),
			];
		case "review":
			return [textField("summary", l10n.t("Summary"), entry.summary)];
		case "plan":
			return [textField("why", l10n.t("Reason"), entry.why)];
		case "void":
			return [];
	}
}

/** Why a length of time as it was typed cannot be taken; undefined where it can. */
export function minutesProblem(typed: string): string | undefined {
	const reading = parseMinutes(typed);
	switch (reading?.kind) {
		case "minutes":
			return undefined;
		case "ambiguous":
			return l10n.t("Hours or minutes? Write {0} or {1}.", ...reading.minutes.map(formatMinutes));
		case "zero":
			return l10n.t("That is no time at all.");
		case "too-long":
			return l10n.t("That is more than 24 hours. Log each day by itself.");
		case undefined:
			return l10n.t("Write a length of time, as in: 45m, 1h30, 1.5h, 1:30");
	}
}

/** Why a day as it was typed cannot be taken; undefined where it can. */
export function dayProblem(typed: string, today: Day): string | undefined {
	const reading = readDay(typed, today);
	switch (reading?.kind) {
		case "ambiguous":
			return l10n.t("Which day is it? Write {0} or {1}.", ...reading.days.map(formatDay));
		case "day":
			return reading.day > today ? l10n.t("That day is still to come.") : undefined;
		case undefined:
			return l10n.t("Write a day, as in: yesterday, monday, 20 Nov, 2026-11-20");
	}
}

function minutesField(entry: EntryOf<"time">): EntryField {
	return {
		key: "amount",
		label: l10n.t("Time"),
		value: entry.minutes > 0 ? formatMinutes(entry.minutes) : "",
		prompt: l10n.t("How long it took, as in: 45m, 1h30, 1.5h"),
		read(typed): FieldReading {
			const reading = parseMinutes(typed);
			return reading?.kind === "minutes"
				? { changes: { minutes: reading.minutes } }
				: { problem: minutesProblem(typed) ?? "" };
		},
	};
}

function changeField({ set, add }: EntryOf<"progress">, goal: Quantity | undefined): EntryField {
	return {
		key: "amount",
		label: l10n.t("Progress"),
		value: formatChange(add === undefined ? { set: set ?? 0 } : { add }),
		prompt: l10n.t("The new value, or what came on top, as in: 7, +1, 50%, done, not done, rising"),
		read(typed): FieldReading {
			const change = parseChange(typed, goal);
			return change
				? { changes: { set: change.set, add: change.add } }
				: { problem: l10n.t("Write a value, as in: 7, +1, 50%, done, not done, rising, steady, falling") };
		},
	};
}

function amountField({ amount }: EntryOf<"note">): EntryField {
	return {
		...textField("amount", l10n.t("Amount"), amount === undefined ? "" : String(amount)),
		read(typed): FieldReading {
			const number = Number(typed.trim());
			const isPlain = /^-?\d+(\.\d+)?$/.test(typed.trim()) && Math.abs(number) <= maxValue;
			return { changes: { amount: isPlain ? number : typed.trim() || undefined } };
		},
	};
}

function dayField({ entry, day }: LiveEntry, today: Day): EntryField {
	return {
		key: "day",
		label: l10n.t("Day"),
		value: formatDay(day),
		prompt: l10n.t("When it happened, as in: yesterday, monday, 20 Nov, 2026-11-20"),
		read(typed): FieldReading {
			const problem = dayProblem(typed, today);
			const reading = readDay(typed, today);
			return problem === undefined && reading?.kind === "day"
				? { changes: { at: movedTo(entry.at, reading.day - day) } }
				: { problem: problem ?? "" };
		},
	};
}

/** The same time of the day and the same offset, so many days later. */
function movedTo(at: string, days: number): string {
	const date = new Date(`${at.slice(0, 10)}T00:00:00Z`);
	date.setUTCDate(date.getUTCDate() + days);
	return date.toISOString().slice(0, 10) + at.slice(10);
}

function textField(key: Exclude<EntryField["key"], "day">, label: string, value = ""): EntryField {
	return {
		key,
		label,
		value,
		prompt: l10n.t("Leave it empty to remove it."),
		read: (typed) => ({ changes: { [key]: typed.trim() === "" ? undefined : typed.trim() } }),
	};
}

function readRequiredText(typed: string): FieldReading {
	return typed.trim() === ""
		? { problem: l10n.t("Write what was achieved. To get rid of the entry, remove it.") }
		: { changes: { text: typed.trim() } };
}
