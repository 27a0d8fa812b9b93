import assert from "node:assert/strict";
import { readPlan } from "../../../src/plan/readPlan.ts";
import { problemRows } from "../../../src/present/problemRows.ts";

describe("the row of problems", () => {
	it("is not there where all is well", () =>
		assert.deepEqual(
			problemRows([], false, () => 1),
			[],
		));

	it("names line and problem, and is open while the plan cannot be read", () => {
		const { problems } = readPlan("title: [a");
		const [row] = problemRows(problems, true, () => 3);
		assert.equal(row?.open, true);
		assert.match(row?.children?.()[0]?.accessibleName ?? "", /^Line 3: This is not valid YAML: /);
	});
});
