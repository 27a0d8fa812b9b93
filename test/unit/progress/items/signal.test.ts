import assert from "node:assert/strict";
import { formatDay } from "../../../../src/time/day.ts";
import { type Logged, snapshotOf } from "../progressFixture.ts";

describe("an indicator", () => {
	const of = (keys: string, values: ReadonlyArray<readonly [string, object]>, today = "2026-07-01") => {
		const logged = values.map(([at, value]): Logged => [at, "i", value]);
		const { leading } = snapshotOf(`indicators: {leading: [{id: i, title: I${keys}}]}`, logged, today);
		const { last, trend } = leading[0] ?? assert.fail();
		return [last?.reading, last && formatDay(last.day), trend];
	};

	for (const [name, values, expected] of [
		["nothing logged", [], [undefined, undefined, undefined]],
		["one reading", [["2026-02-01", { set: 5 }]], [5, "2026-02-01", undefined]],
		[
			"two readings",
			[
				["2026-02-01", { set: 5 }],
				["2026-03-01", { add: 2 }],
			],
			[7, "2026-03-01", "rising"],
		],
		[
			"a fall",
			[
				["2026-02-01", { set: 5 }],
				["2026-03-01", { set: 4 }],
			],
			[4, "2026-03-01", "falling"],
		],
		[
			"a rise that stays",
			[
				["2026-02-01", { set: 5 }],
				["2026-03-01", { set: 6 }],
				["2026-04-01", { set: 6 }],
			],
			[6, "2026-04-01", "rising"],
		],
		[
			"readings that are all alike",
			[
				["2026-02-01", { set: 5 }],
				["2026-03-01", { set: 5 }],
			],
			[5, "2026-03-01", "steady"],
		],
		[
			"a trend in words, logged last",
			[
				["2026-02-01", { set: 5 }],
				["2026-03-01", { set: "falling" }],
			],
			["falling", "2026-03-01", "falling"],
		],
		[
			"a trend in words, then readings",
			[
				["2026-02-01", { set: "falling" }],
				["2026-03-01", { set: 5 }],
				["2026-04-01", { set: 6 }],
			],
			[6, "2026-04-01", "falling"],
		],
		["a mark", [["2026-02-01", { set: true }]], [true, "2026-02-01", undefined]],
		[
			"what was logged later",
			[
				["2026-02-01", { set: 5 }],
				["2026-07-02", { set: 6 }],
			],
			[5, "2026-02-01", undefined],
		],
	] as const) {
		it(`has its last reading and its direction: ${name}`, () => assert.deepEqual(of("", values), expected));
	}

	it("with a rate compares the last window with the one before", () => {
		// Windows of three months up to 1 July: from 2 April, and before it from 2 January.
		const rate = (first: number, second: number) =>
			of(", goal: 4 per quarter", [
				["2026-01-02", { add: first }],
				["2026-04-02", { add: second }],
			])[2];
		assert.deepEqual([rate(2, 3), rate(3, 2), rate(2, 2)], ["rising", "falling", "steady"]);
		assert.equal(of(", goal: 4 per quarter", [["2026-04-02", { add: 3 }]])[2], undefined);
	});

	it("has no trend of a rate before a number was logged in an earlier period, whatever was marked", () => {
		const marked = [
			["2026-01-10", { set: true }],
			["2026-06-20", { add: 2 }],
		] as const;
		assert.equal(of(", goal: 4 per quarter", marked)[2], undefined);
		assert.equal(of(", goal: 4 per quarter", [["2026-01-10", { add: 1 }], ...marked])[2], "rising");
	});
});

