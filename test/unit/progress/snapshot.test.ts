import assert from "node:assert/strict";
import { type Logged, snapshotOf } from "./progressFixture.ts";

describe("progress", () => {
	for (const [name, item, logged, share, state] of [
		["nothing logged", "{title: a}", [], 0, "open"],
		["ticked", "{title: a}", [["2026-02-01", "a", { set: true }]], 1, "done"],
		[
			"ticked and unticked",
			"{title: a}",
			[
				["2026-02-01", "a", { set: true }],
				["2026-02-02", "a", { set: false }],
			],
			0,
			"started",
		],
		["a third of the goal", "{title: a, goal: 30+}", [["2026-02-01", "a", { set: 10 }]], 1 / 3, "started"],
		[
			"set, then added to",
			"{title: a, goal: 100}",
			[
				["2026-02-01", "a", { set: 10 }],
				["2026-02-02", "a", { add: 15 }],
			],
			0.25,
			"started",
		],
		["the low end of a range", "{title: a, goal: 8-12}", [["2026-02-01", "a", { set: 8 }]], 1, "done"],
		[
			"from 50 on the way to 100",
			"{title: a, goal: 100, from: 50}",
			[["2026-02-01", "a", { set: 60 }]],
			0.2,
			"started",
		],
		["added to where it began", "{title: a, goal: 100, from: 50}", [["2026-02-01", "a", { add: 25 }]], 0.5, "started"],
		["below where it began", "{title: a, goal: 100, from: 50}", [["2026-02-01", "a", { set: 40 }]], 0, "started"],
		["at most, and it holds", "{title: a, goal: at most 2}", [["2026-02-01", "a", { set: 1 }]], 1, "done"],
		["at most, exceeded", "{title: a, goal: at most 2}", [["2026-02-01", "a", { set: 8 }]], 0.25, "started"],
		[
			"at most, coming down",
			"{title: a, goal: at most 2, from: 10}",
			[["2026-02-01", "a", { set: 6 }]],
			0.5,
			"started",
		],
		[
			"a band, inside",
			"{title: a, goal: between 190 and 200 lbs, from: 212}",
			[["2026-02-01", "a", { set: 195 }]],
			1,
			"done",
		],
		["a band, at its end", "{title: a, goal: between 190 and 200 lbs}", [["2026-02-01", "a", { set: 200 }]], 1, "done"],
		// (212 - 206) / (212 - 200).
		[
			"a band, from above",
			"{title: a, goal: between 190 and 200, from: 212}",
			[["2026-02-01", "a", { set: 206 }]],
			0.5,
			"started",
		],
		["a band, below it", "{title: a, goal: between 190 and 200}", [["2026-02-01", "a", { set: 95 }]], 0.5, "started"],
		["a band, above it", "{title: a, goal: between 190 and 200}", [["2026-02-01", "a", { set: 400 }]], 0.5, "started"],
		["a band, not measured", "{title: a, goal: between 190 and 200}", [], 0, "open"],
		[
			"its time",
			"{title: a, of: time, goal: 1 h}",
			[
				["2026-02-01", "a", { minutes: 20 }],
				["2026-02-01", "a", { minutes: 10 }],
			],
			0.5,
			"started",
		],
		[
			"its time, three times 20 minutes",
			"{title: a, of: time, goal: 1 h}",
			[
				["2026-02-01", "a", { minutes: 20 }],
				["2026-02-02", "a", { minutes: 20 }],
				["2026-02-03", "a", { minutes: 20 }],
			],
			1,
			"done",
		],
		[
			"its time, with parts and what it began with",
			"{title: a, of: time, goal: 100 min, from: 20, parts: [{id: b, title: B}]}",
			[["2026-02-01", "b", { minutes: 40 }]],
			0.5,
			"started",
		],
		["at most, not measured", "{title: a, goal: at most 2}", [], 0, "open"],
		["logged for later", "{title: a, goal: 10}", [["2026-07-02", "a", { set: 10 }]], 0, "open"],
		["past its due day", "{title: a, when: by month 2}", [], 0, "overdue"],
		["on its due day", "{title: a, when: by 2026-07-01}", [], 0, "open"],
		["done past its due day", "{title: a, when: by month 2}", [["2026-06-01", "a", { set: true }]], 1, "done"],
		["dropped", "{title: a, dropped: {on: 2026-03-01, why: moved}}", [], undefined, "dropped"],
		// The only quarter that is over, 5 January to 4 April, met it.
		["a rate", "{title: a, goal: 4 per quarter}", [["2026-02-01", "a", { set: 4 }]], 1, "started"],
	] as const) {
		it(`computes an item: ${name}`, () => {
			const { progress } = snapshotOf(`targets: {year 1: [${item}]}`, logged);
			assert.equal(progress.get("a")?.share, share);
			assert.equal(progress.get("a")?.state, state);
		});
	}

	it("is done when all its needs are, and half done when half of them are", () => {
		const yaml = "targets: {year 1: [{id: both, title: Both, needs: [a, b]}, {title: a}, {title: b}]}";
		assert.equal(snapshotOf(yaml, [["2026-02-01", "a", { set: true }]]).progress.get("both")?.share, 0.5);
		const all: ReadonlyArray<Logged> = [
			["2026-02-01", "a", { set: true }],
			["2026-02-01", "b", { set: true }],
		];
		assert.equal(snapshotOf(yaml, all).progress.get("both")?.state, "done");
	});

	it("ends in cycles", () => {
		const { progress } = snapshotOf(
			"targets: {year 1: [{id: a, title: a, needs: [b, c]}, {id: b, title: b, needs: [a, b]}, {title: c}]}",
		);
		assert.equal(progress.get("a")?.state, "open");
	});

	for (const [count, first, second] of [
		["latest", 5e6, 5e6],
		["total", 5e6, 5e6],
		["period", 3e6, 5e6],
	] as const) {
		it(`counts a measure: ${count}`, () => {
			const yaml = [
				`measures: [{id: impact, title: Impact, count: ${count}}]`,
				"targets: {year 1: [{id: one, of: impact, goal: $1M+}], year 2: [{id: two, of: impact, goal: $9M+}]}",
			].join("\n");
			const logged: ReadonlyArray<Logged> = [
				["2026-06-01", "impact", { set: 3e6 }],
				["2027-06-01", "impact", { set: 5e6 }],
			];
			const { progress } = snapshotOf(yaml, logged, "2027-12-01");
			assert.equal(progress.get("one")?.value, first);
			assert.equal(progress.get("two")?.value, second);
		});
	}
});

