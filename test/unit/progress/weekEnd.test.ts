import assert from "node:assert/strict";
import { isWeekEnding } from "../../../src/progress/weekEnd.ts";
import { sourceWith } from "../viewmodel/viewSourceFor.ts";
import type { Logged } from "./progressFixture.ts";

const workdays = "commitments: [{id: writing, title: Writing, hours: 3}]\nweek: {days: monday-friday}";
const note: Logged = ["2026-03-06", "writing", { type: "note", text: "Good", week: "2026-03-02" }];

/** Whether the week of Monday, March 2, 2026 is ending. */
const ends = (date: string, hour: number, { yaml = workdays, logged = [] as ReadonlyArray<Logged> } = {}) =>
	isWeekEnding(sourceWith(yaml, logged, date), hour, 17);

describe("the end of a week", () => {
	it("begins with the hour on the last working day, and lasts through the days off", () => {
		assert.equal(ends("2026-03-05", 23), false);
		assert.equal(ends("2026-03-06", 16), false);
		assert.equal(ends("2026-03-06", 17), true);
		assert.equal(ends("2026-03-07", 8), true);
		assert.equal(ends("2026-03-08", 0), true);
		assert.equal(ends("2026-03-09", 23), false);
	});

	it("is earlier if the rest of the week is time off, and never in a week without an aim or time", () => {
		const off = (days: string) => `${workdays}\ntime_off: [{when: ${days}}]`;
		assert.equal(ends("2026-03-04", 17, { yaml: off("2026-03-05..2026-03-10") }), true);
		assert.equal(ends("2026-03-04", 17, { yaml: off("2026-03-06..2026-03-10") }), false);
		assert.equal(ends("2026-03-06", 17, { yaml: off("2026-03-01..2026-03-10") }), false);
	});

	it("is not told on a day off before the last working day", () => {
		const yaml = "commitments: [{id: writing, title: Writing, hours: 3}]\nweek: {days: 'monday, sunday'}";
		assert.equal(ends("2026-03-06", 20, { yaml }), false);
		assert.equal(ends("2026-03-08", 20, { yaml }), true);
	});

	it("is over once the week has its note", () => {
		assert.equal(ends("2026-03-06", 18, { logged: [note] }), false);
		const other: Logged = ["2026-03-06", "writing", { type: "note", text: "Late", week: "2026-02-23" }];
		assert.equal(ends("2026-03-06", 18, { logged: [other] }), true);
	});
});
