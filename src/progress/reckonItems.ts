import type { Day } from "../plan/day.ts";
import type { Item, Measure } from "../plan/plan.ts";
import { itemProgress, type Progress } from "./itemProgress.ts";
import type { Logged } from "./logged.ts";
import type { PlanIndex } from "./planIndex.ts";
import type { ItemSource } from "./standing.ts";

/** What the progress of items is reckoned from. */
export interface ItemsContext {
	readonly index: PlanIndex;
	readonly logged: Logged;
	readonly today: Day;
}

/**
 * The progress of all items by their ids, each reckoned after those it needs.
 *
 * @param stale the ids of those to reckon; the others are as they were `before`
 */
export function reckonItems(
	context: ItemsContext,
	stale: ReadonlySet<string>,
	before: ReadonlyMap<string, Progress> = new Map(),
): ReadonlyMap<string, Progress> {
	const { index, today } = context;
	const { start } = index.plan;
	const progress = new Map(before);
	for (const item of index.needs.order) {
		if (stale.has(item.id)) {
			const source = sourceOf(context, item, progress);
			progress.set(item.id, itemProgress(item, source, { today, start, through: index.through.has(item) }));
		}
	}
	return progress;
}

/**
 * The ids of the items that hang on what was logged under some ids: those whose entries, or whose measure's, they are, and
 * whatever needs such items.
 *
 * @param logged ids as the plan has them now
 */
export function hangingOn({ readers, needs }: PlanIndex, logged: Iterable<string>): ReadonlySet<string> {
	const found = new Set([...logged].flatMap((id) => readers.get(id) ?? []));
	for (const item of found) {
		for (const needing of needs.neededFor.get(item) ?? []) {
			// The loop goes on over what is added here.
			found.add(needing);
		}
	}
	return new Set([...found].map(({ id }) => id));
}

/** What an item is reckoned from, its needs as they stand in `progress`. */
export function sourceOf(
	{ index, logged }: ItemsContext,
	item: Item,
	progress: ReadonlyMap<string, Progress>,
): ItemSource {
	const measure = item.of === undefined ? undefined : index.measures.get(item.of);
	const needs = (index.needs.of.get(item) ?? []).flatMap((need) => progress.get(need.id) ?? []);
	return {
		own: logged.progress.get(item.id) ?? [],
		values: logged.progress.get(item.of ?? item.id) ?? [],
		counting: countingOf(item, measure),
		needs: needs.filter(({ state }) => state !== "dropped"),
	};
}

function countingOf({ from, span }: Item, measure: Measure | undefined): ItemSource["counting"] {
	return { count: measure?.count ?? "latest", from, ...(span ? { span } : {}) };
}
