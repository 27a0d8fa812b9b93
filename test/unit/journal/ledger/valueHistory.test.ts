import assert from "node:assert/strict";
import type { EntryOf } from "../../../../src/journal/entry.ts";
import {
	type CountingRule,
	latestMark,
	latestTrend,
	latestValue,
	valueHistory,
} from "../../../../src/journal/ledger/valueHistory.ts";
import { parseDay } from "../../../../src/time/day.ts";
import { live } from "../arbitraryJournals.ts";

type Change = Pick<EntryOf<"progress">, "set" | "add">;

/** A change on each of the days from the first of March on. */
const logged = (...changes: ReadonlyArray<Change>) =>
	changes.map((change, index) =>
		live<EntryOf<"progress">>({
			...{ id: `${index}`, at: `2026-03-${String(index + 1).padStart(2, "0")}`, type: "progress", on: "x" },
			...change,
		}),
	);
const day = (text: string) => parseDay(text) ?? assert.fail(text);
const secondAndThird = { start: day("2026-03-02"), end: day("2026-03-04") };

describe("the value of an item", () => {
	for (const [what, changes, expected] of [
		["nothing logged", [], { latest: undefined, total: undefined, period: undefined }],
		[
			"only a mark and a trend",
			[{ set: true }, { set: "rising" }],
			{ latest: undefined, total: undefined, period: undefined },
		],
		["set", [{ set: 5 }], { latest: 5, total: 5, period: undefined }],
		["added to where it began", [{ add: 5 }], { latest: 15, total: 15, period: undefined }],
		["set, then added to", [{ set: 5 }, { add: 2 }, { add: -1 }], { latest: 6, total: 6, period: 11 }],
		["added, then set", [{ add: 2 }, { set: 5 }], { latest: 5, total: 5, period: 5 }],
		["set twice", [{ set: 5 }, { set: 7 }, { add: 1 }, { add: 1 }], { latest: 9, total: 9, period: 8 }],
		["set to nothing", [{ add: 2 }, { set: 0 }], { latest: 0, total: 0, period: 0 }],
		["a mark between", [{ set: 5 }, { set: true }, { add: 1 }, { set: "steady" }], { latest: 6, total: 6, period: 11 }],
		["tenths", [{ set: 0.1 }, { add: 0.2 }, { add: 0.4 }], { latest: 0.7, total: 0.7, period: 10.6 }],
	] as const) {
		for (const count of ["latest", "total", "period"] as const) {
			it(`is counted as ${count}: ${what}`, () => {
				const counting: CountingRule = { count, from: 10, span: secondAndThird };
				assert.equal(latestValue(logged(...changes), counting), expected[count]);
			});
		}
	}

	it("counts all days for a period without dates", () => {
		assert.equal(latestValue(logged({ add: 1 }, { add: 2 }), { count: "period", from: 0 }), 3);
	});

	it("begins on the first day of a period and ends before its end", () => {
		const entries = logged({ add: 1 }, { add: 10 }, { add: 100 }, { add: 1000 });
		assert.equal(latestValue(entries, { count: "period", from: 0, span: secondAndThird }), 110);
		assert.equal(latestValue(entries, { count: "period", from: 0, span: { start: day("2026-03-03") } }), 1100);
	});

	it("has a history, with the entries that made it", () => {
		const entries = logged({ set: 5 }, { set: true }, { add: 2 });
		assert.deepEqual(valueHistory(entries, { count: "latest", from: 0 }), [
			{ day: day("2026-03-01"), value: 5, entry: entries[0] },
			{ day: day("2026-03-03"), value: 7, entry: entries[2] },
		]);
	});
});

describe("marks and trends", () => {
	it("are the last of their kind, and don't affect each other or the value", () => {
		const entries = logged(
			{ set: true },
			{ set: "rising" },
			{ set: 5 },
			{ set: false },
			{ set: "falling" },
			{ add: 1 },
		);
		assert.deepEqual(latestMark(entries), { set: false, day: day("2026-03-04"), entry: entries[3] });
		assert.deepEqual(latestTrend(entries), { set: "falling", day: day("2026-03-05"), entry: entries[4] });
	});

	it("are undefined if nobody set them", () => {
		assert.equal(latestMark(logged({ set: 5 }, { set: "steady" })), undefined);
		assert.equal(latestTrend(logged({ set: 5 }, { set: true })), undefined);
	});
});
