import { maxValue } from "../../amount/change.ts";
import { minutesPerDay } from "../../time/minutes.ts";
import { isMoment } from "../../time/moment.ts";
import { type Entry, maxId } from "../entry.ts";

/** Entries from the first and before the second date get no warning about their date. */
export const plainDays = { from: "2000", before: "2100" } as const;

/**
 * Whether a value is an entry without any problem, in a fraction of the time that the schema needs. False leaves the
 * decision to the schema; always false for reviews and amendments, which are rare.
 */
export function isPlainEntry(value: unknown): value is Entry {
	if (typeof value !== "object" || value === null) {
		return false;
	}
	const { id, at, type, logged, name, replaces } = value as Readonly<Record<string, unknown>>;
	return (
		isId(id) &&
		isPlainTime(at, logged) &&
		(isTextIfAny(name) || (Array.isArray(name) && name.every(isText))) &&
		(replaces === undefined || isId(replaces)) &&
		hasPlainFields(type, value as Readonly<Record<string, unknown>>)
	);
}

function hasPlainFields(type: unknown, fields: Readonly<Record<string, unknown>>): boolean {
	switch (type) {
		case "time": {
			const { on, minutes, note, timer, evidence, import: batch } = fields;
			const isPlain = typeof minutes === "number" && minutes >= 0 && minutes <= minutesPerDay;
			// Evidence is rare; the schema decides.
			const hasTexts = isTextIfAny(note) && isTextIfAny(batch);
			return isPlain && evidence === undefined && isId(on) && hasTexts && (timer === undefined || isId(timer));
		}
		case "timer":
			return isId(fields["on"]);
		case "progress": {
			const { on, set, add, note, link, evidence } = fields;
			return evidence === undefined && isId(on) && isChange(set, add) && isTextIfAny(note) && isTextIfAny(link);
		}
		case "note": {
			const { on, text, amount, link, week } = fields;
			return (
				typeof text === "string" &&
				// Rare; the schema decides.
				week === undefined &&
				(on === undefined || isId(on) || (Array.isArray(on) && on.every(isId))) &&
				(amount === undefined || typeof amount === "string" || isValue(amount)) &&
				isTextIfAny(link)
			);
		}
		case "void":
			return isId(fields["entry"]);
		default:
			return false;
	}
}

function isId(value: unknown): boolean {
	return typeof value === "string" && value.length > 0 && value.length <= maxId;
}

function isText(value: unknown): boolean {
	return typeof value === "string";
}

function isTextIfAny(value: unknown): boolean {
	return value === undefined || typeof value === "string";
}

function isValue(value: unknown): boolean {
	return typeof value === "number" && value >= -maxValue && value <= maxValue;
}

function isChange(set: unknown, add: unknown): boolean {
	if (add !== undefined) {
		return set === undefined && isValue(add);
	}
	return isValue(set) || typeof set === "boolean" || set === "rising" || set === "steady" || set === "falling";
}

function isPlainTime(at: unknown, logged: unknown): boolean {
	if (typeof at !== "string" || !isMoment(at) || at < plainDays.from || at >= plainDays.before) {
		return false;
	}
	return logged === undefined || (typeof logged === "string" && !isAhead(at, logged));
}

/** Whether something happened later than the day after it was logged. The two may be in different zones. */
export function isAhead(at: string, logged: string): boolean {
	// The texts begin with the date, so comparing them is usually enough.
	return at > logged && Date.parse(at.slice(0, 10)) > Date.parse(logged.slice(0, 10)) + 86_400_000;
}
