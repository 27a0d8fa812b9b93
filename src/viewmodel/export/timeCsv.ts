import type { LiveEntry } from "../../journal/ledger/liveEntry.ts";
import { type Steps, stepping } from "../../journal/steps.ts";
import type { Plan } from "../../plan/plan.ts";
import { type Day, formatDay, parseDay, type Span } from "../../time/day.ts";
import { formatMoment, instantOf, wholeSeconds } from "../../time/moment.ts";
import { twoDigits } from "../../util/twoDigits.ts";
import { entryTitle } from "../text/entryText.ts";
import type { ViewSource } from "../text/viewSource.ts";
import { csvRow } from "./csvRow.ts";

/** The tools whose import takes the file. */
export type TimeCsvTool = "toggl" | "clockify";

/** What is exported. */
export interface TimeCsvOptions {
	readonly tool: TimeCsvTool;
	readonly span: Required<Span>;
	/** The zone of the times. */
	readonly timeZone: string;
	/** The address of the account in the tool, which identifies the user there. */
	readonly email: string;
	readonly withPrivate: boolean;
}

/** The columns of each tool, with the names that its import knows. */
const columns = {
	toggl: ["Email", "Project", "Description", "Tags", "Start date", "Start time", "Duration"],
	clockify: ["Email", "Project", "Description", "Tags", "Start Date", "Start Time", "Duration (h)"],
} as const satisfies Record<TimeCsvTool, ReadonlyArray<string>>;

const noon = 12 * 60;

/**
 * Logged time as CSV (RFC 4180) that a time tracker imports, in UTF-8 without a byte order mark. The project is the title of the
 * target, of an activity that of its commitment; the tag is the ID of the target. An entry with only a date starts at noon, a
 * second one of that day a minute later: the tools require a time, and merge what is equal.
 */
export function* timeCsv(source: ViewSource, options: TimeCsvOptions): Steps<string> {
	const rows = [csvRow(columns[options.tool])];
	const dated = new Map<Day, number>();
	const commitments = activityCommitments(source.plan);
	yield* stepping(yield* timeToExport(source, options), ({ entry }) => {
		const id = source.aliases.idOf(entry.on) ?? entry.on;
		const seconds = Math.round(entry.minutes * 60);
		rows.push(
			csvRow([
				options.email,
				commitments.get(id) ?? entryTitle(entry.on, entry, source),
				entry.note ?? "",
				id,
				...startOf(entry.at, seconds, options.timeZone, dated),
				durationText(seconds),
			]),
		);
	});
	return rows.join("");
}

/** The time entries of some days, in order; private ones only if wanted. */
export function* timeToExport(
	{ ledger, plan, aliases }: ViewSource,
	{ span, withPrivate }: Pick<TimeCsvOptions, "span" | "withPrivate">,
): Steps<ReadonlyArray<LiveEntry<"time">>> {
	const found: Array<LiveEntry<"time">> = [];
	yield* stepping(yield* ledger.betweenSteps(span), (live) => {
		if (isTime(live) && live.entry.minutes * 60 >= 0.5) {
			const isPrivate = plan.byId.get(aliases.idOf(live.entry.on) ?? live.entry.on)?.private === true;
			if (withPrivate || !isPrivate) {
				found.push(live);
			}
		}
	});
	return found;
}

function isTime(live: LiveEntry): live is LiveEntry<"time"> {
	return live.entry.type === "time";
}

/** The title of the commitment of each activity. */
function activityCommitments({ commitments }: Plan): ReadonlyMap<string, string> {
	return new Map(commitments.flatMap(({ title, activities }) => activities.map(({ id }) => [id, title] as const)));
}

/** The date and the time at which an entry starts. @param seconds its length @param dated counts bare dates */
function startOf(
	at: string,
	seconds: number,
	timeZone: string,
	dated: Map<Day, number>,
): readonly [date: string, time: string] {
	const day = parseDay(at);
	if (day !== undefined) {
		const count = dated.get(day) ?? 0;
		dated.set(day, count + 1);
		const minutes = noon + (count % noon);
		return [formatDay(day), `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}:00`];
	}
	const end = instantOf(at);
	// Without an offset, the zone of the entry is not known: the clock time stays.
	const wall =
		end === undefined
			? new Date(wholeSeconds(Date.parse(`${at}Z`)) - seconds * 1000).toISOString()
			: formatMoment(wholeSeconds(end) - seconds * 1000, timeZone);
	return [wall.slice(0, 10), wall.slice(11, 19)];
}

function durationText(seconds: number): string {
	return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(twoDigits).join(":");
}
