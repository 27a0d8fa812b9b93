import assert from "node:assert/strict";
import fc from "fast-check";
import type { Forecast } from "../../../../src/progress/forecast/forecast.ts";
import { groupForecast, itemBand, itemForecast } from "../../../../src/progress/forecast/itemForecast.ts";
import { type Day, formatDay, parseDay } from "../../../../src/time/day.ts";
import { type Logged, snapshotOf } from "../progressFixture.ts";

const start = parseDay("2026-01-05") ?? assert.fail();
const dayAfter = (weeks: number): string => formatDay(start + weeks * 7 - 1);

/** The forecast of an item `a`, a target of years 1 to 3 unless the keys say otherwise. */
function forecastOf(keys: string, logged: ReadonlyArray<Logged>, today: string, more = ""): Forecast | undefined {
	const snapshot = snapshotOf(`targets: {years 1-3: [{id: a, title: A, ${keys}}]}\n${more}`, logged, today);
	const item = snapshot.items.get("a") ?? assert.fail();
	return itemForecast(item, snapshot.sourceOf(item), snapshot);
}

/** One entry on the last day of each of some weeks, counted from 1. */
const adds = (weeks: ReadonlyArray<number>, add = 1): ReadonlyArray<Logged> =>
	weeks.map((week) => [dayAfter(week), "a", { add }]);
const range = (first: number, last: number, step = 1): ReadonlyArray<number> =>
	Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, index) => first + index * step);
const expected = (forecast: Forecast | undefined) =>
	forecast?.state === "expected" ? forecast : assert.fail(forecast?.state);
const weeksTo = (day: Day, today: string) => (day - (parseDay(today) ?? assert.fail())) / 7;

/** The due day is 156 4/7 weeks after the start. */
const weeksToDue = (3 * 365 + 1) / 7;

