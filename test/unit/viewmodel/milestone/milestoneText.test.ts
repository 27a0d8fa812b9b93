import assert from "node:assert/strict";
import { milestoneText } from "../../../../src/viewmodel/milestone/milestoneText.ts";
import type { Logged } from "../../progress/progressFixture.ts";
import { sourceWith } from "../viewSourceFor.ts";

const yaml = `
tracks:
  - title: Management
    stages:
      - title: Ward
        when: from 2026-01-05
        milestones: [{id: charge, title: Charge nurse, when: by month 9}, {id: course, title: Course, when: 2026-09-01}]
commitments: [{id: practice, title: Practice, hours: 2, drives: [charge], activities: [{id: shifts, title: Shifts}]}]
`;
const text = (id: string, logged: ReadonlyArray<Logged>) => {
	const source = sourceWith(yaml, logged, "2026-10-01");
	return milestoneText(source.snapshot.items.get(id) ?? assert.fail(id), source);
};
const hours = (on: string, count: number): ReadonlyArray<Logged> =>
	Array.from({ length: count }, (_, index): Logged => [`2026-0${2 + (index % 6)}-10`, on, { minutes: 60 }]);
const done = (on: string, at: string): Logged => [at, on, { set: true }];

describe("the moment of a milestone", () => {
	it("says what it took: the months since its period began, and the time on it and on what drives it", () => {
		const logged = [...hours("charge", 3), ...hours("practice", 20), ...hours("shifts", 20)];
		assert.equal(
			text("charge", [...logged, done("charge", "2026-09-04")]),
			"Milestone reached: Charge nurse. It took 8 months and 43 h.",
		);
	});

	it("counts neither time after it was reached, nor on something else", () => {
		const later: Logged = ["2026-09-20", "charge", { minutes: 60 }];
		assert.equal(
			text("charge", [later, ...hours("course", 2), done("charge", "2026-09-04")]),
			"Milestone reached: Charge nurse. It took 8 months.",
		);
	});

	it("counts from the first entry if that was before its period, and shorter times in weeks and days", () => {
		assert.equal(text("course", [done("course", "2026-09-01")]), "Milestone reached: Course. It took 1 day.");
		const begun = (at: string): Logged => [at, "course", { minutes: 90 }];
		assert.equal(
			text("course", [begun("2026-08-01"), done("course", "2026-09-01")]),
			"Milestone reached: Course. It took 4 weeks and 1 h 30 min.",
		);
		assert.equal(
			text("course", [begun("2026-08-25"), done("course", "2026-09-01")]),
			"Milestone reached: Course. It took 8 days and 1 h 30 min.",
		);
		assert.equal(
			text("course", [begun("2026-07-01"), done("course", "2026-09-01")]),
			"Milestone reached: Course. It took 2 months and 1 h 30 min.",
		);
	});
});
