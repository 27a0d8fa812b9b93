import { amountForms } from "../../amount/amountForms.ts";
import { nearestName } from "../../util/nearest.ts";
import { slug } from "../assignIds.ts";
import type { PlanProblemCode } from "../planProblem.ts";
import type { Correction } from "./correction.ts";
import { correctPeriod } from "./correctPeriod.ts";
import { correctDay } from "./values/correctDay.ts";
import { correctDuration } from "./values/correctDuration.ts";
import { correctWeekday, correctWeekdays } from "./values/dayNames.ts";

type Corrector = (text: string, why: string, year?: string) => ReadonlyArray<Correction>;

const safe = (text: string | undefined): ReadonlyArray<Correction> =>
	text === undefined ? [] : [{ text, isSafe: true }];
const likely = (...texts: ReadonlyArray<string | undefined>): ReadonlyArray<Correction> =>
	texts.flatMap((text) => (text === undefined ? [] : [{ text, isSafe: false }]));

const correctors: { readonly [code in PlanProblemCode]?: Corrector } = {
	"bad-day": (text, _, year) => correctDay(text, year),
	"bad-period": correctPeriod,
	"bad-quantity": (text) => likely(...amountForms(text)),
	"bad-duration": correctDuration,
	"bad-hours": correctHours,
	"bad-times": (text) => safe(correctTimes(text)),
	"bad-share": correctShare,
	"bad-below": (text) => safe(/^(?:below |under |<)? ?(\d+(?:\.\d+)?) ?%?$/i.exec(text)?.[1]).map(belowPercent),
	"bad-weekday": (text) => safe(correctWeekday(text)),
	"bad-weekdays": (text) => safe(correctWeekdays(text)),
	"bad-day-end": (text) => safe(correctDayEnd(text)),
	"bad-choice": (text, choices) => safe(nearestName(text, choices.split(", "))),
	"bad-flag": (text) => safe(correctBoolean(text)),
	"bad-boolean": (text) => safe(correctBoolean(text)),
	"bad-id": (text) => likely(slug(text) || undefined),
};

/**
 * The most likely corrections of a value, the likeliest first; empty if there are none.
 *
 * @param why the second argument of the problem
 * @param year the year in which the plan starts
 */
export function correctValue(
	code: PlanProblemCode,
	text: string,
	why: string,
	year?: string,
): ReadonlyArray<Correction> {
	return correctors[code]?.(text.trim(), why, year) ?? [];
}

function correctHours(written: string): ReadonlyArray<Correction> {
	const [, hours, minutes] =
		/^(?:(\d{1,2})(?::| ?h ?))?([0-5]?\d) ?(?:m|min|mins|minutes?|minuten)?(?: ?(?:a|per|\/|pro) ?(?:week|woche))?$/i.exec(
			written,
		) ?? [];
	if (minutes !== undefined && (hours !== undefined || /m/i.test(written))) {
		const part = Math.round((Number(hours ?? 0) + Number(minutes) / 60) * 100) / 100;
		return part > 0 ? likely(String(part)) : [];
	}
	const [, least] =
		/^(?:(?:at least|min\.?|mindestens|about|around|~|ca\.) ?)?(\d+(?:\.\d+)?) ?h?(?:ours?)?(?:\+| or more| oder mehr)?$/i.exec(
			written,
		) ?? [];
	if (least !== undefined && !/^[\d.]+ ?h?(?:ours?)?$/i.test(written)) {
		return likely(least);
	}
	const text = written.replace(/(\d),(\d{1,2})(?!\d)/g, "$1.$2");
	const match =
		/^(\d+(?:\.\d+)?) ?h?(?:ours?)?(?: ?(?:[-‐-―−]|to|or) ?(\d+(?:\.\d+)?) ?h?(?:ours?)?)?(?: ?(?:a|per|\/) ?week)?$/i.exec(
			text,
		);
	const [, low, high] = match ?? [];
	if (low === undefined) {
		return [];
	}
	if (high === undefined) {
		return safe(low);
	}
	return Number(low) <= Number(high) ? safe(`${low}-${high}`) : likely(`${high}-${low}`);
}

function correctShare(text: string): ReadonlyArray<Correction> {
	const value = Number(text.replace(",", "."));
	if (text === "" || !Number.isFinite(value) || value < 0) {
		return [];
	}
	if (value <= 1) {
		return likely(`${Math.round(value * 1000) / 10}%`);
	}
	return value <= 100 ? safe(`${value}%`) : [];
}

function correctBoolean(text: string): "true" | "false" | undefined {
	if (/^(?:y|yes|on|1)$/i.test(text)) {
		return "true";
	}
	return /^(?:n|no|off|0)$/i.test(text) ? "false" : undefined;
}

function belowPercent({ text, isSafe }: Correction): Correction {
	return { text: `below ${text}%`, isSafe };
}

/** `3x weekly`, `twice a week`, `daily`: how often in a week. */
function correctTimes(text: string): string | undefined {
	const often: Readonly<Record<string, string>> = {
		once: "1",
		twice: "2",
		thrice: "3",
		weekly: "1",
		daily: "7",
		"every day": "7",
		"three times": "3",
		"four times": "4",
		"five times": "5",
		einmal: "1",
		zweimal: "2",
		dreimal: "3",
		täglich: "7",
	};
	const plain = text.toLowerCase();
	const [, word = ""] =
		/^(\p{L}+(?: times| day)?)(?: (?:a|per|every|each|in der|pro|die) (?:week|woche))?$/u.exec(plain) ?? [];
	return (
		(Object.hasOwn(often, word) ? often[word] : undefined) ??
		/^(\d{1,3}) ?(?:x|times|mal|days?|tage?|次|天)? ?(?:weekly|a week|per week|in der woche|every week|each week|in a week|pro woche|每周)$/.exec(
			plain,
		)?.[1]
	);
}

/** `3`, `3:00`, `3 am`, `03.30`: hours and minutes after midnight. */
function correctDayEnd(text: string): string | undefined {
	const match = /^(\d{1,2})(?:[:.h](\d{2}))? ?(?:am|h)?$/i.exec(text);
	return match ? `${match[1]?.padStart(2, "0")}:${match[2] ?? "00"}` : undefined;
}
