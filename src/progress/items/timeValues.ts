import { DecimalSum } from "../../amount/decimalSum.ts";
import type { LiveEntry } from "../../journal/ledger/liveEntry.ts";
import { withParts } from "../../plan/parts.ts";
import type { Item } from "../../plan/plan.ts";
import { type Day, formatDay } from "../../time/day.ts";
import type { LoggedData } from "../loggedData.ts";

/**
 * The time logged on an item and its parts as entries of its value, one a day: for a rate what the day adds, otherwise the sum
 * so far, so that 20 minutes three times are exactly an hour.
 */
export function timeValues(item: Item, { time }: Pick<LoggedData, "time">): ReadonlyArray<LiveEntry<"progress">> {
	const minutes = new Map<Day, number>();
	for (const { id } of withParts([item])) {
		for (const each of time.get(id)?.each() ?? []) {
			minutes.set(each.day, (minutes.get(each.day) ?? 0) + each.minutes);
		}
	}
	const size = item.ofTime === "hour" ? 60 : 1;
	const total = new DecimalSum();
	total.add(item.from * size);
	return [...minutes]
		.sort(([a], [b]) => a - b)
		.map(([day, spent]) => {
			total.add(spent);
			const value = item.goal?.per ? { add: spent / size } : { set: total.value / size };
			const at = formatDay(day);
			const id = `time:${item.id}:${at}`;
			return { day, root: id, entry: { id, at, type: "progress", logged: at, on: item.id, ...value } };
		});
}
