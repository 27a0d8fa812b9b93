import type { Day, Span } from "../time/day.ts";
import { addDuration, type Duration } from "../time/duration.ts";
import { type Calendar, formatPeriod, type Period, parsePeriod, resolvePeriod } from "../time/period.ts";
import type { TextRange } from "../util/textRange.ts";
import { mostValues, tooMany } from "./limits.ts";
import type { Dated, Slip, Timed } from "./plan.ts";
import { planCalendar } from "./planCalendar.ts";
import type { PlanProblem } from "./planProblem.ts";
import type { ReadEntry, ReadNode } from "./schema/nodeReading.ts";
import { nodeRange } from "./syntax/syntaxTree.ts";

/**
 * Resolves the periods of one plan to days, including slips, and reports periods that end before its start or cannot
 * be resolved without one.
 */
export class DateResolver {
	private readonly calendar: Calendar;
	private readonly slips: ReadonlyArray<Slip>;
	private startMissed = false;

	/**
	 * @param start day one of the plan
	 * @param problems new problems are added to it
	 */
	constructor(
		start: Day | undefined,
		slips: ReadonlyArray<Slip>,
		private readonly problems: Array<PlanProblem>,
	) {
		this.calendar = planCalendar(start, slips);
		this.slips = slips.toSorted((a, b) => a.at - b.at);
	}

	/**
	 * The days of a node: those of its own period, otherwise those of its parent.
	 *
	 * @param before the node before it in its list: `for 7 months` begins where that one ends, the first where the parent
	 * or the plan starts; without it, a length isn't possible here
	 */
	timed(when: ReadNode<Period> | undefined, enclosing?: Span, before?: Timed | "first"): Timed {
		if (!when) {
			return enclosing ? { span: enclosing } : {};
		}
		const range = nodeRange(when.node);
		const { stretch } = when.value;
		const span =
			stretch.kind === "length" && before !== undefined
				? this.lasting(stretch.length, range, before === "first" ? this.firstDay(enclosing) : before.span?.end)
				: this.days(when.value, range, enclosing);
		return span ? { when: when.value, span } : { when: when.value };
	}

	/** The day on which the first of a list begins if it only has a length. Without a start of the plan there is none. */
	private firstDay(enclosing: Span | undefined): Day | undefined {
		return enclosing?.start ?? this.calendar.start;
	}

	/** The days of a length; it lasts longer if a slip begins in it. */
	private lasting(length: Duration, range: TextRange, start: Day | undefined): Span | undefined {
		if (start === undefined) {
			const code = this.calendar.start === undefined ? "missing-start" : "length-after-nothing";
			this.problems.push({ code, severity: "error", range, args: [] });
			return undefined;
		}
		const end = this.slips.reduce(
			(last, { at, by }) => (at > start && last >= at ? addDuration(last, by) : last),
			addDuration(start, length),
		);
		return { start, end };
	}

	/** The days of a period; undefined if it is relative and the plan has no start. */
	days(period: Period, range: TextRange, enclosing?: Span): Span | undefined {
		if (period.stretch.kind === "length") {
			this.problems.push({ code: "length-not-here", severity: "error", range, args: [formatPeriod(period)] });
			return undefined;
		}
		const span = resolvePeriod(period, this.calendar, enclosing);
		if (!span && !this.startMissed) {
			this.startMissed = true;
			this.problems.push({ code: "missing-start", severity: "error", range, args: [] });
		}
		const { start } = this.calendar;
		if (span && start !== undefined && (span.end ?? Infinity) <= start) {
			this.problems.push({ code: "before-start", severity: "warning", range, args: [] });
		}
		return span;
	}

	/** Resolves the keys of a map as periods. Two keys with the same days are a problem. */
	periods<T>(
		entries: ReadonlyArray<ReadEntry<T>>,
	): ReadonlyArray<Timed & { readonly entry: ReadEntry<T>; readonly range: TextRange }> {
		const met = new Set<string>();
		let last: Timed | "first" = "first";
		return entries.map((entry) => {
			const range = nodeRange(entry.keyNode);
			if (entry.keyNode === entry.read.node) {
				// A plain list has no dates.
				return { entry, range };
			}
			const when = parsePeriod(entry.key);
			if (typeof when === "string") {
				this.problems.push({ code: "bad-period", severity: "error", range, args: [entry.key, when] });
				return { entry, range };
			}
			const span = this.spanOfKey(when, range, last);
			last = { ...(span ? { span } : {}) };
			const same = `${span?.start}..${span?.end}`;
			if (span && met.has(same)) {
				this.problems.push({ code: "double-period", severity: "error", range, args: [entry.key] });
			}
			met.add(same);
			return { entry, range, when, ...(span ? { span } : {}) };
		});
	}

	private spanOfKey(when: Period, range: TextRange, before: Timed | "first"): Span | undefined {
		const { stretch } = when;
		const start = before === "first" ? this.calendar.start : before.span?.end;
		return stretch.kind === "length" ? this.lasting(stretch.length, range, start) : this.days(when, range);
	}

	/** A value, or values by period in the order of their days. */
	dated<T>(read: ReadNode<T | ReadonlyArray<ReadEntry<T>>> | undefined): ReadonlyArray<Dated<T>> {
		if (!read) {
			return [];
		}
		const { value } = read;
		if (!Array.isArray(value)) {
			return [{ value: value as T, range: nodeRange(read.node) }];
		}
		const entries = value as ReadonlyArray<ReadEntry<T>>;
		const next = entries[mostValues];
		if (next) {
			this.problems.push(tooMany(nodeRange(next.keyNode), "values", mostValues));
		}
		return this.periods(entries.slice(0, mostValues))
			.map(({ entry, ...timed }): Dated<T> => ({ ...timed, value: entry.read.value }))
			.sort((a, b) => (a.span?.start ?? 0) - (b.span?.start ?? 0));
	}
}
