import assert from "node:assert/strict";
import { choosePlanRow } from "../../../../src/viewmodel/rows/choosePlanRow.ts";

const work = { path: "/home/me/work/roadmap.yaml" };
const own = { path: "/home/me/career/roadmap.yml" };

describe("the row to choose the plan", () => {
	it("is shown if there are several plans, and names the one in use", () => {
		const [row] = choosePlanRow({ all: [work, own], active: own });
		assert.equal(row?.label, "career/roadmap.yml");
		assert.equal(row?.description, "1 of 2 plans");
		assert.equal(row?.accessibleName, "Plan: career/roadmap.yml, 1 of 2 plans. Choose another one.");
		assert.deepEqual(row?.command, { id: "waymark.choosePlan", args: [] });
	});

	it("isn't shown for one plan or none", () => {
		assert.deepEqual(choosePlanRow({ all: [own], active: own }), []);
		assert.deepEqual(choosePlanRow({ all: [], active: undefined }), []);
	});
});
