import assert from "node:assert/strict";
import { nodeIdAt } from "../../../src/plan/nodeIdAt.ts";
import { planOf } from "../progress/progressFixture.ts";

describe("the row for a position in the plan", () => {
	const text = `start: 2026-01-05
title: Mine
phases:
  - title: First
    when: year 1
    outcomes:
      technical: [Learn, { title: Met, goal: 20+ }]
tracks:
  - title: Technical
    stages:
      - { title: Base, milestones: [Exam] }
risks:
  - title: Money
    mitigations: [Save]
`;
	const plan = planOf(text);
	for (const [at, expected] of [
		["Mine", undefined],
		["First", "phase:phase-1"],
		["year 1", "phase:phase-1"],
		["technical:", "phase:phase-1"],
		["Learn", "item:learn"],
		["goal: 20+", "item:met"],
		["Technical", "track:technical"],
		["Base", "track:technical"],
		["Exam", "item:exam"],
		["Money", undefined],
		["Save", "item:save"],
	] as const) {
		it(`is the innermost one: at "${at}"`, () => assert.equal(nodeIdAt(plan, text.indexOf(at) + 1), expected));
	}
});
