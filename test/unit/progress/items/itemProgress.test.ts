import assert from "node:assert/strict";
import type { Progress } from "../../../../src/progress/items/itemProgress.ts";
import { formatDay } from "../../../../src/time/day.ts";
import { type Logged, snapshotOf } from "../progressFixture.ts";

/** An item `a` with these keys, in year 1 (5 January 2026 to 4 January 2027) unless it says another period. */
function progressOf(keys: string, logged: ReadonlyArray<Logged>, today: string, more = ""): Progress {
	const { progress } = snapshotOf(`targets: {year 1: [{id: a, title: A, ${keys}}]}\n${more}`, logged, today);
	return progress.get("a") ?? assert.fail();
}

const done = (at: string): Logged => [at, "a", { set: true }];
const undone = (at: string): Logged => [at, "a", { set: false }];
const value = (at: string, set: number): Logged => [at, "a", { set }];
const text = (day: number | undefined) => (day === undefined ? undefined : formatDay(day));

describe("an item with a due day", () => {
	// Month 3 ends on 4 April; 28 days, the due day included, begin on 8 March.
	for (const [name, today, dueIn, dueSoon, state] of [
		["long before", "2026-03-07", 28, false, "open"],
		["28 days before, today included", "2026-03-08", 27, true, "open"],
		["on the day", "2026-04-04", 0, true, "open"],
		["the day after", "2026-04-05", -1, false, "overdue"],
	] as const) {
		it(`has a number of days until then: ${name}`, () => {
			const progress = progressOf("when: by month 3", [], today);
			assert.deepEqual([text(progress.due), progress.dueIn], ["2026-04-04", dueIn]);
			assert.deepEqual([progress.dueSoon, progress.state], [dueSoon, state]);
		});
	}

	it("is not due soon once it is done", () =>
		assert.equal(progressOf("when: by month 3", [done("2026-03-01")], "2026-04-04").dueSoon, false));

	it("is never due without an end or without dates", () => {
		assert.equal(progressOf("when: year 2+", [], "2040-01-01").due, undefined);
		const { progress } = snapshotOf("indicators: {leading: [{id: i, title: I, goal: 5}]}", [], "2040-01-01");
		assert.deepEqual([progress.get("i")?.due, progress.get("i")?.state], [undefined, "open"]);
	});

	it("follows slips and clamped months", () => {
		// Day one is 31 January: month 2 begins on 28 February, so month 1 ends on the 27th.
		const clamped = snapshotOf("start: 2026-01-31\ntargets: {month 1: [{id: a, title: A}]}");
		assert.equal(text(clamped.progress.get("a")?.due), "2026-02-27");
		// Month 4 was to begin on 5 April, on or after the slip: it begins a month later, and month 3 lasts until then.
		const slipped = progressOf("when: by month 3", [], "2026-03-01", "slips: [{at: 2026-04-01, by: 1 month}]");
		assert.equal(text(slipped.due), "2026-05-04");
	});
});

describe("the pace of a number", () => {
	// Goal 100 within the ten days of 1 to 10 March: each day asks for 10.
	for (const [name, today, set, pace] of [
		["before it begins", "2026-02-28", 50, undefined],
		["on the first day", "2026-03-01", 0, "onPace"],
		["with the first day's part", "2026-03-01", 10, "ahead"],
		// Five days are over on the 6th: 50; with the 6th 60.
		["short of the finished days", "2026-03-06", 49, "behind"],
		["as much as the finished days", "2026-03-06", 50, "onPace"],
		["as much as with today", "2026-03-06", 60, "ahead"],
		["once it is done", "2026-03-06", 100, undefined],
		["once it is overdue", "2026-03-11", 50, undefined],
	] as const) {
		it(`is the share of the days: ${name}`, () => {
			const progress = progressOf("goal: 100, when: 2026-03-01..2026-03-10", [value("2026-02-01", set)], today);
			assert.equal(progress.pace, pace);
		});
	}

	it("starts at the value of day one", () => {
		// From 50 to 100 in ten days: on the 6th the finished five ask for 75.
		const keys = "goal: 100, from: 50, when: 2026-03-01..2026-03-10";
		assert.equal(progressOf(keys, [value("2026-03-01", 74)], "2026-03-06").pace, "behind");
		assert.equal(progressOf(keys, [value("2026-03-01", 75)], "2026-03-06").pace, "onPace");
	});

	for (const keys of ["goal: at most 2", "goal: 2 per month", "when: by month 12", "goal: 5, when: through year 1"]) {
		it(`is undefined for {${keys}}`, () =>
			assert.equal(progressOf(keys, [value("2026-02-01", 1)], "2026-03-06").pace, undefined));
	}
});

