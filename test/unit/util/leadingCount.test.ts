import assert from "node:assert/strict";
import fc from "fast-check";
import { leadingCount } from "../../../src/util/leadingCount.ts";
import { runs } from "../../harness/depth.ts";

describe("the leading count", () => {
	it("is the number of ascending values below another", () => {
		fc.assert(
			fc.property(fc.array(fc.integer({ min: -20, max: 20 })), fc.integer({ min: -25, max: 25 }), (numbers, limit) => {
				const ascending = numbers.toSorted((a, b) => a - b);
				const count = leadingCount(ascending.length, (index) => (ascending[index] ?? Number.NaN) < limit);
				assert.equal(count, ascending.filter((each) => each < limit).length);
			}),
			{ numRuns: runs(500) },
		);
	});

	it("checks few of many values, and none beyond them", () => {
		fc.assert(
			fc.property(fc.maxSafeNat(), fc.maxSafeNat(), (length, end) => {
				let asked = 0;
				const count = leadingCount(length, (index) => {
					asked++;
					assert.ok(Number.isInteger(index) && 0 <= index && index < length);
					return index < end;
				});
				assert.equal(count, Math.min(length, end));
				assert.ok(asked <= 54, `${asked} were asked about`);
			}),
			{ numRuns: runs(500) },
		);
	});
});
