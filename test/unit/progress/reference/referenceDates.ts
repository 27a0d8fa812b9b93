import type { RawPlan } from "./rawPlan.ts";

/** Days since 1970-01-01, the first and, where there is one, the last, both included. */
export interface Days {
	readonly first: number;
	readonly last?: number;
}

/** Texts are read often, and each only once. */
const knownDays = new Map<string, number>();

/** The number of a day that is written `2026-01-05`. */
export function dayOf(text: string): number {
	const day = knownDays.get(text) ?? Date.parse(`${text}T00:00:00Z`) / 86_400_000;
	knownDays.set(text, day);
	return day;
}

const monthsIn: Readonly<Record<string, number>> = { year: 12, quarter: 3, month: 1 };

/** So many days, weeks, months, quarters or years after a day; in a month that is too short its last day. */
export function after(day: number, count: number, unit: string): number {
	if (unit === "day" || unit === "week") {
		return day + count * (unit === "week" ? 7 : 1);
	}
	const date = new Date(day * 86_400_000);
	const months = date.getUTCMonth() + count * (monthsIn[unit] ?? 1);
	const lastOfMonth = new Date(Date.UTC(date.getUTCFullYear(), months + 1, 0)).getUTCDate();
	return Date.UTC(date.getUTCFullYear(), months, Math.min(date.getUTCDate(), lastOfMonth)) / 86_400_000;
}

/** `3 months` after a day. */
export function afterText(day: number, text: string): number {
	const [, count, unit = ""] = /^(\d+) (\w+?)s?$/.exec(text) ?? [];
	return after(day, Number(count), unit);
}

/** The day on which so many units of the plan are over: each slip, in the order of its day, moves what lies on it or later. */
export function boundary({ start, slips }: Pick<RawPlan, "start" | "slips">, unit: string, count: number): number {
	let day = after(dayOf(start), count, unit);
	for (const slip of [...slips].sort((a, b) => dayOf(a.at) - dayOf(b.at))) {
		day = day >= dayOf(slip.at) ? afterText(day, slip.by) : day;
	}
	return day;
}

/**
 * The days of `for 7 months`, from the day after those of the one before, otherwise from a day on. Longer by each slip that
 * begins in it or right after it; undefined if the one before has no end.
 */
export function lengthAfter(plan: RawPlan, text: string, first: number | undefined): Days | undefined {
	if (first === undefined) {
		return undefined;
	}
	let end = afterText(first, text.replace("for ", ""));
	for (const slip of [...plan.slips].sort((a, b) => dayOf(a.at) - dayOf(b.at))) {
		end = dayOf(slip.at) > first && dayOf(slip.at) <= end ? afterText(end, slip.by) : end;
	}
	return { first, last: end - 1 };
}

/** The day after some days; undefined if they have no end. */
export function dayAfter(days: Days | undefined): number | undefined {
	return days?.last === undefined ? undefined : days.last + 1;
}

/** Days as they are written. */
export function textOf({ first, last = first }: Days): string {
	return [first, last].map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10)).join("..");
}

/** The days of a period. `by` and `through` begin where what encloses them does, else with the plan. */
export function daysOf(plan: RawPlan, text: string, around?: Days): Days {
	const [, mode, rest = ""] = /^(?:(by|through|from) )?(.*)$/.exec(text) ?? [];
	const span = stretch(plan, rest);
	if (mode === "from") {
		return { first: span.first };
	}
	const begin = Math.min(around?.first ?? dayOf(plan.start), span.last ?? Infinity);
	return mode === undefined ? span : { ...span, first: begin };
}

const knownStretches = new WeakMap<RawPlan, Map<string, Days>>();

/** Each text of a plan is read often, for every day that is looked at. */
function stretch(plan: RawPlan, text: string): Days {
	const known = knownStretches.get(plan) ?? new Map<string, Days>();
	knownStretches.set(plan, known);
	const days = known.get(text) ?? readStretch(plan, text);
	known.set(text, days);
	return days;
}

function readStretch(plan: RawPlan, text: string): Days {
	const [, unit, from = "", to, open] = /^(week|month|quarter|year)s? (\d+)(?:-(\d+)|(\+))?$/.exec(text) ?? [];
	if (unit) {
		const first = boundary(plan, unit, Number(from) - 1);
		return open ? { first } : { first, last: boundary(plan, unit, Number(to ?? from)) - 1 };
	}
	const [begin = "", end = begin] = text.split("..");
	const month = (part: string) => (part.length === 7 ? `${part}-01` : part);
	const last = end.length === 7 ? after(dayOf(month(end)), 1, "month") - 1 : dayOf(end);
	return { first: dayOf(month(begin)), last };
}

/** Whether a day is one of some. */
export function includes({ first, last = Infinity }: Days, day: number): boolean {
	return first <= day && day <= last;
}

/** In the order of the week, from Monday on. */
export const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const knownWeekdays = new Map<string, ReadonlyArray<number>>();

/** The days of `monday-friday`, counted from Monday, which is 0. */
export function weekdaysOf(text: string): ReadonlyArray<number> {
	const [from = "", to = from] = text.split("-");
	const [first, last] = [weekdays.indexOf(from), weekdays.indexOf(to)];
	const days = knownWeekdays.get(text) ?? weekdays.flatMap((_, at) => (at >= first && at <= last ? [at] : []));
	knownWeekdays.set(text, days);
	return days;
}
