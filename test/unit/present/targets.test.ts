import assert from "node:assert/strict";
import { targetsOfPlan } from "../../../src/present/targets.ts";
import { planOf } from "../progress/given.ts";

describe("what can be logged", () => {
	it("comes in the order in which people look for it, each with what it is", () => {
		const plan = planOf(`
tracks: [{title: Technical, stages: [{title: Base, milestones: [Exam]}]}]
measures: [{id: team, title: People I lead}]
targets: {year 1: [{of: team, title: Team led, goal: 2-3}]}
commitments: [{title: Writing, hours: 2, activities: [Articles]}]
checkpoints: [{title: Half year, every: 6 months}]
indicators: {leading: [Interviews]}
`);
		assert.deepEqual(
			targetsOfPlan(plan).map(({ id, title, kind }) => `${id}: ${title}, ${kind}`),
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
