import assert from "node:assert/strict";
import { logTargets } from "../../../src/logging/logTargets.ts";
import { Formatter } from "../../../src/viewmodel/text/formatter.ts";
import { logTargetKindText } from "../../../src/viewmodel/text/logTargetText.ts";
import { planOf } from "../progress/progressFixture.ts";

describe("what can be logged", () => {
	it("is in the order in which people look for it, each with its type", () => {
		const plan = planOf(`
tracks: [{title: Technical, stages: [{title: Base, milestones: [Exam]}]}]
measures: [{id: team, title: People I lead}]
targets: {year 1: [{of: team, title: Team led, goal: 2-3}]}
commitments: [{title: Writing, hours: 2, activities: [Articles]}]
checkpoints: [{title: Half year, every: 6 months}]
indicators: {leading: [Interviews]}
`);
		assert.deepEqual(
			logTargets(plan).map(
				(target) => `${target.id}: ${target.title}, ${logTargetKindText(target, new Formatter("en"))}`,
			),
			[
				"writing: Writing, commitment",
				"articles: Articles, activity of Writing",
				"team: People I lead, measure",
				"exam: Exam, milestone",
				"team-led: Team led, target · People I lead",
				"interviews: Interviews, indicator",
				"technical: Technical, track",
				"half-year: Half year, checkpoint",
			],
		);
	});
});
