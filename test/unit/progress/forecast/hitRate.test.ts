import assert from "node:assert/strict";
import { type HitRate, hitRate } from "../../../../src/progress/forecast/hitRate.ts";
import { computeSnapshot } from "../../../../src/progress/snapshot.ts";
import { formatDay } from "../../../../src/time/day.ts";
import { day, type Logged, ledgerOf, planOf } from "../progressFixture.ts";

const start = day("2026-01-05");
const dayAfter = (weeks: number): string => formatDay(start + weeks * 7 - 1);

function hitRateOf(logged: ReadonlyArray<Logged>, today: string): HitRate | undefined {
	const plan = planOf("targets: {years 1-5: [{id: a, title: A, goal: 1000}]}");
	const ledger = ledgerOf(plan, logged);
	const now = computeSnapshot(plan, ledger, day(today));
	const item = now.items.get("a") ?? assert.fail();
	return hitRate(item, now.sourceOf(item), { plan, today: now.today, ledger, aliases: now.aliases });
}

const weekly = (weeks: number, amount: (week: number) => number): ReadonlyArray<Logged> =>
	Array.from({ length: weeks }, (_, index): Logged => [dayAfter(index + 1), "a", { add: amount(index + 1) }]);

describe("how often past forecasts were right", () => {
	it("counts those that were within the range: a steady pace always is", () => {
		assert.deepEqual(
			hitRateOf(
				weekly(150, () => 1),
				dayAfter(150),
			),
			{ within: 10, of: 10 },
		);
	});

	it("counts those that were not: a complete stop misses once, and then is expected", () => {
		const stopped =
			hitRateOf(
				weekly(104, () => 1),
				dayAfter(182),
			) ?? assert.fail();
		assert.equal(stopped.of, 10);
		assert.ok(stopped.within < 10, JSON.stringify(stopped));
	});

	it("is undefined with fewer than five", () => {
		assert.equal(
			hitRateOf(
				weekly(50, () => 1),
				dayAfter(50),
			),
			undefined,
		);
		assert.equal(hitRateOf([], dayAfter(150)), undefined);
	});

	it("ignores what was logged later", () => {
		// The same values, but all written down today: on none of the past days anything was known.
		const late = weekly(150, () => 1).map(
			([at, on, value]): Logged => [at, on, { ...value, logged: `${dayAfter(150)}T12:00:00Z` }],
		);
		assert.equal(hitRateOf(late, dayAfter(150)), undefined);
	});
});
