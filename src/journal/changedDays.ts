import type { Day } from "../plan/day.ts";

/** Which days of something have changed: enough to say, for any earlier version, which is the earliest of them since. */
export class ChangedDays {
	// Both ascend: a change is forgotten once a newer one lies on its day or before it.
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

	/** The earliest day that has changed after that version; undefined where none has. */
	since(version: number): Day | undefined {
		return this.days[this.versions.findLastIndex((each) => each <= version) + 1];
	}
}
