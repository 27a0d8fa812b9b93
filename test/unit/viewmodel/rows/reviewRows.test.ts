import assert from "node:assert/strict";
import { reviewRows } from "../../../../src/viewmodel/rows/reviewRows.ts";
import { viewContent } from "../../../../src/viewmodel/rows/viewContent.ts";
import { Formatter } from "../../../../src/viewmodel/text/formatter.ts";
import type { Logged } from "../../progress/progressFixture.ts";
import { sourceWith } from "../viewSourceFor.ts";
import { byPhase, outline, rowCalled, tooltipLines } from "./renderRows.ts";

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

function rowsOn(date: string, formatter?: Formatter) {
	return reviewRows(sourceWith(yaml, logged, date, formatter));
}

describe("the rows of the reviews", () => {
	it("show what is due and the next ones, and collapsed the later and the past ones with their outcome", () =>
		// Half years end on 4 July and 4 January; where a whole one ends too, it stands for both.
		assert.deepEqual(outline(rowsOn("2026-12-30")), [
			"Whole year | Jan 4, 2027 · with Half year",
			"Half year | Jul 4, 2027",
			"Whole year | Jan 4, 2028 · with Half year",
			"Half year | Jul 4, 2028",
			"+ Later | 3",
			"  Whole year | Jan 4, 2029 · with Half year",
			"  Half year | Jul 4, 2029",
			"  Half year | Jan 4, 2030",
			"+ Past | 1",
			"  Half year | Jul 6, 2026 · 2 yes, 1 partly",
		]));

	it("show what is overdue first, and what a later review replaced among the past", () => {
		const lines = outline(rowsOn("2028-02-01"));
		assert.equal(lines[0], "Whole year | was due Jan 4 · with Half year");
		assert.deepEqual(lines.slice(lines.indexOf("+ Past | 3")), [
			"+ Past | 3",
			"  Half year | not held · Jul 4, 2027",
			"  Whole year | not held · Jan 4, 2027 · with Half year",
			"  Half year | Jul 6, 2026 · 2 yes, 1 partly",
		]);
	});

	it("show the state by the accessible name and by the icon", () => {
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

	it("show an extra one among the past, beside the scheduled ones", () => {
		const extra: Logged = ["2026-11-30", "whole", { occurrence: "2026-11-30", summary: "Early" }];
		const rows = reviewRows(sourceWith(yaml, [...logged, extra], "2026-12-01"));
		const past = rows.at(-1)?.children?.()[0] ?? assert.fail();
		assert.equal(rows[0]?.label, "Whole year");
		assert.equal(rows[0]?.icon, "calendar");
		assert.deepEqual(outline([past]), ["Whole year | Nov 30, 2026 · extra review"]);
		assert.equal(past.accessibleName, "Whole year, reviewed, Nov 30, 2026, extra review");
		assert.deepEqual(past.command?.args, [{ checkpoint: "whole", occurrence: "2026-11-30" }]);
		assert.deepEqual(tooltipLines(past).slice(0, 3), ["# Whole year", "Extra review: Nov 30, 2026", "Early"]);
	});

	it("open the review", () =>
		assert.deepEqual(rowsOn("2026-12-30")[0]?.command, {
			id: "waymark.openReview",
			args: [{ checkpoint: "whole", occurrence: 1 }],
		}));

	it("show the questions with their answers, also those no longer in the plan, and the promises", () => {
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

	it("show nothing of a private one in discreet mode", () => {
		const past = rowsOn("2026-12-30", new Formatter("en", true)).at(-1)?.children?.()[0] ?? assert.fail();
		assert.equal(past.label, "Private");
		assert.deepEqual(tooltipLines(past), []);
	});

	it("show that there are none", () =>
		assert.deepEqual(viewContent("reviews", sourceWith("title: a"), byPhase), {
			rows: [],
			message: "The plan has no checkpoints.",
		}));
});
