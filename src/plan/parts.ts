import type { Item, Plan } from "./plan.ts";

/** The parts of an item that it is made of: without optional ones. */
export function requiredParts({ parts }: Item): ReadonlyArray<Item> {
	return parts.filter(({ optional }) => !optional);
}

/** Whether an item is done when others are, its needs or its parts. */
export function followsFromOthers(item: Item): boolean {
	return item.needs.length > 0 || requiredParts(item).length > 0;
}

/** Whether progress is logged on an item itself; otherwise it follows from others. */
export function takesProgress(item: Item): boolean {
	return (
		!item.ofTime &&
		item.needs.length === 0 &&
		(item.goal !== undefined || item.of !== undefined || requiredParts(item).length === 0)
	);
}

/** Whether an item is listed by itself where something is due: a part with the dates of its item is not. */
export function isListedAlone({ partOf, when }: Item): boolean {
	return partOf === undefined || when !== undefined;
}

/** Items with their parts, and the parts of these, in the order of the plan. */
export function withParts(items: ReadonlyArray<Item>): ReadonlyArray<Item> {
	return items.flatMap((item) => (item.parts.length === 0 ? [item] : [item, ...withParts(item.parts)]));
}

/** The items that count for a track: its own, without parts of one of them. */
export function itemsOfTrack({ items }: Pick<Plan, "items">, track: string): ReadonlyArray<Item> {
	const named = items.filter((item) => item.track === track);
	const ids = new Set(named.map(({ id }) => id));
	return named.filter(({ partOf }) => partOf === undefined || !ids.has(partOf));
}
