import assert from "node:assert/strict";
import { day, type Logged, snapshotOf } from "../progressFixture.ts";

const time = (at: string, on = "gym"): Logged => [at, on, { minutes: 45 }];
const once = (at: string, add = 1, on = "gym"): Logged => [at, on, { add }];

/** The habit with an ID in the week that contains a day, seen from today. */
function habitOf(yaml: string, logged: ReadonlyArray<Logged>, today: string, of = today) {
	const snapshot = snapshotOf(yaml, logged, today);
	return snapshot.habitsWith(day(of)).find(({ node }) => node.id === "gym");
}

// 5 January 2026 is a Monday, and day one.
describe("a commitment with times", () => {
	const gym =
		"commitments: [{id: gym, title: Gym, times: 3, days: 'monday, wednesday and friday', activities: [{id: swim, title: Swim}]}]";

	for (const [name, logged, today, count, expected, state, isForToday] of [
		["on Monday", [], "2026-01-05", 0, 0, "onPace", true],
		["done on Monday", [time("2026-01-05")], "2026-01-05", 1, 0, "ahead", false],
		["on Tuesday, which asks for nothing", [time("2026-01-05")], "2026-01-06", 1, 1, "onPace", false],
		["on Thursday without Wednesday", [once("2026-01-05")], "2026-01-08", 1, 2, "behind", true],
		["with an activity, and two on a day", [once("2026-01-07", 2, "swim")], "2026-01-08", 2, 2, "onPace", false],
		[
			"all three",
			[time("2026-01-05"), once("2026-01-06"), time("2026-01-07", "swim")],
			"2026-01-08",
			3,
			2,
			"done",
			false,
		],
		["one taken away again", [once("2026-01-05"), once("2026-01-05", -1)], "2026-01-05", 0, 0, "onPace", true],
		// Two are missing, and a single day is left.
		["too late", [once("2026-01-05")], "2026-01-11", 1, 3, "outOfReach", false],
	] as const satisfies ReadonlyArray<
		readonly [string, ReadonlyArray<Logged>, string, number, number, string, boolean]
	>) {
		it(`counts entries and compares them with its days: ${name}`, () => {
			const habit = habitOf(gym, logged, today);
			assert.deepEqual(
				[habit?.count, habit?.aim, habit?.expected, habit?.state, habit?.isForToday],
				[count, { low: 3, high: 3 }, expected, state, isForToday],
			);
		});
	}

	for (const [name, keys, of, aim] of [
		["every day of the week", "times: 2-3", "2026-01-05", { low: 2, high: 3 }],
		["on each of its days", "days: monday-friday", "2026-01-05", { low: 5, high: 5 }],
		// 4 of 7 days are open: 3 × 4/7 = 1.7.
		["in a week with time off", "times: 3", "2026-02-02", { low: 2, high: 2 }],
		// Monday and Wednesday are open, of three: 3 × 2/3.
		["with days, in a week with time off", "times: 3, days: monday-wednesday", "2026-02-02", { low: 3, high: 3 }],
		["by period", "times: { month 1: 3, month 2: 5 }", "2026-02-09", { low: 5, high: 5 }],
		// From Thursday, 5 March, on 4 of 7 days: 4 × 4/7 = 2.3.
		["from the middle of a week on", "times: 4, when: month 3", "2026-03-02", { low: 2, high: 2 }],
	] as const) {
		it(`asks for its part of the open days: ${name}`, () => {
			const yaml = `time_off: [2026-02-06..2026-02-08]\ncommitments: [{id: gym, title: Gym, ${keys}}]`;
			assert.deepEqual(habitOf(yaml, [], "2026-01-05", of)?.aim, aim);
		});
	}

	it("has hours as well, and changes none of their numbers", () => {
		const { week, habits } = snapshotOf(
			"commitments: [{id: gym, title: Gym, times: 3, hours: 2}]",
			[time("2026-01-05"), once("2026-01-06")],
			"2026-01-07",
		);
		assert.deepEqual([week.aim.low, week.minutes, week.commitments[0]?.minutes], [120, 45, 45]);
		assert.deepEqual([habits[0]?.count, habits[0]?.expected], [2, 0]);
	});

	it("is not one before its period, or without times", () => {
		assert.equal(habitOf("commitments: [{id: gym, title: Gym, times: 3, when: month 3}]", [], "2026-01-05"), undefined);
		assert.equal(habitOf("commitments: [{id: gym, title: Gym, hours: 3}]", [], "2026-01-05"), undefined);
	});
});

describe("a goal per day or week", () => {
	const item = (goal: string) => `targets: {year 1: [{id: gym, title: Gym, goal: ${goal}}]}`;
	for (const [name, goal, logged, today, count, aim, expected, state] of [
		["a sum", "10 km per week", [once("2026-01-05", 4)], "2026-01-08", 4, 10, 4, "onPace"],
		["a sum that is short", "10 km per week", [once("2026-01-05", 3)], "2026-01-08", 3, 10, 4, "behind"],
		[
			"days that meet it",
			"10 minutes daily",
			[once("2026-01-05", 12), once("2026-01-06", 9)],
			"2026-01-07",
			1,
			7,
			2,
			"behind",
		],
		["a limit that holds", "at most 2 per week", [once("2026-01-05", 2)], "2026-01-08", 2, 2, 0, "onPace"],
		["a limit that is exceeded", "at most 2 per week", [once("2026-01-05", 3)], "2026-01-08", 3, 2, 0, "outOfReach"],
		[
			"a limit per day, once it is measured",
			"at most 2 per day",
			[once("2026-01-06", 3)],
			"2026-01-08",
			2,
			7,
			3,
			"behind",
		],
	] as const satisfies ReadonlyArray<
		readonly [string, string, ReadonlyArray<Logged>, string, number, number, number, string]
	>) {
		it(`is counted in its week: ${name}`, () => {
			const habit = habitOf(item(goal), logged, today);
			assert.deepEqual([habit?.count, habit?.aim.low, habit?.expected, habit?.state], [count, aim, expected, state]);
		});
	}

	it("is none if it is per month, an indicator, or done", () => {
		assert.equal(habitOf(item("3 per month"), [], "2026-01-05"), undefined);
		assert.equal(
			habitOf("indicators: {leading: [{id: gym, title: Gym, goal: 3 per week}]}", [], "2026-01-05"),
			undefined,
		);
		assert.equal(habitOf(item("3 per week"), [["2026-01-05", "gym", { set: true }]], "2026-01-05"), undefined);
	});
});

describe("the hours of a week that an item is filled with", () => {
	for (const [times, minutes] of [
		[3, 20],
		[6, 10],
		[7, 60 / 7],
		[2, 30],
	] as const) {
		it(`are an hour after ${times} times ${minutes} minutes`, () => {
			const days = ["05", "06", "07", "08", "09", "10", "11"].slice(0, times);
			const logged = days.map((each): Logged => [`2026-01-${each}`, "gym", { minutes }]);
			const yaml = "targets: {year 1: [{id: gym, title: Gym, of: time, goal: 1 h per week}]}";
			const habit = habitOf(yaml, logged, "2026-01-11");
			assert.deepEqual([habit?.count, habit?.state], [1, "done"]);
		});
	}
});
