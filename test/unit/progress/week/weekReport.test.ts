import assert from "node:assert/strict";
import { computeSnapshot } from "../../../../src/progress/snapshot.ts";
import { weekState } from "../../../../src/progress/week/weekState.ts";
import { formatDay } from "../../../../src/time/day.ts";
import { day, type Logged, ledgerOf, planOf, snapshotOf } from "../progressFixture.ts";

const spent = (at: string, on: string, minutes: number): Logged => [at, on, { minutes }];

// Six days of 40 minutes; the week in question is that of Monday 2 March 2026.
const plan = [
	"week: {days: monday-saturday, hours: 4-5}",
	"tracks: [{id: technical, title: Technical}]",
	"targets: {year 1: [{id: item, title: Item}]}",
	"commitments:",
	"  - {id: writing, title: Writing, hours: 3, formerly: [blogging], activities: [Articles, {id: talks, title: Talks}]}",
	"  - {id: reading, title: Reading, hours: 1-2}",
].join("\n");

describe("the state of a week", () => {
	// All in minutes: 240 a week, 40 a day, at most 4 h = 240 a day.
	for (const [name, date, minutes, state, expected, openDays] of [
		["nothing on the first day", "2026-03-02", 0, "onPace", 0, 6],
		["something on the first day", "2026-03-02", 30, "onPace", 0, 6],
		// Monday itself asks for 40.
		["the aim of the first day", "2026-03-02", 40, "ahead", 0, 6],
		// Wednesday: Monday and Tuesday asked for 80, with today 120.
		["short of the finished days", "2026-03-04", 79, "behind", 80, 4],
		["as much as the finished days ask for", "2026-03-04", 80, "onPace", 80, 4],
		["short of today", "2026-03-04", 119, "onPace", 80, 4],
		["as much as with today", "2026-03-04", 120, "ahead", 80, 4],
		["the low end", "2026-03-04", 240, "done", 80, 4],
		// Saturday is the last day: one day of 240 is left, 240 missing is not more than that.
		["all of it on the last day", "2026-03-07", 0, "behind", 200, 1],
		// Sunday: no open day is left.
		["short when no day is left", "2026-03-08", 239, "outOfReach", 240, 0],
		["done when no day is left", "2026-03-08", 240, "done", 240, 0],
	] as const) {
		it(`follows from the days: ${name}`, () => {
			const { week } = snapshotOf(plan, minutes ? [spent("2026-03-02", "writing", minutes)] : [], date);
			assert.deepEqual([week.state, week.minutes, week.expected, week.openDays], [state, minutes, expected, openDays]);
		});
	}

	it("is out of reach if more is missing than the remaining days allow", () => {
		const given = planOf(plan);
		const ledger = ledgerOf(given, [spent("2026-03-02", "writing", 10)]);
		const state = (maxHoursPerDay: number) =>
			computeSnapshot(given, ledger, day("2026-03-06"), { maxHoursPerDay }).week.state;
		// 230 are missing on Friday; Friday and Saturday give 2 * 114 = 228, or 2 * 115.2 = 230.4.
		assert.equal(state(1.9), "outOfReach");
		assert.equal(state(1.92), "behind");
	});

	it("is out of reach from the first day if the days are too short for the aim, whatever the pace", () => {
		const standing = { minutes: 400, low: 2400, asks: true, askedBefore: 400, askedThroughToday: 800, begun: true };
		// 2000 are missing, five days of 240 are 1200.
		assert.equal(weekState({ ...standing, openDays: 5, maxMinutesPerDay: 240 }), "outOfReach");
		assert.equal(weekState({ ...standing, openDays: 5, maxMinutesPerDay: 400 }), "onPace");
	});

	it("is not ahead on a day without an aim", () => {
		const yaml =
			"week: {starts: sunday, days: monday-friday, hours: 5}\ncommitments: [{id: writing, title: W, hours: 5}]";
		assert.equal(snapshotOf(yaml, [], "2026-03-01").week.state, "onPace");
		assert.equal(snapshotOf(yaml, [spent("2026-03-01", "writing", 1)], "2026-03-01").week.state, "ahead");
	});

	for (const [name, yaml, date] of [
		["in time off", `${plan}\ntime_off: [2026-03-02..2026-03-08]`, "2026-03-04"],
		["before day one", plan, "2025-12-31"],
		["without an aim", "title: x", "2026-03-04"],
	] as const) {
		it(`is off ${name}`, () => assert.equal(snapshotOf(yaml, [], date).week.state, "off"));
	}

	it("is done or out of reach for a past week, and on pace for a future one", () => {
		const today = snapshotOf(
			plan,
			[spent("2026-02-23", "writing", 240), spent("2026-02-16", "writing", 239)],
			"2026-03-04",
		);
		const of = (date: string) => {
			const { state, expected, openDays } = today.weekWith(day(date));
			return [state, expected, openDays];
		};
		assert.deepEqual(of("2026-03-01"), ["done", 240, 0]);
		assert.deepEqual(of("2026-02-16"), ["outOfReach", 240, 0]);
		assert.deepEqual(of("2026-03-09"), ["onPace", 0, 6]);
	});
});

