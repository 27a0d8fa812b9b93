import { requiredParts } from "../plan/parts.ts";
import type { Item } from "../plan/plan.ts";
import { components } from "../util/components.ts";

/** The dependency graph of items. */
export interface Dependencies {
	/** All items in topological order: dependencies first. */
	readonly order: ReadonlyArray<Item>;
	/** The dependencies of an item; empty for items in a cycle, which can only be ticked. */
	readonly of: ReadonlyMap<Item, ReadonlyArray<Item>>;
	/** The direct dependents of an item. */
	readonly neededFor: ReadonlyMap<Item, ReadonlyArray<Item>>;
}

/** Sorts items by their dependencies: what they need, and their parts. Unknown IDs are ignored. */
export function dependenciesOf(items: ReadonlyMap<string, Item>): Dependencies {
	const written = new Map([...items.values()].map((item) => [item, needed(item, items)]));
	const order: Array<Item> = [];
	const of = new Map<Item, ReadonlyArray<Item>>();
	const neededFor = new Map<Item, Array<Item>>();
	for (const component of components(written.keys(), (item) => written.get(item) ?? [])) {
		for (const item of component) {
			const needs = written.get(item) ?? [];
			const isCircular = component.length > 1 || needs.includes(item);
			order.push(item);
			of.set(item, isCircular ? [] : needs);
			for (const need of isCircular ? [] : needs) {
				const list = neededFor.get(need) ?? [];
				neededFor.set(need, list);
				list.push(item);
			}
		}
	}
	return { order, of, neededFor };
}

function needed(item: Item, items: ReadonlyMap<string, Item>): ReadonlyArray<Item> {
	const ids = [...item.needs, ...requiredParts(item).map(({ id }) => id)];
	return [...new Set(ids)].flatMap((id) => items.get(id) ?? []);
}