describe("at most", () => {
	const keys = "goal: at most 2, when: by month 3";
	for (const [name, logged, today, state, share, notMeasured] of [
		["nothing logged", [], "2026-02-01", "open", 0, true],
		["it holds", [value("2026-01-10", 2)], "2026-02-01", "done", 1, false],
		// 2 of 8
		["it holds no more", [value("2026-01-10", 2), value("2026-01-20", 8)], "2026-02-01", "started", 0.25, false],
		["it held when it was due", [value("2026-04-04", 2), value("2026-04-05", 8)], "2026-05-01", "done", 1, false],
		["it did not when it was due", [value("2026-04-04", 8)], "2026-05-01", "overdue", 0.25, false],
		["it was made good later", [value("2026-04-04", 8), value("2026-04-20", 1)], "2026-05-01", "done", 1, false],
		["nothing logged when it was due", [], "2026-05-01", "overdue", 0, true],
	] as const) {
		it(`is evaluated on its due day: ${name}`, () => {
			const progress = progressOf(keys, logged, today);
			assert.deepEqual([progress.state, progress.share, progress.notMeasured], [state, share, notMeasured]);
		});
	}
	it("at most 0 is met only by 0", () => {
		assert.equal(progressOf("goal: at most 0", [value("2026-02-01", 0)], "2026-03-01").state, "done");
		assert.equal(progressOf("goal: at most 0", [value("2026-02-01", 3)], "2026-03-01").share, 0);
		// From 0 down to -5, of which -3 is three fifths; from -9 it is no part of any way.
		assert.equal(progressOf("goal: at most -5", [value("2026-02-01", -3)], "2026-03-01").share, 0.6);
		assert.equal(progressOf("goal: at most -5, from: -9", [value("2026-02-01", -3)], "2026-03-01").share, 0);
	});
});

describe("an item that must hold until its last day", () => {
	const keys = "when: through month 3";
	for (const [name, logged, today, state, share, holds] of [
		["nothing logged", [], "2026-02-01", "open", 0, false],
		["it holds so far", [done("2026-01-10")], "2026-02-01", "started", 1, true],
		["it holds on the last day", [done("2026-01-10")], "2026-04-04", "started", 1, true],
		["it held to the end", [done("2026-01-10")], "2026-04-05", "done", 1, false],
		[
			"it held to the end, whatever came then",
			[done("2026-01-10"), undone("2026-04-05")],
			"2026-04-06",
			"done",
			1,
			false,
		],
		["it was given up before", [done("2026-01-10"), undone("2026-04-04")], "2026-04-05", "overdue", 0, false],
	] as const) {
		it(`is done after it: ${name}`, () => {
			const progress = progressOf(keys, logged, today);
			assert.deepEqual([progress.state, progress.share, progress.holds], [state, share, holds]);
		});
	}

	it("is not due soon while it holds", () => {
		assert.equal(progressOf(keys, [], "2026-04-04").dueSoon, true);
		assert.equal(progressOf(keys, [done("2026-01-10")], "2026-04-04").dueSoon, false);
	});

	it("doesn't count as done for what needs it while it only holds", () => {
		const yaml = "targets: {year 1: [{id: a, title: A, when: through month 3}, {id: all, title: All, needs: [a]}]}";
		const state = (today: string) => snapshotOf(yaml, [done("2026-01-10")], today).progress.get("all")?.state;
		assert.deepEqual([state("2026-04-04"), state("2026-04-05")], ["started", "done"]);
	});

	it("can be set by its parent", () => {
		const { progress } = snapshotOf("targets: {through year 2: [{id: a, title: A}, {id: b, title: B, when: year 1}]}", [
			done("2026-02-01"),
			["2026-02-01", "b", { set: true }],
		]);
		assert.deepEqual([progress.get("a")?.state, progress.get("b")?.state], ["started", "done"]);
	});
});

