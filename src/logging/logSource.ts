import type { NumberStyle } from "../amount/quantity.ts";
import type { RoadmapState } from "../progress/roadmapState.ts";
import { minutesBetween } from "../time/moment.ts";
import type { LogSource } from "./logReading.ts";
import { logTargets } from "./logTargets.ts";

/** The number of days for counting how often something was logged. */
const recentDays = 90;

/** Options for parsing. */
export interface LogOptions {
	/** The preferred meaning of a number without a unit. */
	readonly first: "time" | "progress";
	/** The current time, in minutes after the midnight of today; without it, no time is in the future. */
	readonly now?: number;
	/** The IANA time zone of clock times; without it, DST is ignored. */
	readonly timeZone?: string;
	/** The number style of the editor language. */
	readonly numbers?: NumberStyle;
}

/** Creates the context for parsing lines: all targets, and how often they were logged recently. */
export function logSource(
	{ plan, ledger, aliases, today }: RoadmapState,
	{ first, now, timeZone, numbers }: LogOptions,
): LogSource {
	const uses = new Map<string, number>();
	for (const { entry } of ledger.between({ start: today - recentDays, end: today + 1 })) {
		if (entry.type === "time" || entry.type === "progress") {
			const id = aliases.idOf(entry.on) ?? entry.on;
			uses.set(id, (uses.get(id) ?? 0) + 1);
		}
	}
	const needs = new Set(plan.items.filter((item) => item.needs.length > 0).map(({ id }) => id));
	const checkpoints = new Set(plan.checkpoints.map(({ id }) => id));
	// Items that follow from others, and reviewed ones, are not logged.
	const targets = logTargets(plan).filter(({ id }) => !checkpoints.has(id) && !needs.has(id));
	return {
		targets,
		uses: (id) => uses.get(id) ?? 0,
		today,
		first,
		...(numbers === undefined ? {} : { numbers }),
		...(now === undefined ? {} : { now }),
		...(timeZone === undefined
			? {}
			: { minutesBetween: (day, start, end) => minutesBetween(day, start, end, timeZone) }),
	};
}
