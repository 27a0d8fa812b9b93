import assert from "node:assert/strict";
import fc from "fast-check";
import { formatChange, parseChange } from "../../../src/amount/change.ts";
import { parseQuantity, type Quantity } from "../../../src/amount/parseQuantity.ts";

function goal(text: string | undefined): Quantity | undefined {
	const quantity = text === undefined ? undefined : parseQuantity(text);
	return typeof quantity === "string" ? assert.fail(quantity) : quantity;
}

describe("progress as it is typed", () => {
	for (const [text, towards, change] of [
		["7", undefined, { set: 7 }],
		["7", "100+", { set: 7 }],
		["2.5", "5", { set: 2.5 }],
		["1,000", "5000", { set: 1000 }],
		["+1", "100+", { add: 1 }],
		["+ 1", "100+", { add: 1 }],
		["-2", "100+", { add: -2 }],
		["−2", "100+", { add: -2 }],
		["=-3", "100+", { set: -3 }],
		["= 4", "100+", { set: 4 }],
		["$250K", "$1M+", { set: 250_000 }],
		["250k", "$1M+", { set: 250_000 }],
		["+$1.5M", "$1M+", { add: 1_500_000 }],
		["50%", "100+", { set: 50 }],
		["50%", "5", { set: 2.5 }],
		["50%", "40%", { set: 50 }],
		["50%", undefined, { set: 50 }],
		["9 people", "8-12 people", { set: 9 }],
		["9 People", "8-12 people", { set: 9 }],
		["done", undefined, { set: true }],
		["DONE", undefined, { set: true }],
		["not  done", undefined, { set: false }],
		["rising", undefined, { set: "rising" }],
		["steady", undefined, { set: "steady" }],
		["Falling", undefined, { set: "falling" }],
	] as const) {
		it(`reads ${text} towards ${towards ?? "no goal"}`, () =>
			assert.deepEqual(parseChange(text, goal(towards)), change));
	}

	for (const [text, towards] of [
		["", undefined],
		["many", undefined],
		["5+", "100+"],
		["3-5", "100+"],
		["at most 2", "100+"],
		["4 per week", "100+"],
		["€250", "$1M+"],
		["$5", "100+"],
		["9 dogs", "8-12 people"],
		["9".repeat(20), undefined],
		["almost done", undefined],
	] as const) {
		it(`reads "${text}" as nothing that counts towards ${towards ?? "no goal"}`, () =>
			assert.equal(parseChange(text, goal(towards)), undefined));
	}

	it("means the same when it is written out and typed again", () => {
		const number = fc.double({ min: -1e15, max: 1e15, noNaN: true }).map((value) => (Object.is(value, -0) ? 0 : value));
		const change = fc.oneof(
			number.map((set) => ({ set })),
			number.map((add) => ({ add })),
		);
		fc.assert(fc.property(change, (each) => assert.deepEqual(parseChange(formatChange(each)), each)));
	});
});
