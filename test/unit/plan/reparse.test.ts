import assert from "node:assert/strict";
import fc from "fast-check";
import { parseYaml } from "../../../src/plan/parseYaml.ts";
import { PlanParser, readPlan } from "../../../src/plan/readPlan.ts";
import { reparse } from "../../../src/plan/reparse.ts";
import { mutate, mutation, samplePlan } from "./plans.ts";

const small = [
	"start: 2026-01-05",
	"phases:",
	"  - id: one",
	"    title: One",
	"    outcomes:",
	"      technical:",
	"        - First # why",
	"        - title: Second",
	"          note: |+",
	"            A text",
	"",
	"            of lines",
	"",
	"        # between",
	"        -",
	"          title: Third",
	"        - {title: Fourth, goal: 5}",
	"        -",
	"        - - nested",
	"          - list",
	"  # before two",
	"  - title: Two",
	"targets:",
	"  year 1:",
	"  - Unindented",
	"  - 'Quoted: text'",
	"",
].join("\n");

describe("reading a plan again after an edit", () => {
	function check(before: string, after: string): boolean {
		const again = reparse(before, parseYaml(before), after);
		if (again) {
			assert.deepEqual(again, parseYaml(after));
		}
		return again !== undefined;
	}

	for (const [name, from, to] of [
		["a title", "title: Second", "title: Something else"],
		["a new key", "title: Second", "title: Second\n          goal: 5"],
		["a comment", "# why", "# because"],
		["a line of a long text", "of lines", "of more\n            lines"],
		["an item in flow style", "goal: 5", "goal: 50+"],
		["an item of a nested list", "- nested", "- deeper"],
		["the last item", "'Quoted: text'", "'Quoted: more'"],
	] as const) {
		it(`reuses the rest after an edit of ${name}`, () => {
			assert.ok(check(small, small.replace(from, to)));
			assert.ok(check(small.replace(from, to), small));
		});
	}

	for (const [name, from, to] of [
		["a key at the top", "targets:", "target:"],
		["a quote that is left open", "title: Second", 'title: "Second'],
		["an anchor", "title: Second", "title: &a Second"],
		["a tab", "title: Second", "title:\tSecond"],
		["a hyphen more", "        - First", "        - First\n        - More"],
		["a line that ends the list", "        - First # why\n", "        - First\nx: y\n"],
	] as const) {
		it(`parses all anew after ${name}`, () => assert.ok(!check(small, small.replace(from, to))));
	}

	it("equals a fresh reading, for 5,000 edits in a row of plans", function () {
		this.timeout(60_000);
		const plans = [small, small.replaceAll("\n", "\r\n"), samplePlan().slice(0, 3000)];
		let reused = 0;
		let edits = 0;
		fc.assert(
			fc.property(
				fc.constantFrom(...plans),
				fc.array(mutation, { minLength: 10, maxLength: 10 }),
				(plan, mutations) => {
					const parser = new PlanParser();
					parser.read(plan);
					let text = plan;
					for (const each of mutations) {
						const after = mutate(text, each);
						reused += Number(check(text, after));
						edits++;
						assert.deepEqual(parser.read(after), readPlan(after));
						// Go on from what still parses: after a broken text everything is read anew.
						text = parseYaml(after).simple ? after : text;
						parser.read(text);
					}
				},
			),
			{ numRuns: 500 },
		);
		assert.ok(edits >= 5000 && reused > 500, `${reused} of ${edits} edits were read alone`);
	});

	it("does not read again what did not change", () => {
		const parser = new PlanParser();
		const before = parser.read(samplePlan());
		const after = parser.read(samplePlan().replace("title: MLOps set up with Terraform", "title: Other"));
		assert.equal(after.problems.length, 0);
		assert.equal(after.plan?.items.length, before.plan?.items.length);
		assert.ok(after.plan?.items.some(({ title }) => title === "Other"));
	});
});
