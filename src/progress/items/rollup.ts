import type { Item } from "../../plan/plan.ts";
import { mean } from "../../util/mean.ts";
import type { Progress } from "./itemProgress.ts";

/**
 * The progress of a group of items, 0 to 1: their plain mean. Without optional items, dropped ones, those without a known
 * progress, such as trends, and those that have no period in a group that has one; undefined if none remain.
 *
 * @param isUndated whether the group has no period: then items without one count, too; by item if there are several groups
 */
export function rollup(
	items: Iterable<Item>,
	progress: ReadonlyMap<string, Progress>,
	isUndated: boolean | ((item: Item) => boolean) = false,
): number | undefined {
	const counts = (item: Item) => item.span !== undefined || isUndated === true || (isUndated && isUndated(item));
	return mean(
		[...new Set(items)].map((item) => (counts(item) && !item.optional ? progress.get(item.id)?.share : undefined)),
	);
}
