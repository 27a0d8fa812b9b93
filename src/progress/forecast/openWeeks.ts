import type { Plan } from "../../plan/plan.ts";
import type { Day } from "../../time/day.ts";

/** The days of a whole open week. */
const weekDays = 7;

/**
 * Counts weeks of seven open days, backward and forward from a day. Days of full time off are skipped: they count neither
 * as weeks without progress nor as future weeks. The weeks end with today, so that no week is incomplete.
 */
export class OpenWeeks {
	private readonly closed: ReadonlyArray<{ readonly start: Day; readonly end: Day }>;

	constructor(
		{ timeOff }: Pick<Plan, "timeOff">,
		private readonly today: Day,
	) {
		this.closed = merged(
			timeOff.flatMap(({ span, hours }) => (hours ? [] : [{ end: Number.POSITIVE_INFINITY, ...span }])),
		);
	}

	/** The number of open days from a day (inclusive) to another one (exclusive). */
	openDays(start: Day, end: Day): number {
		let days = Math.max(0, end - start);
		for (const off of this.closed) days -= Math.max(0, Math.min(end, off.end) - Math.max(start, off.start));
		return days;
	}

	/** How many weeks ago a day was: 0 for today and the six open days before it. A closed day counts as the next open one. */
	weeksAgo(day: Day): number {
		return Math.floor(Math.max(0, this.openDays(day, this.today + 1) - 1) / weekDays);
	}

	/** Whether the open days from a day to today make whole weeks. */
	isWholeSince(day: Day): boolean {
		return this.openDays(day, this.today + 1) % weekDays === 0;
	}

	/** The number of weeks from today to the end of a day, with fractions; 0 for today and before. */
	weeksUntil(day: Day): number {
		return this.openDays(this.today + 1, day + 1) / weekDays;
	}

	/** The last day of a future week, counted from 1; undefined if time off before it never ends. */
	lastDayOf(week: number): Day | undefined {
		let left = week * weekDays;
		let day = this.today + 1;
		for (const off of this.closed) {
			if (off.end <= day) continue;
			const open = Math.max(0, off.start - day);
			if (open >= left) break;
			left -= open;
			day = off.end;
		}
		return Number.isFinite(day) ? day + left - 1 : undefined;
	}
}

/** Spans in order; those that touch or overlap are merged. */
function merged(
	spans: ReadonlyArray<{ readonly start: Day; readonly end: Day }>,
): ReadonlyArray<{ readonly start: Day; readonly end: Day }> {
	const joined: Array<{ start: Day; end: Day }> = [];
	for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
		const last = joined.at(-1);
		if (last && start <= last.end) last.end = Math.max(last.end, end);
		else joined.push({ start, end });
	}
	return joined;
}