describe("the minutes of a week", () => {
	const minutesOf = (logged: ReadonlyArray<Logged>, yaml = plan, today = "2026-03-08") => {
		const { week } = snapshotOf(yaml, logged, today);
		return { counted: week.minutes, total: week.total };
	};

	for (const [name, logged, counted, total, yaml] of [
		[
			"commitments and their activities",
			[
				["2026-03-02", "writing", 10],
				["2026-03-03", "articles", 20],
				["2026-03-04", "talks", 5],
			],
			35,
			35,
		],
		[
			"ids of former days",
			[
				["2026-03-02", "blogging", 10],
				["2026-03-02", "writing", 20],
			],
			30,
			30,
		],
		[
			"items and tracks apart",
			[
				["2026-03-02", "item", 10],
				["2026-03-02", "technical", 20],
				["2026-03-02", "reading", 1],
			],
			1,
			31,
		],
		[
			"items and tracks, where all counts, but no orphans",
			[
				["2026-03-02", "item", 10],
				["2026-03-02", "technical", 20],
				["2026-03-02", "gone", 100],
			],
			30,
			130,
			plan.replace("hours: 4-5}", "hours: 4-5, counts: all}"),
		],
		[
			"negative minutes as none",
			[
				["2026-03-02", "writing", -30],
				["2026-03-02", "writing", 20],
			],
			20,
			20,
		],
		[
			"tenths of minutes exactly",
			[
				["2026-03-02", "writing", 0.1],
				["2026-03-03", "writing", 0.2],
			],
			0.3,
			0.3,
		],
		[
			"Monday to Sunday only",
			[
				["2026-03-01", "writing", 1],
				["2026-03-02", "writing", 2],
				["2026-03-08", "writing", 4],
				["2026-03-09", "writing", 8],
			],
			6,
			6,
		],
		// The day is the one written, wherever that was: 23:30 in Tokyo on the 1st, 00:30 in New York on the 2nd.
		[
			"the day that is written, in any zone",
			[
				["2026-03-01T23:30:00+09:00", "writing", 1],
				["2026-03-02T00:30:00-05:00", "writing", 2],
			],
			2,
			2,
		],
	] as const) {
		it(`count ${name}`, () => {
			const entries = logged.map(([at, on, minutes]) => spent(at, on, minutes));
			assert.deepEqual(minutesOf(entries, yaml), { counted, total });
		});
	}

	it("belong to the day before until the day ends", () => {
		const yaml = plan.replace("hours: 4-5}", "hours: 4-5, day_ends: 03:00}");
		const logged = [
			// 02:59 on Monday is Sunday's; 02:59 on the next Monday is this Sunday's; a bare day stays.
			spent("2026-03-02T02:59:00-06:00", "writing", 1),
			spent("2026-03-02T03:00:00-06:00", "writing", 2),
			spent("2026-03-09T02:59:00-06:00", "writing", 4),
			spent("2026-03-02", "writing", 8),
		];
		assert.equal(minutesOf(logged, yaml).counted, 14);
	});

	it("are not moved by daylight saving", () => {
		// The clocks of New York go forward on Sunday 8 March at 02:00, and back on Sunday 1 November.
		const logged = [
			spent("2026-03-08T23:59:00-04:00", "writing", 1),
			spent("2026-03-09T00:01:00-04:00", "writing", 2),
			spent("2026-11-01T01:30:00-04:00", "writing", 4),
			spent("2026-11-01T01:30:00-05:00", "writing", 8),
			spent("2026-11-02T00:00:00-05:00", "writing", 16),
		];
		assert.equal(minutesOf(logged, plan, "2026-03-08").counted, 1);
		assert.equal(minutesOf(logged, plan, "2026-03-09").counted, 2);
		assert.equal(minutesOf(logged, plan, "2026-11-01").counted, 12);
	});

	it("of later days do not count on a past one", () => {
		const logged = [spent("2026-03-03", "writing", 1), spent("2026-03-05", "writing", 2)];
		assert.equal(minutesOf(logged, plan, "2026-03-04").total, 1);
	});
});

describe("the report of a week", () => {
	it("contains days, commitments, time off, and other time", () => {
		const yaml = `${plan}\n  - {title: Over, hours: 1, when: month 1}\ntime_off: [2026-02-23..2026-03-01, 2026-03-07..2026-03-20, 2026-03-09]`;
		const logged = [
			spent("2026-03-02", "articles", 50),
			spent("2026-03-02", "writing", 10),
			spent("2026-03-03", "item", 5),
			spent("2026-03-03", "gone", 7),
		];
		const { week } = snapshotOf(yaml, logged, "2026-03-04");
		assert.deepEqual([formatDay(week.span.start), formatDay(week.span.end)], ["2026-03-02", "2026-03-09"]);
		// Saturday is off: 5 of 6 days.
		assert.deepEqual(week.aim, { low: 200, high: 250 });
		assert.equal(week.timeOff.length, 1);
		assert.deepEqual(week.other, [
			{ id: "gone", minutes: 7 },
			{ id: "item", minutes: 5 },
		]);
		assert.deepEqual(
			week.commitments.map(({ commitment, aim, minutes, expected, state, activities }) => ({
				id: commitment.id,
				aim: aim.low,
				minutes,
				expected,
				state,
				activities: activities.map((activity) => activity.minutes),
			})),
			[
				// 180 * 5/6 = 150; two days 180 * 2/6 = 60, with today 90
				{ id: "writing", aim: 150, minutes: 60, expected: 60, state: "onPace", activities: [50, 0] },
				// 60 * 5/6 = 50; 60 * 2/6 = 20
				{ id: "reading", aim: 50, minutes: 0, expected: 20, state: "behind", activities: [] },
			],
		);
	});

	it("shows time on a commitment without an aim in that week", () => {
		const yaml = "commitments: [{id: over, title: Over, hours: 1, when: month 1}]";
		const { week } = snapshotOf(yaml, [spent("2026-03-02", "over", 5)], "2026-03-04");
		assert.deepEqual(
			week.commitments.map(({ minutes, aim, state }) => [minutes, aim.low, state]),
			[[5, 0, "off"]],
		);
	});
});
