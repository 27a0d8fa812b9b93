import { strict as assert } from "node:assert";
import fc from "fast-check";
import { assignLanes } from "../../../../src/webview/charts/lanes.ts";

const spans = fc.array(
	fc.tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 60 })).map(([from, width]) => ({
		from,
		to: from + width,
	})),
	{ maxLength: 30 },
);

describe("the lanes of labels in a chart", () => {
	it("are as few as the space allows, in order", () => {
		const row = [
			{ from: 0, to: 10 },
			{ from: 5, to: 15 },
			{ from: 12, to: 20 },
			{ from: 16, to: 30 },
		];
		assert.deepEqual(assignLanes(row, 2), { lanes: [0, 1, 0, 2], count: 3 });
		assert.deepEqual(assignLanes(row, 1), { lanes: [0, 1, 0, 1], count: 2 });
		assert.deepEqual(assignLanes([], 1), { lanes: [], count: 0 });
	});

	it("keep the gap between any two, and none is empty", () => {
		fc.assert(
			fc.property(spans, fc.integer({ min: 1, max: 20 }), (row, gap) => {
				const { lanes, count } = assignLanes(row, gap);
				assert.deepEqual(
					[...new Set(lanes)].sort((one, other) => one - other),
					[...Array(count).keys()],
				);
				for (const [index, one] of row.entries()) {
					for (const [later, other] of row.entries()) {
						if (later <= index || lanes[later] !== lanes[index]) continue;
						assert.ok(other.from >= one.to + gap || other.to + gap <= one.from);
					}
				}
			}),
		);
	});
});
