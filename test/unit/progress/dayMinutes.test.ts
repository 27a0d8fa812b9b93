import assert from "node:assert/strict";
import fc from "fast-check";
import { sumMinutes } from "../../../src/journal/ledger/loggedMinutes.ts";
import { DayMinutes } from "../../../src/progress/dayMinutes.ts";
import { day, ledgerOf, planOf } from "./progressFixture.ts";

const plan = planOf("title: x");
const first = day("2026-01-05");
const entry = fc.record({
	on: fc.integer({ min: 0, max: 20 }),
	minutes: fc.oneof(fc.integer({ min: -10, max: 500 }), fc.constantFrom(0.1, 0.2, 0.7, 33.3)),
});

describe("minutes by day", () => {
	it("have the same sums as their entries, one by one", () => {
		const days = fc.tuple(fc.integer({ min: -2, max: 23 }), fc.integer({ min: -2, max: 23 }));
		fc.assert(
			fc.property(fc.array(entry, { maxLength: 30 }), days, (entries, [from, to]) => {
				const dates = entries.map(({ on }) => new Date((first + on) * 86_400_000).toISOString().slice(0, 10));
				const ledger = ledgerOf(
					plan,
					entries.map(({ minutes }, index) => [dates[index] ?? "", "a", { minutes }]),
				);
				const span = { start: first + Math.min(from, to), end: first + Math.max(from, to) };
				const sum = DayMinutes.of(ledger.on(["a"], { type: "time" })).sum(span);
				assert.equal(sum, sumMinutes(ledger.on(["a"], { type: "time", span })));
			}),
		);
	});

	it("know the first day", () => {
		const ledger = ledgerOf(plan, [
			["2026-03-02", "a", { minutes: 1 }],
			["2026-02-02", "a", { minutes: 1 }],
		]);
		assert.equal(DayMinutes.of(ledger.on(["a"], { type: "time" })).firstDay, day("2026-02-02"));
		assert.equal(DayMinutes.of([]).firstDay, undefined);
	});
});
