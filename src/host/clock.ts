import { type Day, dayOf } from "../plan/day.ts";

/** The day it is, by the clock and the time zone of this machine. */
export function today(): Day {
	const now = new Date();
	return dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate()) ?? 0;
}
