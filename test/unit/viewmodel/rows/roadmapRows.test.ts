import assert from "node:assert/strict";
import { parsePlan } from "../../../../src/plan/planParser.ts";
import { roadmapRows } from "../../../../src/viewmodel/rows/roadmapRows.ts";
import type { Row } from "../../../../src/viewmodel/rows/row.ts";
import { viewContent } from "../../../../src/viewmodel/rows/viewContent.ts";
import type { ViewOptions } from "../../../../src/viewmodel/rows/viewOptions.ts";
import { Formatter } from "../../../../src/viewmodel/text/formatter.ts";
import { type Logged, ledgerOf } from "../../progress/progressFixture.ts";
import { sourceOf, sourceWith } from "../viewSourceFor.ts";
import { byPhase, outline, plainSpaces, rowCalled, tooltipLines } from "./renderRows.ts";

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

function rowsOf(options: Partial<ViewOptions> = {}, formatter?: Formatter): ReadonlyArray<Row> {
	return belowAim(roadmapRows(sourceWith(yaml, logged, "2026-08-20", formatter), { ...byPhase, ...options }));
}

/** Without the rows of the aim and of what is overdue, which have tests of their own. */
const belowAim = (rows: ReadonlyArray<Row>) => rows.filter(({ id }) => id !== "aim" && id !== "attention");

