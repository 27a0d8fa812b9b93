import assert from "node:assert/strict";
import { type FactName, factsOf, readFacts } from "../../../../src/progress/review/reviewFact.ts";
import { reviewFacts } from "../../../../src/progress/review/reviewFacts.ts";
import { reviewPeriod } from "../../../../src/progress/review/reviewPeriod.ts";
import { formatDay } from "../../../../src/time/day.ts";
import { type Logged, snapshotOf } from "../progressFixture.ts";

const half =
	"{id: half, title: Half, every: 6 months, until: year 2, questions: [{ask: Enough?, evidence: [books, level, tech, work]}]}";
const year = "{id: year, title: Year, every: 12 months, replaces: [half], until: year 2}";
const plan = `
measures: [{id: level, title: Level}]
tracks: [{id: tech, title: Tech, share: 60%}, {id: rest, title: Rest, share: 40%}]
commitments: [{id: work, title: Work, hours: 2, track: tech}]
targets:
  year 1:
    - {id: books, title: Books, goal: 12}
    - {id: first, title: First, when: month 2}
    - {id: secret, title: Secret, when: month 3, private: true}
  year 2:
    - {id: later, title: Later}
    - {id: touched, title: Touched}
    - {of: level, title: Top, goal: 5}
checkpoints: [${half}, ${year}]
risks: [{title: Danger, mitigations: [{id: shield, title: Shield}]}]`;

function reviewAt(today: string, logged: ReadonlyArray<Logged> = [], checkpoint = "half", occurrence = 1) {
	const snapshot = snapshotOf(plan, logged, today);
	const found = snapshot.checkpoints.find(
		(each) => each.checkpoint.id === checkpoint && each.occurrence === occurrence,
	);
	assert.ok(found);
	const period = reviewPeriod(snapshot, found);
	return { period, facts: reviewFacts(snapshot, found, period) };
}

function daysOf(...of: Parameters<typeof reviewAt>): string {
	const { period } = reviewAt(...of);
	return `${formatDay(period.start)}..${formatDay(period.end - 1)}`;
}

const of = <K extends FactName>(name: K, ...args: Parameters<typeof reviewAt>) =>
	factsOf(reviewAt(...args).facts, name);

describe("the days of a review", () => {
	it("run from the start of the plan to today", () => {
		assert.equal(daysOf("2026-07-01"), "2026-01-05..2026-07-01");
		assert.equal(daysOf("2026-07-20"), "2026-01-05..2026-07-20");
	});

	it("end on the due day if the review was not held and the next one is past", () => {
		assert.equal(daysOf("2028-02-01", [], "year", 1), "2026-01-05..2027-01-04");
	});

	it("end on the day on which it was held", () => {
		assert.equal(daysOf("2026-09-01", [["2026-07-03", "half", { occurrence: 1 }]]), "2026-01-05..2026-07-03");
	});

	it("start after the day on which the previous review was held, or else was due", () => {
		const held: Logged = ["2027-01-02", "year", { occurrence: 1 }];
		assert.equal(daysOf("2027-07-01", [held], "half", 3), "2027-01-03..2027-07-01");
		assert.equal(daysOf("2027-07-01", [], "half", 3), "2027-01-05..2027-07-01");
	});

	it("start after the last held review if the review is held before the previous one is due", () => {
		assert.equal(daysOf("2026-02-01", [], "half", 3), "2026-01-05..2026-02-01");
		const held: Logged = ["2026-03-01", "half", { occurrence: 1 }];
		assert.equal(daysOf("2026-04-01", [held], "half", 3), "2026-03-02..2026-04-01");
		const early: Logged = ["2026-05-01", "half", { occurrence: 3 }];
		assert.equal(daysOf("2026-09-01", [held, early], "half", 3), "2026-03-02..2026-05-01");
	});

	it("never start after they end", () => {
		const both: ReadonlyArray<Logged> = [1, 3].map((occurrence) => ["2026-03-01", "half", { occurrence }]);
		assert.equal(daysOf("2026-04-01", both, "half", 3), "2026-03-01..2026-03-01");
	});
});

