import assert from "node:assert/strict";
import type { TimeSplit } from "../../../src/progress/timeSplit.ts";
import { formatDay } from "../../../src/time/day.ts";
import { type Logged, snapshotOf } from "./progressFixture.ts";

const spent = (at: string, on: string, minutes: number): Logged => [at, on, { minutes }];
const days = ({ span }: TimeSplit) => [formatDay(span.start), formatDay(span.end - 1)];
const tracks = (split: TimeSplit) =>
	split.tracks.map(({ minutes, share, planned, owes }) => [minutes, share, round(planned), round(owes)]);
const round = (number: number | undefined) => (number === undefined ? undefined : Math.round(number * 1e9) / 1e9);

const shares = "tracks: [{id: t, title: T, share: 60%}, {id: m, title: M, share: 40%}]";
const rest = [
	"commitments: [{id: c, title: C, hours: 1, track: m, activities: [act]}]",
	"targets: {year 1: [{id: i, title: I, track: t}, {id: j, title: J}]}",
].join("\n");

describe("the split", () => {
	it("gives time to the track of what it was logged on", () => {
		const logged = [
			spent("2026-06-29", "t", 10),
			spent("2026-06-30", "i", 20),
			spent("2026-06-30", "c", 30),
			spent("2026-07-01", "act", 40),
			spent("2026-07-01", "j", 50),
			spent("2026-07-01", "gone", 60),
		];
		const { week } = snapshotOf(`${shares}\n${rest}`, logged).split;
		// t 10 + 20 = 30, m 30 + 40 = 70 of 100; t should have 60, m 40.
		assert.deepEqual(tracks(week), [
			[30, 0.3, 0.6, 30],
			[70, 0.7, 0.4, -30],
		]);
		assert.deepEqual([week.assigned, week.unassigned], [100, 110]);
	});

	it("is available for the week, the quarter and the year of the plan, and in total", () => {
		const logged = ["2026-01-04", "2026-01-05", "2026-04-05", "2026-06-29", "2026-07-01", "2026-07-02"].map((at) =>
			spent(at, "t", 1),
		);
		const { week, quarter, year, overall } = snapshotOf(`${shares}\n${rest}`, logged).split;
		assert.deepEqual([week, quarter, year, overall].map(days), [
			["2026-06-29", "2026-07-05"],
			["2026-04-05", "2026-07-04"],
			["2026-01-05", "2027-01-04"],
			["2026-01-05", "2026-07-01"],
		]);
		// What was logged for tomorrow, and before day one, does not count.
		assert.deepEqual(
			[week, quarter, year, overall].map(({ assigned }) => assigned),
			[2, 3, 4, 4],
		);
	});

	it("follows slips", () => {
		// Month 7 was to begin on 5 July; it begins on 5 October, and quarter 2 lasts until then.
		const { quarter, year } = snapshotOf(`${shares}\nslips: [{at: 2026-07-01, by: 3 months}]`, [], "2026-09-01").split;
		assert.deepEqual(days(quarter), ["2026-04-05", "2026-10-04"]);
		assert.deepEqual(days(year), ["2026-01-05", "2027-04-04"]);
	});

	it("follows the calendar without a start, and the total begins at the first entry", () => {
		const yaml = `start:\n${shares}`;
		const { quarter, year, overall } = snapshotOf(yaml, [spent("2026-03-03", "t", 1)], "2026-08-15").split;
		assert.deepEqual([quarter, year, overall].map(days), [
			["2026-07-01", "2026-09-30"],
			["2026-01-01", "2026-12-31"],
			["2026-03-03", "2026-08-15"],
		]);
	});

	it("plans the mean of the shares over the days up to today", () => {
		// Year 1 ends on 4 January 2027, a Monday, at 60%; year 2 has 20%. On Wednesday: Monday 60%, two days of 20%.
		const yaml =
			"tracks: [{id: t, title: T, share: {year 1: 60%, year 2: 20%}}, {id: m, title: M, share: {year 1: 40%, year 2: 80%}}]";
		const { week } = snapshotOf(yaml, [spent("2027-01-05", "t", 90)], "2027-01-06").split;
		// (0.6 + 0.2 + 0.2) / 3 = 1/3 of 90 is 30; (0.4 + 0.8 + 0.8) / 3 = 2/3 of 90 is 60
		assert.deepEqual(tracks(week), [
			[90, 1, round(1 / 3), -60],
			[0, 0, round(2 / 3), 60],
		]);
	});

	it("plans none for a track without a share if others have one, and nothing if none has", () => {
		const logged = [spent("2026-07-01", "t", 60), spent("2026-07-01", "m", 40)];
		const one = snapshotOf("tracks: [{id: t, title: T, share: 100%}, {id: m, title: M}]", logged).split.week;
		assert.deepEqual(tracks(one), [
			[60, 0.6, 1, 40],
			[40, 0.4, 0, -40],
		]);
		const none = snapshotOf("tracks: [{id: t, title: T}, {id: m, title: M}]", logged).split.week;
		assert.deepEqual(tracks(none), [
			[60, 0.6, undefined, undefined],
			[40, 0.4, undefined, undefined],
		]);
	});

	it("has no shares without time, and no difference to the plan", () => {
		const { overall } = snapshotOf(shares, [], "2026-01-05").split;
		assert.deepEqual(tracks(overall), [
			[0, undefined, 0.6, 0],
			[0, undefined, 0.4, 0],
		]);
	});

	it("shows the first quarter and year before day one, and in total only today", () => {
		const { quarter, overall } = snapshotOf(shares, [], "2025-12-01").split;
		assert.deepEqual([quarter, overall].map(days), [
			["2026-01-05", "2026-04-04"],
			["2025-12-01", "2025-12-01"],
		]);
	});
});
