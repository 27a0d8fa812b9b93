import type { Day } from "../../time/day.ts";
import { type DayPhrase, parseDayPhrase } from "../dayPhrase.ts";

/** The days in the phrases of one line. A line is parsed in several ways with the same phrases, so each is read once. */
export class LineDays {
	private readonly found = new Map<string, DayPhrase | undefined>();

	constructor(readonly today: Day) {}

	/** See {@link parseDayPhrase}. */
	parse(phrase: string, hasMinutes: boolean): DayPhrase | undefined {
		const key = `${hasMinutes} ${phrase}`;
		if (!this.found.has(key)) {
			this.found.set(key, parseDayPhrase(phrase, this.today, hasMinutes));
		}
		return this.found.get(key);
	}
}
