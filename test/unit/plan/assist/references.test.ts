import assert from "node:assert/strict";
import { referenceAt, referenceRanges, renameReferences } from "../../../../src/plan/assist/references.ts";
import { parsePlan } from "../../../../src/plan/planParser.ts";
import { applyEdits } from "../../../../src/util/textEdit.ts";

const plan = `measures: [{ id: reports, title: Reports }]
tracks: [{ id: tech, title: Depth }, { id: lead, title: Lead }]
phases:
  - title: One
    outcomes:
      tech: [Learn]
      lead: [Grow]
      needs: [people]
targets:
  2027:
    - { id: people, title: People, goal: 100+, track: tech }
    - { of: reports, goal: 5, needs: [people, learn] }
commitments:
  - { title: Meet, hours: 2, drives: [people] }
checkpoints:
  - { title: Half, when: 2027, replaces: [year], questions: [{ ask: Enough?, evidence: [people] }] }
  - { id: year, title: Year, when: 2027 }
`;

/** The name at `|`, where the first argument stands in the plan. */
function nameIn(replaced: string, marked: string) {
	const at = plan.indexOf(replaced) + marked.indexOf("|");
	const { root, plan: read } = parsePlan(plan);
	assert.ok(root && read);
	return { root, read, name: referenceAt(root, read, at) };
}

/** Every place of a name, as the line and the text there. */
function places(replaced: string, marked: string): ReadonlyArray<string> {
	const { root, read, name } = nameIn(replaced, marked);
	assert.ok(name);
	return referenceRanges(root, read, name).map(
		({ start, end }) => `${plan.slice(0, start).split("\n").length}: ${plan.slice(start, end)}`,
	);
}

function renamed(replaced: string, marked: string, to: string): string {
	const { root, read, name } = nameIn(replaced, marked);
	assert.ok(name);
	const edits = renameReferences({ text: plan, root, plan: read }, name, to);
	return typeof edits === "string" ? edits : applyEdits(plan, edits);
}

describe("the names in a plan", () => {
	it("are found from their definition, their title and every use", () => {
		const all = ["11: people", "12: people", "14: people", "16: people"];
		assert.deepEqual(places("drives: [people", "drives: [peo|ple"), all);
		assert.deepEqual(places("id: people", "id: peo|ple"), all);
		assert.deepEqual(places("needs: [people,", "needs: [peo|ple,"), all);
		assert.deepEqual(places("evidence: [people", "evidence: [people|"), all);
		assert.deepEqual(places("replaces: [year", "replaces: [y|ear"), ["17: year", "16: year"]);
		assert.deepEqual(places("of: reports", "of: |reports"), ["1: reports", "12: reports"]);
	});

	it("are found for items without a written ID", () => {
		assert.deepEqual(places("[Learn]", "[Le|arn]"), ["6: Learn", "12: learn"]);
	});

	it("are the areas named after the ID of a track", () => {
		assert.deepEqual(places("track: tech", "track: te|ch"), ["2: tech", "6: tech", "11: tech"]);
		// This one would keep its track by the title.
		assert.deepEqual(places("id: lead", "id: le|ad"), ["2: lead"]);
	});

	it("are not found in other words", () => {
		assert.equal(nameIn("goal: 100+", "goal: 1|00+").name, undefined);
		assert.equal(nameIn("title: One", "title: O|ne").name, undefined);
	});

	it("change everywhere at once, and the old one stays valid", () => {
		assert.equal(
			renamed("needs: [people,", "needs: [peo|ple,", "contacts"),
			plan
				.replace(
					"id: people, title: People, goal: 100+, track: tech",
					"id: contacts, title: People, goal: 100+, track: tech, formerly: [people]",
				)
				.replace("needs: [people,", "needs: [contacts,")
				.replace("drives: [people]", "drives: [contacts]")
				.replace("evidence: [people]", "evidence: [contacts]"),
		);
	});

	it("also change the areas", () => {
		assert.match(renamed("track: tech", "track: te|ch", "depth-first"), /^ {6}depth-first: \[Learn\]$/m);
	});

	it("must be unused and valid", () => {
		assert.equal(renamed("of: reports", "of: |reports", "people"), "taken");
		assert.equal(renamed("of: reports", "of: |reports", " a"), "bad-id");
		assert.equal(renamed("of: reports", "of: |reports", ""), "bad-id");
	});
});
