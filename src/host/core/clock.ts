import type { Day } from "../../time/day.ts";
import { dayAt, formatMoment, minutesSince } from "../../time/moment.ts";
import { getSetting } from "./config.ts";

/** The current time and time zone. Passed in, so that tests can control it. */
export interface Clock {
	/** ms since 1970. */
	now(): number;
	/** An IANA name such as `Europe/Paris`. */
	timeZone(): string;
}

/**
 * The system clock in the time zone of the setting `waymark.timeZone`; in the system time zone if that is empty or
 * unknown.
 */
export const systemClock: Clock = {
	now: () => Date.now(),
	timeZone() {
		const wanted = getSetting("timeZone");
		return isTimeZone(wanted) ? wanted : Intl.DateTimeFormat().resolvedOptions().timeZone;
	},
};

/** The current day, by the end of the day in the plan (minutes after midnight). */
export function today(clock: Clock, dayEnds = 0): Day {
	return dayAt(clock.now(), clock.timeZone(), dayEnds);
}

/** The clock time in minutes after the midnight of a day; greater than 1440 on later days. */
export function minuteOfDay(clock: Clock, day: Day): number {
	return minutesSince(day, clock.now(), clock.timeZone());
}

/** The current hour, 0 to 23. */
export function hourOf(clock: Clock): number {
	return Number(formatMoment(clock.now(), clock.timeZone()).slice(11, 13));
}

function isTimeZone(name: string): boolean {
	try {
		return name !== "" && new Intl.DateTimeFormat("en", { timeZone: name }) !== undefined;
	} catch {
		return false;
	}
}