describe("an item that must be confirmed", () => {
	// Three months after 10 January is 10 April.
	for (const [name, logged, today, state, lapses, lapsed] of [
		["nothing logged", [], "2026-02-01", "open", undefined, false],
		["before the day", [done("2026-01-10")], "2026-04-09", "done", "2026-04-10", false],
		["on the day", [done("2026-01-10")], "2026-04-10", "started", "2026-04-10", true],
		["confirmed in time", [done("2026-01-10"), done("2026-03-31")], "2026-04-10", "done", "2026-06-30", false],
		["confirmed too late", [done("2026-01-10"), done("2026-05-31")], "2026-06-01", "done", "2026-08-31", false],
		["unchecked", [done("2026-01-10"), undone("2026-02-01")], "2026-02-02", "started", undefined, false],
	] as const) {
		it(`lapses: ${name}`, () => {
			const progress = progressOf("confirm: every 3 months", logged, today);
			assert.deepEqual([progress.state, text(progress.lapses), progress.lapsed], [state, lapses, lapsed]);
			assert.equal(progress.share, state === "done" ? 1 : 0);
		});
	}

	it("is also confirmed by a value", () => {
		const keys = "goal: 5, confirm: every 3 months";
		const logged = [value("2026-01-10", 5), value("2026-03-01", 6)];
		assert.equal(progressOf(keys, logged, "2026-05-31").state, "done");
		assert.equal(progressOf(keys, logged, "2026-06-01").lapsed, true);
	});

	it("doesn't hold to the end of its period if it lapsed before", () => {
		const keys = "when: through month 6, confirm: every 3 months";
		// Month 6 ends on 4 July; three months after 1 April is 1 July, after 5 April 5 July.
		assert.equal(progressOf(keys, [done("2026-04-01")], "2026-07-05").state, "overdue");
		assert.equal(progressOf(keys, [done("2026-04-05")], "2026-07-05").state, "done");
	});
});

describe("an item that expires", () => {
	const keys = "when: by month 3, valid: 3 years";
	for (const [name, logged, today, state, expires, expired] of [
		["before the day", [done("2026-02-28")], "2029-02-27", "done", "2029-02-28", false],
		["on the day, and is not overdue for it", [done("2026-02-28")], "2029-02-28", "started", "2029-02-28", true],
		["renewed in time", [done("2026-02-28"), done("2029-01-31")], "2029-03-01", "done", "2032-01-31", false],
		["done late and expired", [done("2026-06-01")], "2029-06-01", "overdue", "2029-06-01", true],
	] as const) {
		it(`expires after its time: ${name}`, () => {
			const progress = progressOf(keys, logged, today);
			assert.deepEqual([progress.state, text(progress.expires), progress.expired], [state, expires, expired]);
		});
	}

	it("counts from the day on which a number was reached for good", () => {
		const logged = [value("2026-01-10", 5), value("2026-02-01", 4), value("2026-03-01", 6), value("2026-04-01", 7)];
		assert.equal(text(progressOf("goal: 5, valid: 1 year", logged, "2026-05-01").expires), "2027-03-01");
	});

	it("keeps dependents done if it held when they were due", () => {
		const yaml = "targets: {year 1: [{id: cert, title: C, valid: 1 year}, {id: all, title: All, needs: [cert]}]}";
		const state = (at: string, today: string) =>
			snapshotOf(yaml, [[at, "cert", { set: true }]], today).progress.get("all")?.state;
		// Year 1 ends on 4 January 2027.
		assert.equal(state("2026-01-10", "2027-06-01"), "done");
		assert.equal(state("2026-01-05", "2027-06-01"), "done");
		// Done before the plan began, it expired on 1 January, before that.
		assert.equal(state("2026-01-01", "2027-06-01"), "overdue");
	});
});

