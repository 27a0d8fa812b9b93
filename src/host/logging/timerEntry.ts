import { aliasesOf } from "../../journal/ledger/aliases.ts";
import type { LiveEntry } from "../../journal/ledger/liveEntry.ts";
import type { NewEntry } from "../../journal/newEntry.ts";
import { targetFields } from "../../journal/targetFields.ts";
import type { Plan } from "../../plan/plan.ts";
import { formatMoment, instantOf } from "../../time/moment.ts";

/** What time it is where. */
interface NowAndZone {
	/** ms since 1970. */
	readonly now: number;
	readonly timeZone: string;
}

/**
 * The entry that stops a timer. It ends so many minutes after the timer was started, and at the latest now: the time of one
 * that was forgotten counts on the day on which it ran, whenever it is asked about.
 *
 * @param minutes how much of it counts
 */
export function timerEntry(
	plan: Plan,
	{ entry, root }: LiveEntry<"timer">,
	minutes: number,
	{ now, timeZone }: NowAndZone,
): NewEntry {
	const begin = instantOf(entry.at);
	const end = begin === undefined || begin > now ? now : Math.min(now, begin + minutes * 60_000);
	const id = aliasesOf(plan.byId.values()).idOf(entry.on);
	const name = id === undefined ? { on: entry.on, name: entry.name ?? entry.on } : targetFields(plan, id);
	return { type: "time", ...name, minutes, timer: root, at: formatMoment(end, timeZone) };
}
