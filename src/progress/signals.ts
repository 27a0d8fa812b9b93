import { compareLive, type LiveEntry } from "../journal/liveEntry.ts";
import { type Trend, trendOf, type ValuePoint, valueHistory } from "../journal/registers.ts";
import type { Day } from "../plan/day.ts";
import type { Item } from "../plan/plan.ts";
import type { RateUnit } from "../plan/quantity.ts";
import { type Summed, sumWithin, trailingWindow } from "./rate.ts";
import type { ItemSource } from "./standing.ts";

/** An indicator as it was last seen. */
export interface Signal {
	readonly item: Item;
	/** What was logged last: the value after it, a mark, or a trend. */
	readonly last?: {
		readonly reading: number | boolean | Trend;
		readonly day: Day;
		readonly entry: LiveEntry<"progress">;
	};
	/** Where it goes. */
	readonly trend?: Trend;
}

/**
 * The signal of an indicator. Its trend is the one that was logged; else, of a rate, that from the window before the last to
 * the last one; else that between the last two readings that differ, `steady` where there are several and none does.
 *
 * @param source what was logged up to today
 */
export function signalOf(item: Item, { own, values, counting }: ItemSource, today: Day): Signal {
	const points = valueHistory(values, counting);
	const point = points.at(-1);
	const worded = own.findLast(({ entry }) => typeof entry.set === "boolean" || typeof entry.set === "string");
	const last =
		worded && (!point || compareLive(worded, point.entry) > 0)
			? { reading: worded.entry.set as boolean | Trend, day: worded.day, entry: worded }
			: point && { reading: point.value, day: point.day, entry: point.entry };
	const reckoned = item.goal?.per
		? trendOfRate(item.goal.per, { entries: values, count: counting.count }, today)
		: trendOfPoints(points);
	const trend = trendOf(own)?.set ?? reckoned;
	return { item, ...(last ? { last } : {}), ...(trend ? { trend } : {}) };
}

/** Undefined before something was logged ahead of the last window. */
function trendOfRate(unit: RateUnit, source: Summed, today: Day): Trend | undefined {
	const window = trailingWindow(unit, today);
	const first = source.entries[0];
	if (!first || first.day >= window.start) {
		return undefined;
	}
	const before = sumWithin(source, trailingWindow(unit, window.start - 1)) ?? 0;
	return trendFrom(before, sumWithin(source, window) ?? 0);
}

function trendOfPoints(points: ReadonlyArray<ValuePoint>): Trend | undefined {
	const last = points.at(-1);
	if (!last || points.length < 2) {
		return undefined;
	}
	const other = points.findLast(({ value }) => value !== last.value);
	return trendFrom(other?.value ?? last.value, last.value);
}

function trendFrom(before: number, now: number): Trend {
	return now > before ? "rising" : now < before ? "falling" : "steady";
}
