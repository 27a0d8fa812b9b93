import type { RateUnit } from "../../amount/parseQuantity.ts";
import type { Trend } from "../../amount/trend.ts";
import { compareLive, type LiveEntry } from "../../journal/ledger/liveEntry.ts";
import { latestTrend, type ValuePoint, valueHistory } from "../../journal/ledger/valueHistory.ts";
import type { Item } from "../../plan/plan.ts";
import type { Day } from "../../time/day.ts";
import type { ItemSource } from "./itemStatus.ts";
import { isNumber, type SummedEntries, sumWithin, trailingWindow } from "./ratePeriods.ts";

/** An indicator with its last reading. */
export interface Signal {
	readonly item: Item;
	/** The last entry: the value after it, a check mark, or a trend. */
	readonly last?: {
		readonly reading: number | boolean | Trend;
		readonly day: Day;
		readonly entry: LiveEntry<"progress">;
	};
	/** Its trend. */
	readonly trend?: Trend;
}

/**
 * The signal of an indicator. Its trend is the logged one; otherwise, for a rate, that from the previous window to the last
 * one; otherwise that between the last two different readings, `steady` if there are several equal ones.
 *
 * @param source what was logged up to today
 */
export function computeSignal(item: Item, { own, values, counting }: ItemSource, today: Day): Signal {
	const points = valueHistory(values, counting);
	const point = points.at(-1);
	const worded = own.findLast(({ entry }) => typeof entry.set === "boolean" || typeof entry.set === "string");
	const last =
		worded && (!point || compareLive(worded, point.entry) > 0)
			? { reading: worded.entry.set as boolean | Trend, day: worded.day, entry: worded }
			: point && { reading: point.value, day: point.day, entry: point.entry };
	const computed = item.goal?.per
		? trendOfRate(item.goal.per, { entries: values, count: counting.count, from: counting.from }, today)
		: trendOfPoints(points);
	const trend = latestTrend(own)?.set ?? computed;
	return { item, ...(last ? { last } : {}), ...(trend ? { trend } : {}) };
}

/** Undefined if no number was logged before the last window. */
function trendOfRate(unit: RateUnit, source: SummedEntries, today: Day): Trend | undefined {
	const window = trailingWindow(unit, today);
	const first = source.entries.find(isNumber);
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
	if (now === before) {
		return "steady";
	}
	return now > before ? "rising" : "falling";
}
