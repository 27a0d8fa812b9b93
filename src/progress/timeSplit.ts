import { DecimalSum } from "../amount/decimalSum.ts";
import { shareOn } from "../plan/datedValues.ts";
import type { Track } from "../plan/plan.ts";
import { periodAround } from "../plan/planCalendar.ts";
import { addMonths, type Day, dayFromDate, type Span, toDate } from "../time/day.ts";
import { weekOf } from "../time/week.ts";
import type { LoggedData } from "./loggedData.ts";
import type { PlanIndex } from "./planIndex.ts";
import { firstLoggedDay } from "./week/weeksKept.ts";

/** The time of a track, compared with its share. */
export interface TrackTime {
	readonly track: Track;
	readonly minutes: number;
	/** Its part of the assigned time, 0 to 1; undefined if there is none. */
	readonly share: number | undefined;
	/** The planned share, 0 to 1: the mean over the days. Undefined if no track has a share. */
	readonly planned: number | undefined;
	/** The minutes it is behind its share of the assigned time; negative if it is ahead. */
	readonly owes: number | undefined;
}

/** The split of time between tracks. */
export interface TimeSplit {
	/** The date range; days after today do not count. */
	readonly span: Required<Span>;
	readonly tracks: ReadonlyArray<TrackTime>;
	/** Minutes of all tracks. */
	readonly assigned: number;
	/** Minutes without a track, which are not part of the split. */
	readonly unassigned: number;
}

/** The periods of the split. */
export interface TimeSplits {
	readonly week: TimeSplit;
	/**
	 * The quarter of the plan, counted from its start after slips; without a start, of the calendar. The same for the
	 * year.
	 */
	readonly quarter: TimeSplit;
	readonly year: TimeSplit;
	/** From day one to today; without a start, from the first entry. */
	readonly overall: TimeSplit;
}

/** The input of a split. */
export interface SplitContext {
	readonly index: PlanIndex;
	readonly logged: LoggedData;
	readonly today: Day;
}

/**
 * Splits the time of a date range. `planned` is the mean share of the track over the days up to today; `owes` is
 * planned × assigned − minutes, so that the sum over all tracks is 0. A track without a share has a planned share of 0
 * if others have one.
 */
export function computeSplit({ index, logged, today }: SplitContext, span: Required<Span>): TimeSplit {
	const { tracks } = index.plan;
	const sums = new Map(tracks.map(({ id }) => [id, new DecimalSum()]));
	const rest = new DecimalSum();
	for (const [id, days] of logged.time) {
		(sums.get(index.trackOf.get(id) ?? "") ?? rest).add(days.sum(span));
	}
	const all = new DecimalSum();
	for (const sum of sums.values()) {
		all.add(sum.value);
	}
	const assigned = all.value;
	const anyShare = tracks.some(({ shares }) => shares.length > 0);
	return {
		span,
		tracks: tracks.map((track): TrackTime => {
			const minutes = sums.get(track.id)?.value ?? 0;
			const planned = anyShare
				? meanShare(track, { start: span.start, end: Math.min(span.end, today + 1) })
				: undefined;
			return {
				track,
				minutes,
				share: assigned > 0 ? minutes / assigned : undefined,
				planned,
				owes: planned === undefined ? undefined : planned * assigned - minutes,
			};
		}),
		assigned,
		unassigned: rest.value,
	};
}

/** The date range of each split. */
export function splitSpans({ index, logged, today }: SplitContext): Readonly<Record<keyof TimeSplits, Required<Span>>> {
	const { calendar, plan } = index;
	const first = plan.start ?? firstLoggedDay(logged.time.values()) ?? today;
	return {
		week: weekOf(today, plan.week.starts),
		quarter: periodAround(calendar, "quarter", today) ?? calendarMonths(today, 3),
		year: periodAround(calendar, "year", today) ?? calendarMonths(today, 12),
		overall: { start: Math.min(first, today), end: today + 1 },
	};
}

/** The mean share of a track over a date range; for an empty one, its share on the first day. */
function meanShare({ shares }: Track, { start, end }: Required<Span>): number {
	const days = Math.max(1, end - start);
	// Days with the same share are multiplied, not added: 60% throughout is exactly 60%.
	const counts = new Map<number, number>();
	for (let day = start; day < start + days; day++) {
		const share = shareOn(shares, day) ?? 0;
		counts.set(share, (counts.get(share) ?? 0) + 1);
	}
	return [...counts].reduce((mean, [share, count]) => mean + share * (count / days), 0);
}

/** The calendar quarter (3) or year (12) that contains a day. */
function calendarMonths(day: Day, months: number): Required<Span> {
	const date = toDate(day);
	const month = date.getUTCMonth();
	const start = dayFromDate(date.getUTCFullYear(), month - (month % months) + 1, 1) ?? day;
	return { start, end: addMonths(start, months) };
}
