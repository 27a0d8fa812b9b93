import assert from "node:assert/strict";
import fc from "fast-check";
import { chanceWith, reachableAmount } from "../../../../src/progress/backOnTrack/reachableAmount.ts";
import type { ForecastQuestion } from "../../../../src/progress/forecast/forecast.ts";
import { OpenWeeks } from "../../../../src/progress/forecast/openWeeks.ts";
import { runs } from "../../../harness/depth.ts";
import { day } from "../progressFixture.ts";

const today = day("2026-10-11");

function question(weeks: ReadonlyArray<number>, days: number, missing = 1, seed = 1): ForecastQuestion {
	const record = { weeks, changes: weeks.length };
	return { missing, record, due: today + days, weeks: new OpenWeeks({ timeOff: [] }, today), seed };
}

describe("the amount that is reached with a chance of 80%", () => {
	it("is 0 if nothing was added, on the last day, and after it", () => {
		assert.equal(reachableAmount(question(new Array(20).fill(0), 70)), 0);
		assert.equal(reachableAmount(question(new Array(20).fill(1), 0)), 0);
		assert.equal(reachableAmount(question(new Array(20).fill(1), -7)), 0);
	});

	it("is somewhat less than the rate gives for equal weeks, because futures pause", () => {
		const amount = reachableAmount(question(new Array(40).fill(1), 70));
		assert.ok(amount > 4 && amount < 10, String(amount));
	});

	it("grows with the record", () => {
		const once = reachableAmount(question(new Array(40).fill(1), 70));
		assert.ok(Math.abs(reachableAmount(question(new Array(40).fill(3), 70)) - 3 * once) < 1e-9);
	});

	it("is the greatest amount whose forecast has that chance", () => {
		fc.assert(
			fc.property(
				fc.array(fc.oneof(fc.constant(0), fc.integer({ min: -2, max: 9 })), { minLength: 8, maxLength: 60 }),
				fc.integer({ min: 1, max: 900 }),
				fc.nat(1e6),
				(weeks, days, seed) => {
					const amount = reachableAmount(question(weeks, days, 1, seed));
					if (amount > 0) assert.ok((chanceWith(question(weeks, days, amount, seed)) ?? 0) >= 0.8);
					const above = chanceWith(question(weeks, days, amount + Math.max(1e-6, amount * 1e-9), seed)) ?? 0;
					assert.ok(above < 0.8, `${above} above ${amount}`);
				},
			),
			{ numRuns: runs(500) },
		);
	});
});
