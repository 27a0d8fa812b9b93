import assert from "node:assert/strict";
import fc from "fast-check";
import { goalTextWith } from "../../../src/amount/goalText.ts";
import { parseQuantity } from "../../../src/amount/parseQuantity.ts";
import { runs } from "../../harness/depth.ts";

function withLow(text: string, low: number): string | undefined {
	const goal = parseQuantity(text);
	assert.ok(typeof goal !== "string", text);
	return goalTextWith(goal, low);
}

describe("a goal with another number", () => {
	for (const [text, low, after] of [
		["100+", 80, "80+"],
		["8-12 people", 6, "6-12 people"],
		["$1M+", 840_000, "$840K+"],
		["$350K-$500K+", 300_000, "$300K-$500K+"],
		["$3M", 2_000_000, "$2M"],
		["18 months", 12, "12 months"],
		["2.5", 2, "2"],
		["100%", 60, "60%"],
		["at most 190 lbs", 200, "at most 200 lbs"],
		["1,200", 900, "900"],
		["4 per quarter", 3, "3 per quarter"],
		["5", 0.5, "0.5"],
		// 900 is more than the upper end.
		["8-12 people", 900, undefined],
	] as const) {
		it(`${text} with ${low} is ${after ?? "impossible"}`, () => assert.equal(withLow(text, low), after));
	}

	it("keeps its meaning, whatever the number", () => {
		const goals = [
			"100+",
			"8-12 people",
			"$1M+",
			"€2,5 Mio",
			"at most 190 lbs",
			"30 min",
			"1 500 km",
			"$1-5M",
			"12 CHF",
		];
		fc.assert(
			fc.property(
				fc.constantFrom(...goals),
				fc.oneof(fc.nat(5_000_000), fc.double({ min: 0.001, max: 1e6, noNaN: true })),
				(text, low) => {
					const goal = parseQuantity(text);
					const after = typeof goal === "string" ? undefined : goalTextWith(goal, low);
					const read = after === undefined ? undefined : parseQuantity(after);
					if (typeof goal === "string" || read === undefined) return;
					assert.ok(typeof read !== "string", after);
					assert.ok(Math.abs(read.low - low) <= low * 1e-9, `${text} with ${low}: ${after}`);
					const { text: _, low: __, short: ___, atMost: ____, ...rest } = goal;
					assert.deepEqual({ ...rest }, Object.fromEntries(Object.keys(rest).map((key) => [key, read[key as "unit"]])));
				},
			),
			{ numRuns: runs(2000) },
		);
	});
});
