import type { Day } from "../../time/day.ts";

/** The changed days of something: enough to find, for any earlier version, the earliest day that changed since. */
export class ChangedDays {
	// Both ascend: a change is dropped when a newer one affects its day or an earlier one.
	private readonly versions: Array<number> = [];
	private readonly days: Array<Day> = [];

	/** @param version greater than any before */
	note(version: number, day: Day): void {
		while ((this.days.at(-1) ?? Number.NEGATIVE_INFINITY) >= day) {
			this.days.pop();
			this.versions.pop();
		}
		this.days.push(day);
		this.versions.push(version);
	}

	/** The earliest day that changed after a version; undefined if there is none. */
	since(version: number): Day | undefined {
		return this.days[this.versions.findLastIndex((each) => each <= version) + 1];
	}
}
