import type { Aliases } from "../../journal/ledger/aliases.ts";
import type { Ledger } from "../../journal/ledger/ledger.ts";
import type { LiveEntry } from "../../journal/ledger/liveEntry.ts";
import { type Steps, stepping } from "../../journal/steps.ts";
import { type Day, parseDay } from "../../time/day.ts";
import { instantOf, wholeSeconds } from "../../time/moment.ts";
import { rowsPerStep } from "./timeTable.ts";
import type { ZoneClock } from "./zoneClock.ts";

/** A time entry of the journal, for comparison with those of a source. */
export interface LoggedTime {
	/** The current ID of its target. */
	readonly on: string;
	/** Whole minutes. */
	readonly minutes: number;
	/** The calendar day of its start. */
	readonly day: Day;
	/** What the clock of the zone showed at its start, in ms since 1970 in UTC; undefined for a bare date. */
	readonly wall?: number;
	/** The instants of both ends in ms since 1970, if they are known. */
	readonly span?: readonly [start: number, end: number];
}

const msPerMinute = 60_000;
const msPerDay = 86_400_000;

/** The time entries of a journal that count. */
export function* loggedTimes(ledger: Ledger, aliases: Aliases, zone: ZoneClock): Steps<ReadonlyArray<LoggedTime>> {
	const found: Array<LoggedTime> = [];
	yield* ledger.settling();
	yield* stepping(
		yield* ledger.betweenSteps(),
		({ entry }: LiveEntry) => {
			if (entry.type === "time" && entry.minutes > 0) {
				const { at } = entry;
				const exact = Math.round(entry.minutes * 60);
				const fields = { on: aliases.idOf(entry.on) ?? entry.on, minutes: Math.round(exact / 60) };
				const day = parseDay(at);
				if (day !== undefined) {
					found.push({ ...fields, day });
					return;
				}
				const end = instantOf(at);
				const start = end === undefined ? localStart(startOf(Date.parse(`${at}Z`), exact), zone) : startOf(end, exact);
				const wall = wholeSeconds(zone.wallOf(start));
				const span = end === undefined ? undefined : ([end - entry.minutes * msPerMinute, end] as const);
				found.push({ ...fields, day: Math.floor(wall / msPerDay), wall, ...(span ? { span } : {}) });
			}
		},
		rowsPerStep,
	);
	return found;
}

/** The instant at which the clock of the zone shows a time, which may be one that it skips. */
function localStart(wall: number, zone: ZoneClock): number {
	const day = Math.floor(wall / msPerDay);
	return zone.instantOf(day, (wall - day * msPerDay) / 1000);
}

/** The start of an entry, in whole seconds. @param seconds its length */
function startOf(end: number, seconds: number): number {
	return wholeSeconds(end) - seconds * 1000;
}
