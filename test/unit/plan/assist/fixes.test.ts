import assert from "node:assert/strict";
import { FixFinder } from "../../../../src/plan/assist/fixFinder.ts";
import { parseDay } from "../../../../src/plan/day.ts";
import { applyEdits } from "../../../../src/plan/edit/textEdit.ts";
import { fixText } from "../../../../src/present/editor/fixText.ts";
import { Words } from "../../../../src/present/words.ts";

const today = parseDay("2026-11-25") ?? assert.fail();

/** What is offered for the first problem with a code, and the text after each. */
function fixesOf(text: string, code: string) {
	const finder = new FixFinder(text, today);
	const problem = finder.problems.find((each) => each.code === code);
	assert.ok(problem, `only ${finder.problems.map((each) => each.code)}`);
	return finder.fixesOf(problem).map((fix) => ({
		title: fixText(fix, new Words("en")),
		after: applyEdits(text, fix.edits),
		isSafe: fix.isSafe,
	}));
}

const item = (rest: string) => `start: 2026-01-05\ntargets:\n  2027:\n    - { title: a, ${rest} }\n`;
const safe = true;
const unsafe = false;

/** A text with something wrong, the code, the piece that is wrong, what the first fix makes of it, and whether that is safe. */
const rewrites: ReadonlyArray<readonly [text: string, code: string, was: string, now: string, isSafe: boolean]> = [
	[item("gaol: 5"), "unknown-key", "gaol", "goal", safe],
	["titel: a\n", "unknown-key", "titel", "title", safe],
	[item("needs: [b]").replace("- {", "- { id: c, title: c }\n    - {"), "unknown-id", "[b]", "[c]", unsafe],
	[`measures: [{ id: reports }]\n${item("of: report")}`, "unknown-measure", "report }", "reports }", unsafe],
	[`tracks: [{ id: tech, title: T }]\n${item('track: "teck"')}`, "unknown-track", '"teck"', '"tech"', unsafe],
	[
		item("id: b").replace("- {", "- { id: b, title: c }\n    - {"),
		"duplicate-id",
		"a, id: b }",
		"a, id: b-2 }",
		unsafe,
	],
	[item("when: months 8-6"), "bad-period", "months 8-6", "months 6-8", unsafe],
	[item("when: 2027-05..2027-02"), "bad-period", "2027-05..2027-02", "2027-02..2027-05", unsafe],
	[item("when: 5"), "bad-period", "when: 5", "when: month 5", unsafe],
	[item("when: 5-6"), "bad-period", "when: 5-6", "when: months 5-6", unsafe],
	[item("when: by year 5+"), "bad-period", "by year 5+", "by year 5", unsafe],
	[item("when: month 0"), "bad-period", "month 0", "month 1", unsafe],
	[item("when: 2027-02-30"), "bad-period", "2027-02-30", "2027-02-28", unsafe],
	[item("when: Q3 2027"), "bad-period", "Q3 2027", "2027-q3", unsafe],
	[item("when: until the end of year two"), "bad-period", "until the end of year two", "by year 2", unsafe],
	[item("when: in moth 5"), "bad-period", "in moth 5", "month 5", unsafe],
	[item("when: 6/2027"), "bad-period", "6/2027", "2027-06", unsafe],
	[item("when: 3rd quarter"), "bad-period", "3rd quarter", "quarter 3", unsafe],
	["targets:\n  2027 Q3: [a]\n", "bad-period", "2027 Q3", "2027-q3", unsafe],
	[item("when: 2025-Q3"), "before-start", "2025-Q3", "2026-Q3", unsafe],
	[item("goal: 12-8 people"), "bad-quantity", "12-8 people", "8-12 people", unsafe],
	[item("goal: '1,5'"), "bad-quantity", "'1,5'", "'1.5'", unsafe],
	[item("goal: at least 5"), "bad-quantity", "at least 5", "5", safe],
	[item("goal: up to 5"), "bad-quantity", "up to 5", "at most 5", safe],
	[item("valid: 3 yrs"), "bad-duration", "3 yrs", "3 years", safe],
	[item("confirm: monthly"), "bad-duration", "monthly", "1 month", safe],
	["week: { hours: 5-4 }\n", "bad-hours", "5-4", "4-5", unsafe],
	["week: { hours: 4 to 5 hours }\n", "bad-hours", "4 to 5 hours", "4-5", safe],
	["week: { starts: mnday }\n", "bad-weekday", "mnday", "monday", safe],
	["week: { days: monday-satturday }\n", "bad-weekdays", "satturday", "saturday", safe],
	["week: { day_ends: 3 am }\n", "bad-day-end", "3 am", "03:00", safe],
	["week: { counts: al }\n", "bad-choice", "al", "all", safe],
	["start: 2026/1/5\n", "bad-day", "2026/1/5", "2026-01-05", safe],
	[item("private: yes"), "bad-boolean", "yes", "true", safe],
	["tracks: [{ title: a, share: 100 }]\n", "bad-share", "100", "100%", safe],
	["tracks: [{ title: a, share: 1.0 }]\n", "bad-share", "1.0", "100%", unsafe],
	["risks: [{ title: a, watch: { hours: 60, for: 4 weeks } }]\n", "bad-below", "60,", "below 60%,", safe],
	[item("goal: 1,000+"), "comma-in-flow", "1,000+", '"1,000+"', safe],
	[item("goal: $1,000,000+"), "comma-in-flow", "$1,000,000+", '"$1,000,000+"', safe],
	["targets:\n  2027:\n    - ROI: for all\n", "colon-in-title", "ROI: for all", '"ROI: for all"', safe],
	['goal: "Quoted" and more\n', "quoted-and-more", '"Quoted" and more', '"\\"Quoted\\" and more"', safe],
	["targets:\n  2027:\n    - Learn C #\n    - b\n", "hash-in-text", "Learn C #", '"Learn C #"', unsafe],
	["goal: *nobody\n", "unknown-alias", "*nobody", '"*nobody"', unsafe],
	["goal: *Really* good\n", "yaml", "*Really* good", '"*Really* good"', unsafe],
	["title: ROI: for all\n", "yaml", "ROI: for all", '"ROI: for all"', unsafe],
	["targets:\n  2027:\n    - @home\n", "yaml", "@home", '"@home"', unsafe],
	["targets:\n  2027:\n    - title: a\n      goal: >= 5\n", "greater-than", ">= 5", "5", safe],
	["targets:\n  2027:\n    - title: a\n      goal: >2\n", "greater-than", ">2", "2", safe],
	["tracks: [{ title: a, share: {year 1:100%} }]\nstart: 2026-01-05\n", "colon-without-space", "1:100", "1: 100", safe],
	[item("needs: b").replace("- {", "- { id: b, title: b }\n    - {"), "expected-list", "needs: b", "needs: [b]", safe],
	["phases:\n  - First\n", "expected-map", "First", "title: First", unsafe],
	["title: a\ntitle: a\n", "duplicate-key", "title: a\ntitle: a", "title: a", safe],
	["title: a\ntitle: b\n", "duplicate-key", "title: a\ntitle: b", "title: a", unsafe],
	[item("goal: 5, from: 7"), "from-beyond-goal", ", from: 7", "", unsafe],
	["checkpoints:\n  - title: a\n", "checkpoint-never", "title: a", "title: a\n    every: 6 months", unsafe],
	["checkpoints: [{ title: a, every: 6 months, when: 2027 }]\n", "checkpoint-twice", ", when: 2027", "", unsafe],
	["targets: { 2027: [{ id: big-win }] }\n", "missing-title", "id: big-win", "id: big-win, title: Big win", unsafe],
	["slips: [{ at: 2027-01-01 }]\n", "missing", "2027-01-01", "2027-01-01, by: 1 month", unsafe],
	["title: a\nphases: [{ title: a, when: month 5 }]\n", "missing-start", "}]\n", "}]\nstart: 2026-11-25\n", unsafe],
	["week: { hours: 4-5 }\ncommitments: [{ title: a, hours: 8 }]\n", "hours-sum", "4-5", "8", unsafe],
	[
		"start: 2026-01-05\nweek: { hours: { year 1: 4-5, year 2: 8 } }\ncommitments: [{ title: a, hours: 8 }]\n",
		"hours-sum",
		"4-5",
		"8",
		unsafe,
	],
];

