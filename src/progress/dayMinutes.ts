import { DecimalSum } from "../amount/decimalSum.ts";
import type { LiveEntry } from "../journal/ledger/liveEntry.ts";
import { sumMinutes } from "../journal/ledger/loggedMinutes.ts";
import type { Day, Span } from "../time/day.ts";
import { leadingCount } from "../util/leadingCount.ts";

/** Minutes by day, as prefix sums, so that the sum of any range is fast. Immutable. */
export class DayMinutes {
	private constructor(
		/** Ascending, without duplicates. */
		private readonly days: ReadonlyArray<Day>,
		/** The sum of whole minutes before each day, and at the end of all. */
		private readonly before: ReadonlyArray<number>,
		/** Days with fractional minutes, which are added exactly, one by one. */
		private readonly uneven: ReadonlyArray<{ readonly day: Day; readonly minutes: number }>,
	) {}

	/** @param entries in their order */
	static of(entries: ReadonlyArray<LiveEntry<"time">>): DayMinutes {
		return new DayMinutes([], [0], []).with(entries, Number.NEGATIVE_INFINITY);
	}

	/**
	 * A copy with other entries from a day on.
	 *
	 * @param entries in their order, none before that day
	 */
	with(entries: ReadonlyArray<LiveEntry<"time">>, from: Day): DayMinutes {
		const kept = this.countBefore(from);
		const days = this.days.slice(0, kept);
		const before = this.before.slice(0, kept + 1);
		const uneven = this.uneven.filter(({ day }) => day < from);
		let sum = before[kept] ?? 0;
		for (let at = 0; at < entries.length; ) {
			const { day } = entries[at] as LiveEntry<"time">;
			let next = at + 1;
			while (entries[next]?.day === day) {
				next++;
			}
			const minutes = sumMinutes(entries.slice(at, next));
			if (Number.isInteger(minutes)) {
				sum += minutes;
			} else {
				uneven.push({ day, minutes });
			}
			days.push(day);
			before.push(sum);
			at = next;
		}
		return new DayMinutes(days, before, uneven);
	}

	/** The days with entries, ascending, each with its minutes. */
	each(): ReadonlyArray<{ readonly day: Day; readonly minutes: number }> {
		return this.days.map((day) => ({ day, minutes: this.sum({ start: day, end: day + 1 }) }));
	}

	/** The first day with an entry. */
	get firstDay(): Day | undefined {
		return this.days[0];
	}

	/** The minutes of a date range. */
	sum({ start, end }: Required<Span>): number {
		const sum = new DecimalSum();
		sum.add((this.before[this.countBefore(end)] ?? 0) - (this.before[this.countBefore(start)] ?? 0));
		for (const { day, minutes } of this.uneven) {
			if (day >= start && day < end) {
				sum.add(minutes);
			}
		}
		return sum.value;
	}

	/** The number of days before a day. */
	private countBefore(day: Day): number {
		return leadingCount(this.days.length, (index) => (this.days[index] as Day) < day);
	}
}
