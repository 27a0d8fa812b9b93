import assert from "node:assert/strict";
import { viewContent } from "../../../../src/viewmodel/rows/viewContent.ts";
import type { Logged } from "../../progress/progressFixture.ts";
import { sourceWith } from "../viewSourceFor.ts";
import { byPhase, outline, plainSpaces, rowCalled } from "./renderRows.ts";

const yaml = `
week: {days: monday-saturday, hours: 4-5}
time_off: [{when: 2026-07-20..2026-07-26, why: Away}, 2026-07-27..2026-08-02]
tracks:
  - {title: Technical, share: 60%, stages: [{title: S, milestones: [Exam]}]}
  - {id: none, title: Management, share: 40%}
commitments:
  - {title: Writing, hours: 2, track: technical, activities: [Articles, Talks]}
  - {id: total, title: Networking, hours: 1, track: none}
  - {id: other, title: Learning, hours: 1-2}
`;

// Wednesday 8 July 2026: two of six days are over.
const today = "2026-07-08";
const logged: ReadonlyArray<Logged> = [
	["2026-07-07", "articles", { minutes: 45, note: "Outline" }],
	["2026-07-06", "writing", { minutes: 30 }],
	["2026-07-08", "total", { minutes: 60 }],
	["2026-07-06", "exam", { minutes: 75 }],
	["2026-07-07", "lost", { minutes: 10 }],
	["2026-06-29", "writing", { minutes: 300 }],
];

const source = sourceWith(yaml, logged, today);
const view = (week: number) => viewContent("week", source, { ...byPhase, week });

describe("the rows of habits", () => {
	const habits = `
commitments:
  - { id: gym, title: Gym, times: 3, days: "monday, wednesday, friday" }
  - { id: read, title: Read, hours: 2, times: 4 }
  - { title: Call home, times: 1, private: true }
targets:
  year 1:
    - { id: run, title: Run, goal: 20 km per week }
    - { id: vocab, title: Vocabulary, goal: 10 minutes daily }
`;
	// Wednesday 8 July 2026.
	const entries: ReadonlyArray<Logged> = [
		["2026-07-06", "gym", { add: 1 }],
		["2026-07-08", "gym", { minutes: 50 }],
		["2026-07-07", "read", { minutes: 60 }],
		["2026-07-07", "run", { add: 5 }],
		["2026-07-07", "vocab", { add: 12 }],
	];
	const content = (week: number) => viewContent("week", sourceWith(habits, entries, today), { ...byPhase, week });

	it("show the count, the state, and the days, after the hours", () => {
		assert.deepEqual(outline(content(0).rows).slice(0, 11), [
			"Total | 1h50/2h · ahead",
			"+ Read | 1h/2h · ahead · 1/4",
			"  Tue, Jul 7: 1 h | ",
			"+ Gym | 2/3 · ahead · Mon, Wed, Fri",
			"  Mon, Jul 6: +1 | ",
			"  Wed, Jul 8: 50 min | ",
			"Call home | 0/1 · on pace",
			"+ Run | 5 of 20 km per week · on pace",
			"  Tue, Jul 7: +5 | ",
			"+ Vocabulary | 1/7 · behind",
			"  Tue, Jul 7: +12 | ",
		]);
	});

	it("tick one time of the current week", () => {
		const row = (name: string, week = 0) => rowCalled(content(week).rows, name);
		assert.deepEqual([row("Gym").ticked, row("Gym").tick, row("Call home").ticked], [true, "add", false]);
		assert.deepEqual([row("Vocabulary").ticked, row("Gym", -1).ticked], [undefined, undefined]);
		assert.equal(row("Gym").accessibleName, "Gym, habit, 2 of 3 times, ahead, Mon, Wed, Fri, done today");
	});

	it("say how many are done in a plan without hours", () => {
		const only = sourceWith(
			"commitments: [{title: Gym, times: 1}, {title: Read, times: 2}]",
			[["2026-07-07", "gym", { add: 1 }]],
			today,
		);
		assert.equal(outline(viewContent("week", only, byPhase).rows)[0], "All habits | 1 of 2 done");
	});
});

