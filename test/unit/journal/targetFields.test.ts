import assert from "node:assert/strict";
import { progressTargetFields, targetFields } from "../../../src/journal/targetFields.ts";
import { planOf } from "../progress/progressFixture.ts";

const plan = planOf(`
measures: [{id: team, title: Team}]
targets: {year 1: [{id: small, title: Small team, of: team, goal: 3}, {id: talk, title: Talk}]}`);

describe("the target of an entry", () => {
	it("is the ID with its title, or with the ID itself if it isn't in the plan", () => {
		assert.deepEqual(targetFields(plan, "talk"), { on: "talk", name: "Talk" });
		assert.deepEqual(targetFields(plan, "gone"), { on: "gone", name: "gone" });
	});

	it("is the measure for a number, and the item itself for a mark or a trend, which are read there", () => {
		assert.equal(progressTargetFields(plan, "small", { set: 2 }).on, "team");
		assert.equal(progressTargetFields(plan, "small", { add: 1 }).on, "team");
		assert.equal(progressTargetFields(plan, "small", { set: true }).on, "small");
		assert.equal(progressTargetFields(plan, "small", { set: "rising" }).on, "small");
		assert.equal(progressTargetFields(plan, "talk", { set: 2 }).on, "talk");
	});
});
