import { dayOf, formatDay } from "../day.ts";
import { slug } from "../ids.ts";
import { nearest } from "../nearest.ts";
import type { ProblemCode } from "../problem.ts";
import { weekdays } from "../scalars.ts";
import { mendPeriod } from "./mendPeriod.ts";

/** What a text that its key does not understand most likely meant. */
export interface Mending {
	readonly text: string;
	/** Whether it can have meant nothing else. */
	readonly isSafe: boolean;
}

type Mender = (text: string, why: string) => ReadonlyArray<Mending>;

const safe = (text: string | undefined): ReadonlyArray<Mending> => (text === undefined ? [] : [{ text, isSafe: true }]);
const likely = (...texts: ReadonlyArray<string | undefined>): ReadonlyArray<Mending> =>
	texts.flatMap((text) => (text === undefined ? [] : [{ text, isSafe: false }]));

const menders: { readonly [code in ProblemCode]?: Mender } = {
	"bad-day": (text) => safe(mendDay(text)),
	"bad-period": (text, why) => mendPeriod(text, why),
	"bad-quantity": mendQuantity,
	"bad-duration": (text) => safe(mendDuration(text)),
	"bad-hours": mendHours,
	"bad-share": mendShare,
	"bad-below": (text) => safe(/^(?:below |under |<)? ?(\d+(?:\.\d+)?) ?%?$/i.exec(text)?.[1]).map(belowPercent),
	"bad-weekday": (text) => safe(nearest(text, weekdays)),
	"bad-weekdays": (text) => safe(mendWeekdays(text)),
	"bad-day-end": (text) => safe(mendDayEnd(text)),
	"bad-choice": (text, choices) => safe(nearest(text, choices.split(", "))),
	"bad-boolean": (text) =>
		safe(/^(?:y|yes|on|1)$/i.test(text) ? "true" : /^(?:n|no|off|0)$/i.test(text) ? "false" : undefined),
	"bad-id": (text) => likely(slug(text) || undefined),
};

/**
 * Texts that most likely were meant, the likeliest first; none where nobody can tell.
 *
 * @param why the second argument of the problem
 */
export function mendText(code: ProblemCode, text: string, why: string): ReadonlyArray<Mending> {
	return menders[code]?.(text.trim(), why) ?? [];
}

/** `2026/1/5`, `2026.01.05`: year, month and day in that order, however they are parted. */
function mendDay(text: string): string | undefined {
	const match = /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})$/.exec(text);
	const day = match && dayOf(Number(match[1]), Number(match[2]), Number(match[3]));
	return typeof day === "number" ? formatDay(day) : undefined;
}

function mendQuantity(text: string, why: string): ReadonlyArray<Mending> {
	switch (why) {
		case "comma":
			// `1,5` where a point was meant; with more digits nobody can tell.
			return likely(/^[^,]*\d,\d{1,2}(?!\d)[^,]*$/.test(text) ? text.replace(",", ".") : undefined);
		case "reversed":
			return likely(swapped(text));
		default: {
			const least = /^(?:>=?|≥|at least|minimum|min\.?) ?(?=[\d$€£])(.*)$/i.exec(text)?.[1];
			const most = /^(?:<|≤|up to|maximum|max\.?) ?(?=[\d$€£])(.*)$/i.exec(text)?.[1];
			return least !== undefined ? safe(least) : safe(most === undefined ? undefined : `at most ${most}`);
		}
	}
}

/** `12-8` with its ends the other way round. */
function swapped(text: string): string | undefined {
	const match = /^([^\d]*)(\d[\d.,]*[kmb]?) ?([-‐-―−]|to) ?(\d[\d.,]*[kmb]?)(.*)$/i.exec(text);
	return match ? `${match[1]}${match[4]}-${match[2]}${match[5]}` : undefined;
}

function mendHours(text: string): ReadonlyArray<Mending> {
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

function mendShare(text: string): ReadonlyArray<Mending> {
	const value = Number(text.replace(",", "."));
	if (text === "" || !Number.isFinite(value) || value < 0) {
		return [];
	}
	return value <= 1 ? likely(`${Math.round(value * 1000) / 10}%`) : value <= 100 ? safe(`${value}%`) : [];
}

function belowPercent({ text, isSafe }: Mending): Mending {
	return { text: `below ${text}%`, isSafe };
}

function mendDuration(text: string): string | undefined {
	const often: Readonly<Record<string, string>> = {
		daily: "1 day",
		weekly: "1 week",
		monthly: "1 month",
		quarterly: "1 quarter",
		yearly: "1 year",
		annually: "1 year",
		"half a year": "6 months",
	};
	const plain = text.toLowerCase();
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
	const meant = Object.hasOwn(short, stem) ? short[stem] : nearest(stem, ["day", "week", "month", "quarter", "year"]);
	return count === undefined || meant === undefined ? undefined : `${count} ${meant}${count === "1" ? "" : "s"}`;
}

function mendWeekdays(text: string): string | undefined {
	const mended = text.replace(/[a-z]+/gi, (word) => (/^and$/i.test(word) ? word : (nearest(word, weekdays) ?? word)));
	return mended === text ? undefined : mended;
}

/** `3`, `3:00`, `3 am`, `03.30`: hours and minutes after midnight. */
function mendDayEnd(text: string): string | undefined {
	const match = /^(\d{1,2})(?:[:.h](\d{2}))? ?(?:am|h)?$/i.exec(text);
	return match ? `${match[1]?.padStart(2, "0")}:${match[2] ?? "00"}` : undefined;
}