describe("the facts of a review", () => {
	const titles = (today: string, logged: ReadonlyArray<Logged> = []) =>
		of("item", today, logged)
			.filter(({ listed }) => listed)
			.map(({ id }) => id);

	it("are the items that fell due, are overdue, or have entries", () => {
		assert.deepEqual(titles("2026-07-01"), ["first", "secret"]);
		assert.deepEqual(titles("2026-07-01", [["2026-05-01", "touched", { set: true }]]), ["first", "secret", "touched"]);
		assert.deepEqual(titles("2026-07-01", [["2026-05-01", "books", { add: 3 }]]), ["books", "first", "secret"]);
	});

	it("include what a question or a risk names, unlisted", () => {
		const unlisted = of("item", "2026-07-01").filter(({ listed }) => !listed);
		assert.deepEqual(
			unlisted.map(({ id }) => id),
			["books", "shield"],
		);
		assert.deepEqual(of("measure", "2026-07-01", [["2026-03-01", "level", { set: 3 }]]), [
			{ fact: "measure", id: "level", title: "Level", value: 3, day: "2026-03-01", goal: "5" },
		]);
	});

	it("have the value before the first day, each value, and the notes of the days", () => {
		const held: Logged = ["2026-07-04", "half", { occurrence: 1 }];
		const logged: ReadonlyArray<Logged> = [
			["2026-03-01", "books", { add: 2, note: "Early" }],
			held,
			["2026-08-01", "books", { add: 3, note: "Late", link: "https://example.com" }],
		];
		const [books] = of("item", "2026-12-20", logged, "year", 1);
		assert.deepEqual(
			{ before: books?.before, value: books?.value, values: books?.values, due: books?.due },
			{
				before: undefined,
				value: 5,
				values: [
					["2026-03-01", 2],
					["2026-08-01", 5],
				],
				due: "2027-01-04",
			},
		);
		// The half-year after the annual review begins with what was there then.
		const [later] = of("item", "2027-02-01", [...logged, ["2027-01-20", "books", { add: 1 }]], "half", 3);
		assert.deepEqual(
			{ before: later?.before, value: later?.value, evidence: later?.evidence },
			{
				before: 5,
				value: 6,
				evidence: [],
			},
		);
		assert.deepEqual(books?.evidence, [
			{ day: "2026-03-01", note: "Early" },
			{ day: "2026-08-01", note: "Late", link: "https://example.com" },
		]);
	});

	it("have the first link of the commits as evidence, if an entry has none", () => {
		const evidence = [{ commit: "a" }, { commit: "b", links: ["https://b.c/1", "https://b.c/2"] }];
		const more: ReadonlyArray<Logged> = [
			["2026-03-02", "books", { add: 1, evidence }],
			["2026-03-03", "books", { add: 1, evidence, link: "https://own.link" }],
			["2026-03-04", "books", { add: 1, evidence: [{ commit: "a" }] }],
		];
		const books = of("item", "2026-07-01", more).find(({ id }) => id === "books");
		assert.deepEqual(books?.evidence, [
			{ day: "2026-03-02", link: "https://b.c/1" },
			{ day: "2026-03-03", link: "https://own.link" },
		]);
	});

	it("sum the hours by commitment against the aim of the days, and other hours", () => {
		const hours = of("hours", "2026-01-18", [
			["2026-01-06", "work", { minutes: 90 }],
			["2026-01-07", "books", { minutes: 30 }],
		]);
		// Two whole weeks of two hours each.
		assert.deepEqual(hours, [
			{ fact: "hours", id: "work", title: "Work", minutes: 90, low: 240, high: 240 },
			{ fact: "hours", title: "", minutes: 30, low: 0, high: 0 },
		]);
		assert.deepEqual(
			of("week", "2026-01-18", [["2026-01-06", "work", { minutes: 90 }]]).map(({ start, minutes, low }) => [
				start,
				minutes,
				low,
			]),
			[
				["2026-01-05", 90, 120],
				["2026-01-12", 0, 120],
			],
		);
	});

	it("split the time by month", () => {
		const [tech] = of("track", "2026-02-20", [["2026-01-06", "work", { minutes: 90 }]]);
		assert.deepEqual(
			tech?.months.map(({ start, minutes, share, planned }) => [start, minutes, share, planned]),
			[
				["2026-01-05", 90, 1, 0.6],
				["2026-02-05", 0, undefined, 0.6],
			],
		);
	});

	it("have no future weeks and months", () => {
		const weeks = of("week", "2026-02-01", [], "half", 3).map(({ start }) => start);
		assert.deepEqual(weeks, ["2026-01-05", "2026-01-12", "2026-01-19", "2026-01-26"]);
		const [tech] = of("track", "2026-02-01", [], "half", 3);
		assert.equal(tech?.months.length, 1);
	});

	it("mark what is private", () => {
		assert.deepEqual(
			of("item", "2026-07-01").map(({ id, private: isPrivate }) => `${id} ${isPrivate ?? false}`),
			["books false", "first false", "secret true", "shield false"],
		);
	});

	it("repeat promises until they are assessed", () => {
		const next = [
			{ id: "p1", text: "Read more", on: "books", due: "2026-09-01" },
			{ id: "p2", text: "Sleep" },
		];
		const first: Logged = ["2026-07-04", "half", { occurrence: 1, next }];
		const promises = (logged: ReadonlyArray<Logged>, occurrence: number) =>
			of("promise", "2027-06-30", logged, "half", occurrence).map(({ id, on }) => `${id} ${on ?? ""}`.trim());
		assert.deepEqual(promises([first], 3), ["p1 books", "p2"]);
		const second: Logged = ["2027-01-04", "year", { occurrence: 1, kept: [{ promise: "p1", verdict: "yes" }] }];
		assert.deepEqual(promises([first, second], 3), ["p2"]);
		// The first itself made them: it does not ask for them.
		assert.deepEqual(promises([first, second], 1), []);
	});
});

