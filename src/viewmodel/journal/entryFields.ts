import * as l10n from "@vscode/l10n";
import { formatChange, parseChange } from "../../amount/change.ts";
import type { Quantity } from "../../amount/parseQuantity.ts";
import { plainNumber } from "../../amount/plainText.ts";
import type { NumberStyle } from "../../amount/quantity.ts";
import type { EntryOf } from "../../journal/entry.ts";
import type { LiveEntry } from "../../journal/ledger/liveEntry.ts";
import type { EntryChanges } from "../../journal/newEntry.ts";
import { parseTypedDay } from "../../logging/typedDay.ts";
import { readWinAmount } from "../../logging/winAmount.ts";
import { type Day, formatDay } from "../../time/day.ts";
import { formatMinutes, parseMinutes } from "../../time/minutes.ts";
import { ambiguousText } from "../text/amountText.ts";

/** The changes for an entry, or an error message. */
export type FieldReading = { readonly changes: EntryChanges } | { readonly problem: string };

/** A field of an entry that can be corrected by typing. */
export interface EntryField {
	readonly key: "amount" | "day" | "text" | "note" | "link" | "summary" | "why";
	readonly label: string;
	/** Its value as typed text; empty if it has none. */
	readonly value: string;
	readonly prompt: string;
	readonly read: (typed: string) => FieldReading;
}

/**
 * The fields of an entry that can be corrected, in a helpful order. The target is not included, because it is chosen
 * from a list.
 *
 * @param today the last allowed day
 * @param goal of the target
 */
export function entryFields(
	live: LiveEntry,
	today: Day,
	goal?: Quantity,
	numbers?: NumberStyle,
): ReadonlyArray<EntryField> {
	const { entry } = live;
	const day = dayField(live, today);
	switch (entry.type) {
		case "time":
			return [minutesField(entry), day, textField("note", l10n.t("Note"), entry.note)];
		case "timer":
			return [day];
		case "progress":
			return [
				changeField(entry, goal, numbers),
				day,
				textField("note", l10n.t("Note"), entry.note),
				textField("link", l10n.t("Link"), entry.link),
			];
		case "note":
			return [
				{ ...textField("text", l10n.t("Text"), entry.text), read: readRequiredText },
				amountField(entry, numbers),
				day,
				textField("link", l10n.t("Link"), entry.link),
			];
		case "review":
			return [textField("summary", l10n.t("Summary"), entry.summary)];
		case "plan":
			return [textField("why", l10n.t("Reason"), entry.why)];
		case "focus":
		case "void":
			return [];
	}
}

/** The error for a typed duration; undefined if it is valid. */
export function minutesProblem(typed: string): string | undefined {
	const reading = parseMinutes(typed);
	switch (reading?.kind) {
		case "minutes":
			return undefined;
		case "ambiguous":
			return l10n.t("Hours or minutes? Enter {0} or {1}.", ...reading.minutes.map(formatMinutes));
		case "zero":
			return l10n.t("Enter a duration greater than zero.");
		case "too-long":
			return l10n.t("That is more than 24 hours. Log each day separately.");
		case undefined:
			return l10n.t("Enter a duration, for example 45m, 1h30, 1.5h, or 1:30.");
	}
}

/** The error for a typed day; undefined if it is valid. */
export function dayProblem(typed: string, today: Day): string | undefined {
	const reading = parseTypedDay(typed, today);
	switch (reading?.kind) {
		case "ambiguous":
			return l10n.t("Which day is it? Enter {0} or {1}.", ...reading.days.map(formatDay));
		case "day":
			return reading.day > today ? l10n.t("The date is in the future.") : undefined;
		case undefined:
			return l10n.t("Enter a day, for example yesterday, monday, 20 Nov, or 2026-11-20.");
	}
}

function minutesField(entry: EntryOf<"time">): EntryField {
	return {
		key: "amount",
		label: l10n.t("Time"),
		value: entry.minutes > 0 ? formatMinutes(entry.minutes) : "",
		prompt: l10n.t("How long it took, for example 45m, 1h30, or 1.5h"),
		read(typed): FieldReading {
			const reading = parseMinutes(typed);
			return reading?.kind === "minutes"
				? { changes: { minutes: reading.minutes } }
				: { problem: minutesProblem(typed) ?? "" };
		},
	};
}

function changeField(
	{ set, add }: EntryOf<"progress">,
	goal: Quantity | undefined,
	numbers: NumberStyle | undefined,
): EntryField {
	return {
		key: "amount",
		label: l10n.t("Progress"),
		value: formatChange(add === undefined ? { set: set ?? 0 } : { add }),
		prompt: l10n.t("The new value or the change, for example 7, +1, 50%, done, not done, or rising"),
		read(typed): FieldReading {
			const change = parseChange(typed, goal, numbers);
			return change
				? { changes: { set: change.set, add: change.add } }
				: { problem: l10n.t("Enter a value, for example 7, +1, 50%, done, not done, rising, steady, or falling.") };
		},
	};
}

function amountField({ amount }: EntryOf<"note">, numbers: NumberStyle | undefined): EntryField {
	return {
		...textField("amount", l10n.t("Amount"), typeof amount === "number" ? plainNumber(amount) : (amount ?? "")),
		read(typed): FieldReading {
			if (typed.trim() === "") {
				return { changes: { amount: undefined } };
			}
			const read = readWinAmount(typed, numbers);
			return "meanings" in read
				? { problem: ambiguousText(typed.trim(), read.meanings) }
				: { changes: { amount: read.amount } };
		},
	};
}

function dayField({ entry, day }: LiveEntry, today: Day): EntryField {
	return {
		key: "day",
		label: l10n.t("Day"),
		value: formatDay(day),
		prompt: l10n.t("When it happened, for example yesterday, monday, 20 Nov, or 2026-11-20"),
		read(typed): FieldReading {
			const problem = dayProblem(typed, today);
			const reading = parseTypedDay(typed, today);
			return problem === undefined && reading?.kind === "day"
				? { changes: { at: movedTo(entry.at, reading.day - day) } }
				: { problem: problem ?? "" };
		},
	};
}

/** The same clock time and offset, a number of days later. */
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
		prompt: l10n.t("Leave empty to remove it."),
		read: (typed) => ({ changes: { [key]: typed.trim() === "" ? undefined : typed.trim() } }),
	};
}

function readRequiredText(typed: string): FieldReading {
	return typed.trim() === ""
		? { problem: l10n.t("Enter what was achieved. To delete the entry, remove it instead.") }
		: { changes: { text: typed.trim() } };
}
