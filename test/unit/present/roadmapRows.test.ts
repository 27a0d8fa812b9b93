import assert from "node:assert/strict";
import { readPlan } from "../../../src/plan/readPlan.ts";
import { roadmapRows } from "../../../src/present/roadmapRows.ts";
import type { Row } from "../../../src/present/row.ts";
import type { ViewOptions } from "../../../src/present/viewOptions.ts";
import { shownView } from "../../../src/present/views.ts";
import { Words } from "../../../src/present/words.ts";
import { type Logged, ledgerOf } from "../progress/given.ts";
import { byPhase, outline, plainSpaces, rowCalled, tooltipLines } from "./shownRows.ts";
import { sourceOf, sourceWith } from "./sourceOf.ts";

const yaml = [
	"phases:",
	"  - title: First",
	"    when: by month 5",
	"    focus: Earn $200K",
	"    note: A note",
	"    link: https://a.b",
	"    outcomes: {technical: [Learn, {title: Met, goal: 20+}]}",
	"  - {title: Second, when: years 1-2}",
	"tracks:",
	"  - title: Technical",
	"    stages: [{title: Base, when: year 1, milestones: [{title: Exam, when: by month 8}, {title: Gone, dropped: {on: 2026-02-01}}]}]",
	"measures: [{id: impact, title: Business impact, count: period}]",
	"targets:",
	"  year 1: [{of: impact, goal: $1M+}, {title: All of it, needs: [learn]}]",
	"  year 3: [Far, {title: Some day, when: year 4+}]",
].join("\n");

const logged: ReadonlyArray<Logged> = [
	["2026-02-01", "met", { set: 7 }],
	["2026-02-01", "impact", { set: 420_000 }],
	["2026-02-01", "learn", { set: true }],
];

function rowsOf(options: Partial<ViewOptions> = {}, words?: Words): ReadonlyArray<Row> {
	return roadmapRows(sourceWith(yaml, logged, "2026-08-20", words), { ...byPhase, ...options });
}

