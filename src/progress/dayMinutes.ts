import { ExactSum } from "../journal/exactSum.ts";
import type { LiveEntry } from "../journal/liveEntry.ts";
import { minutesOf } from "../journal/minutes.ts";
import type { Day, Span } from "../plan/day.ts";

/** Minutes by day, such that the sum of any days is found without going through them. It never changes. */
export class DayMinutes {
	private constructor(
		/** Ascending, each once. */
		private readonly days: ReadonlyArray<Day>,
		/** Before each day, and at the end: the whole minutes of all days before. */
		private readonly before: ReadonlyArray<number>,
		/** Days whose minutes are no whole number. They are added exactly, one by one. */
		private readonly uneven: ReadonlyArray<{ readonly day: Day; readonly minutes: number }>,
	) {}

	/** @param entries in their order */
	static of(entries: ReadonlyArray<LiveEntry<"time">>): DayMinutes {
		return new DayMinutes([], [0], []).with(entries, Number.NEGATIVE_INFINITY);
	}

	/**
	 * These, with other entries from a day on.
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
			const minutes = minutesOf(entries.slice(at, next));
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

	/** The first day that has an entry. */
	get firstDay(): Day | undefined {
		return this.days[0];
	}

	/** The minutes of some days. */
	sum({ start, end }: Required<Span>): number {
		const sum = new ExactSum();
		sum.add((this.before[this.countBefore(end)] ?? 0) - (this.before[this.countBefore(start)] ?? 0));
		for (const { day, minutes } of this.uneven) {
			if (day >= start && day < end) {
				sum.add(minutes);
			}
		}
		return sum.value;
	}

	/** How many of the days lie before one. */
	private countBefore(day: Day): number {
		let low = 0;
		let high = this.days.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((this.days[middle] as Day) < day) {
				low = middle + 1;
			} else {
				high = middle;
			}
		}
		return low;
	}
}
