import assert from "node:assert/strict";
import { readLedger } from "../../../../src/journal/ledger/readLedger.ts";

const uuid = (n: number) => `0195d5a0-7c00-7000-8000-${String(n).padStart(12, "0")}`;
const line = (id: string, at: string, fields: object) =>
	JSON.stringify({ id, at, on: "x", type: "progress", ...fields });
const setsOf = (...lines: ReadonlyArray<string>) =>
	[lines, lines.toReversed()].map((each) =>
		readLedger([each.join("\n")])
			.on(["x"], { type: "progress" })
			.map(({ entry }) => entry.set),
	);

describe("the order of a day", () => {
	it("follows the times for entries with handwritten IDs", () => {
		const lines = [line("9", "2026-03-01T09:00", { set: 1 }), line("10", "2026-03-01T18:00", { set: 2 })];
		assert.deepEqual(setsOf(...lines), [
			[1, 2],
			[1, 2],
		]);
	});

	it("follows the instant, with a day without time first and entries by Waymark last", () => {
		const lines = [
			line("d", "2026-10-25T02:30+02:00", { set: 2 }),
			line("c", "2026-10-25T02:10+01:00", { set: 3 }),
			line("e", "2026-10-25", { set: 1 }),
			line(uuid(2), "2026-10-25T01:00+02:00", { set: 5 }),
			line(uuid(1), "2026-10-25T23:00+01:00", { set: 4 }),
		];
		for (const sets of setsOf(...lines)) {
			assert.deepEqual(sets, [1, 2, 3, 4, 5]);
		}
	});
});

describe("an entry that replaces another", () => {
	for (const [name, by, old] of [
		["of an id before it", "a", "b"],
		["of an id by hand, in the place of one of Waymark's", "fix-1", uuid(1)],
		["of an id after it", "b", "a"],
	] as const) {
		it(`takes its place: ${name}`, () => {
			const lines = [line(old, "2026-03-01", { set: 1 }), line(by, "2026-03-01", { set: 2, replaces: old })];
			assert.deepEqual(setsOf(...lines), [[2], [2]]);
		});
	}

	it("restores it once it is removed itself", () => {
		const lines = [
			line("b", "2026-03-01", { set: 1 }),
			line("a", "2026-03-01", { set: 2, replaces: "b" }),
			line("c", "2026-03-01", { type: "void", entry: "a" }),
		];
		assert.deepEqual(setsOf(...lines), [[1], [1]]);
	});
});

describe("several running timers", () => {
	it("have the one as current that was started last", () => {
		const start = (id: string, at: string) => line(id, at, { type: "timer" });
		const lines = [
			start("b", "2026-03-01T09:00Z"),
			start("a", "2026-03-01T12:00+01:00"),
			start("c", "2026-03-01T08:00Z"),
		];
		const { current, forgotten } = readLedger([lines.join("\n")]).timers();
		assert.deepEqual([current?.root, forgotten.map(({ root }) => root)], ["a", ["b", "c"]]);
	});
});