describe("the rows of the roadmap", () => {
	it("say what a person wants to know", () => {
		assert.deepEqual(outline(rowsOf()), [
			"+ First | 67% · Jan 5 – Jun 4, 2026",
			"  - Technical | 1 of 2 done",
			"    Learn | done",
			"    Met | 7 of 20+ · was due 3 months ago, Jun 4, 2026",
			"- Second | 47% · Jan 5, 2026 – Jan 4, 2028",
			"  - Milestones | 0 of 1 done",
			"    Exam | in 2 weeks, by Sep 4, 2026",
			"    Gone | dropped",
			"  - Targets: year 1 | 1 of 2 done",
			"    Business impact | $420K of $1M+ · in 5 months, by Jan 4, 2027 · behind",
			"    All of it | done",
			"- Outside every phase | 0 of 2 done",
			"  Far | in 2 years, by Jan 4, 2029",
			"  Some day | ",
		]);
	});

	it("are put together by track, with its stages", () => {
		assert.deepEqual(outline(rowsOf({ grouping: "track" })), [
			"- Technical | 45%",
			"  - Base | 0 of 1 done",
			"    Exam | in 2 weeks, by Sep 4, 2026",
			"    Gone | dropped",
			"  - Outcomes | 1 of 2 done",
			"    Learn | done",
			"    Met | 7 of 20+ · was due 3 months ago, Jun 4, 2026",
			"- Without a track | 1 of 4 done",
			"  Business impact | $420K of $1M+ · in 5 months, by Jan 4, 2027 · behind",
			"  All of it | done",
			"  Far | in 2 years, by Jan 4, 2029",
			"  Some day | ",
		]);
	});

	it("are put together by the year in which they are due, without an end by the one in which they begin", () => {
		assert.deepEqual(outline(rowsOf({ grouping: "year" })), [
			"- Year 1 | 55% · Jan 5, 2026 – Jan 4, 2027",
			"  - Outcomes | 1 of 2 done",
			"    Learn | done",
			"    Met | 7 of 20+ · was due 3 months ago, Jun 4, 2026",
			"  - Milestones | 0 of 1 done",
			"    Exam | in 2 weeks, by Sep 4, 2026",
			"    Gone | dropped",
			"  - Targets: year 1 | 1 of 2 done",
			"    Business impact | $420K of $1M+ · in 5 months, by Jan 4, 2027 · behind",
			"    All of it | done",
			"+ Year 3 | 0% · Jan 5, 2028 – Jan 4, 2029",
			"  - Targets: year 3 | 0 of 1 done",
			"    Far | in 2 years, by Jan 4, 2029",
			"+ Year 4 | 0% · Jan 5, 2029 – Jan 4, 2030",
			"  - Targets: year 3 | 0 of 1 done",
			"    Some day | ",
		]);
	});

	it("leave out what is done or given up, where only what is open is wanted", () => {
		assert.deepEqual(outline(rowsOf({ filter: "open" })), [
			"- First | 67% · Jan 5 – Jun 4, 2026",
			"  - Technical | 1 of 2 done",
			"    Met | 7 of 20+ · was due 3 months ago, Jun 4, 2026",
			"- Second | 47% · Jan 5, 2026 – Jan 4, 2028",
			"  - Milestones | 0 of 1 done",
			"    Exam | in 2 weeks, by Sep 4, 2026",
			"  - Targets: year 1 | 1 of 2 done",
			"    Business impact | $420K of $1M+ · in 5 months, by Jan 4, 2027 · behind",
			"- Outside every phase | 0 of 2 done",
			"  Far | in 2 years, by Jan 4, 2029",
			"  Some day | ",
		]);
	});

	it("leave out all but what is overdue or due soon, and open what is left", () => {
		for (const [grouping, expected] of [
			["phase", ["- First", "  - Technical", "    Met", "- Second", "  - Milestones", "    Exam"]],
			["track", ["- Technical", "  - Base", "    Exam", "  - Outcomes", "    Met"]],
			["year", ["- Year 1", "  - Outcomes", "    Met", "  - Milestones", "    Exam"]],
		] as const) {
			const lines = outline(rowsOf({ grouping, filter: "due" })).map((line) => line.replace(/ \|.*/, ""));
			assert.deepEqual(lines, expected);
		}
	});

	it("keep what has expired or lapsed among what is due", () => {
		const source = sourceWith(
			"targets: {year 1: [{title: Pass, valid: 1 month}, {title: Habit, confirm: every 1 month}, {title: Held, valid: 3 years}]}",
			[
				["2026-02-01", "pass", { set: true }],
				["2026-02-01", "habit", { set: true }],
				["2026-02-01", "held", { set: true }],
			],
		);
		assert.deepEqual(outline(roadmapRows(source, { ...byPhase, filter: "due" })), [
			"- Outside every phase | 1 of 3 done",
			"  Pass | expired Mar 1, 2026",
			"  Habit | to be confirmed again since Mar 1, 2026",
		]);
	});

	it("have names that say all of it aloud", () => {
		const rows = rowsOf();
		const names = ["Second", "Met", "Exam", "Gone"].map((label) => plainSpaces(rowCalled(rows, label).accessibleName));
		assert.deepEqual(names, [
			"Second, current phase, 47% reached, Jan 5, 2026 – Jan 4, 2028",
			"Met, outcome, overdue, 7 of 20+, was due 3 months ago, Jun 4, 2026",
			"Exam, milestone, not started, due soon, in 2 weeks, by Sep 4, 2026",
			"Gone, milestone, dropped",
		]);
	});

	it("show the state by a shape; where there is a tick box, only what that does not say", () => {
		const rows = rowsOf();
		const looks = ["First", "Second", "Learn", "Met", "Exam", "Gone", "Business impact", "All of it", "Far"].map(
			(label) => {
				const { icon, ticked } = rowCalled(rows, label);
				return [label, icon, ticked];
			},
		);
		assert.deepEqual(looks, [
			["First", "history", undefined],
			["Second", "location", undefined],
			["Learn", undefined, true],
			["Met", "warning", undefined],
			["Exam", "watch", false],
			["Gone", "circle-slash", undefined],
			["Business impact", "color-mode", undefined],
			["All of it", "pass-filled", undefined],
			["Far", undefined, false],
		]);
	});

	it("offer nothing to log on what follows from others or was given up", () => {
		const rows = rowsOf();
		assert.deepEqual(rowCalled(rows, "Learn").can, ["logProgress", "logTime", "startTimer", "openPlan", "replan"]);
		assert.deepEqual(rowCalled(rows, "All of it").can, ["openPlan", "replan"]);
		assert.deepEqual(rowCalled(rows, "Gone").can, ["openPlan", "replan"]);
	});

	it("tell of a phase its focus, its share, its note and where its link leads", () => {
		assert.deepEqual(tooltipLines(rowCalled(rowsOf(), "First")), [
			"# First",
			"Earn $200K",
			"Reached: 67% reached, Jan 5 – Jun 4, 2026",
			"A note",
			"Link -> https://a.b",
		]);
		assert.equal(tooltipLines(rowCalled(rowsOf({}, new Words("en", true)), "First"))[1], "Earn •••");
	});

	it("are years of the calendar where the plan has no start", () => {
		const plan = readPlan("targets: {2027: [a], 2026-09: [b], year 1: [c]}").plan ?? assert.fail();
		const source = sourceOf(plan, ledgerOf(plan, []), "2026-07-01");
		assert.deepEqual(
			outline(roadmapRows(source, { ...byPhase, grouping: "year" })).filter((line) => !line.startsWith(" ")),
			["- 2026 | 0% · Jan 1 – Dec 31, 2026", "+ 2027 | 0% · Jan 1 – Dec 31, 2027", "- Without a date | 0 of 1 done"],
		);
	});
});

describe("the view of the roadmap", () => {
	const source = sourceWith(`title: Mine\n${yaml}`, logged);
	const discreet = { ...source, words: new Words("en", true) };

	it("has the plan's title beside its name, and what is left out", () => {
		assert.equal(shownView("roadmap", source, byPhase).description, "Mine");
		assert.equal(shownView("roadmap", source, { ...byPhase, filter: "open" }).description, "Mine · open");
		assert.equal(shownView("roadmap", source, { ...byPhase, filter: "due" }).description, "Mine · due or overdue");
		assert.equal(shownView("roadmap", discreet, byPhase).description, "");
	});

	it("says why it is empty", () => {
		const messages = (["all", "open", "due"] as const).map(
			(filter) => shownView("roadmap", sourceWith("title: Mine"), { ...byPhase, filter }).message,
		);
		assert.deepEqual(messages, [
			"The plan has no phases, milestones or targets yet.",
			"Nothing is open.",
			"Nothing is due or overdue.",
		]);
		assert.equal(shownView("roadmap", source, byPhase).message, undefined);
	});
});
