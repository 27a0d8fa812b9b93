import { ExactSum } from "../journal/exactSum.ts";
import { periodAround } from "../plan/calendar.ts";
import { addMonths, type Day, dateOf, dayOf, type Span } from "../plan/day.ts";
import type { Track } from "../plan/plan.ts";
import { shareOn } from "../plan/shares.ts";
import type { Logged } from "./logged.ts";
import type { PlanIndex } from "./planIndex.ts";
import { weekOf } from "./week.ts";
import { firstDay } from "./weeksKept.ts";

/** The time of a track against its share. */
export interface TrackTime {
	readonly track: Track;
	readonly minutes: number;
	/** Its part of the assigned time, 0 to 1; undefined while there is none. */
	readonly share: number | undefined;
	/** What the plan gives it, 0 to 1: the mean over the days. Undefined where the plan gives no track a share. */
	readonly planned: number | undefined;
	/** Minutes that it still should get, by its share of what was assigned; negative where it got more. */
	readonly owes: number | undefined;
}

/** How time was split between the tracks. */
export interface Split {
	/** The days in question; those after today do not count. */
	readonly span: Required<Span>;
	readonly tracks: ReadonlyArray<TrackTime>;
	/** Minutes of all tracks. */
	readonly assigned: number;
	/** Minutes that count for no track; they are no part of the split. */
	readonly unassigned: number;
}

/** The times over which the split is shown. */
export interface Splits {
	readonly week: Split;
	/** The quarter of the plan, counted from its start after slips; the calendar's without a start. Likewise the year. */
	readonly quarter: Split;
	readonly year: Split;
	/** From day one to today; without a `start` from the first entry on. */
	readonly overall: Split;
}

/** What a split hangs on. */
export interface SplitContext {
	readonly index: PlanIndex;
	readonly logged: Logged;
	readonly today: Day;
}

/**
 * Splits the time of some days. `planned` is the mean of the track's share over the days up to today; `owes` is planned ×
 * assigned − minutes, so that together the tracks owe nothing. A track without a share is given none where others have one.
 */
export function splitOf({ index, logged, today }: SplitContext, span: Required<Span>): Split {
	const { tracks } = index.plan;
	const sums = new Map(tracks.map(({ id }) => [id, new ExactSum()]));
	const rest = new ExactSum();
	for (const [id, days] of logged.time) {
		(sums.get(index.trackOf.get(id) ?? "") ?? rest).add(days.sum(span));
	}
	const all = new ExactSum();
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

/** The days of each split. */
export function splitSpans({ index, logged, today }: SplitContext): Readonly<Record<keyof Splits, Required<Span>>> {
	const { calendar, plan } = index;
	const first = plan.start ?? firstDay(logged.time.values()) ?? today;
	return {
		week: weekOf(today, plan.week.starts),
		quarter: periodAround(calendar, "quarter", today) ?? calendarMonths(today, 3),
		year: periodAround(calendar, "year", today) ?? calendarMonths(today, 12),
		overall: { start: Math.min(first, today), end: today + 1 },
	};
}

/** The mean of a track's share over some days; over no day, its share on the first. */
function meanShare({ shares }: Track, { start, end }: Required<Span>): number {
	const days = Math.max(1, end - start);
	// Days of one share are counted, not added one by one: 60% throughout is exactly 60%.
	const counts = new Map<number, number>();
	for (let day = start; day < start + days; day++) {
		const share = shareOn(shares, day) ?? 0;
		counts.set(share, (counts.get(share) ?? 0) + 1);
	}
	return [...counts].reduce((mean, [share, count]) => mean + share * (count / days), 0);
}

/** The quarter (3) or year (12) of the calendar that contains a day. */
function calendarMonths(day: Day, months: number): Required<Span> {
	const date = dateOf(day);
	const month = date.getUTCMonth();
	const start = dayOf(date.getUTCFullYear(), month - (month % months) + 1, 1) ?? day;
	return { start, end: addMonths(start, months) };
}
