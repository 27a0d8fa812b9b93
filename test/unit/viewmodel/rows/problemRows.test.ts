import assert from "node:assert/strict";
import { parsePlan } from "../../../../src/plan/planParser.ts";
import { listedProblems, maxPlanProblems, type PlanProblem } from "../../../../src/plan/planProblem.ts";
import { problemRows } from "../../../../src/viewmodel/rows/problemRows.ts";

describe("the row of problems", () => {
	it("is not shown without problems", () =>
		assert.deepEqual(
			problemRows([], { unread: false, count: 0 }, () => 1),
			[],
		));

	it("shows line and problem, and is expanded while the plan can't be read", () => {
		const { problems } = parsePlan("&a *a");
		const [row] = problemRows(problems, { unread: true, count: 1 }, () => 3);
		assert.equal(row?.open, true);
		assert.match(row?.children?.()[0]?.accessibleName ?? "", /^Line 3: YAML can't read this\. /);
	});

	it("offers the templates for a plan without content, and only for that", () => {
		for (const text of ["", "# nothing yet\n"]) {
			const { problems } = parsePlan(text);
			const rows = problemRows(problems, { unread: true, count: 1 }, () => 1);
			assert.deepEqual(
				rows.map(({ id, command }) => [id, command?.id]),
				[
					["problems", undefined],
					["template", "waymark.createRoadmap"],
				],
			);
		}
		const { problems } = parsePlan("titel: a");
		assert.equal(problemRows(problems, { unread: false, count: 1 }, () => 1).length, 1);
	});

	it("counts all, and lists the first, errors before warnings", () => {
		const text = `title: a\n${Array.from({ length: 3000 }, (_, at) => `titel${at}: b\n`).join("")}targets:\n  2027:\n    - { title: a, goal: [] }\n`;
		const { problems } = parsePlan(text);
		assert.ok(problems.length > 3000);
		const listed = listedProblems(problems);
		assert.equal(listed.length, maxPlanProblems);
		const isError = ({ severity }: PlanProblem) => severity === "error";
		assert.equal(listed.filter(isError).length, Math.min(maxPlanProblems, problems.filter(isError).length));
		assert.equal(problemRows(listed, { unread: false, count: 7 }, () => 1)[0]?.description, "7");
	});
});