describe("the forecast of an item", () => {
	// The rate is that of the last 13 weeks. Futures differ, and some pause, so half
	// of them arrive around the week that division gives, and 80 % later.
	for (const { name, weeks, add = 1, today, goal, rate, missing, arrival } of [
		{ name: "one a week", weeks: range(1, 40), today: 40, goal: 50, rate: 1, missing: 10, arrival: 10 },
		{ name: "five a week", weeks: range(1, 40), add: 5, today: 40, goal: 300, rate: 5, missing: 100, arrival: 20 },
		// Weeks 28, 30, ..., 40 of the last 13.
		{ name: "every second week", weeks: range(2, 40, 2), today: 40, goal: 25, rate: 7 / 13, missing: 5, arrival: 10 },
		// Weeks 28, 32, 36, and 40.
		{ name: "every fourth week", weeks: range(4, 40, 4), today: 40, goal: 13, rate: 4 / 13, missing: 3, arrival: 12 },
		{
			name: "stopped a year ago",
			weeks: range(1, 48),
			today: 100,
			goal: 200,
			rate: 0,
			missing: 152,
			arrival: undefined,
		},
		{
			name: "stopped after 13 weeks",
			weeks: range(1, 13),
			today: 100,
			goal: 200,
			rate: 0,
			missing: 187,
			arrival: undefined,
		},
	]) {
		it(`can be checked by hand: ${name}`, () => {
			const forecast = forecastOf(`goal: ${goal}`, adds(weeks, add), dayAfter(today));
			assert.equal(forecast?.state, arrival === undefined ? "notAtThisRate" : "expected");
			assert.ok(
				"rate" in forecast && Math.abs(forecast.rate - rate) < 1e-9,
				String("rate" in forecast && forecast.rate),
			);
			assert.ok(Math.abs((forecast.neededRate ?? 0) - missing / (weeksToDue - today)) < 1e-9);
			if (forecast.state !== "expected" || arrival === undefined) {
				assert.ok((forecast.chance ?? 1) < 0.05);
				return;
			}
			const half = weeksTo(forecast.half, dayAfter(today));
			assert.ok(half >= arrival * 0.8 && half <= arrival * 1.6, `${half} weeks`);
			assert.ok(forecast.likely > forecast.half && (forecast.chance ?? 0) > 0.8);
		});
	}

	for (const [name, logged, today, state] of [
		["nothing logged", [], dayAfter(40), "tooEarly"],
		["one entry", adds([20]), dayAfter(40), "tooEarly"],
		["two changes", adds([20, 21]), dayAfter(40), "tooEarly"],
		["five weeks", adds(range(1, 5)), dayAfter(5), "tooEarly"],
		["six weeks and three changes", adds([2, 4, 6], 10), dayAfter(6), "expected"],
		["a goal that is met", adds(range(1, 3), 20), dayAfter(5), "reached"],
		["only zeros", range(1, 20).map((week): Logged => [dayAfter(week), "a", { add: 0 }]), dayAfter(20), "tooEarly"],
	] as const) {
		it(`has its own state: ${name}`, () => {
			assert.equal(forecastOf("goal: 50", logged, today)?.state, state);
		});
	}

	for (const keys of ["goal: 2 per week", "goal: at most 2", "when: year 1", "goal: 50, dropped: { on: 2026-02-01 }"]) {
		it(`is not made for items that don't grow towards a goal: {${keys}}`, () => {
			assert.equal(forecastOf(keys, adds(range(1, 20)), dayAfter(20)), undefined);
		});
	}

	it("counts a falling goal down from its start value", () => {
		const falling = range(1, 20).map((week): Logged => [dayAfter(week), "a", { set: 100 - week }]);
		const forecast = expected(forecastOf("goal: at most 70, from: 100", falling, dayAfter(20)));
		assert.equal(forecast.rate, 1);
		const half = weeksTo(forecast.half, dayAfter(20));
		assert.ok(half >= 8 && half <= 15, `${half} weeks`);
	});

	it("starts a level at its first value", () => {
		// A team of 5 that gains one each quarter is not a team that gained 5 in a week.
		const logged = [5, 6, 7, 8, 9].map((set, index): Logged => [dayAfter(1 + 13 * index), "a", { set }]);
		const forecast = forecastOf("goal: 12", logged, dayAfter(56));
		assert.ok(forecast?.state === "expected" || forecast?.state === "notAtThisRate");
		assert.ok(forecast.rate < 0.2, `${forecast.rate} a week`);
	});

	it("skips time off, past and future", () => {
		const [from, to] = [dayAfter(20), dayAfter(30)].map((day) => formatDay((parseDay(day) ?? 0) + 1));
		const off = `time_off: ["${from}..${formatDay((parseDay(to ?? "") ?? 0) - 1)}"]`;
		const worked = adds([...range(1, 20), ...range(31, 40)]);
		// The same futures, ten weeks of them: what was off is as if it had not been.
		const plain = expected(forecastOf("goal: 40", adds(range(1, 30)), dayAfter(30)));
		const rested = expected(forecastOf("goal: 40", worked, dayAfter(40), off));
		assert.equal(weeksTo(rested.half, dayAfter(40)), weeksTo(plain.half, dayAfter(30)));
		// Ahead: four weeks off that begin tomorrow move the days by four weeks.
		const soon = `time_off: ["${formatDay((parseDay(dayAfter(30)) ?? 0) + 1)}..${dayAfter(34)}"]`;
		const later = expected(forecastOf("goal: 40", adds(range(1, 30)), dayAfter(30), soon));
		assert.equal(later.half - plain.half, 28);
	});

	it("gives more time after a slip, and none of it before", () => {
		const logged = adds(range(1, 30));
		const keys = "goal: 45, when: by month 9";
		const plain = expected(forecastOf(keys, logged, dayAfter(30)));
		const slip = (at: string) => `slips: [{at: ${at}, by: 3 months}]`;
		const slipped = expected(forecastOf(keys, logged, dayAfter(30), slip("2026-07-01")));
		assert.ok((slipped.chance ?? 0) > (plain.chance ?? 1) + 0.2, `${plain.chance}, ${slipped.chance}`);
		assert.ok((slipped.neededRate ?? 0) < (plain.neededRate ?? 0));
		assert.deepEqual([slipped.half, slipped.rate], [plain.half, plain.rate]);
		assert.deepEqual(forecastOf(keys, logged, dayAfter(30), slip("2027-07-01")), plain);
	});

	it("counts corrections, and nothing that was undone", () => {
		const at = dayAfter(20);
		const logged = adds(range(1, 20));
		const right = forecastOf("goal: 50", logged, at);
		const [first] = logged;
		// The last line of the week was typed as 100 and corrected to 1; another one was undone.
		const wrong: ReadonlyArray<Logged> = [
			...logged.slice(0, -1),
			[at, "a", { add: 100, id: "wrong" }],
			[at, "a", { add: 1, replaces: "wrong" }],
			[first?.[0] ?? at, "a", { add: 40, id: "gone" }],
			[at, "a", { type: "void", entry: "gone" }],
		];
		assert.deepEqual(forecastOf("goal: 50", wrong, at), right);
	});

	it("counts only what a period brings towards its goal, and the rate of all time", () => {
		const measure = "measures: [{id: m, title: M, count: period}]";
		const logged = range(1, 40).map((week): Logged => [dayAfter(week), "m", { add: 1 }]);
		// The item begins on the day after week 26: 14 of 20 are there, at one a week.
		const begins = formatDay((parseDay(dayAfter(26)) ?? 0) + 1);
		const forecast = expected(
			forecastOf(`of: m, goal: 20, when: ${begins}..${dayAfter(60)}`, logged, dayAfter(40), measure),
		);
		assert.equal(forecast.rate, 1);
		assert.ok(Math.abs((forecast.neededRate ?? 0) - 6 / 20) < 1e-9, String(forecast.neededRate));
	});

	it("begins at from, and takes a set as the value that it is", () => {
		const logged = range(1, 20).map((week): Logged => [dayAfter(week), "a", { set: 100 + week }]);
		const forecast = expected(forecastOf("goal: 130, from: 100", logged, dayAfter(20)));
		assert.equal(forecast.rate, 1);
		assert.ok(Math.abs((forecast.neededRate ?? 0) - 10 / (weeksToDue - 20)) < 1e-9);
	});

	it("has a chance of 0 once the due day has passed, and none without one", () => {
		const late = forecastOf("goal: 50, when: by 2026-06-30", adds(range(1, 40)), dayAfter(40));
		assert.ok(late?.state === "expected" && late.chance === 0 && late.neededRate === undefined);
		const open = forecastOf("goal: 50, when: year 1+", adds(range(1, 40)), dayAfter(40));
		assert.ok(open?.state === "expected" && open.chance === undefined);
	});

	it("is valid for any input: no exception, no NaN, chances from 0 to 1", () => {
		const entry = fc.record({
			week: fc.integer({ min: 1, max: 120 }),
			set: fc.boolean(),
			amount: fc.oneof(fc.integer({ min: -50, max: 50 }), fc.constantFrom(0, 1e15, -1e15, 0.001, 1000)),
		});
		const goals = fc.constantFrom("50", "0.5", "at most 10", "1000000", "3-5", "100+");
		const property = fc.property(fc.array(entry, { maxLength: 60 }), goals, fc.integer(), (entries, goal, from) => {
			const logged = entries.map(
				({ week, set, amount }): Logged => [dayAfter(week), "a", set ? { set: amount } : { add: amount }],
			);
			const forecast = forecastOf(`goal: ${goal}, from: ${from % 200}`, logged, dayAfter(100));
			for (const value of Object.values(forecast ?? {})) {
				assert.ok(typeof value === "string" || Number.isFinite(value), JSON.stringify(forecast));
			}
			if (forecast && "chance" in forecast) assert.ok((forecast.chance ?? 0) >= 0 && (forecast.chance ?? 0) <= 1);
			if (forecast?.state === "expected") assert.ok(forecast.half <= forecast.likely);
		});
		fc.assert(property, { numRuns: 60 });
	});

	it("doesn't depend on the order of the entries, and changes little with one more", () => {
		const entries = adds(range(1, 40).filter((week) => week % 3 !== 0));
		const one = forecastOf("goal: 60", entries, dayAfter(40));
		assert.deepEqual(forecastOf("goal: 60", [...entries].reverse(), dayAfter(40)), one);
		const more = expected(forecastOf("goal: 60", [...entries, ...adds([40])], dayAfter(40)));
		const { half, likely } = expected(one);
		assert.ok(Math.abs(more.half - half) < likely - half, `${more.half - half} days`);
	});
});