describe("the rows of the roadmap", () => {
	const course =
		"phases: [{title: One, when: year 1, outcomes: [{id: c, title: Course, parts: [A, {title: B, when: month 2}, {title: C, parts: [D]}]}]}]";
	const courseRows = (options: Partial<ViewOptions> = {}) =>
		outline(
			belowAim(
				roadmapRows(sourceWith(course, [["2026-02-01", "a", { set: true }]], "2026-08-20"), { ...byPhase, ...options }),
			),
		);

	it("show parts below their item, with dates where they differ", () => {
		assert.deepEqual(courseRows(), [
			"- One | 33% · Jan 5, 2026 – Jan 4, 2027",
			"  - Outcomes | 0 of 1 done",
			"    - Course | 1 of 3 done",
			"      A | done",
			"      B | was due Mar 4",
			"      - C | 0 of 1 done",
			"        D | ",
		]);
	});

	it("show an item while one of its parts matches the filter", () => {
		assert.deepEqual(courseRows({ filter: "due" }), [
			"- One | 33% · Jan 5, 2026 – Jan 4, 2027",
			"  - Outcomes | 0 of 1 done",
			"    - Course | 1 of 3 done",
			"      B | was due Mar 4",
		]);
	});

	const rowsIn = (plan: string, entries: ReadonlyArray<Logged> = []) =>
		outline(belowAim(roadmapRows(sourceWith(plan, entries, "2026-08-20"), byPhase)));

	it("group a plan without phases by year, by track, or as it is written", () => {
		assert.deepEqual(rowsIn("targets: {2026: [A]}").slice(0, 1), ["- Year 1 | 0% · Jan 5, 2026 – Jan 4, 2027"]);
		assert.deepEqual(
			rowsIn("tracks: [{title: T, stages: [{title: S, milestones: [A, B]}]}]", [["2026-02-01", "a", { set: true }]]),
			["- T | 50%", "  - S | 1 of 2 done", "    A | done", "    B | "],
		);
		assert.deepEqual(rowsIn("targets: [A]"), ["- Targets | 0 of 1 done", "  A | "]);
	});

	it("put what has no end in the year that it is, once it has begun", () => {
		const shown = (plan: string) =>
			outline(belowAim(roadmapRows(sourceWith(plan, [], "2028-08-20"), byPhase))).filter((row) =>
				row.startsWith("- Year"),
			);
		assert.match(shown("targets: {year 1+: [A]}").join(), /^- Year 3 /);
		assert.match(shown("targets: {year 2-5: [A], year 6+: [B]}").join(), /^$/);
	});

	it("say how much of a phase without dates is done", () => {
		assert.deepEqual(rowsIn("phases: [{title: 0.2, outcomes: [A, B, C]}]", [["2026-02-01", "a", { set: true }]]), [
			"+ 0.2 | 33% · 1 of 3 done",
			"  - Outcomes | 1 of 3 done",
			"    A | done",
			"    B | ",
			"    C | ",
		]);
	});

	it("name periods in words", () => {
		const label = (period: string) => plainSpaces(rowsIn(`targets: {"${period}": [A]}`)[1]?.trim() ?? "");
		assert.equal(label("2026-09-14..2026-09-20"), "- Targets: Week of Sep 14, 2026 | 0 of 1 done");
		assert.equal(label("2026-09"), "- Targets: Sep 2026 | 0 of 1 done");
		assert.equal(label("2026-09..2026-11"), "- Targets: Sep 1 – Nov 30, 2026 | 0 of 1 done");
		assert.equal(label("September 2026"), "- Targets: September 2026 | 0 of 1 done");
	});

	it("show a target in each current phase while it runs", () => {
		const rows = rowsIn(
			"phases: [{title: One, when: months 1-9}, {title: Two, when: months 10-24}]\ntargets: {years 1-2: [{title: A, goal: 4}]}",
		);
		assert.deepEqual(rows, [
			"- One | no goals yet · Jan 5 – Oct 4, 2026",
			"  - Longer targets | 0 of 1 done",
			"    A | 0 of 4 · Jan 4, 2028",
			"+ Two | 0% · Oct 5, 2026 – Jan 4, 2028",
			"  - Targets: years 1-2 | 0 of 1 done",
			"    A | 0 of 4",
		]);
	});

	it("show titles without the marks of Markdown", () => {
		assert.deepEqual(
			rowsIn("targets: ['**Week 1**: [Course](https://a.example)', '[ ] `npm` and *more*', 'a * b * c', '**']"),
			["- Targets | 0 of 4 done", "  Week 1: Course | ", "  npm and more | ", "  a * b * c | ", "  ** | "],
		);
	});

	it("show plain lists, and what is optional, which no count has", () => {
		const lists =
			"phases:\n  - title: One\n    when: year 1\n    outcomes: [A, {title: B, optional: true}]\ntargets: [C, {title: D, goal: 5, optional: true}]";
		const rows = belowAim(roadmapRows(sourceWith(lists, [["2026-02-01", "a", { set: true }]], "2026-08-20"), byPhase));
		assert.deepEqual(outline(rows), [
			"- One | 100% · Jan 5, 2026 – Jan 4, 2027",
			"  - Outcomes | 1 of 1 done",
			"    A | done",
			"    B | optional",
			"- Not in a phase | 0 of 1 done",
			"  C | ",
			"  D | 0 of 5 · optional",
		]);
	});

	it("show progress, dates, and state", () => {
		assert.deepEqual(outline(rowsOf()), [
			"+ First | 67% · 1 overdue · Jan 5 – Jun 4, 2026",
			"  - Technical | 1 of 2 done · 1 overdue",
			"    Learn | done",
			"    Met | 7 of 20+ · was due Jun 4",
			"- Second | 47% · Jan 5, 2026 – Jan 4, 2028",
			"  - Milestones | 0 of 1 done",
			"    Exam | Sep 4",
			"    Gone | dropped",
			"  - Targets: year 1 | 1 of 2 done",
			"    Business impact | $420K of $1M+ · behind",
			"    All of it | done",
			"- Not in a phase | 0 of 2 done",
			"  Far | Jan 4, 2029",
			"  Some day | ",
		]);
	});

	it("are grouped by track, with its stages", () => {
		assert.deepEqual(outline(rowsOf({ grouping: "track" })), [
			"- Technical | 45% · 1 overdue",
			"  - Base | 0 of 1 done",
			"    Exam | Sep 4",
			"    Gone | dropped",
			"  - Outcomes | 1 of 2 done · 1 overdue",
			"    Learn | done",
			"    Met | 7 of 20+ · was due Jun 4",
			"- No track | 1 of 4 done",
			"  Business impact | $420K of $1M+ · Jan 4, 2027 · behind",
			"  All of it | done",
			"  Far | Jan 4, 2029",
			"  Some day | ",
		]);
	});

	it("are grouped by the year they are due, or, without an end, by the year they start", () => {
		assert.deepEqual(outline(rowsOf({ grouping: "year" })), [
			"- Year 1 | 55% · 1 overdue · Jan 5, 2026 – Jan 4, 2027",
			"  - Outcomes | 1 of 2 done · 1 overdue",
			"    Learn | done",
			"    Met | 7 of 20+ · was due Jun 4",
			"  - Milestones | 0 of 1 done",
			"    Exam | Sep 4",
			"    Gone | dropped",
			"  - Targets: year 1 | 1 of 2 done",
			"    Business impact | $420K of $1M+ · behind",
			"    All of it | done",
			"+ Year 3 | 0% · Jan 5, 2028 – Jan 4, 2029",
			"  - Targets: year 3 | 0 of 1 done",
			"    Far | ",
			"+ Year 4 | 0% · Jan 5, 2029 – Jan 4, 2030",
			"  - Targets: year 3 | 0 of 1 done",
			"    Some day | ",
		]);
	});

	it("leave out done and dropped items if only open items are shown", () => {
		assert.deepEqual(outline(rowsOf({ filter: "open" })), [
			"- First | 67% · 1 overdue · Jan 5 – Jun 4, 2026",
			"  - Technical | 1 of 2 done · 1 overdue",
			"    Met | 7 of 20+ · was due Jun 4",
			"- Second | 47% · Jan 5, 2026 – Jan 4, 2028",
			"  - Milestones | 0 of 1 done",
			"    Exam | Sep 4",
			"  - Targets: year 1 | 1 of 2 done",
			"    Business impact | $420K of $1M+ · behind",
			"- Not in a phase | 0 of 2 done",
			"  Far | Jan 4, 2029",
			"  Some day | ",
		]);
	});

	it("leave out all items that aren't overdue or due soon, and expand the rest", () => {
		for (const [grouping, expected] of [
			["phase", ["- First", "  - Technical", "    Met", "- Second", "  - Milestones", "    Exam"]],
			["track", ["- Technical", "  - Base", "    Exam", "  - Outcomes", "    Met"]],
			["year", ["- Year 1", "  - Outcomes", "    Met", "  - Milestones", "    Exam"]],
		] as const) {
			const lines = outline(rowsOf({ grouping, filter: "due" })).map((line) => line.replace(/ \|.*/, ""));
			assert.deepEqual(lines, expected);
		}
	});

	it("keep expired and lapsed items among the due items", () => {
		const source = sourceWith(
			"targets: {year 1: [{title: Pass, valid: 1 month}, {title: Habit, confirm: every 1 month}, {title: Held, valid: 3 years}]}",
			[
				["2026-02-01", "pass", { set: true }],
				["2026-02-01", "habit", { set: true }],
				["2026-02-01", "held", { set: true }],
			],
		);
		assert.deepEqual(outline(roadmapRows(source, { ...byPhase, filter: "due" })), [
			"- Year 1 | 33% · Jan 5, 2026 – Jan 4, 2027",
			"  - Targets: year 1 | 1 of 3 done",
			"    Pass | expired Mar 1",
			"    Habit | needs confirmation since Mar 1",
		]);
	});

	it("have complete accessible names", () => {
		const rows = rowsOf();
		const names = ["Second", "Met", "Exam", "Gone"].map((label) => plainSpaces(rowCalled(rows, label).accessibleName));
		assert.deepEqual(names, [
			"Second, current phase, 47% reached, Jan 5, 2026 – Jan 4, 2028",
			"Met, outcome, overdue, 7 of 20+, was due 3 months ago, Jun 4, 2026",
			"Exam, milestone, not started, due soon, in 2 weeks, by Sep 4, 2026",
			"Gone, milestone, dropped",
		]);
	});

	it("show the state with an icon; next to a checkbox, only what the checkbox doesn't show", () => {
		const rows = rowsOf();
		const looks = ["First", "Second", "Learn", "Met", "Exam", "Gone", "Business impact", "All of it", "Far"].map(
			(label) => {
				const { icon, ticked } = rowCalled(rows, label);
				return [label, icon, ticked];
			},
		);
		assert.deepEqual(looks, [
			["First", "warning", undefined],
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

	it("offer no logging for derived and dropped items", () => {
		const rows = rowsOf();
		const plan = ["openPlan", "replan", "rename", "move"];
		assert.deepEqual(rowCalled(rows, "Learn").can, ["logProgress", "logTime", "startTimer", ...plan]);
		assert.deepEqual(rowCalled(rows, "All of it").can, plan);
		assert.deepEqual(rowCalled(rows, "Gone").can, plan);
	});

	it("know the list of the plan to which a new item is added", () => {
		const { place } = rowCalled(rowsOf(), "First");
		assert.equal(place?.kind, "area");
		const year = rowCalled(rowsOf({ grouping: "year" }), "Year 1");
		assert.deepEqual(year.place, { kind: "targets", period: "year 1" });
	});

	it("show the focus, share, note, and link of a phase in its tooltip", () => {
		assert.deepEqual(tooltipLines(rowCalled(rowsOf(), "First")), [
			"# First",
			"Earn $200K",
			"Reached: 67% reached, 1 overdue, Jan 5 – Jun 4, 2026",
			"Forecast: too early to say",
			"A note",
			"Link -> https://a.b",
		]);
		assert.equal(tooltipLines(rowCalled(rowsOf({}, new Formatter("en", true)), "First"))[1], "Earn •••");
	});

	it("are calendar years if the plan has no start", () => {
		const plan = parsePlan("targets: {2027: [a], 2026-09: [b], year 1: [c]}").plan ?? assert.fail();
		const source = sourceOf(plan, ledgerOf(plan, []), "2026-07-01");
		assert.deepEqual(
			outline(belowAim(roadmapRows(source, { ...byPhase, grouping: "year" }))).filter((line) => !line.startsWith(" ")),
			["- 2026 | 0% · Jan 1 – Dec 31, 2026", "+ 2027 | 0% · Jan 1 – Dec 31, 2027", "- No date | 0 of 1 done"],
		);
	});
});

describe("the view of the roadmap", () => {
	const source = sourceWith(`title: Mine\n${yaml}`, logged);
	const discreet = { ...source, formatter: new Formatter("en", true) };

	it("shows the title of the plan and the filter next to its name", () => {
		assert.equal(viewContent("roadmap", source, byPhase).description, "Mine");
		assert.equal(viewContent("roadmap", source, { ...byPhase, filter: "open" }).description, "Mine · open");
		assert.equal(viewContent("roadmap", source, { ...byPhase, filter: "due" }).description, "Mine · due or overdue");
		assert.equal(viewContent("roadmap", discreet, byPhase).description, "discreet mode");
	});

	it("says why it is empty", () => {
		const messages = (["all", "open", "due"] as const).map(
			(filter) => viewContent("roadmap", sourceWith("title: Mine"), { ...byPhase, filter }).message,
		);
		assert.deepEqual(messages, [
			"The plan has no phases, milestones, or targets yet.",
			"No open items.",
			"No items are due or overdue.",
		]);
		assert.equal(viewContent("roadmap", source, byPhase).message, undefined);
	});
});
