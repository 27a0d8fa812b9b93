import assert from "node:assert/strict";
import { type Logged, snapshotOf } from "./given.ts";

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
		["at most, not measured", "{title: a, goal: at most 2}", [], 0, "open"],
		["logged for later", "{title: a, goal: 10}", [["2026-07-02", "a", { set: 10 }]], 0, "open"],
		["past its due day", "{title: a, when: by month 2}", [], 0, "overdue"],
		["on its due day", "{title: a, when: by 2026-07-01}", [], 0, "open"],
		["done past its due day", "{title: a, when: by month 2}", [["2026-06-01", "a", { set: true }]], 1, "done"],
		["dropped", "{title: a, dropped: {on: 2026-03-01, why: moved}}", [], undefined, "dropped"],
		// The only quarter that is over, 5 January to 4 April, met it.
		["a rate", "{title: a, goal: 4 per quarter}", [["2026-02-01", "a", { set: 4 }]], 1, "started"],
	] as const) {
		it(`reckons an item: ${name}`, () => {
			const { progress } = snapshotOf(`targets: {year 1: [${item}]}`, logged);
			assert.equal(progress.get("a")?.share, share);
			assert.equal(progress.get("a")?.state, state);
		});
	}

	it("is done when all it needs is, and half done when half is", () => {
		const yaml = "targets: {year 1: [{id: both, title: Both, needs: [a, b]}, {title: a}, {title: b}]}";
		assert.equal(snapshotOf(yaml, [["2026-02-01", "a", { set: true }]]).progress.get("both")?.share, 0.5);
		const all: ReadonlyArray<Logged> = [
			["2026-02-01", "a", { set: true }],
			["2026-02-01", "b", { set: true }],
		];
		assert.equal(snapshotOf(yaml, all).progress.get("both")?.state, "done");
	});

	it("does not go round in circles", () => {
		const { progress } = snapshotOf(
			"targets: {year 1: [{id: a, title: a, needs: [b, c]}, {id: b, title: b, needs: [a, b]}, {title: c}]}",
		);
		assert.equal(progress.get("a")?.state, "open");
	});

	for (const [count, first, second] of [
		["latest", 3e6, 5e6],
		["total", 8e6, 8e6],
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
			assert.equal(progress.get("one")?.value, count === "latest" ? 5e6 : first);
			assert.equal(progress.get("two")?.value, second);
		});
	}
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

	it("hold what is due in them, the earliest ending first", () => {
		const { phases, elsewhere } = snapshotOf(yaml);
		const titles = phases.map(({ milestones, targets }) => [...milestones, ...targets].map(({ title }) => title));
		assert.deepEqual(titles, [["early"], ["late", "t1"], ["t5", "far"]]);
		assert.deepEqual(
			elsewhere.map(({ title }) => title),
			["before"],
		);
	});

	it("have come as far as the mean of all that is in them", () => {
		const { phases } = snapshotOf(yaml, [["2026-02-01", "o1", { set: true }]]);
		assert.deepEqual(
			phases.map(({ share }) => share),
			[1 / 3, 0, 0],
		);
	});
});