describe("a rate", () => {
	const add = (at: string, count = 1): Logged => [at, "a", { add: count }];
	// Quarters of the plan: from 5 January, 5 April, 5 July, 5 October.
	const logged = [add("2026-01-05", 2), add("2026-04-04", 2), add("2026-04-05", 3), add("2026-07-10", 5)];
	for (const [name, today, rate, met, elapsed, share] of [
		// The window is 5 January to 4 April: 2 + 2; the quarter ends today and is not over.
		["on the last day of the first period", "2026-04-04", 4, 0, 0, undefined],
		// From 6 January on: 2 + 3
		["when the first period is over", "2026-04-05", 5, 1, 1, 1],
		// 3 of 4 in the second quarter. From 11 April to 10 July: 5
		["when the second was missed", "2026-07-10", 5, 1, 2, 0.5],
		["when the third was kept", "2026-10-05", 5, 2, 3, 2 / 3],
		["when nothing came for a whole period", "2026-12-01", undefined, 2, 3, 2 / 3],
	] as const) {
		it(`is kept in elapsed periods, and its value is that of the last quarter up to today: ${name}`, () => {
			const progress = progressOf("goal: 4 per quarter", logged, today);
			assert.deepEqual([progress.value, progress.periods, progress.share], [rate, { met, elapsed }, share]);
		});
	}

	it("is done after its last period if it was kept in all", () => {
		const all = ["2026-01-05", "2026-04-05", "2026-07-05", "2026-10-05"].map((at) => add(at, 4));
		assert.equal(progressOf("goal: 4 per quarter", all, "2027-01-04").state, "started");
		assert.equal(progressOf("goal: 4 per quarter", all, "2027-01-05").state, "done");
		assert.equal(progressOf("goal: 4 per quarter", all.slice(1), "2027-01-05").state, "overdue");
	});

	it("counts whole periods only, from its own first day", () => {
		// 2026-03-10 to 2026-05-20: the month from 10 March and that from 10 April; the rest is no whole one.
		const progress = progressOf("goal: 1 per month, when: 2026-03-10..2026-05-20", [add("2026-04-09")], "2026-12-01");
		assert.deepEqual(progress.periods, { met: 1, elapsed: 2 });
	});

	it("clamps all months from the first day", () => {
		// From 31 January: to 27 February, to 30 March, to 29 April.
		const yaml = "start: 2026-01-31\ntargets: {year 1: [{id: a, title: A, goal: 1 per month}]}";
		const { progress } = snapshotOf(yaml, [add("2026-02-27"), add("2026-03-30"), add("2026-04-30")], "2026-04-30");
		assert.deepEqual(progress.get("a")?.periods, { met: 2, elapsed: 3 });
	});

	it("of at most an amount is kept in empty periods, from the first entry on", () => {
		// Nothing in the first quarter; 5 in the second, none in the third.
		const progress = progressOf("goal: at most 2 per quarter", [add("2026-05-01", 5)], "2026-10-05");
		assert.deepEqual([progress.periods, progress.notMeasured], [{ met: 1, elapsed: 3 }, false]);
		assert.equal(progressOf("goal: at most 2 per quarter", [], "2026-10-05").notMeasured, true);
	});

	it("of a measure with a total is the growth of the total", () => {
		const yaml = (count: string) =>
			`measures: [{id: m, title: M, count: ${count}}]\ntargets: {year 1: [{id: a, of: m, goal: 4 per quarter}]}`;
		const logged: ReadonlyArray<Logged> = [
			["2026-03-01", "m", { set: 2 }],
			["2026-05-01", "m", { add: 2 }],
			["2026-06-01", "m", { set: 7 }],
		];
		const counted = (count: string) => snapshotOf(yaml(count), logged).progress.get("a")?.value;
		assert.deepEqual([counted("total"), counted("period"), counted("latest")], [5, 7, 7]);
	});
});

describe("a dropped item", () => {
	it("counts until the day before", () => {
		const keys = "when: by month 3, dropped: {on: 2026-05-01, why: moved}";
		assert.equal(progressOf(keys, [], "2026-04-30").state, "overdue");
		const { state, share, due, dueSoon } = progressOf(keys, [], "2026-05-01");
		assert.deepEqual([state, share, due, dueSoon], ["dropped", undefined, undefined, false]);
	});

	it("is no longer needed", () => {
		const yaml =
			"targets: {year 1: [{id: all, title: All, needs: [a, b]}, {id: a, title: A}, {id: b, title: B, dropped: {on: 2026-03-01, why: x}}]}";
		const share = (today: string) =>
			snapshotOf(yaml, [["2026-02-01", "a", { set: true }]], today).progress.get("all")?.share;
		assert.equal(share("2026-02-28"), 0.5);
		assert.equal(share("2026-03-01"), 1);
	});
});

