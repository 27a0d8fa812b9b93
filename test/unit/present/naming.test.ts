import assert from "node:assert/strict";
import { naming, namingProgress } from "../../../src/present/naming.ts";
import { planOf } from "../progress/given.ts";

const plan = planOf(`
measures: [{id: team, title: Team}]
targets: {year 1: [{id: small, title: Small team, of: team, goal: 3}, {id: talk, title: Talk}]}`);

describe("what an entry names", () => {
	it("is the id with its title, or with itself where the plan knows it not", () => {
		assert.deepEqual(naming(plan, "talk"), { on: "talk", name: "Talk" });
		assert.deepEqual(naming(plan, "gone"), { on: "gone", name: "gone" });
	});

	it("is the measure for a number, and the item itself for a mark and a trend, which are read from there", () => {
		assert.equal(namingProgress(plan, "small", { set: 2 }).on, "team");
		assert.equal(namingProgress(plan, "small", { add: 1 }).on, "team");
		assert.equal(namingProgress(plan, "small", { set: true }).on, "small");
		assert.equal(namingProgress(plan, "small", { set: "rising" }).on, "small");
		assert.equal(namingProgress(plan, "talk", { set: 2 }).on, "talk");
	});
});