describe("the rows of the week", () => {
	it("show the total, every commitment with its entries, other time and the split by track", () => {
		// 4 h * 2/6 = 80 min for two days; 2 h * 2/6 = 40 min, with today 60 min.
		assert.deepEqual(outline(view(0).rows).slice(0, 14), [
			"Total | 2h15/4–5h · ahead",
			"+ Writing | 1h15/2h · ahead",
			"  Mon, Jul 6: 30 min | ",
			"  Tue, Jul 7: 45 min | Articles · Outline",
			"+ Networking | 1h/1h · done",
			"  Wed, Jul 8: 1 h | ",
			"Learning | 0m/1–2h · behind",
			"+ Other | 1 h 25 min",
			"  + Exam | 1 h 15 min",
			"    Mon, Jul 6: 1 h 15 min | ",
			"  + lost | 10 min · not in the plan",
			"    Tue, Jul 7: 10 min | ",
			// 75 + 75 of 210 assigned minutes
			"+ Split by track | Technical 71% (60% planned) · Management 29% (40% planned)",
			// 0.4 * 210 - 60 = 24
			"  Technical | 2 h 30 min · 71% (60% planned) · 24 min over plan",
		]);
		assert.equal(plainSpaces(view(0).description ?? ""), "2h15/4–5h · Jul 6 – 12, 2026");
	});

	it("show the difference to the plan for each track, and longer periods", () => {
		const split = outline(view(0).rows).slice(13);
		assert.deepEqual(split.slice(0, 7), [
			"  Technical | 2 h 30 min · 71% (60% planned) · 24 min over plan",
			"  Management | 1 h · 29% (40% planned) · 24 min under plan",
			"  No track | 10 min",
			"  + This quarter | Technical 71% (60% planned) · Management 29% (40% planned)",
			"    Technical | 2 h 30 min · 71% (60% planned) · 24 min over plan",
			"    Management | 1 h · 29% (40% planned) · 24 min under plan",
			"    No track | 10 min",
		]);
		// 300 minutes more in the year: 450 of 510
		assert.equal(split[7], "  + This year | Technical 88% (60% planned) · Management 12% (40% planned)");
		assert.equal(split[11], "  + Since the start | Technical 88% (60% planned) · Management 12% (40% planned)");
	});

	it("show the previous and the next week", () => {
		assert.equal(outline(view(-1).rows)[0], "Total | 5h/4–5h · done");
		assert.equal(plainSpaces(view(-1).description ?? ""), "5h/4–5h · Jun 29 – Jul 5, 2026");
		assert.equal(outline(view(-2).rows)[0], "Total | 0m/4–5h · not reached");
		assert.equal(outline(view(1).rows)[0], "Total | 0m/4–5h");
		assert.equal(view(1).rows[0]?.accessibleName, "All commitments, 4–5 h planned");
		assert.ok(!outline(view(1).rows).some((line) => line.includes("Split by track")));
	});

	it("are named after the week", () => {
		assert.deepEqual(
			[-2, -1, 0, 1, 2].map((week) => view(week).title),
			["Week", "Last Week", "This Week", "Next Week", "Week"],
		);
	});

	it("list what is due in a week to come, in order", () => {
		const due = sourceWith(
			[
				"checkpoints: [{id: half, title: Half year, when: 2026-07-16}]",
				"targets: {2026: [{title: Late, when: by 2026-07-17}, {title: Early, when: by 2026-07-14}, {title: Over, when: by 2026-07-20}]}",
				"commitments: [{title: Writing, hours: 2}]",
			].join("\n"),
			[],
			today,
		);
		const rows = (week: number) => viewContent("week", due, { ...byPhase, week }).rows;
		const [folder] = rows(1).filter(({ id }) => id === "week:due");
		assert.deepEqual(
			folder?.children?.().map(({ label }) => label),
			["Half year", "Early", "Late"],
		);
		assert.ok(![-1, 0, 3].some((week) => rows(week).some(({ id }) => id === "week:due")));
	});

	it("show that a week is off, and why", () => {
		assert.equal(outline(view(2).rows)[0], "Total | 0m · off · Away");
		assert.equal(outline(view(3).rows)[0], "Total | 0m · off · time off");
	});

	it("show how many days are left while there is time left to log", () => {
		const behind = sourceWith(yaml, [], today);
		const name = viewContent("week", behind, byPhase).rows[0]?.accessibleName;
		assert.equal(name, "All commitments, 0 min of 4–5 h · behind, 4 days left");
	});

	it("show that an entry overlaps another one, or that it is counted as 0", () => {
		const { rows } = viewContent(
			"week",
			sourceWith(
				yaml,
				[
					["2026-07-07T10:00:00Z", "writing", { minutes: 60 }],
					["2026-07-07T10:30:00Z", "total", { minutes: 45, note: "Coffee" }],
					["2026-07-08T10:00:00Z", "other", { minutes: -30 }],
				],
				today,
			),
			byPhase,
		);
		assert.deepEqual(
			outline(rows).filter((line) => line.startsWith("  ") && /Jul [78]/.test(line)),
			[
				"  Tue, Jul 7: 1 h | overlaps Networking by 15 min",
				"  Tue, Jul 7: 45 min | overlaps Writing by 15 min · Coffee",
				"  Wed, Jul 8: 0 min | -30 min is counted as 0. Enter the time.",
			],
		);
	});

	it("offer to log time, to start the timer, and to correct an entry", () => {
		const { rows } = view(0);
		const writing = rowCalled(rows, "Writing");
		assert.deepEqual([writing.target, writing.can], ["writing", ["logTime", "startTimer", "openPlan"]]);
		assert.deepEqual([rowCalled(rows, "Exam").target, rowCalled(rows, "lost").can], ["exam", undefined]);
		const entry = rowCalled(rows, "Tue, Jul 7: 45 min");
		assert.deepEqual([entry.can, entry.command?.id], [["correctEntry"], "waymark.correctEntry"]);
	});

	it("show each state with a different icon", () => {
		const icons = [0, -2, 1, 2].map((week) => view(week).rows[0]?.icon);
		assert.deepEqual(icons, ["arrow-up", "circle-slash", "arrow-right", "coffee"]);
		assert.deepEqual(
			["Networking", "Learning"].map((label) => rowCalled(view(0).rows, label).icon),
			["pass-filled", "arrow-down"],
		);
	});

	it("say why the aim of the first week is smaller, in steps of 5 minutes", () => {
		const plan = "start: 2026-07-08\ncommitments: [{title: A, hours: 5}]";
		const rows = (date: string) => viewContent("week", sourceWith(plan, [], date), byPhase).rows.slice(0, 2);
		// 5 h * 5/7 = 214.3 min
		assert.deepEqual(outline(rows("2026-07-09")), [
			"Total | 0m/3h35 · behind · the plan starts Wed, Jul 8 · 4 days left",
			"A | 0m/3h35 · behind",
		]);
		assert.deepEqual(outline(rows("2026-07-13")), ["Total | 0m/5h · on pace · 7 days left", "A | 0m/5h · on pace"]);
	});

	it("have no split without tracks", () => {
		const { rows } = viewContent("week", sourceWith("commitments: [{title: A, hours: 1}]"), byPhase);
		assert.deepEqual(
			rows.map(({ label }) => label),
			["Total", "A"],
		);
	});
});
