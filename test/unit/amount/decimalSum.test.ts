import assert from "node:assert/strict";
import fc from "fast-check";
import { DecimalSum } from "../../../src/amount/decimalSum.ts";

function sumOf(values: ReadonlyArray<number>): number {
	const sum = new DecimalSum();
	values.forEach((value) => {
		sum.add(value);
	});
	return sum.value;
}

describe("an exact sum", () => {
	for (const [values, expected] of [
		[[], 0],
		[[0.1, 0.2], 0.3],
		[[0.1, 0.2, -0.3], 0],
		[Array(10).fill(0.1), 1],
		[[1e15, 0.1, -1e15], 0.1],
		[[2 ** 53 - 1, 1, 1, -(2 ** 53)], 1],
		[[1e-7, 1e15], 1_000_000_000_000_000],
		[[1e-7, 1e15, -1e15], 1e-7],
		[[1.005, 2.675], 3.68],
		[[1_000_000, 420_000.5], 1_420_000.5],
	] as const) {
		it(`of ${values.slice(0, 4).join(", ") || "nothing"} is ${expected}`, () => assert.equal(sumOf(values), expected));
	}

	it("is the same in any order, and equals the sum in hundredths", () => {
		const cents = fc.array(fc.integer({ min: -1e6, max: 1e6 }), { maxLength: 30 });
		fc.assert(
			fc.property(cents, fc.infiniteStream(fc.nat()), (numbers, order) => {
				const values = numbers.map((number) => number / 100);
				const shuffled = values
					.map((value) => [order.next().value, value] as const)
					.sort(([a], [b]) => a - b)
					.map(([, value]) => value);
				const expected = numbers.reduce((sum, number) => sum + number, 0) / 100;
				assert.equal(sumOf(values), expected);
				assert.equal(sumOf(shuffled), expected);
			}),
		);
	});
});
