import * as vscode from "vscode";
import { dayAt, instantAt } from "../journal/moment.ts";
import type { Day } from "../plan/day.ts";

/** What time it is, and where. Passed in, so that a test can drive weeks through without waiting. */
export interface Clock {
	/** ms since 1970. */
	now(): number;
	/** An IANA name such as `Europe/Paris`. */
	timeZone(): string;
}

/** The machine's clock in the zone of the setting `waymark.timeZone`; the machine's own where that is empty or unknown. */
export const systemClock: Clock = {
	now: () => Date.now(),
	timeZone() {
		const wanted = vscode.workspace.getConfiguration("waymark").get("timeZone");
		return typeof wanted === "string" && isTimeZone(wanted) ? wanted : Intl.DateTimeFormat().resolvedOptions().timeZone;
	},
};

/** The day it is, by the plan's end of the day (minutes after midnight). */
export function today(clock: Clock, dayEnds = 0): Day {
	return dayAt(clock.now(), clock.timeZone(), dayEnds);
}

/** The whole minutes since the midnight that a day begins with. */
export function minuteOfDay(clock: Clock, day: Day): number {
	return Math.floor((clock.now() - instantAt(day, 0, clock.timeZone())) / 60_000);
}

function isTimeZone(name: string): boolean {
	try {
		return name !== "" && new Intl.DateTimeFormat("en", { timeZone: name }) !== undefined;
	} catch {
		return false;
	}
}
