import { amountForms } from "../../amount/amountForms.ts";
import { formatDay } from "../../time/day.ts";
import { datesOf, readCalendar } from "../../time/periodWords.ts";
import { weekdays } from "../../time/weekday.ts";
import { nearestName } from "../../util/nearest.ts";
import { slug } from "../assignIds.ts";
import type { PlanProblemCode } from "../planProblem.ts";
import type { Correction } from "./correction.ts";
import { correctPeriod } from "./correctPeriod.ts";

type Corrector = (text: string, why: string, year?: string) => ReadonlyArray<Correction>;

const safe = (text: string | undefined): ReadonlyArray<Correction> =>
	text === undefined ? [] : [{ text, isSafe: true }];
const likely = (...texts: ReadonlyArray<string | undefined>): ReadonlyArray<Correction> =>
	texts.flatMap((text) => (text === undefined ? [] : [{ text, isSafe: false }]));

const correctors: { readonly [code in PlanProblemCode]?: Corrector } = {
	"bad-day": correctDay,
	"bad-period": correctPeriod,
	"bad-quantity": (text) => likely(...amountForms(text)),
	"bad-duration": (text) => safe(correctDuration(text)),
	"bad-hours": correctHours,
	"bad-times": (text) => safe(correctTimes(text)),
	"bad-share": correctShare,
	"bad-below": (text) => safe(/^(?:below |under |<)? ?(\d+(?:\.\d+)?) ?%?$/i.exec(text)?.[1]).map(belowPercent),
	"bad-weekday": (text) => safe(nearestName(text, weekdays)),
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

/** `2026/1/5`, `2026.01.05`, `05.01.2026`, `5 January 2026`; both days if it is unclear which part is the month. */
function correctDay(text: string): ReadonlyArray<Correction> {
	const span = readCalendar(text.toLowerCase().replace(/^(\d{4})[. ](\d{1,2})[. ](\d{1,2})$/, "$1-$2-$3"));
	if (span === "ambiguous") {
		return likely(...datesOf(text));
	}
	return typeof span === "object" && span.end === span.start + 1 ? safe(formatDay(span.start)) : [];
}

function correctHours(written: string): ReadonlyArray<Correction> {
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
	const often: Readonly<Record<string, string>> = { once: "1", twice: "2", weekly: "1", daily: "7" };
	const plain = text.toLowerCase();
	const [, word = ""] = /^(once|twice|weekly|daily)(?: (?:a|per|every|each) week)?$/.exec(plain) ?? [];
	return (
		often[word] ??
		/^(\d{1,3}) ?(?:x|times)? ?(?:weekly|every week|each week|in a week|pro woche|每周)$/.exec(plain)?.[1]
	);
}

function correctDuration(text: string): string | undefined {
	const often: Readonly<Record<string, string>> = {
		daily: "1 day",
		weekly: "1 week",
		monthly: "1 month",
		quarterly: "1 quarter",
		yearly: "1 year",
		annually: "1 year",
		"half a year": "6 months",
		"half year": "6 months",
		"half-year": "6 months",
		"half-yearly": "6 months",
		"twice a year": "6 months",
		annual: "1 year",
	};
	const plain = text.toLowerCase().replace(/^every (?=half)/, "");
	const single = /^(?:every )?(?:an? )?(day|week|month|quarter|year)$/.exec(plain)?.[1];
	if (Object.hasOwn(often, plain) || single !== undefined) {
		return single === undefined ? often[plain] : `1 ${single}`;
	}
	const [, count, unit = ""] = /^(?:every )?(\d{1,4}) ?([a-z]+)\.?$/.exec(plain) ?? [];
	const short: Readonly<Record<string, string>> = {
		d: "day",
		w: "week",
		wk: "week",
		m: "month",
		mo: "month",
		q: "quarter",
		y: "year",
		yr: "year",
	};
	const stem = unit.replace(/s$/, "");
	const meant = Object.hasOwn(short, stem)
		? short[stem]
		: nearestName(stem, ["day", "week", "month", "quarter", "year"]);
	return count === undefined || meant === undefined ? undefined : `${count} ${meant}${count === "1" ? "" : "s"}`;
}

function correctWeekdays(text: string): string | undefined {
	const corrected = text.replace(/[a-z]+/gi, (word) =>
		/^and$/i.test(word) ? word : (nearestName(word, weekdays) ?? word),
	);
	return corrected === text ? undefined : corrected;
}

/** `3`, `3:00`, `3 am`, `03.30`: hours and minutes after midnight. */
function correctDayEnd(text: string): string | undefined {
	const match = /^(\d{1,2})(?:[:.h](\d{2}))? ?(?:am|h)?$/i.exec(text);
	return match ? `${match[1]?.padStart(2, "0")}:${match[2] ?? "00"}` : undefined;
}
