import assert from "node:assert/strict";
import fc from "fast-check";
import { EntryStore } from "../../../../src/journal/ledger/entryStore.ts";

interface Item {
	readonly entry: { readonly id: string };
	readonly number: number;
}

describe("the store of entries", () => {
	it("behaves like a map whose keys are added only once", () => {
		fc.assert(
			fc.property(fc.array(fc.string({ maxLength: 2 })), (ids) => {
				const store = new EntryStore<Item>();
				const map = new Map<string, Item>();
				ids.forEach((id, number) => {
					const item = { entry: { id }, number };
					assert.equal(store.add(item), map.get(id));
					map.set(id, map.get(id) ?? item);
					assert.equal(store.size, map.size);
				});
				for (const id of [...ids, "nowhere"]) {
					assert.equal(store.get(id), map.get(id));
				}
				const byNumber = (a: Item, b: Item) => a.number - b.number;
				assert.deepEqual([...store].sort(byNumber), [...map.values()]);
			}),
		);
	});
});
