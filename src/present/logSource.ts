import type { LogSource } from "../journal/typed/logged.ts";
import { targetsOfPlan } from "./targets.ts";
import type { ViewSource } from "./viewSource.ts";

/** Days back in which it counts how often something was logged. */
const recentDays = 90;

/**
 * What a line is read against: everything that can be logged, and how often it was of late.
 *
 * @param now minutes after the midnight that today begins with
 */
export function logSource(
	{ plan, ledger, aliases, today }: ViewSource,
	first: "time" | "progress",
	now?: number,
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
	// What follows from other items, and what is reviewed, is not logged.
	const targets = targetsOfPlan(plan).filter(({ id }) => !checkpoints.has(id) && !needs.has(id));
	return { targets, uses: (id) => uses.get(id) ?? 0, today, first, ...(now === undefined ? {} : { now }) };
}
