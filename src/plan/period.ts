import { addMonths, type Day, dayOf, formatDay, type Span } from "./day.ts";
import { addDuration, type Duration } from "./duration.ts";

/** The units that count from the plan's `start`. */
export type RelativeUnit = "week" | "month" | "quarter" | "year";

/** A stretch of time as the plan writes it, before it is tied to dates. */
export type Stretch =
	/** Numbers count from 1 and both ends are included; without `last` it goes on for ever (`year 5+`). */
	| { readonly kind: "relative"; readonly unit: RelativeUnit; readonly first: number; readonly last?: number }
	/** Real days, `end` excluded; without `end` it goes on for ever. */
	| { readonly kind: "calendar"; readonly start: Day; readonly end?: Day };

/**
 * When something is meant to happen. `in`: during the stretch. `by`: any time up to its last day. `through`: it must
 * hold until its last day. `from`: from its first day on, without an end.
 */
export interface Period {
	readonly mode: "in" | "by" | "through" | "from";
	readonly stretch: Stretch;
}

/** Why a text is no period. */
export type PeriodError =
	/** Nothing the format knows. */
	| "form"
	/** A bare `5` or `5-6`: the unit is missing. */
	| "unit"
	/** It ends before it begins. */
	| "reversed"
	/** `2026-02-30`: no such day. */
	| "date"
	/** Counting starts at 1. */
	| "zero"
	/** `by year 5+`: nothing is due at the end of what never ends. */
	| "endless";

const modes = ["by", "through", "from"] as const;
const relativeForm = /^(week|month|quarter|year)s? ?(\d{1,4})(?: ?- ?(\d{1,4})|(\+))?$/;
const calendarForm = /^(\d{4}(?:-q[1-4]|-\d{2}(?:-\d{2})?)?)(?: ?\.\. ?(\d{4}(?:-q[1-4]|-\d{2}(?:-\d{2})?)?)|(\+))?$/;
const yearsForm = /^(\d{4}) ?- ?(\d{4})$/;

/** Reads a `when` or the key of dated values. Case, plurals, spaces and kinds of dashes are forgiven. */
export function parsePeriod(text: string): Period | PeriodError {
	const plain = text
		.normalize("NFKC")
		.trim()
		.toLowerCase()
		.replace(/\s+/g, " ")
		.replace(/[‐-―−]/g, "-");
	const mode = modes.find((word) => plain.startsWith(`${word} `));
	const stretch = parseStretch(mode ? plain.slice(mode.length + 1) : plain);
	if (typeof stretch === "string") {
		return stretch;
	}
	const endless = stretch.kind === "relative" ? stretch.last === undefined : stretch.end === undefined;
	return endless && (mode === "by" || mode === "through") ? "endless" : { mode: mode ?? "in", stretch };
}

function parseStretch(text: string): Stretch | PeriodError {
	const relative = relativeForm.exec(text);
	if (relative) {
		const unit = relative[1] as RelativeUnit;
		const first = Number(relative[2]);
		const last = relative[3] === undefined ? first : Number(relative[3]);
		if (first === 0) {
			return "zero";
		}
		if (last < first) {
			return "reversed";
		}
		return relative[4] ? { kind: "relative", unit, first } : { kind: "relative", unit, first, last };
	}
	const years = yearsForm.exec(text);
	const calendar = years ?? calendarForm.exec(text);
	if (calendar) {
		const first = calendarSpan(calendar[1] ?? "");
		const last = calendar[2] === undefined ? first : calendarSpan(calendar[2]);
		if (!first || !last) {
			return "date";
		}
		if (last.start < first.start) {
			return "reversed";
		}
		return calendar[3]
			? { kind: "calendar", start: first.start }
			: { kind: "calendar", start: first.start, end: last.end };
	}
	return /^\d{1,3}( ?- ?\d{1,3}|\+)?$/.test(text) ? "unit" : "form";
}

/** The days of `2027`, `2027-q3`, `2027-06` or `2027-06-30`; undefined where there is no such day. */
function calendarSpan(text: string): Required<Span> | undefined {
	const year = Number(text.slice(0, 4));
	const rest = text.slice(5);
	const month = rest.startsWith("q") ? Number(rest[1]) * 3 - 2 : Number(rest.slice(0, 2) || 1);
	const months = rest === "" ? 12 : rest.startsWith("q") ? 3 : 1;
	const start = dayOf(year, month, Number(rest.slice(3) || 1));
	if (start === undefined) {
		return undefined;
	}
	return { start, end: rest.length === 5 ? start + 1 : addMonths(start, months) };
}

/** A period in the format's own words, such that reading it again gives the same period. */
export function formatPeriod(period: Period): string {
	const mode = period.mode === "in" ? "" : `${period.mode} `;
	return mode + formatStretch(period.stretch);
}

function formatStretch(stretch: Stretch): string {
	if (stretch.kind === "relative") {
		const { unit, first, last } = stretch;
		if (last === undefined) {
			return `${unit} ${first}+`;
		}
		return first === last ? `${unit} ${first}` : `${unit}s ${first}-${last}`;
	}
	const start = formatDay(stretch.start);
	if (stretch.end === undefined) {
		return `${start}+`;
	}
	const last = formatDay(stretch.end - 1);
	return start === last ? start : `${start}..${last}`;
}

/** How the plan counts time. */
export interface Calendar {
	/** Day one; without it what counts from it stays undated. */
	readonly start: Day | undefined;
	/** The day on which so many whole units have passed since a start, after all slips. */
	readonly boundary: (start: Day, unit: Duration["unit"], count: number) => Day;
}

/**
 * Ties a period to days. Month n begins n-1 months after the plan's start, each computed from the start itself and
 * clamped to the month's end, so that nothing drifts; weeks, quarters and years likewise.
 *
 * @param enclosing the days of the node around it: `by` and `through` begin where it begins, else at the plan's start
 */
export function resolvePeriod(period: Period, calendar: Calendar, enclosing?: Span): Span | undefined {
	const span = resolveStretch(period.stretch, calendar);
	if (!span) {
		return undefined;
	}
	if (period.mode === "from") {
		return { start: span.start };
	}
	if (period.mode === "in" || span.end === undefined) {
		return span;
	}
	return { start: Math.min(enclosing?.start ?? calendar.start ?? span.start, span.end - 1), end: span.end };
}

function resolveStretch(stretch: Stretch, { start, boundary }: Calendar): Span | undefined {
	if (stretch.kind === "calendar") {
		return stretch.end === undefined ? { start: stretch.start } : { start: stretch.start, end: stretch.end };
	}
	if (start === undefined) {
		return undefined;
	}
	const first = boundary(start, stretch.unit, stretch.first - 1);
	return stretch.last === undefined
		? { start: first }
		: { start: first, end: boundary(start, stretch.unit, stretch.last) };
}

/** The day on which `count` whole units have passed since `start`, where nothing slips. */
export function plainBoundary(start: Day, unit: Duration["unit"], count: number): Day {
	return addDuration(start, { count: 1, unit }, count);
}

/** The last day on which it can be done in time; undefined where it is never due (`year 5+`, `from X`). */
export function dueDay(span: Span | undefined): Day | undefined {
	return span?.end === undefined ? undefined : span.end - 1;
}
