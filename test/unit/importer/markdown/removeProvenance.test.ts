import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { proposeRoadmap } from "../../../../src/importer/markdown/proposeRoadmap.ts";
import { removeProvenance } from "../../../../src/importer/markdown/removeProvenance.ts";
import { parsePlan } from "../../../../src/plan/planParser.ts";
import { checkProposal } from "./checkProposal.ts";

const titles = (text: string) => parsePlan(text).plan?.items.map(({ title, note }) => [title, note]);

describe("the comments that name the source", () => {
	for (const name of ["roadmap", "hardLines"]) {
		it(`can be removed without a change of the plan: ${name}`, () => {
			const markdown = readFileSync(`test/unit/importer/markdown/${name}.md`, "utf8");

			const { text } = proposeRoadmap(markdown, {
				source: "my plan.md",
				today: 20_000,
				check: checkProposal,
				answers: {},
			});
			const plain = removeProvenance(text, "my plan.md");
			assert.ok(text.includes("# my plan.md:"));
			assert.ok(!plain.includes("# my plan.md:"));
			assert.deepEqual(titles(plain), titles(text));
			assert.deepEqual(parsePlan(plain).problems, []);
		});
	}

	it("stay where they are text of the plan, or name something else", () => {
		const text =
			"about: |\n  Two lines # plan.md:1\n  of text\ntitle: A # plan.md:2\ngoal: B # plan.md: 3\nnote: C # other.md:4\n";
		assert.equal(removeProvenance(text, "plan.md"), text.replace("A # plan.md:2", "A"));
	});
});
