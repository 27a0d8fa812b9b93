import assert from "node:assert/strict";
import fc from "fast-check";
import { dependenciesOf } from "../../../src/progress/dependencies.ts";
import { planOf } from "./progressFixture.ts";

describe("the order of needs", () => {
	it("has every item once, after what it needs; items in a cycle need nothing", () => {
		const needs = fc.array(fc.array(fc.nat(9), { maxLength: 3 }), { minLength: 10, maxLength: 10 });
		fc.assert(
			fc.property(needs, (lists) => {
				const items = lists.map((list, index) => `{id: n${index}, title: N, needs: [${list.map((to) => `n${to}`)}]}`);
				const { items: all } = planOf(`targets: {year 1: [${items}]}`);
				const { order, of } = dependenciesOf(new Map(all.map((item) => [item.id, item])));
				assert.equal(new Set(order).size, 10);
				for (const [index, item] of order.entries()) {
					const isCircular = reaches(lists, Number(item.id.slice(1)));
					const wanted = isCircular ? [] : item.needs;
					assert.deepEqual(new Set(of.get(item)?.map(({ id }) => id)), new Set(wanted));
					assert.ok(of.get(item)?.every((need) => order.indexOf(need) < index));
				}
			}),
		);
	});
});

/** Whether one leads back to itself. */
function reaches(lists: ReadonlyArray<ReadonlyArray<number>>, from: number): boolean {
	const met = new Set(lists[from]);
	for (const each of met) {
		for (const next of lists[each] ?? []) {
			met.add(next);
		}
	}
	return met.has(from);
}