describe("needs", () => {
	it("are computed first, whatever the order of the plan and however long the chain", () => {
		const items = Array.from({ length: 400 }, (_, index) => `{id: n${index}, title: N, needs: [n${index + 1}]}`);
		const yaml = `targets: {year 1: [${items.join(", ")}, {id: n400, title: N, goal: 4}]}`;
		assert.equal(snapshotOf(yaml, [["2026-02-01", "n400", { set: 1 }]]).progress.get("n0")?.share, 0.25);
		assert.equal(snapshotOf(yaml, [["2026-02-01", "n400", { set: 4 }]]).progress.get("n0")?.state, "done");
	});

	it("in a cycle count for none in it, but for items outside", () => {
		const yaml =
			"targets: {year 1: [{id: out, title: Out, needs: [a]}, {id: a, title: A, needs: [b, done]}, {id: b, title: B, needs: [a]}, {id: done, title: Done}, {id: self, title: Self, needs: [self, done]}]}";
		const logged: ReadonlyArray<Logged> = [["2026-02-01", "done", { set: true }]];
		const shares = (more: ReadonlyArray<Logged>) => {
			const { progress } = snapshotOf(yaml, [...logged, ...more]);
			return ["out", "a", "b", "self"].map((id) => progress.get(id)?.share);
		};
		assert.deepEqual(shares([]), [0, 0, 0, 0]);
		assert.deepEqual(shares([["2026-02-01", "a", { set: true }]]), [1, 1, 0, 0]);
	});

	it("leave out trends and unknown progress", () => {
		const yaml =
			"indicators: {leading: [{id: t, title: T}]}\ntargets: {year 1: [{id: all, title: All, needs: [t, h]}, {id: h, title: H, goal: 4}]}";
		const { progress } = snapshotOf(yaml, [
			["2026-02-01", "h", { set: 2 }],
			["2026-02-01", "t", { set: "rising" }],
		]);
		assert.deepEqual([progress.get("t")?.share, progress.get("all")?.share], [undefined, 0.5]);
	});
});

describe("the progress of a group", () => {
	const yaml = [
		"tracks:",
		"  - {id: technical, title: Technical, stages: [{title: First, when: year 1, milestones: [m1, {id: m2, title: m2, goal: 4}]}, {title: Empty}]}",
		"  - {id: management, title: Management}",
		"phases: [{title: P, when: year 1, outcomes: {technical: [o1], other: [{title: gone, dropped: {on: 2026-02-01, why: x}}]}}]",
		"targets: {year 1: [{id: t1, title: t1, track: technical}, {id: t2, title: t2, needs: [m1]}], year 2: [t3]}",
		"factors: [{title: F, practices: [{id: p, title: p, track: technical}]}]",
	].join("\n");
	const logged: ReadonlyArray<Logged> = [
		["2026-02-01", "m1", { set: true }],
		["2026-02-01", "m2", { set: 2 }],
		["2026-02-01", "t1", { set: true }],
		["2026-02-01", "p", { set: true }],
	];
	const { tracks, targets, phases } = snapshotOf(yaml, logged);

	it("is the mean of the milestones of a stage; an empty stage has none", () =>
		// m1 1, m2 1/2
		assert.deepEqual(
			tracks[0]?.stages.map(({ share }) => share),
			[0.75, undefined],
		));

	it("is the mean of all items of a track, each once, without undated ones", () =>
		// m1 1, m2 1/2, o1 0, t1 1; p has no period
		assert.deepEqual(
			tracks.map(({ share }) => share),
			[0.625, undefined],
		));

	it("is the mean of the targets of a period", () =>
		// t1 1, t2 1; t3 0
		assert.deepEqual(
			targets.map(({ share }) => share),
			[1, 0],
		));

	it("is the mean of the items in a phase, without dropped ones", () =>
		// o1 0, m1 1, m2 1/2, t1 1, t2 1
		assert.deepEqual(
			phases.map(({ share }) => share),
			[0.7],
		));
});