describe("facts in the journal", () => {
	it("are read as they were written", () => {
		const { facts } = reviewAt("2026-07-01", [["2026-03-01", "books", { add: 2, note: "n" }]]);
		assert.deepEqual(readFacts(JSON.parse(JSON.stringify(facts))), facts);
	});

	it("are left out if they can't be read", () => {
		assert.deepEqual(
			readFacts([null, 7, { fact: "weather" }, { fact: "week", start: "soon" }, { fact: "__proto__" }]),
			[],
		);
	});

	it("have the count of each habit, and how many of the weeks that ended in the days were kept", () => {
		const habits = `
commitments:
  - {id: gym, title: Gym, times: 3, when: "2026-01-12..2026-02-08"}
  - {id: read, title: Read, times: 1, private: true, activities: [{id: novels, title: Novels}]}
time_off: [2026-01-26..2026-02-01]
targets:
  year 1: [{id: water, title: Water, goal: 6 per day, when: 2026-01-05..2026-01-18}, {id: sweets, title: Sweets, goal: at most 2 per week}]
checkpoints: [{id: look, title: Look, when: by 2026-02-08}]`;
		const times = (on: string, days: ReadonlyArray<string>, add = 1) => days.map((at): Logged => [at, on, { add }]);
		const logged: ReadonlyArray<Logged> = [
			...times("gym", ["2026-01-12", "2026-01-13", "2026-01-14", "2026-01-19", "2026-02-02", "2026-02-08"]),
			["2026-01-18", "novels", { minutes: 30 }],
			// After the days of the review.
			...times("gym", ["2026-02-09"]),
			...times("water", ["2026-01-05", "2026-01-06", "2026-01-12"], 6),
			...times("water", ["2026-01-13"], 5),
			...times("sweets", ["2026-01-06", "2026-01-20", "2026-01-21", "2026-01-22"]),
		];
		const snapshot = snapshotOf(habits, logged, "2026-02-08");
		const [look] = snapshot.checkpoints;
		assert.ok(look);
		const facts = factsOf(reviewFacts(snapshot, look, reviewPeriod(snapshot, look)), "habit");
		assert.deepEqual(facts, readFacts(JSON.parse(JSON.stringify(facts))));
		assert.deepEqual(
			facts.map(({ fact, title, goal, ...rest }) => rest),
			[
				{ id: "gym", unit: "times", count: 6, kept: 1, weeks: 3 },
				{ id: "read", unit: "times", count: 1, kept: 1, weeks: 4, private: true },
				{ id: "water", unit: "days", count: 3, kept: 0, weeks: 2 },
				{ id: "sweets", unit: "sum", count: 4, kept: 4, weeks: 5 },
			],
		);
	});
});
