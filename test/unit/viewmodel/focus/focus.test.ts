import assert from "node:assert/strict";
import { readLedger } from "../../../../src/journal/ledger/readLedger.ts";
import { focusChoices, lastWeekText, weekToPlan } from "../../../../src/viewmodel/focus/focusChoices.ts";
import { logSuggestions } from "../../../../src/viewmodel/logSuggestions.ts";
import { viewContent } from "../../../../src/viewmodel/rows/viewContent.ts";
import { suggestNext } from "../../../../src/viewmodel/suggestNext.ts";
import { Formatter } from "../../../../src/viewmodel/text/formatter.ts";
import { type Logged, lineOf, planOf } from "../../progress/progressFixture.ts";
import { byPhase, outline, plainSpaces } from "../rows/renderRows.ts";
import { sourceOf, sourceWith } from "../viewSourceFor.ts";

const yaml = [
	"week: {days: monday-friday}",
	"commitments: [{id: writing, title: Writing, hours: 2}, {id: reading, title: Reading, hours: 3}]",
	"tracks: [{id: skill, title: Skill, share: 100%}]",
	"targets:",
	"  2026-06: [{id: late, title: Late, goal: 4}]",
	"  2027: [{id: far, title: Far, formerly: [was-far]}, {id: mine, title: Mine, private: true}]",
	"checkpoints: [{id: half, title: Half year, every: 6 months}]",
].join("\n");
const wednesday = "2026-07-08";
const focus = (week: string, on: ReadonlyArray<string>, more: object = {}): Logged => [week, "", { week, on, ...more }];
const source = (logged: ReadonlyArray<Logged>, date = wednesday, formatter?: Formatter) =>
	sourceWith(yaml, logged, date, formatter);
const week = (logged: ReadonlyArray<Logged>, weeks = 0, formatter?: Formatter) =>
	outline(viewContent("week", source(logged, wednesday, formatter), { ...byPhase, week: weeks }).rows).map(plainSpaces);

describe("the focus of a week", () => {
	it("stands on top of its week, each thing with its state", () => {
		const logged = [focus("2026-07-06", ["far", "reading", "half", "skill", "gone"])];
		assert.deepEqual(week(logged).slice(0, 5), [
			"- Focus | 3",
			"  Far | Dec 31, 2027",
			"  Reading | 0m/3h · behind",
			"  Half year | was due Jul 4",
			"Total | 0m/5h · behind · 3 days left",
		]);
		assert.deepEqual(week(logged, 1)[0], "Total | 0m/5h");
	});

	it("follows an ID that the plan has changed, and shows what the plan doesn't have", () => {
		assert.deepEqual(week([focus("2026-07-06", ["was-far", "gone", "skill"])]).slice(1, 4), [
			"  Far | Dec 31, 2027",
			"  gone | not in the plan",
			"  Skill | ",
		]);
	});

	it("is that of the entry with the greatest ID, by the week that contains its day", () => {
		const rows = week([focus("2026-07-06", ["far"]), focus("2026-07-08", ["writing"])]);
		assert.deepEqual(rows.slice(0, 2), ["- Focus | 1", "  Writing | 0m/2h · behind"]);
	});

	it("is hidden in discreet mode where it is private", () => {
		const discreet = new Formatter("en", true);
		const rows = week([focus("2026-07-06", ["mine"])], 0, discreet);
		assert.deepEqual([rows[0], rows.join().includes("Mine")], ["- Focus | 1", false]);
	});

	it("isn't read if its week is not a day", () => {
		const line = lineOf(focus("2026-07-06", ["far"]), 1).replace('"week":"2026-07-06"', '"week":"soon"');
		const plan = planOf(yaml);
		assert.deepEqual(sourceOf(plan, readLedger([line]), wednesday).snapshot.focuses, []);
	});

	it("comes first in the log line and in What Next, and leaves out what is reached", () => {
		const chosen = source([
			focus("2026-07-06", ["far", "skill", "writing"]),
			["2026-07-07", "reading", { minutes: 9 }],
		]);
		assert.deepEqual(
			logSuggestions(chosen, "time").map(({ id, description }) => `${id}: ${plainSpaces(description)}`),
			[
				"far: in focus",
				"skill: in focus",
				"writing: in focus · 0 min of 2 h · behind",
				"reading: 9 min of 3 h · behind",
			],
		);
		assert.deepEqual(
			logSuggestions(chosen, "progress").map(({ id }) => id),
			["far"],
		);
		assert.deepEqual(
			suggestNext(chosen)
				.map(({ label, reason }) => `${label}: ${plainSpaces(reason)}`)
				.slice(0, 4),
			[
				"Far: in focus this week",
				"Skill: in focus this week",
				"Writing: in focus this week · 2 h left to log this week · 0 min of 2 h · behind",
				"Half year: review, was due 4 days ago",
			],
		);
		const done = source([focus("2026-07-06", ["far"]), ["2026-07-07", "far", { set: true }]]);
		assert.ok(!suggestNext(done).some(({ label }) => label === "Far"));
	});

	it("is asked about once, in the weeks after it", () => {
		const asks = (logged: ReadonlyArray<Logged>) => week(logged)[0]?.startsWith("What became of the last focus?");
		const before = focus("2026-06-29", ["far"]);
		assert.deepEqual(
			[asks([before]), asks([focus("2026-06-29", ["far"], { kept: [] })]), asks([focus("2026-05-04", ["far"])])],
			[true, false, false],
		);
		assert.deepEqual(
			week([focus("2026-06-29", ["far"], { kept: [{ on: "was-far", verdict: "partly" }] })], -1)[1],
			"  Far | partly done · Dec 31, 2027",
		);
	});
});

describe("the choices to plan a week", () => {
	const choices = (logged: ReadonlyArray<Logged>, date?: string) => {
		const from = source(logged, date);
		return focusChoices(from, weekToPlan(from), ["far"]).map(
			({ title, choices: all }) =>
				`${title}: ${all.map(({ label, description }) => `${label} (${plainSpaces(description)})`).join(", ")}`,
		);
	};

	it("are what is left over, what is due, and everything else, each once", () => {
		assert.deepEqual(
			choices([
				["2026-07-01", "writing", { minutes: 30 }],
				["2026-07-01", "reading", { minutes: 180 }],
			]),
			[
				"left over from last week: Writing (1 h 30 min left over · 30 min of 2 h · not reached), Far (was in focus)",
				"due: Half year (review, was due 4 days ago), Late (was due 8 days ago, Jun 30, 2026 · 0 of 4)",
				"everything else: Reading (commitment), Mine (target), Skill (track)",
			],
		);
	});

	it("are those of the next week on its last working day, with the hours of this one", () => {
		const friday = source([["2026-07-06", "reading", { minutes: 60 }]], "2026-07-10");
		const next = weekToPlan(friday);
		assert.equal(plainSpaces(friday.formatter.dates(next.week)), "Jul 13 – 19, 2026");
		assert.equal(plainSpaces(lastWeekText(next, friday)), "The week before: 1 h of 5 h · behind");
		assert.equal(weekToPlan(source([])).week.start, source([]).snapshot.week.span.start);
	});
});
