import type { Item } from "../plan/plan.ts";
import type { Progress } from "./itemProgress.ts";

/** The arithmetic mean of what is known; undefined where nothing is. */
export function mean(shares: ReadonlyArray<number | undefined>): number | undefined {
	const known = shares.filter((share) => share !== undefined);
	return known.length ? known.reduce((sum, share) => sum + share, 0) / known.length : undefined;
}

/**
 * How far some items have come together, 0 to 1: the flat mean over those of them that differ. Left out are items without
 * any period, dropped ones, and those whose share cannot be said, such as trends; undefined where none is left.
 */
export function rollup(items: Iterable<Item>, progress: ReadonlyMap<string, Progress>): number | undefined {
	return mean([...new Set(items)].map((item) => (item.span ? progress.get(item.id)?.share : undefined)));
}
