import assert from "node:assert/strict";
import { reviewRows } from "../../../src/present/reviewRows.ts";
import { shownView } from "../../../src/present/views.ts";
import { Words } from "../../../src/present/words.ts";
import type { Logged } from "../progress/given.ts";
import { byPhase, outline, rowCalled, tooltipLines } from "./shownRows.ts";
import { sourceWith } from "./sourceOf.ts";

const yaml = `
checkpoints:
  - {id: half, title: Half year, every: 6 months, until: year 4, private: true, questions: [On track?, Earning $5K?]}
  - {id: whole, title: Whole year, every: 12 months, replaces: [half], until: year 3}
`;

const answers = [
	{ question: "On track?", verdict: "yes" },
	{ question: "Earning $5K?", verdict: "partly", note: "Only $3K" },
	{ question: "An older one", verdict: "yes" },
];
const logged: ReadonlyArray<Logged> = [
	["2026-07-06", "half", { occurrence: 1, answers, summary: "Fine", next: [{ id: "p", text: "Ask for $6K" }] }],
];

function rowsOn(date: string, words?: Words) {
	return reviewRows(sourceWith(yaml, logged, date, words));
}

describe("the rows of the reviews", () => {
	it("show what is due and the next ones, and folded the later and the past ones with their outcome", () =>
		// Half years end on 4 July and 4 January; where a whole one ends too, it stands for both.
		assert.deepEqual(outline(rowsOn("2026-12-30")), [
			"Whole year | due in 5 days, Jan 4, 2027 · with Half year",
			"Half year | due in 6 months, Jul 4, 2027",
			"Whole year | due in 12 months, Jan 4, 2028 · with Half year",
			"Half year | due in 18 months, Jul 4, 2028",
			"+ Later | 3",
			"  Whole year | due in 2 years, Jan 4, 2029 · with Half year",
			"  Half year | due in 3 years, Jul 4, 2029",
			"  Half year | due in 3 years, Jan 4, 2030",
			"+ Past | 1",
			"  Half year | Jul 6, 2026 · 2 yes, 1 partly",
		]));

	it("show what is overdue first, and what a later one has overtaken among the past", () => {
		const lines = outline(rowsOn("2028-02-01"));
		assert.equal(lines[0], "Whole year | was due 4 weeks ago, Jan 4, 2028 · with Half year");
		assert.deepEqual(lines.slice(lines.indexOf("+ Past | 3")), [
			"+ Past | 3",
			"  Half year | not held · Jul 4, 2027",
			"  Whole year | not held · Jan 4, 2027 · with Half year",
			"  Half year | Jul 6, 2026 · 2 yes, 1 partly",
		]);
	});

	it("say the state aloud, and by a shape", () => {
		const rows = rowsOn("2026-12-30");
		assert.equal(
			rowCalled(rows, "Whole year").accessibleName,
			"Whole year, review due, due in 5 days, Jan 4, 2027, with Half year",
		);
		const past = rows.at(-1)?.children?.()[0];
		assert.equal(past?.accessibleName, "Half year, reviewed, Jul 6, 2026, 2 yes, 1 partly");
		assert.deepEqual([rows[0]?.icon, rows[1]?.icon, past?.icon], ["bell", "calendar", "pass-filled"]);
		assert.equal(rowsOn("2028-02-01")[0]?.icon, "warning");
	});

	it("lead to the review", () =>
		assert.deepEqual(rowsOn("2026-12-30")[0]?.command, {
			id: "waymark.openReview",
			args: [{ checkpoint: "whole", occurrence: 1 }],
		}));

	it("tell the questions with their answers, also those that the plan does not ask any more, and the promises", () => {
		const past = rowsOn("2026-12-30").at(-1)?.children?.()[0] ?? assert.fail();
		assert.deepEqual(tooltipLines(past), [
			"# Half year",
			"Due: Jul 4, 2026",
			"Fine",
			"On track?: yes",
			"Earning $5K?: partly: Only $3K",
			"An older one: yes",
			"Promised: Ask for $6K",
		]);
	});

	it("tell others nothing of a private one", () => {
		const past = rowsOn("2026-12-30", new Words("en", true)).at(-1)?.children?.()[0] ?? assert.fail();
		assert.equal(past.label, "Private");
		assert.deepEqual(tooltipLines(past), ["# Private"]);
	});

	it("say that there are none", () =>
		assert.deepEqual(shownView("reviews", sourceWith("title: a"), byPhase), {
			rows: [],
			message: "The plan has no checkpoints.",
		}));
});