describe("the band of an item", () => {
	for (const { name, keys, set, most, least } of [
		{ name: "a percentage above 100", keys: 'goal: "100%"', set: (week: number) => week * 4, most: 100, least: 80 },
		{
			name: "a falling value below 0",
			keys: 'from: 100, goal: "at most 5 kg"',
			set: (week: number) => 100 - week * 4,
			most: 20,
			least: 0,
		},
	]) {
		it(`has a range that never puts ${name}`, () => {
			const logged = range(1, 20).map((week): Logged => [dayAfter(week), "a", { set: set(week) }]);
			const snapshot = snapshotOf(`targets: {years 1-3: [{id: a, title: A, ${keys}}]}`, logged, dayAfter(20));
			const item = snapshot.items.get("a") ?? assert.fail();
			const band = itemBand(item, snapshot.sourceOf(item), { ...snapshot, ahead: range(1, 52, 3) });
			assert.ok(band.length > 10);
			const ends = band.flatMap(({ low, middle, high }) => [low, middle, high]);
			assert.equal(Math.max(...ends) <= most, true, String(ends));
			assert.equal(Math.min(...ends) >= least, true, String(ends));
		});
	}

	it("starts near the value, widens, and rises towards the goal", () => {
		const snapshot = snapshotOf(
			"targets: {years 1-3: [{id: a, title: A, goal: 80}]}",
			adds(range(1, 40)),
			dayAfter(40),
		);
		const item = snapshot.items.get("a") ?? assert.fail();
		const band = itemBand(item, snapshot.sourceOf(item), { ...snapshot, ahead: range(1, 20) });
		assert.equal(band.length, 20);
		const [first, last] = [band[0] ?? assert.fail(), band.at(-1) ?? assert.fail()];
		assert.ok(first.low >= 40 && first.high <= 44, JSON.stringify(first));
		assert.ok(last.high - last.low > first.high - first.low && last.middle > 45);
	});
});

