import type { Item, Measure } from "../../plan/plan.ts";
import type { Day } from "../../time/day.ts";
import { dueDay } from "../../time/period.ts";
import type { LoggedData } from "../loggedData.ts";
import type { PlanIndex } from "../planIndex.ts";
import { itemProgress, type Progress } from "./itemProgress.ts";
import { type DependencyStatus, type ItemSource, upTo } from "./itemStatus.ts";
import { timeValues } from "./timeValues.ts";

/** The input of the progress of items. */
export interface ItemsContext {
	readonly index: PlanIndex;
	readonly logged: LoggedData;
	readonly today: Day;
	/** See {@link evaluationDays}. */
	readonly evaluatedOn: ReadonlyMap<Item, ReadonlyArray<Day>>;
}

/**
 * The progress of all items by ID, each computed after those it needs.
 *
 * @param stale the IDs of the items to compute; the others are taken from `before`
 */
export function computeProgress(
	context: ItemsContext,
	stale: ReadonlySet<string>,
	before: ReadonlyMap<string, Progress> = new Map(),
): ReadonlyMap<string, Progress> {
	const { index, today } = context;
	const progress = new Map(before);
	for (const item of index.needs.order) {
		if (stale.has(item.id)) {
			const days = context.evaluatedOn.get(item);
			const earlier = days && new Map(days.map((day) => [day, statusOn(context, item, progress, day)]));
			const now = progressOn(context, item, progress, today);
			progress.set(item.id, earlier ? { ...now, earlier } : now);
		}
	}
	return progress;
}

/** The progress of an item at the end of a day, from what was logged up to then. */
function progressOn(context: ItemsContext, item: Item, progress: ReadonlyMap<string, Progress>, day: Day): Progress {
	const source = itemSource(context, item, progress);
	const { start } = context.index.plan;
	const through = context.index.through.has(item);
	const { own, values } = source;
	return itemProgress(
		item,
		{ ...source, own: upTo(own, day), values: upTo(values, day) },
		{ today: day, start, through },
	);
}

function statusOn(...of: Parameters<typeof progressOn>): DependencyStatus | undefined {
	const { state, share, reached } = progressOn(...of);
	return state === "dropped" ? undefined : { share, reached };
}

/** More due days than any chain of needs has; without a limit, a malicious plan could exhaust the memory. */
const maxEvaluationDays = 100;

/**
 * The days before today for which the status of an item is needed, in order: the due days of its direct and indirect
 * dependents. Of more than a hundred, the latest ones; for an earlier day the first of these is used.
 */
export function evaluationDays({ needs }: PlanIndex, today: Day): ReadonlyMap<Item, ReadonlyArray<Day>> {
	const found = new Map<Item, ReadonlyArray<Day>>();
	for (const item of needs.order.toReversed()) {
		const asking = needs.neededFor.get(item) ?? [];
		const days = new Set(asking.flatMap((each) => [...pastDue(each, today), ...(found.get(each) ?? [])]));
		if (days.size > 0) {
			found.set(item, [...days].sort((a, b) => a - b).slice(-maxEvaluationDays));
		}
	}
	return found;
}

function pastDue({ span }: Item, today: Day): ReadonlyArray<Day> {
	const due = dueDay(span);
	return due !== undefined && due < today ? [due] : [];
}

/**
 * The IDs of the items that depend on what was logged under some IDs: the items with these entries, directly or through
 * their measure, and all their dependents.
 *
 * @param logged current IDs of the plan
 */
export function dependentsOf({ readers, needs }: PlanIndex, logged: Iterable<string>): ReadonlySet<string> {
	const found = new Set([...logged].flatMap((id) => readers.get(id) ?? []));
	for (const item of found) {
		for (const needing of needs.neededFor.get(item) ?? []) {
			// The loop includes what is added here.
			found.add(needing);
		}
	}
	return new Set([...found].map(({ id }) => id));
}

/** The input of an item, with its needs as in `progress`. */
export function itemSource(
	{ index, logged, today }: Omit<ItemsContext, "evaluatedOn">,
	item: Item,
	progress: ReadonlyMap<string, Progress>,
): ItemSource {
	const measure = item.of === undefined ? undefined : index.measures.get(item.of);
	const needed = (index.needs.of.get(item) ?? []).flatMap(({ id }) => progress.get(id) ?? []);
	return {
		own: logged.progress.get(item.id) ?? [],
		values: item.ofTime ? timeValues(item, logged) : (logged.progress.get(item.of ?? item.id) ?? []),
		counting: countingOf(item, measure),
		needs: (day) => needed.flatMap((need) => (day < today ? earlierStatus(need, day) : currentStatus(need)) ?? []),
	};
}

function currentStatus(need: Progress): DependencyStatus | undefined {
	return need.state === "dropped" ? undefined : need;
}

function earlierStatus({ earlier }: Progress, day: Day): DependencyStatus | undefined {
	const known = earlier?.has(day) ? day : [...(earlier?.keys() ?? [])].find((each) => each > day);
	return known === undefined ? undefined : earlier?.get(known);
}

function countingOf({ from, span }: Item, measure: Measure | undefined): ItemSource["counting"] {
	return { count: measure?.count ?? "latest", from, ...(span ? { span } : {}) };
}