describe("an item with parts", () => {
	// The parts take the dates of the course, year 1; the exam has its own, month 3, which ended on 4 April.
	const yaml = `
tracks:
  - id: tech
    title: Tech
    stages:
      - title: Base
        when: year 1
        milestones:
          - id: course
            title: Course
            parts:
              - { id: read, title: Read }
              - { id: write, title: Write, goal: 10 }
              - { id: exam, title: Exam, when: by month 3 }
              - { id: extra, title: Extra, optional: true }
          - Other`;
	const read = ["2026-02-01", "read", { set: true }] as const;
	const half = ["2026-02-01", "write", { set: 5 }] as const;
	const exam = ["2026-02-01", "exam", { set: true }] as const;
	const all = ["2026-03-01", "write", { set: 10 }] as const;
	for (const [name, logged, share, state, stage] of [
		["has none at the start", [], 0, "open", 0],
		// (1 + 0.5 + 0) / 3, and half of that for the stage, in which each item counts once.
		["has the mean of its parts", [read, half], 0.5, "started", 0.25],
		["is done when all of them are, except optional ones", [read, exam, all], 1, "done", 0.5],
		["can be marked as done itself", [["2026-02-01", "course", { set: true }]], 1, "done", 0.5],
	] as const satisfies ReadonlyArray<readonly [string, ReadonlyArray<Logged>, number, string, number]>) {
		it(name, () => {
			const { progress, tracks } = snapshotOf(yaml, logged);
			assert.deepEqual([progress.get("course")?.share, progress.get("course")?.state], [share, state]);
			assert.deepEqual([tracks[0]?.share, tracks[0]?.stages[0]?.share], [stage, stage]);
		});
	}

	it("gives them its kind, dates, and track", () => {
		const { items } = snapshotOf(yaml);
		const { kind, track, span, partOf } = items.get("read") ?? assert.fail();
		assert.deepEqual([kind, track, partOf], ["milestone", "tech", "course"]);
		assert.deepEqual(span, items.get("course")?.span);
	});

	it("lists a part as overdue only if it has dates of its own", () => {
		const ids = (today: string) => snapshotOf(yaml, [], today).overdue.items.map(({ id }) => id);
		assert.deepEqual(ids("2026-04-05"), ["exam"]);
		assert.deepEqual(ids("2027-01-05"), ["course", "exam", "other"]);
	});
});

