import assert from "node:assert/strict";
import { problemCodes } from "../../../src/plan/problem.ts";
import { readPlan } from "../../../src/plan/readPlan.ts";
import { problemText } from "../../../src/present/problemText.ts";

/** A plan with something wrong, the code of the problem, the text it stands at, and what its words must say. */
const cases: ReadonlyArray<readonly [text: string, code: string, at: string, words: RegExp]> = [
	[`title: ${"x".repeat(600_000)}`, "too-large", `title: ${"x".repeat(600_000)}`, /larger than 512 KB/],
	["\n".repeat(60_000), "too-many-lines", "", /more than 50000 lines/],
	[`title: ${"[".repeat(70)}${"]".repeat(70)}`, "too-deep", "[".repeat(5), /64 levels/],
	["a: &a [*a]", "too-many-aliases", "a: &a [*a]", /Write the repeated parts out/],
	["goal: *nobody", "unknown-alias", "*nobody", /in quotes: "\*nobody"/],
	["title: a\n---\ntitle: b", "several-documents", "---", /one YAML document/],
	["title: [a", "yaml", "", /not valid YAML/],
	['targets: {2027: []}\ngoal: "Quoted" and more', "quoted-and-more", '"Quoted" and more', /"\\"Quoted\\" and more"/],
	['targets:\n  2027:\n    - "Quoted" and more', "quoted-and-more", '"Quoted" and more', /Put all of it in quotes/],
	["goal: >= 5", "greater-than", ">= 5", /begin.*long text/],
	["targets:\n  2027:\n    - title: a\n      goal: >2\n", "greater-than", ">2\n", /plain number/],
	["# nothing", "empty", "#", /title: My roadmap/],
	["- a", "not-a-map", "- a", /This is a list/],
	["title: {a: b}", "expected-text", "{a: b}", /text was expected/],
	["phases: one", "expected-list", "one", /beginning with a hyphen/],
	["week: monday", "expected-map", "monday", /map of keys/],
	["targets: {2027: [[a]]}", "expected-text-or-map", "[a]", /text or a map/],
	["[a]: b", "bad-key", "[a]", /plain text/],
	[": b", "bad-key", "", /plain text/],
	["~: b", "bad-key", "~", /plain text/],
	["title: a\n<<: {goal: b}", "merge-key", "<<", /Write the keys out/],
	["titel: a", "unknown-key", "titel", /Was "title" meant\?/],
	["targets: {2027: [{title: a, gaol: 5}]}", "unknown-key", "gaol", /Was "goal" meant\?/],
	["zzzzzzzz: a", "unknown-key", "zzzzzzzz", /^(?!.*meant)/],
	["title: a\ntitle: b", "duplicate-key", "title", /stands here twice/],
	["targets: {2027: [{title: a, goal: 1,000+}]}", "comma-in-flow", "1,000+", /in quotes: "1,000\+"/],
	["targets: {2027: [{title: a, goal: $1,000,000+}]}", "comma-in-flow", "$1,000", /comma ends the value/],
	["tracks: [{title: a, share: {year 1:60%}}]", "colon-without-space", "year 1:60%", /no space behind the colon/],
	["targets:\n  2027:\n    - ROI: for all", "colon-in-title", "ROI: for all", /in quotes: "ROI: for all"/],
	["targets:\n  2027:\n    - Learn C #\n    - b", "hash-in-text", "Learn C", /in quotes: "Learn C #"/],
	["phases: [{when: 2027}]", "missing-title", "{when", /title: What it is called/],
	["targets: {2027: [{goal: 5}]}", "missing-title", "{goal: 5}", /has no title/],
	["slips: [{at: 2027-01-01}]", "missing", "{at", /"by" is missing/],
	["format: 2", "bad-format", "2", /only format 1/],
	["start: 2026-02-30", "bad-day", "2026-02-30", /2026-01-05/],
	["phases: [{title: a, when: soon}]", "bad-period", "soon", /no period/],
	["phases: [{title: a, when: 5-6}]", "bad-period", "5-6", /needs a unit/],
	["phases: [{title: a, when: 2027-03..2027-01}]", "bad-period", "2027-03..2027-01", /ends before it begins/],
	["phases: [{title: a, when: 2027-02-30}]", "bad-period", "2027-02-30", /no such day/],
	["phases: [{title: a, when: month 0}]", "bad-period", "month 0", /first month, week or year is 1/],
	["phases: [{title: a, when: by 2027+}]", "bad-period", "by 2027+", /never ends/],
	["targets: {soon: [a]}", "bad-period", "soon", /no period/],
	["targets: {2027: [{title: a, goal: many}]}", "bad-quantity", "many", /no quantity/],
	["targets: {2027: [{title: a, goal: '1,5'}]}", "bad-quantity", "'1,5'", /separates no thousands/],
	["targets: {2027: [{title: a, goal: 12-8}]}", "bad-quantity", "12-8", /Swap its ends/],
	[`targets: {2027: [{title: a, goal: ${"9".repeat(400)}}]}`, "bad-quantity", "9".repeat(400), /too large/],
	["targets: {2027: [{title: a, valid: long}]}", "bad-duration", "long", /6 months/],
	["week: {hours: lots}", "bad-hours", "lots", /4-5/],
	["tracks: [{title: a, share: most}]", "bad-share", "most", /0% to 100%/],
	["risks: [{title: a, watch: {hours: 60%, for: 4 weeks}}]", "bad-below", "60%", /below 60%/],
	["week: {starts: someday}", "bad-weekday", "someday", /monday/],
	["week: {days: some}", "bad-weekdays", "some", /monday-saturday/],
	["week: {day_ends: '25:00'}", "bad-day-end", "'25:00'", /03:00/],
	["week: {counts: some}", "bad-choice", "some", /commitments, all/],
	["targets: {2027: [{title: a, private: maybe}]}", "bad-boolean", "maybe", /true nor false/],
	['targets: {2027: [{title: a, id: "a\\nb"}]}', "bad-id", '"a\\nb"', /cannot be an id/],
	[`goal: ${"x".repeat(20_000)}`, "too-long", "x".repeat(20_000), /10000 characters/],
	["targets: {2027: [{id: a, title: x}, {id: a, title: y}]}", "duplicate-id", "a", /taken already/],
	["targets: {2027: [a, a, {title: b, needs: [a]}]}", "derived-id", "a", /an id of its own/],
	[
		"targets: {2027: [{id: aws-saa, title: a}, {title: b, needs: [aws-sa]}]}",
		"unknown-id",
		"aws-sa",
		/Was "aws-saa" meant\?/,
	],
	[
		"measures: [{id: reports}]\ntargets: {2027: [{of: report, goal: 5}]}",
		"unknown-measure",
		"report",
		/Was "reports" meant\?/,
	],
	[
		"tracks: [{id: technical, title: T}]\ntargets: {2027: [{title: a, track: tecnical}]}",
		"unknown-track",
		"tecnical",
		/Was "technical" meant\?/,
	],
	["checkpoints: [{title: a, when: 2027, replaces: [b]}]", "unknown-checkpoint", "b", /no checkpoint/],
	[
		"targets: {2027: [{id: a, title: a, needs: [b]}, {id: b, title: b, needs: [a]}]}",
		"needs-cycle",
		"[a]",
		/a → b → a/,
	],
	["phases: [{title: a, when: month 5}]", "missing-start", "month 5", /start: 2026-01-05/],
	["start: 2026-01-05\nphases: [{title: a, when: 2020}]", "before-start", "2020", /before the plan starts/],
	["start: 2026-01-01\ntargets: {year 1: [a], 2026: [b]}", "double-period", "2026", /same days/],
	["start: 2026-01-05\ntracks: [{title: a, share: 60%}, {title: b, share: 30%}]", "shares-sum", "60%", /90% in year 1/],
	["week: {hours: 4-5}\ncommitments: [{title: a, hours: 8}]", "hours-sum", "4-5", /8 hours a week.*4-5/],
	["targets: {2027: [{title: a, goal: 5, from: 7}]}", "from-beyond-goal", "7", /Raise the goal/],
	["checkpoints: [{title: a, every: 6 months, when: 2027}]", "checkpoint-twice", "2027", /Keep every or when/],
	["checkpoints: [{title: a}]", "checkpoint-never", "{title: a}", /every: 6 months/],
];

describe("problems", () => {
	for (const [text, code, at, words] of cases) {
		it(`are told: ${code}, in ${JSON.stringify(text.slice(0, 60))}`, () => {
			const problem = readPlan(text).problems.find((found) => found.code === code);
			assert.ok(problem, `only ${readPlan(text).problems.map((found) => found.code)}`);
			const found = text.slice(problem.range.start, problem.range.end);
			assert.ok(
				found.startsWith(at) || (at.startsWith("[[") && found === "["),
				`at ${JSON.stringify(found.slice(0, 80))}`,
			);
			assert.match(problemText(problem), words);
		});
	}

	it("each have a case above", () => {
		const told = new Set(cases.map(([, code]) => code));
		assert.deepEqual(
			problemCodes.filter((code) => !told.has(code)),
			[],
		);
	});
});