describe("a risk", () => {
	// Aim 4 h = 240 a week; 60% of it are 144. Weeks from Monday 5 January 2026.
	const yaml =
		"week: {hours: 4, counts: all}\ntargets: {year 1: [{id: i, title: I}]}\nrisks: [{title: R, watch: {hours: below 60%, for: 3 weeks}}]";
	const weeks = ["2026-01-05", "2026-01-12", "2026-01-19", "2026-01-26"];
	const isLive = (minutes: ReadonlyArray<number>, today: string, more = "", text = yaml) => {
		const logged = minutes.map((each, index): Logged => [weeks[index] ?? "", "i", { minutes: each }]);
		return snapshotOf(text + more, logged, today).risks[0]?.live;
	};

	for (const [name, minutes, today, live] of [
		["three weeks below", [143, 143, 143], "2026-01-26", true],
		["one of them at the limit", [143, 144, 143], "2026-01-26", false],
		["two weeks are too few", [143, 143], "2026-01-25", false],
		["the week that runs does not count", [143, 143, 143, 240], "2026-02-01", true],
		["a week that ended it", [143, 143, 143, 240], "2026-02-02", false],
	] as const) {
		it(`is live while its watch holds: ${name}`, () => assert.equal(isLive(minutes, today), live));
	}

	it("skips weeks off when it looks back", () => {
		const off = "\ntime_off: [2026-01-19..2026-01-25]";
		assert.equal(isLive([0, 0, 0], "2026-01-26", off), false);
		assert.equal(isLive([0, 0, 0, 0], "2026-02-02", off), true);
	});

	it("counts the whole weeks in a month", () => {
		// A month before Monday 9 March is 9 February: 28 days, 4 weeks. Before 2 February: 31 days, 4 weeks.
		const month = yaml.replace("3 weeks", "1 month");
		assert.equal(isLive([0, 0, 0], "2026-01-26", "", month), false);
		assert.equal(isLive([0, 0, 0, 0], "2026-02-02", "", month), true);
		assert.equal(isLive([0, 0, 0, 0], "2026-02-02", "", yaml.replace("3 weeks", "2 days")), true);
	});

	it("is never live without a watch", () =>
		assert.equal(isLive([], "2026-06-01", "", yaml.replace(/, watch.*\}\}/, "}")), false));
});

describe("weeks kept", () => {
	// Aim 60 a week, from Monday 5 January 2026 on.
	const yaml = "week: {hours: 1, counts: all}\ntargets: {year 1: [{id: i, title: I}]}";
	const spent = (at: string, minutes: number): Logged => [at, "i", { minutes }];

	it("are counted among finished weeks without time off", () => {
		const logged = [spent("2026-01-05", 60), spent("2026-01-12", 59), spent("2026-01-26", 60), spent("2026-02-02", 60)];
		const { weeksKept } = snapshotOf(`${yaml}\ntime_off: [2026-01-19..2026-01-25]`, logged, "2026-02-03");
		// Over are four weeks, one of them off; kept the first and the last; the week that runs does not count.
		assert.deepEqual(weeksKept.of13, { kept: 2, of: 3 });
		assert.deepEqual(weeksKept.of52, { kept: 2, of: 3 });
	});

	it("are those of the last 13 and 52", () => {
		// 2027-03-01 is a Monday, 60 weeks after the first: 13 weeks back is 2026-11-30, 52 weeks back 2026-03-02.
		const logged = [spent("2026-02-23", 60), spent("2026-03-02", 60), spent("2026-11-29", 60), spent("2026-11-30", 60)];
		const { weeksKept } = snapshotOf(yaml, logged, "2027-03-01");
		assert.deepEqual(weeksKept, { of13: { kept: 1, of: 13 }, of52: { kept: 3, of: 52 } });
	});

	it("are undefined in the first week, and without a start and entries", () => {
		assert.deepEqual(snapshotOf(yaml, [], "2026-01-11").weeksKept.of13, { kept: 0, of: 0 });
		const undated = `start:\n${yaml.replace("year 1", "2026")}`;
		assert.deepEqual(snapshotOf(undated, [], "2026-02-01").weeksKept.of13, { kept: 0, of: 0 });
		// From the week of 12 January on, two are over.
		assert.deepEqual(snapshotOf(undated, [spent("2026-01-14", 60)], "2026-01-28").weeksKept.of13, { kept: 1, of: 2 });
	});

	it("ask for a part of the hours in the first, partial week", () => {
		// Day one is a Friday: three of seven days, 60 * 3/7 = 25.7
		const kept = (minutes: number) =>
			snapshotOf(`start: 2026-01-09\n${yaml}`, [spent("2026-01-09", minutes)], "2026-01-12").weeksKept.of13;
		assert.deepEqual([kept(25).kept, kept(26).kept, kept(26).of], [0, 1, 1]);
	});
});