describe("the forecast of a group of ticks", () => {
	const items = range(1, 20).map((index) => `{id: i${index}, title: I${index}}`);
	const ticks = (weeks: ReadonlyArray<number>) =>
		weeks.map((week, index): Logged => [dayAfter(week), `i${index + 1}`, { set: true }]);
	function group(logged: ReadonlyArray<Logged>, today: string): Forecast | undefined {
		const snapshot = snapshotOf(`targets: {years 1-3: [${items.join(", ")}]}`, logged, today);
		const [target] = snapshot.plan.targets;
		return groupForecast(target?.items ?? [], snapshot.progress, { ...snapshot, span: target?.span });
	}

	it("is computed from how many were done each week", () => {
		const forecast = expected(group(ticks(range(1, 15)), dayAfter(15)));
		assert.equal(forecast.rate, 1);
		assert.ok(weeksTo(forecast.half, dayAfter(15)) <= 10);
	});

	it("leaves out optional items, done or not", () => {
		const plan = (optional: string) =>
			`phases: [{title: P, when: years 1-3, outcomes: {x: [${items.join(", ")}${optional}]}}]`;
		const logged = ticks(range(1, 15));
		const ofPhase = (yaml: string) => {
			const snapshot = snapshotOf(yaml, [...logged, [dayAfter(3), "o1", { set: true }]], dayAfter(15));
			return snapshot.forecasts.ofGroup(snapshot.plan.phases[0] ?? assert.fail());
		};
		const more = ", {id: o1, title: O1, optional: true}, {id: o2, title: O2, optional: true}";
		assert.deepEqual(ofPhase(plan(more)), expected(ofPhase(plan(""))));
	});

	it("is not made if all are done, and is too early with two", () => {
		assert.equal(group(ticks(range(1, 20)), dayAfter(20)), undefined);
		assert.equal(group(ticks([1, 2]), dayAfter(20))?.state, "tooEarly");
	});
});
