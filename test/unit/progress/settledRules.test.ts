import assert from "node:assert/strict";
import { formatDay } from "../../../src/time/day.ts";
import { snapshotOf } from "./progressFixture.ts";

describe("special rules of the format reference", () => {
	it("never have a high end below the low end in time off with hours", () => {
		const { week } = snapshotOf(
			"week: {hours: 4-5}\ncommitments: [{id: a, title: A, hours: 2}, {id: b, title: B, hours: 2-3}]\n" +
				"time_off: [{when: 2026-06-29..2026-07-05, hours: 1}]",
		);
		assert.deepEqual(week.aim, { low: 60, high: 60 });
		assert.deepEqual(
			week.commitments.map(({ aim }) => aim),
			[
				{ low: 30, high: 30 },
				{ low: 30, high: 36 },
			],
		);
	});

	it("don't end the reviews at the end of a dated share", () => {
		const { checkpoints } = snapshotOf(
			"tracks: [{title: T, share: {year 1: 100%}}]\ncheckpoints: [{id: c, title: C, every: 12 months}]",
			[],
			"2027-06-01",
		);
		assert.deepEqual(
			checkpoints.map(({ day }) => formatDay(day)),
			["2027-01-04", "2028-01-04"],
		);
	});

	it("count an area named after a track for that track, whatever its phase says", () => {
		const { plan } = snapshotOf(
			"tracks: [{id: t, title: T}, {id: u, title: U}]\nphases: [{title: P, track: u, outcomes: {t: [a], other: [b]}}]",
		);
		assert.deepEqual(
			plan.items.map(({ track }) => track),
			["t", "u"],
		);
	});

	it("are ahead with any time if nothing is due so far", () => {
		const yaml = "week: {hours: 4, days: friday-sunday}\ncommitments: [{id: a, title: A, hours: 4}]";
		assert.equal(snapshotOf(yaml, [], "2026-06-30").week.state, "onPace");
		assert.equal(snapshotOf(yaml, [["2026-06-30", "a", { minutes: 5 }]], "2026-06-30").week.state, "ahead");
	});
});
