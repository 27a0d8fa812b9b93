import { type Day, formatDay, type Span } from "./day.ts";
import { addDuration, type Duration } from "./duration.ts";
import { lengthWords, readCalendar, relativeWords } from "./periodWords.ts";

/** The units that are counted from the `start` of the plan. */
export type RelativeUnit = "week" | "month" | "quarter" | "year";

/** A period as written in the plan, before it is resolved to dates. */
export type Stretch =
	/** Numbers count from 1 and both ends are inclusive; without `last` it has no end (`year 5+`). */
	| { readonly kind: "relative"; readonly unit: RelativeUnit; readonly first: number; readonly last?: number }
	/** Calendar days, `end` exclusive; without `end` it has no end. */
	| { readonly kind: "calendar"; readonly start: Day; readonly end?: Day }
	/** `for 7 months`: begins where the one before ends. */
	| { readonly kind: "length"; readonly length: Duration };

/**
 * When something is planned. `in`: during the period. `by`: any time up to its last day. `through`: it must hold until
 * its last day. `from`: from its first day, without an end.
 */
export interface Period {
	readonly mode: "in" | "by" | "through" | "from";
	readonly stretch: Stretch;
}

/** Why a text is not a valid period. */
export type PeriodError =
	/** Not a known form. */
	| "form"
	/** A bare `5` or `5-6`: the unit is missing. */
	| "unit"
	/** The end is before the start. */
	| "reversed"
	/** `2026-02-30`: no such day. */
	| "date"
	/** `09/01/2027`: September 1 or January 9. */
	| "ambiguous"
	/** A number below 1. */
	| "zero"
	/** `by year 5+`: a period without an end has no due date. */
	| "endless";

/** Longer texts aren't periods. */
const longest = 100;

const modes = ["by", "through", "from"] as const;
const relativeForm = /^(week|month|quarter|year)s? ?(\d{1,4})(?: ?- ?(\d{1,4})|(\+))?$/;
const yearsForm = /^(\d{4}) ?- ?(\d{4})$/;

/** Parses a `when` or a key of values by period. Ignores case, plurals, extra spaces and the kind of dash. */
export function parsePeriod(text: string): Period | PeriodError {
	const plain = text
		.normalize("NFKC")
		.trim()
		.toLowerCase()
		.replace(/\s+/g, " ")
		.replace(/[‐-―−]/g, "-");
	const mode = modes.find((word) => plain.startsWith(`${word} `));
	if (plain.length > longest) {
		return "form";
	}
	const length = lengthWords(plain);
	if (length) {
		return length.count === 0 ? "zero" : { mode: "in", stretch: { kind: "length", length } };
	}
	const stretch = parseStretch(relativeWords(mode ? plain.slice(mode.length + 1) : plain));
	if (typeof stretch === "string") {
		return stretch;
	}
	const endless =
		(stretch.kind === "relative" && stretch.last === undefined) ||
		(stretch.kind === "calendar" && stretch.end === undefined);
	if (endless && (mode === "by" || mode === "through")) {
		return "endless";
	}
	// `from June 2027 to May 2028` has an end.
	const isBetween = mode === "from" && / (?:to|until|through) /.test(plain);
	return { mode: isBetween ? "in" : (mode ?? "in"), stretch };
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
	return parseCalendar(text) ?? (/^\d{1,3}( ?- ?\d{1,3}|\+)?$/.test(text) ? "unit" : "form");
}

/** A calendar period, two joined by `..`, `to`, or a dash, or one without an end. */
function parseCalendar(text: string): Stretch | PeriodError | undefined {
	const open = /^(.*\S) ?\+$/.exec(text)?.[1];
	const whole = readCalendar(open ?? text);
	const years = yearsForm.exec(text);
	const [, from = "", to = ""] = years ?? /^(.+?)(?: ?\.\. ?| - | to | until | through )(.+)$/.exec(text) ?? [];
	const first = whole ?? (open === undefined && from !== "" ? readCalendar(from) : undefined);
	const last = whole ?? (to === "" ? undefined : readCalendar(to));
	if (first === undefined || last === undefined) {
		return undefined;
	}
	if (typeof first === "string" || typeof last === "string") {
		return first === "date" || last === "date" ? "date" : "ambiguous";
	}
	if (last.start < first.start) {
		return "reversed";
	}
	return open === undefined
		? { kind: "calendar", start: first.start, end: last.end }
		: { kind: "calendar", start: first.start };
}

/** A period in the syntax of the plan. Parsing it again gives the same period. */
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
	if (stretch.kind === "length") {
		const { count, unit } = stretch.length;
		return `for ${count} ${unit}${count === 1 ? "" : "s"}`;
	}
	const start = formatDay(stretch.start);
	if (stretch.end === undefined) {
		return `${start}+`;
	}
	const last = formatDay(stretch.end - 1);
	return start === last ? start : `${start}..${last}`;
}

/** How a plan converts periods to dates. */
export interface Calendar {
	/** Day one; without it, relative periods have no dates. */
	readonly start: Day | undefined;
	/** The day on which a number of whole units have passed since a start, after all slips. */
	readonly boundary: (start: Day, unit: Duration["unit"], count: number) => Day;
}

/**
 * Resolves a period to days; undefined for a length, which begins where the one before ends. Month n begins n-1 months after the start of the plan, each computed from the start
 * itself and clamped to the end of the month, so that nothing drifts; the same for weeks, quarters and years.
 *
 * @param enclosing the days of the enclosing node: `by` and `through` begin with it, otherwise at the start of the
 * plan
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
	if (start === undefined || stretch.kind === "length") {
		return undefined;
	}
	const first = boundary(start, stretch.unit, stretch.first - 1);
	return stretch.last === undefined
		? { start: first }
		: { start: first, end: boundary(start, stretch.unit, stretch.last) };
}

/** The day on which `count` whole units have passed since `start`, without slips. */
export function calendarBoundary(start: Day, unit: Duration["unit"], count: number): Day {
	return addDuration(start, { count: 1, unit }, count);
}

/** The due date: the last day of the period; undefined if it has none (`year 5+`, `from X`). */
export function dueDay(span: Span | undefined): Day | undefined {
	return span?.end === undefined ? undefined : span.end - 1;
}
