import assert from "node:assert/strict";
import { inlayHints } from "../../../../src/viewmodel/editor/inlayHints.ts";
import { Formatter } from "../../../../src/viewmodel/text/formatter.ts";
import { openPlan, plainSpaces } from "./editorFixture.ts";

/** The text with the hints in it, in double angle brackets. */
function hinted(text: string, formatter = new Formatter("en"), range = { start: 0, end: text.length }): string {
	const { root, plan, source } = openPlan(text);
	const hints = inlayHints({ text, root, plan, today: source.today, formatter }, range);
	return hints
		.toSorted((a, b) => b.at - a.at)
		.reduce((all, hint) => `${all.slice(0, hint.at)}«${plainSpaces(hint.text)}»${all.slice(hint.at)}`, text);
}

const start = "start: 2026-01-05\n";

describe("hints in the plan", () => {
	for (const [name, text, expected] of [
		["say by when something is due", "phases: [{ title: a, when: by month 5 }]", "by month 5«by Jun 4, 2026» }]"],
		["say the days of a period", "phases: [{ title: a, when: months 6-8 }]", "months 6-8«Jun 5 – Sep 4, 2026» }]"],
		[
			"say until when something must hold",
			"phases: [{ title: a, when: through year 1 }]",
			"year 1«through Jan 4, 2027» }]",
		],
		["say from when on", "phases: [{ title: a, when: year 2+ }]", "year 2+«from Jan 5, 2027» }]"],
		[
			"say the years of targets",
			"targets:\n  year 1:\n    - a",
			"targets:\n  year 1:«Jan 5, 2026 – Jan 4, 2027»\n    - a",
		],
		["are none for dates", "phases: [{ title: a, when: 2027-Q3 }]", "when: 2027-Q3 }]"],
		["are none for words that only look like a period", "title: year 1\nphases: [{ title: month 5 }]", "month 5 }]"],
		[
			"say today's value of a share that changes",
			"tracks: [{ title: a, share: { 2025: 100%, 2027: 0% } }]",
			"share:«today 50%» { 2025: 100%, 2027: 0% } }]",
		],
		["say today's hours", "week: { hours: { 2026: 4-5, 2027: 2 } }", "hours:«today 4–5 h» { 2026: 4-5, 2027: 2 } }"],
		[
			"say the days of a length, from where the one before ends",
			"phases: [{ title: a, when: by month 5 }, { title: b, when: for 7 months, outcomes: { all: [{ title: c, when: for 10 days }] } }]",
			"by month 5«by Jun 4, 2026» }, { title: b, when: for 7 months«Jun 5, 2026 – Jan 4, 2027», outcomes: { all: [{ title: c, when: for 10 days«Jun 5 – 14, 2026» }] } }]",
		],
		[
			"say the days of a length as a key of targets, and of a stage",
			"targets: { for 2 months: [a], for 1 month: [b] }\ntracks: [{ title: t, stages: [{ title: s, when: for 1 year }] }]",
			"targets: { for 2 months:«Jan 5 – Mar 4, 2026» [a], for 1 month:«Mar 5 – Apr 4, 2026» [b] }\ntracks: [{ title: t, stages: [{ title: s, when: for 1 year«Jan 5, 2026 – Jan 4, 2027» }] }]",
		],
		[
			"read the words of other languages",
			"phases: [{ title: a, when: Monat 5 }, { title: b, when: 第3月 }]",
			"Monat 5«May 5 – Jun 4, 2026» }, { title: b, when: 第3月«Mar 5 – Apr 4, 2026» }]",
		],
		[
			"follow a slip",
			"slips: [{ at: 2026-02-01, by: 1 year }]\nphases: [{ title: a, when: month 5 }]",
			"month 5«May 5 – Jun 4, 2027» }]",
		],
	] as const) {
		it(name, () => {
			const whole = hinted(start + text);
			assert.ok(whole.endsWith(expected), whole);
		});
	}

	it("are in the user's language", () => {
		assert.match(hinted(`${start}phases: [{ title: a, when: by month 5 }]`, new Formatter("de")), /«by 4\. Juni 2026»/);
	});

	it("are created only for the visible lines", () => {
		const text = `${start}phases:\n  - { title: a, when: month 1 }\n  - { title: b, when: month 2 }\n`;
		const at = text.indexOf("title: b");
		assert.equal(hinted(text, new Formatter("en"), { start: at, end: at + 20 }).match(/«/g)?.length, 1);
	});

	it("are empty without a start to count from", () => {
		const text = "phases: [{ title: a, when: month 1 }]";
		assert.equal(hinted(text), text);
	});
});
