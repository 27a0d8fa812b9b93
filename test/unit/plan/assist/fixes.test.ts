import assert from "node:assert/strict";
import { FixFinder } from "../../../../src/plan/assist/fixFinder.ts";
import { parseDay } from "../../../../src/time/day.ts";
import { applyEdits } from "../../../../src/util/textEdit.ts";
import { fixText } from "../../../../src/viewmodel/text/fixText.ts";
import { Formatter } from "../../../../src/viewmodel/text/formatter.ts";

const today = parseDay("2026-11-25") ?? assert.fail();

/** What is offered for the first problem with a code, and the text after each. */
function fixesOf(text: string, code: string) {
	const finder = new FixFinder(text, today);
	const problem = finder.problems.find((each) => each.code === code);
	assert.ok(problem, `only ${finder.problems.map((each) => each.code)}`);
	return finder.fixesOf(problem).map((fix) => ({
		title: fixText(fix, new Formatter("en")),
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
	[item("when: 7 months"), "bad-period", "when: 7 months", "when: for 7 months", unsafe],
	[item("when: 5-6"), "bad-period", "when: 5-6", "when: months 5-6", unsafe],
	[item("when: by year 5+"), "bad-period", "by year 5+", "by year 5", unsafe],
	[item("when: month 0"), "bad-period", "month 0", "month 1", unsafe],
	[item("when: 2027-02-30"), "bad-period", "2027-02-30", "2027-02-28", unsafe],
	[item("when: Q3"), "bad-period", "Q3", "2026-Q3", unsafe],
	[item("when: 09/01/2027"), "bad-period", "09/01/2027", "2027-09-01", unsafe],
	["targets:\n  2027:\n    - Fix issue # 42\n", "hash-in-text", "Fix issue # 42", '"Fix issue # 42"', unsafe],
	["targets:\n  2027:\n    - #1 priority\n", "hash-in-text", "#1 priority", '"#1 priority"', unsafe],
	["targets:\n  2027:\n    - title: a\n      note: #42 first\n", "hash-in-text", "#42 first", '"#42 first"', unsafe],
	["start: 01.09.2026\n", "bad-day", "01.09.2026", "2026-09-01", safe],
	["start: 09/01/2026\n", "bad-day", "09/01/2026", "2026-09-01", unsafe],
	[item("deadline: 2027-06"), "unknown-key", "deadline: 2027-06", "when: by 2027-06", unsafe],
	[item("goal: 5, target: 6").replace("goal: 5, ", ""), "unknown-key", "target: 6", "goal: 6", unsafe],
	[item("deadline: mid 2027"), "unknown-key", "deadline: mid 2027", "when: by 2027-06", unsafe],
	[item("duration: 8 weeks"), "unknown-key", "duration: 8 weeks", "when: for 8 weeks", unsafe],
	[item("target: about 5"), "unknown-key", "target: about 5", "goal: 5", unsafe],
	["goals: [a]\n", "unknown-key", "goals", "targets", unsafe],
	["习惯: [{ title: 跑步, times: 3 }]\n", "unknown-key", "习惯", "commitments", unsafe],
	["start date: 2026/1/5\n", "unknown-key", "start date: 2026/1/5", "start: 2026-01-05", unsafe],
	[
		"phases:\n  - title: A\n    from: 2026\n    to: 2028\n    note: b\n",
		"unknown-key",
		"from: 2026\n    to: 2028",
		"when: 2026..2028",
		unsafe,
	],
	[
		"phases: [{ title: A, start: 2026-02, end: 2026-05 }]\n",
		"unknown-key",
		"start: 2026-02, end: 2026-05",
		"when: 2026-02..2026-05",
		unsafe,
	],
	["phases: [{ title: A, from: 2038 onwards }]\n", "unknown-key", "from: 2038 onwards", "when: from 2038", unsafe],
	[
		"phases:\n  - Semester 1:\n      courses: [a]\n      note: b\n",
		"nested-bullets",
		"Semester 1:\n      courses: [a]\n      note",
		"title: Semester 1\n    courses: [a]\n    note",
		unsafe,
	],
	[item("url: https://a.example"), "unknown-key", "url:", "link:", unsafe],
	[item("depends_on: [other]").replace("2027:", "2027:\n    - Other"), "unknown-key", "depends_on", "needs", unsafe],
	[item("subtasks: [b, c]"), "unknown-key", "subtasks", "parts", unsafe],
	[item("key_results: [b, c]"), "unknown-key", "key_results", "parts", unsafe],
	[item("stretch: true"), "unknown-key", "stretch", "optional", unsafe],
	["habits: [{ title: x, hours: 1 }]\n", "unknown-key", "habits", "commitments", unsafe],
	[item("owner: me"), "unknown-key", "owner: me", 'note: "owner: me"', unsafe],
	[item("priority: high"), "unknown-key", "priority: high", 'note: "priority: high"', unsafe],
	[item("when: until the end of year two"), "bad-period", "until the end of year two", "by year 2", unsafe],
	[item("when: years 2 and 3"), "bad-period", "years 2 and 3", "years 2-3", unsafe],
	[item("when: in moth 5"), "bad-period", "in moth 5", "month 5", unsafe],
	[item("when: 6/2027"), "bad-period", "6/2027", "2027-06", unsafe],
	[item("when: 3rd quarter"), "bad-period", "3rd quarter", "quarter 3", unsafe],
	[item("when: 2025-Q3"), "before-start", "2025-Q3", "2026-Q3", unsafe],
	[item("goal: between 200 and 190 lbs"), "bad-quantity", "between 200 and 190", "between 190 and 200", unsafe],
	[item("goal: 12-8 people"), "bad-quantity", "12-8 people", "8-12 people", unsafe],
	[item("goal: 1.500 €"), "bad-quantity", "1.500 €", "1.5 €", unsafe],
	[item("goal: under 30 minutes"), "bad-quantity", "under 30 minutes", "at most 30 minutes", unsafe],
	[item("goal: 5 per 2 weeks"), "bad-quantity", "5 per 2 weeks", "2.5 per week", unsafe],
	[item("goal: 5/10"), "bad-quantity", "5/10", "10", unsafe],
	[item("goal: 50% → 80%"), "bad-quantity", "50% → 80%", "80%", unsafe],
	[item("valid: 3 yrs"), "bad-duration", "3 yrs", "3 years", safe],
	[item("confirm: every half year"), "bad-duration", "every half year", "6 months", safe],
	[item("confirm: twice a year"), "bad-duration", "twice a year", "6 months", safe],
	["commitments: [{title: a, times: twice a week}]", "bad-times", "twice a week", "2", safe],
	["commitments: [{title: a, times: daily}]", "bad-times", "daily", "7", safe],
	[
		"risks:\n  - Burnout: too many shifts\n",
		"unknown-key",
		"Burnout: too many shifts",
		'title: "Burnout: too many shifts"',
		unsafe,
	],
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
	["targets:\n  2027:\n    - Run:\n        - 5k\n", "nested-bullets", "Run:", "title: Run\n      parts:", safe],
	["targets:\n  2027:\n    - Run\n      - 5k\n", "nested-bullets", "Run", "title: Run\n      parts:", unsafe],
	["phases:\n  - Run\n    - 5k\n", "nested-bullets", "Run", "title: Run\n    outcomes:", unsafe],
	["targets:\n  2027:\n    - Run\n    * Swim\n", "expected-list", "* Swim", "- Swim", unsafe],
	["targets:\n  2027:\n    - title: A\n      private\n", "no-colon", "private", "private: true", unsafe],
	["targets:\n  2027:\n    - ROI: for all\n", "colon-in-title", "ROI: for all", '"ROI: for all"', safe],
	['goal: "Quoted" and more\n', "quoted-and-more", '"Quoted" and more', '"\\"Quoted\\" and more"', safe],
	["targets:\n  2027:\n    - Learn C #\n    - b\n", "hash-in-text", "Learn C #", '"Learn C #"', unsafe],
	["title: 'Close issue' #42\n", "hash-in-text", "'Close issue' #42", '"Close issue #42"', unsafe],
	["title: [,[Text](x)]\n", "read-as-text", "[,[Text](x)]", '"[,[Text](x)]"', unsafe],
	["targets:\n  2027:\n    - title: [a, b]]\n", "read-as-text", "[a, b]]", '"[a, b]]"', unsafe],
	["goal: *nobody\n", "unknown-alias", "*nobody", '"*nobody"', unsafe],
	["goal: *Really* good\n", "read-as-text", "*Really* good", '"*Really* good"', safe],
	["title: ROI: for all\n", "read-as-text", "ROI: for all", '"ROI: for all"', safe],
	["targets:\n  2027:\n    - @home\n", "read-as-text", "@home", '"@home"', safe],
	["targets:\n  2027:\n    - title: a\n      goal: >= 5\n", "greater-than", ">= 5", "5", safe],
	["targets:\n  2027:\n    - title: a\n      goal: >2\n", "greater-than", ">2", "2", safe],
	["tracks: [{ title: a, share: {year 1:100%} }]\nstart: 2026-01-05\n", "colon-without-space", "1:100", "1: 100", safe],
	[item("needs: b").replace("- {", "- { id: b, title: b }\n    - {"), "expected-list", "needs: b", "needs: [b]", safe],
	["phases:\n  - First\n", "expected-map", "First", "title: First", unsafe],
	["title: a\ntitle: a\n", "duplicate-key", "title: a\ntitle: a", "title: a", safe],
	["title: a\ntitle: b\n", "duplicate-key", "title: a\ntitle: b", "title: a", unsafe],
	[
		"start: 2026-01-05\ncheckpoints:\n  - title: a\n",
		"checkpoint-never",
		"title: a",
		"title: a\n    every: 6 months",
		unsafe,
	],
	["checkpoints:\n  - title: a\n", "checkpoint-never", "title: a", "title: a\n    when: 2026", unsafe],
	["checkpoints: [{ title: a, every: 6 months }]\n", "missing-start", "}]\n", "}]\nstart: 2026-11-25\n", unsafe],
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
		it(`fix ${code}: ${JSON.stringify(was)} becomes ${JSON.stringify(now)}`, () => {
			const [first] = fixesOf(text, code);
			assert.equal(
				first?.after,
				text.replace(was, () => now),
			);
			assert.equal(first.isSafe, isSafe);
		});
	}

	it("offer every alternative", () => {
		const titles = (text: string, code: string) => fixesOf(text, code).map(({ title }) => title);
		assert.deepEqual(titles(item("when: 5"), "bad-period"), ["Change to month 5", "Change to year 5"]);
		assert.deepEqual(titles(item("when: by year 5+"), "bad-period"), ["Change to by year 5", "Change to from year 5"]);
		assert.deepEqual(titles(item("when: 2025"), "before-start"), [
			"Change to 2026",
			"Set the start of the plan to 2025-01-01",
		]);
		assert.deepEqual(
			titles("start: 2026-01-05\ntracks: [{ title: a, share: 60% }, { title: b, share: 30% }]", "shares-sum"),
			["Scale all shares to 100%", 'Set the share of "a" to 70%', 'Set the share of "b" to 40%'],
		);
		assert.deepEqual(titles("targets: { 2027: [a, a, { title: b, needs: [a] }] }", "derived-id"), [
			'Add the ID "a" to "a"',
		]);
	});

	it("scale shares so that they are whole and add up", () => {
		const text =
			"start: 2026-01-05\ntracks:\n  - { title: a, share: { year 1: 33%, year 3: 50% } }\n  - { title: b, share: 33% }\n  - { title: c, share: 33% }\n";
		const [first] = fixesOf(text, "shares-sum");
		assert.equal(first?.after, text.replace("year 1: 33%", "year 1: 34%"));
	});

	it("combine two keys of the same days", () => {
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

	it("break a circular dependency", () => {
		const text = "targets: { 2027: [{ id: a, title: A, needs: [b] }, { id: b, title: B, needs: [a] }] }\n";
		const [first] = fixesOf(text, "needs-cycle");
		assert.equal(first?.title, 'Remove "a" from the needs of "B"');
		assert.equal(first.after, text.replace("needs: [a]", "needs: []"));
	});

	it("remove an ID from what it drives", () => {
		const text = "targets: { 2027: [{ id: a, title: A, drives: [b, a] }, { id: b, title: B }] }\n";
		const [first] = fixesOf(text, "drives-itself");
		assert.equal(first?.title, 'Remove "a" from what it drives');
		assert.equal(first.after, text.replace("[b, a]", "[b]"));
		const single = "commitments:\n  - id: a\n    title: A\n    drives: a\n    hours: 2\n";
		assert.equal(fixesOf(single, "drives-itself")[0]?.after, single.replace("    drives: a\n", ""));
	});

	// The value of 40% is 40% of the way from `from` to the goal.
	for (const [keys, title, after, log] of [
		["done: true", 'Log it as done and remove "done"', "", { on: "a", set: true }],
		["status: erledigt", 'Log it as done and remove "status"', "", { on: "a", set: true }],
		["done: 2026-03-01", 'Log it as done and remove "done"', "", { on: "a", set: true, at: "2026-03-01" }],
		["status: todo", 'Remove "status" here', "", undefined],
		["goal: 60, progress: 40%", 'Log 24 and remove "progress"', ", goal: 60", { on: "a", set: 24 }],
		["goal: 60, from: 10, progress: 40%", 'Log 30 and remove "progress"', ", goal: 60, from: 10", { on: "a", set: 30 }],
		["goal: 60, current: 12.5", 'Log 12.5 and remove "current"', ", goal: 60", { on: "a", set: 12.5 }],
		["goal: 80%, progress: 40%", 'Log 40 and remove "progress"', ", goal: 80%", { on: "a", set: 40 }],
		["progress: 40%", 'Log 40% of a goal of 100% instead of "progress"', ", goal: 100%", { on: "a", set: 40 }],
		["progress: 3/10", 'Log 3/10 of a goal of 10 instead of "progress"', ", goal: 10", { on: "a", set: 3 }],
	] as const) {
		it(`log what belongs in the journal: ${keys}`, () => {
			const text = item(keys);
			const finder = new FixFinder(text, today);
			const [fix] = finder.problems.flatMap((problem) => finder.fixesOf(problem));
			assert.ok(fix);
			assert.equal(fixText(fix, new Formatter("en")), title);
			assert.equal(applyEdits(text, fix.edits), text.replace(`, ${keys}`, after));
			assert.deepEqual([fix.log, fix.isSafe], [log, false]);
		});
	}

	it("keep other values of such keys in the note", () => {
		for (const keys of ["status: waiting for Ann", "progress: good", "progress: 12"]) {
			assert.deepEqual(
				fixesOf(item(keys), "unknown-key").map(({ title }) => title),
				[`Move "${keys.split(":")[0]}" to the note`],
			);
		}
	});

	it("keep in a note what has no key, and guess no value", () => {
		const note = { title: 'Move "zzzzzzzz" to the note', isSafe: false };
		assert.deepEqual(fixesOf("zzzzzzzz: a", "unknown-key"), [{ ...note, after: 'note: "zzzzzzzz: a"' }]);
		assert.deepEqual(fixesOf(item("when: soon"), "bad-period"), []);
		assert.deepEqual(fixesOf(item("goal: many"), "bad-quantity"), []);
	});

	it("aren't offered if they would cause another error", () => {
		// The key that was meant is there already.
		assert.deepEqual(fixesOf(item("goal: 5, gaol: 6"), "unknown-key"), []);
	});

	it("leave unsafe fixes alone when all are applied at once", () => {
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