describe("an optional item", () => {
	const yaml = `
phases:
  - title: One
    when: year 1
    outcomes:
      - { id: must, title: Must }
      - { id: may, title: May, when: month 2, optional: true }
      - { id: more, title: More, goal: 10, optional: true }`;
	// Month 2 ended on 4 March.
	for (const [name, logged, share, state] of [
		["is never overdue and not in the mean", [["2026-02-01", "must", { set: true }]], 1, "open"],
		["counts for itself alone", [["2026-02-01", "may", { set: true }]], 0, "done"],
	] as const satisfies ReadonlyArray<readonly [string, ReadonlyArray<Logged>, number, string]>) {
		it(name, () => {
			const { phases, progress, overdue } = snapshotOf(yaml, logged);
			assert.deepEqual([phases[0]?.share, progress.get("may")?.state], [share, state]);
			assert.deepEqual(overdue.items, []);
		});
	}

	it("is neither due soon nor behind", () => {
		const { progress } = snapshotOf(yaml, [], "2026-12-20");
		assert.deepEqual([progress.get("more")?.dueSoon, progress.get("more")?.pace], [false, undefined]);
		assert.equal(progress.get("must")?.dueSoon, true);
	});
});

describe("phases and stages without dates", () => {
	it("count their items, which have none either", () => {
		const { phases, tracks, targets } = snapshotOf(
			`
phases:
  - { title: One, outcomes: [{ id: a, title: A }, B] }
  - { title: Two, when: year 1, outcomes: [C] }
tracks:
  - title: T
    stages: [{ title: S, milestones: [{ id: m, title: M }, N, O, P] }]
targets: [{ id: x, title: X }]`,
			[
				["2026-02-01", "a", { set: true }],
				["2026-02-01", "m", { set: true }],
			],
		);
		assert.deepEqual(
			phases.map(({ share, tense }) => [share, tense]),
			[
				[0.5, "undated"],
				[0, "current"],
			],
		);
		assert.deepEqual([tracks[0]?.share, tracks[0]?.stages[0]?.share, targets[0]?.share], [0.25, 0.25, 0]);
	});
});

describe("phases", () => {
	const yaml = [
		"phases: [{title: First, when: by month 5, outcomes: {technical: [o1, o2]}}, {title: Second, when: years 1-2}, {title: Last, when: year 5+}]",
		"tracks: [{title: T, stages: [{title: S, when: year 1, milestones: [{id: early, title: early, when: by month 3}, {id: late, title: late, when: month 9}]}]}]",
		"targets: {year 1: [t1], years 5-6: [t5], 2040: [far], 2020: [before]}",
	].join("\n");

	it("are past, current or future", () => {
		const tenses = (today: string) => snapshotOf(yaml, [], today).phases.map(({ tense }) => tense);
		assert.deepEqual(tenses("2026-01-04"), ["future", "future", "future"]);
		assert.deepEqual(tenses("2026-06-04"), ["current", "current", "future"]);
		assert.deepEqual(tenses("2026-06-05"), ["past", "current", "future"]);
		assert.deepEqual(tenses("2040-01-01"), ["past", "past", "current"]);
	});

	it("contain what is due in them, the earliest end first", () => {
		const { phases, elsewhere } = snapshotOf(yaml);
		const titles = phases.map(({ milestones, targets }) => [...milestones, ...targets].map(({ title }) => title));
		assert.deepEqual(titles, [["early"], ["late", "t1"], ["t5", "far"]]);
		assert.deepEqual(
			elsewhere.map(({ title }) => title),
			["before"],
		);
	});

	it("have the mean progress of all that is in them", () => {
		const { phases } = snapshotOf(yaml, [["2026-02-01", "o1", { set: true }]]);
		assert.deepEqual(
			phases.map(({ share }) => share),
			[1 / 3, 0, 0],
		);
	});
});
