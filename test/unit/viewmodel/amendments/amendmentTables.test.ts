import assert from "node:assert/strict";
import { reviewPage } from "../../../../src/viewmodel/review/reviewPage.ts";
import { reviewReport } from "../../../../src/viewmodel/review/reviewReport.ts";
import type { Logged } from "../../progress/progressFixture.ts";
import { reviewGiven } from "../review/reviewFixture.ts";

const yaml = `
slips: [{at: 2026-06-20, by: 1 month, why: Ill}]
phases:
  - { id: p, title: P, when: months 1-5 }
  - { id: q, title: Q, when: months 6-12 }
  - { id: hidden, title: Secret phase, when: months 13-24, private: true }
targets:
  year 1: [{ id: a, title: A, goal: 4 }, { id: s, title: Secret item, goal: 9, private: true }]
checkpoints: [{ id: half, title: Half, every: 6 months, until: year 1 }]
`;
const logged: ReadonlyArray<Logged> = [
	["2026-03-02", "a", { type: "plan", field: "goal", was: "5+", now: "4", why: "Reorganisation" }],
	["2026-03-03", "s", { type: "plan", field: "goal", was: "8", now: "9", why: "Secret reason" }],
	["2026-03-04", "a", { type: "plan", field: "place", was: "Secret phase", now: "P" }],
	[
		"2026-06-20",
		"",
		{ type: "plan", on: undefined, field: "slips", was: null, now: "2026-06-20 + 1 month", why: "Ill" },
	],
	["2026-08-20", "a", { type: "plan", field: "goal", was: "4", now: "3" }],
];
const given = (discreet = false) => reviewGiven(yaml, { logged, discreet });

describe("the changes of the plan in a review", () => {
	it("are those of its period, the newest first, and how far each phase has moved", () => {
		const { source, review } = given();
		const page = reviewPage(source, review);
		assert.deepEqual(page.amendments.rows, [
			["Jun 20, 2026", "The plan", "everything moved, 2026-06-20 + 1 month", "Ill"],
			["Mar 4, 2026", "A", "place Secret phase → P", ""],
			["Mar 3, 2026", "Secret item", "goal 8 → 9", "Secret reason"],
			["Mar 2, 2026", "A", "goal 5+ → 4", "Reorganisation"],
		]);
		assert.deepEqual(page.shifts.rows, [
			["P", "Jun 4, 2026", "Jun 4, 2026", "not moved"],
			["Q", "Jan 4, 2027", "Feb 4, 2027", "1 month later"],
			["Secret phase", "Jan 4, 2028", "Feb 4, 2028", "1 month later"],
		]);
	});

	it("are for others, in reports, and in discreet mode without anything private", () => {
		const open = given();
		const discreet = given(true);
		const report = reviewReport(reviewPage(open.source, open.review, { forOthers: true }));
		assert.match(report, /## Changes of the plan/);
		assert.match(report, /goal 5\+ → 4 +\| Reorganisation/);
		const shown = reviewPage(discreet.source, discreet.review);
		assert.equal(shown.amendments.rows.length, 2);
		for (const text of [report, JSON.stringify([shown.amendments, shown.shifts])]) assert.doesNotMatch(text, /Secret/i);
	});

	it("are saved with the review", () => {
		const { review } = given();
		const kinds = review.facts.filter(({ fact }) => fact === "amendment" || fact === "shift");
		assert.equal(kinds.length, 7);
	});

	it("name what is off track while the review is open, and nothing for others or in discreet mode that is private", () => {
		const late = `${yaml}  # late\n`.replace("year 1: [", "month 2: [");
		const { source, review } = reviewGiven(late, { logged });
		assert.equal(reviewPage(source, review).offTrack, "Off track: A, Secret item");
		assert.equal(reviewPage(source, review, { forOthers: true }).offTrack, "");
		const hidden = reviewGiven(late, { logged, discreet: true });
		assert.equal(reviewPage(hidden.source, hidden.review).offTrack, "Off track: A");
	});
});
