import assert from "node:assert/strict";
import fc from "fast-check";
import { Ledger } from "../../../src/journal/ledger/ledger.ts";
import { finish, sorting, stepSize } from "../../../src/journal/steps.ts";
import { runs } from "../../harness/depth.ts";

describe("work in steps", () => {
	it("sorts as the language does, also among equals, and pauses every few thousand", () => {
		const lists = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 0, maxLength: 300 });
		fc.assert(
			fc.property(lists, fc.constantFrom(1, 7, 40, 100), (keys, times) => {
				const list = Array.from({ length: keys.length * times }, (_, at) => ({
					key: (keys[at % keys.length] ?? 0) + (at % 3),
					at,
				}));
				const compare = (a: { readonly key: number }, b: { readonly key: number }) => a.key - b.key;
				const steps = sorting(list, compare);
				let pauses = 0;
				let step = steps.next();
				for (; !step.done; step = steps.next()) pauses++;
				assert.deepEqual(step.value, list.toSorted(compare));
				assert.ok(pauses >= Math.floor(list.length / stepSize), `${pauses} for ${list.length}`);
			}),
			{ numRuns: runs(200) },
		);
	});

	it("lists entries in order, whatever is added or taken back at a pause", () => {
		const change = fc.record({ before: fc.nat(6), id: fc.nat(10_000), isVoid: fc.boolean() });
		fc.assert(
			fc.property(fc.array(change, { maxLength: 6 }), (changes) => {
				const ledger = new Ledger();
				const add = (number: number) =>
					ledger.add({ id: `e${number}`, at: "2026-02-01", type: "note", text: String(number) });
				// Out of order, so that they have to be sorted.
				for (let number = 3 * stepSize; number > 0; number--) add(number);
				const steps = ledger.betweenSteps();
				for (let pauses = 0; !steps.next().done; pauses++) {
					for (const { id, isVoid } of changes.filter(({ before }) => before === pauses)) {
						if (isVoid) ledger.add({ id: `v${id}`, at: "2026-02-01", type: "void", entry: `e${id}` });
						else add(20_000 + id);
					}
				}
				const fresh = new Ledger();
				for (const entry of ledger.entries()) fresh.add(entry);
				const ids = (of: Ledger) => of.between().map(({ entry }) => entry.id);
				assert.deepEqual(ids(ledger), ids(fresh));
				assert.equal(ledger.liveSize, ids(fresh).length);
				assert.deepEqual(
					ledger.spans().flatMap((span) => finish(ledger.betweenSteps(span)).map(({ entry }) => entry.id)),
					ids(fresh),
				);
			}),
			{ numRuns: runs(50) },
		);
	});

	it("reads a long day of items in steps, in the same order as at once", () => {
		const ledger = new Ledger();
		const count = 5 * stepSize;
		for (let at = 0; at < count; at++) {
			const on = at % 2 ? ["a", "b"] : "a";
			const id = String((at * 7919) % count).padStart(6, "0");
			ledger.add({ id, at: "2026-03-02", type: "note", on, text: "x" });
		}
		for (const ids of [["a"], ["a", "b"], ["b", "c"], ["c"]]) {
			const steps = ledger.onSteps(ids);
			let pauses = 0;
			let step = steps.next();
			for (; !step.done; step = steps.next()) pauses++;
			assert.deepEqual(step.value, ledger.on(ids));
			assert.ok(pauses >= Math.floor(step.value.length / stepSize), `${pauses} for ${ids}`);
		}
	});
});
