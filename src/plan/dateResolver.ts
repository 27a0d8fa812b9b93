import { calendarOf } from "./calendar.ts";
import type { Day, Span } from "./day.ts";
import { type Calendar, type Period, parsePeriod, resolvePeriod } from "./period.ts";
import type { Dated, Slip, Timed } from "./plan.ts";
import type { Problem, TextRange } from "./problem.ts";
import type { Read, ReadEntry } from "./reading.ts";
import { placeOf, rangeAt, rangeOf } from "./syntax.ts";

/** Ties the periods of one plan to days, after its slips, and reports those that lie before its start or have none to count from. */
export class DateResolver {
	private readonly calendar: Calendar;
	private startMissed = false;

	/**
	 * @param start day one, as the plan says it
	 * @param problems what is found is added there
	 */
	constructor(
		start: Day | undefined,
		slips: ReadonlyArray<Slip>,
		private readonly problems: Array<Problem>,
	) {
		this.calendar = calendarOf(start, slips);
	}

	/** The days of a node: those of its own period, else those of what encloses it. */
	timed(when: Read<Period> | undefined, above: number, enclosing?: Span): Timed {
		if (!when) {
			return enclosing ? { span: enclosing } : {};
		}
		const span = this.days(when.value, rangeAt(when.edge, above), enclosing);
		return span ? { when: when.value, span } : { when: when.value };
	}

	/** The days of a period; undefined where it counts from a start that the plan does not say. */
	days(period: Period, range: TextRange, enclosing?: Span): Span | undefined {
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

	/** The periods that the keys of a map stand for; two that mean the same are a problem. */
	periods<T>(
		entries: ReadonlyArray<ReadEntry<T>>,
		at: number,
	): ReadonlyArray<Timed & { readonly entry: ReadEntry<T>; readonly range: TextRange }> {
		const met = new Set<string>();
		return entries.map((entry) => {
			const range = rangeAt(entry.keyEdge, at);
			const when = parsePeriod(entry.key);
			if (typeof when === "string") {
				this.problems.push({ code: "bad-period", severity: "error", range, args: [entry.key, when] });
				return { entry, range };
			}
			const span = this.days(when, range);
			const same = `${span?.start}..${span?.end}`;
			if (span && met.has(same)) {
				this.problems.push({ code: "double-period", severity: "error", range, args: [entry.key] });
			}
			met.add(same);
			return { entry, range, when, ...(span ? { span } : {}) };
		});
	}

	/** A value, or values by period in the order of their days. */
	dated<T>(read: Read<T | ReadonlyArray<ReadEntry<T>>> | undefined, above: number): ReadonlyArray<Dated<T>> {
		if (!read) {
			return [];
		}
		const at = placeOf(read.edge, above);
		const { value } = read;
		if (!Array.isArray(value)) {
			return [{ value: value as T, range: rangeOf(read.edge.node, at) }];
		}
		return this.periods(value as ReadonlyArray<ReadEntry<T>>, at)
			.map(({ entry, ...timed }): Dated<T> => ({ ...timed, value: entry.read.value }))
			.sort((a, b) => (a.span?.start ?? 0) - (b.span?.start ?? 0));
	}
}
