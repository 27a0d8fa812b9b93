import assert from "node:assert/strict";
import { shownView } from "../../../src/present/views.ts";
import type { Logged } from "../progress/given.ts";
import { byPhase, outline, plainSpaces, rowCalled } from "./shownRows.ts";
import { sourceWith } from "./sourceOf.ts";

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
const view = (week: number) => shownView("week", source, { ...byPhase, week });

describe("the rows of the week", () => {
	it("show the total, every commitment with its entries, other time and the split by track", () => {
		// 4 h * 2/6 = 80 min for two days; 2 h * 2/6 = 40 min, with today 60 min.
		assert.deepEqual(outline(view(0).rows).slice(0, 14), [
			"All commitments | 2 h 15 min of 4–5 h · ahead",
			"+ Writing | 1 h 15 min of 2 h · ahead",
			"  Mon, Jul 6: 30 min | ",
			"  Tue, Jul 7: 45 min | Articles · Outline",
			"+ Networking | 1 h of 1 h · done",
			"  Wed, Jul 8: 1 h | ",
			"Learning | 0 min of 1–2 h · behind",
			"+ Besides the commitments | 1 h 25 min",
			"  + Exam | 1 h 15 min",
			"    Mon, Jul 6: 1 h 15 min | ",
			"  + lost | 10 min · not in the plan",
			"    Tue, Jul 7: 10 min | ",
			// 75 + 75 of 210 assigned minutes
			"+ Split by track | Technical 71% (60% planned) · Management 29% (40% planned)",
			// 0.4 * 210 - 60 = 24
			"  Technical | 2 h 30 min · 71% (60% planned) · 24 min more than planned",
		]);
		assert.equal(plainSpaces(view(0).description ?? ""), "Jul 6 – 12, 2026");
	});

	it("show under the split what each track owes, and longer times", () => {
		const split = outline(view(0).rows).slice(13);
		assert.deepEqual(split.slice(0, 7), [
			"  Technical | 2 h 30 min · 71% (60% planned) · 24 min more than planned",
			"  Management | 1 h · 29% (40% planned) · 24 min too little",
			"  Without a track | 10 min",
			"  + This quarter | Technical 71% (60% planned) · Management 29% (40% planned)",
			"    Technical | 2 h 30 min · 71% (60% planned) · 24 min more than planned",
			"    Management | 1 h · 29% (40% planned) · 24 min too little",
			"    Without a track | 10 min",
		]);
		// 300 minutes more in the year: 450 of 510
		assert.equal(split[7], "  + This year | Technical 88% (60% planned) · Management 12% (40% planned)");
		assert.equal(split[11], "  + Since the start | Technical 88% (60% planned) · Management 12% (40% planned)");
	});

	it("are those of the week before and after", () => {
		assert.equal(outline(view(-1).rows)[0], "All commitments | 5 h of 4–5 h · done");
		assert.equal(plainSpaces(view(-1).description ?? ""), "Jun 29 – Jul 5, 2026");
		assert.equal(outline(view(-2).rows)[0], "All commitments | 0 min of 4–5 h · not reached");
		assert.equal(outline(view(1).rows)[0], "All commitments | 0 min of 4–5 h · on pace");
		assert.ok(outline(view(1).rows).includes("+ Split by track | no time yet"));
	});

	it("say that a week is off, and why", () => {
		assert.equal(outline(view(2).rows)[0], "All commitments | 0 min · off · Away");
		assert.equal(outline(view(3).rows)[0], "All commitments | 0 min · off · time off");
	});

	it("say how many days are left while there is something left to do", () => {
		const behind = sourceWith(yaml, [], today);
		const name = shownView("week", behind, byPhase).rows[0]?.accessibleName;
		assert.equal(name, "All commitments, 0 min of 4–5 h · behind, 4 days left");
	});

	it("say of an entry that it overlaps another one, or that it counts as none", () => {
		const { rows } = shownView(
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
				"  Wed, Jul 8: 0 min | -30 min counts as none: enter the time",
			],
		);
	});

	it("offer to log and to time what takes time, and to correct an entry", () => {
		const { rows } = view(0);
		const writing = rowCalled(rows, "Writing");
		assert.deepEqual([writing.target, writing.can], ["writing", ["logTime", "startTimer", "openPlan"]]);
		assert.deepEqual([rowCalled(rows, "Exam").target, rowCalled(rows, "lost").can], ["exam", undefined]);
		const entry = rowCalled(rows, "Tue, Jul 7: 45 min");
		assert.deepEqual([entry.can, entry.command?.id], [["correctEntry"], "waymark.correctEntry"]);
	});

	it("show each state by a shape of its own", () => {
		const icons = [0, -2, 1, 2].map((week) => view(week).rows[0]?.icon);
		assert.deepEqual(icons, ["arrow-up", "circle-slash", "arrow-right", "coffee"]);
		assert.deepEqual(
			["Networking", "Learning"].map((label) => rowCalled(view(0).rows, label).icon),
			["pass-filled", "arrow-down"],
		);
	});

	it("have no split where there are no tracks", () => {
		const { rows } = shownView("week", sourceWith("commitments: [{title: A, hours: 1}]"), byPhase);
		assert.deepEqual(
			rows.map(({ label }) => label),
			["All commitments", "A"],
		);
	});
});