describe("fixes", () => {
	for (const [text, code, was, now, isSafe] of rewrites) {
		it(`mend ${code}: ${JSON.stringify(was)} becomes ${JSON.stringify(now)}`, () => {
			const [first] = fixesOf(text, code);
			assert.equal(
				first?.after,
				text.replace(was, () => now),
			);
			assert.equal(first.isSafe, isSafe);
		});
	}

	it("offer every way where there are several", () => {
		const titles = (text: string, code: string) => fixesOf(text, code).map(({ title }) => title);
		assert.deepEqual(titles(item("when: 5"), "bad-period"), ["Write month 5", "Write year 5"]);
		assert.deepEqual(titles(item("when: by year 5+"), "bad-period"), ["Write by year 5", "Write from year 5"]);
		assert.deepEqual(titles(item("when: 2025"), "before-start"), ["Write 2026", "Let the plan start on 2025-01-01"]);
		assert.deepEqual(
			titles("start: 2026-01-05\ntracks: [{ title: a, share: 60% }, { title: b, share: 30% }]", "shares-sum"),
			["Scale all shares to 100%", 'Make the share of "a" 70%', 'Make the share of "b" 40%'],
		);
		assert.deepEqual(titles("targets: { 2027: [a, a, { title: b, needs: [a] }] }", "derived-id"), [
			'Write the id "a" at "a"',
		]);
	});

	it("scale shares so that they are whole and add up", () => {
		const text =
			"start: 2026-01-05\ntracks:\n  - { title: a, share: { year 1: 33%, year 3: 50% } }\n  - { title: b, share: 33% }\n  - { title: c, share: 33% }\n";
		const [first] = fixesOf(text, "shares-sum");
		assert.equal(first?.after, text.replace("year 1: 33%", "year 1: 34%"));
	});

	it("bring together what stands under two keys of the same days", () => {
		const text =
			"start: 2026-01-01\ntargets:\n  year 1:\n    - a\n  2026:\n    - { title: b, goal: 5 }\n    - c\n  2027: [d]\n";
		const [first] = fixesOf(text, "double-period");
		assert.equal(first?.title, 'Move these to "year 1"');
		assert.equal(
			first.after,
			"start: 2026-01-01\ntargets:\n  year 1:\n    - a\n    - { title: b, goal: 5 }\n    - c\n  2027: [d]\n",
		);
		assert.deepEqual(fixesOf(text.replace("- c", "- c # why"), "double-period"), []);
	});

	it("open a circle of needs", () => {
		const text = "targets: { 2027: [{ id: a, title: A, needs: [b] }, { id: b, title: B, needs: [a] }] }\n";
		const [first] = fixesOf(text, "needs-cycle");
		assert.equal(first?.title, 'Let "B" need "a" no more');
		assert.equal(first.after, text.replace("needs: [a]", "needs: []"));
	});

	it("are none where nobody can tell what was meant", () => {
		assert.deepEqual(fixesOf("zzzzzzzz: a", "unknown-key"), []);
		assert.deepEqual(fixesOf(item("when: soon"), "bad-period"), []);
		assert.deepEqual(fixesOf(item("goal: many"), "bad-quantity"), []);
	});

	it("are none that would bring another error", () => {
		// The key that was meant is there already.
		assert.deepEqual(fixesOf(item("goal: 5, gaol: 6"), "unknown-key"), []);
	});

	it("done all at once leave alone what is not sure", () => {
		const text =
			"titel: a\nstart: 2026/1/5\nweek: { counts: al }\ntargets: { 2027: [{ title: a, when: 5, goal: 1,000+ }] }\n";
		const finder = new FixFinder(text, today);
		assert.equal(
			applyEdits(text, finder.fixAll()),
			'title: a\nstart: 2026-01-05\nweek: { counts: all }\ntargets: { 2027: [{ title: a, when: 5, goal: "1,000+" }] }\n',
		);
		assert.deepEqual(new FixFinder("title: a\n", today).fixAll(), []);
	});
});
