import type { Item } from "../plan/plan.ts";

/** Which items hang on which. */
export interface Needs {
	/** All items, each after those it needs. */
	readonly order: ReadonlyArray<Item>;
	/** What an item needs; nothing where it needs itself, round however many corners: such a one can only be ticked. */
	readonly of: ReadonlyMap<Item, ReadonlyArray<Item>>;
	/** Those that need an item directly. */
	readonly neededFor: ReadonlyMap<Item, ReadonlyArray<Item>>;
}

/** Sorts out which items have to be reckoned before which. Needs that name no item are left out. */
export function needsOf(items: ReadonlyMap<string, Item>): Needs {
	const written = new Map([...items.values()].map((item) => [item, needed(item, items)]));
	const order: Array<Item> = [];
	const of = new Map<Item, ReadonlyArray<Item>>();
	const neededFor = new Map<Item, Array<Item>>();
	for (const circle of components(written)) {
		for (const item of circle) {
			const needs = written.get(item) ?? [];
			const isCircular = circle.length > 1 || needs.includes(item);
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
	return [...new Set(item.needs)].flatMap((id) => items.get(id) ?? []);
}

/**
 * The strongly connected components of a graph, each after those it leads to: Tarjan's algorithm ("Depth-first search and
 * linear graph algorithms", 1972), with a list of its own instead of recursion, however long the chain.
 */
function components<T>(edges: ReadonlyMap<T, ReadonlyArray<T>>): ReadonlyArray<ReadonlyArray<T>> {
	const found: Array<ReadonlyArray<T>> = [];
	const met = new Map<T, number>();
	/** The earliest node that one leads back to; infinite once its component is found. */
	const reach = new Map<T, number>();
	const open: Array<T> = [];
	const path: Array<{ readonly node: T; next: number }> = [];
	const enter = (node: T) => {
		reach.set(node, met.size);
		met.set(node, met.size);
		open.push(node);
		path.push({ node, next: 0 });
	};
	const lower = (node: T, by: T) => reach.set(node, Math.min(reach.get(node) ?? 0, reach.get(by) ?? 0));
	for (const root of edges.keys()) {
		if (!met.has(root)) {
			enter(root);
		}
		for (let top = path.at(-1); top; top = path.at(-1)) {
			const { node } = top;
			const next = edges.get(node)?.[top.next++];
			if (next !== undefined) {
				if (met.has(next)) {
					lower(node, next);
				} else {
					enter(next);
				}
				continue;
			}
			path.pop();
			if (reach.get(node) === met.get(node)) {
				const component = open.splice(open.lastIndexOf(node));
				for (const member of component) {
					reach.set(member, Number.POSITIVE_INFINITY);
				}
				found.push(component);
			}
			const parent = path.at(-1);
			if (parent) {
				lower(parent.node, node);
			}
		}
	}
	return found;
}
