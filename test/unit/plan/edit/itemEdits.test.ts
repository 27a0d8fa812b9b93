import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { addSlip } from "../../../../src/plan/edit/addSlip.ts";
import { dropItem, restoreItem } from "../../../../src/plan/edit/dropItem.ts";
import { setGoal, setId, setWhen } from "../../../../src/plan/edit/setGoal.ts";
import { applyEdits } from "../../../../src/util/textEdit.ts";
import { testEdits } from "./editCases.ts";

const slip = { at: "2028-01-05", by: "12 months", why: "A second year, again" };
const written = '{ at: 2028-01-05, by: 12 months, why: "A second year, again" }';

describe("editing an item of the plan", () => {
	testEdits([
		{
			name: "sets its goal",
			before: "- ^{ title: A, goal: 5 }",
			edit: (t, at) => setGoal(t, at, "6+"),
			after: "- { title: A, goal: 6+ }",
		},
		{
			name: "removes its goal",
			before: "- ^{ title: A, goal: 5 }",
			edit: (t, at) => setGoal(t, at, undefined),
			after: "- { title: A }",
		},
		{
			name: "sets its time",
			before: "- ^A\n",
			edit: (t, at) => setWhen(t, at, "by year 2"),
			after: "- title: A\n  when: by year 2\n",
		},
		{
			name: "gives it an id",
			before: "- ^title: A\n",
			edit: (t, at) => setId(t, at, "a"),
			after: "- title: A\n  id: a\n",
		},
		{
			name: "drops it for another",
			before: "l:\n- ^A # c\n",
			edit: (t, at) => dropItem(t, at, { on: "2027-03-01", why: "Too much", for: "b" }),
			after: "l:\n- { title: A, dropped: { on: 2027-03-01, why: Too much, for: b } } # c\n",
		},
		{
			name: "drops it again",
			before: "- ^title: A\n  dropped:\n    on: 2026-01-01\n    why: B # c\n    for: d\n- e\n",
			edit: (t, at) => dropItem(t, at, { on: "2027-03-01", why: "C: d" }),
			after: '- title: A\n  dropped: { on: 2027-03-01, why: "C: d" }\n- e\n',
		},
		{
			name: "revives it",
			before: "- ^title: A\n  dropped:\n    on: 2026-01-01\n    why: B # c\n  goal: 5",
			edit: restoreItem,
			after: "- title: A\n  goal: 5",
		},
		{ name: "revives what was not dropped", before: "- ^A", edit: restoreItem, after: "- A" },
	]);
});

describe("adding a slip to the plan", () => {
	testEdits([
		{
			name: "makes the list",
			before: "title: A\n",
			edit: (t) => addSlip(t, slip),
			after: `title: A\nslips:\n  - ${written}\n`,
		},
		{
			name: "moves the reviews if it is to",
			before: "title: A\n",
			edit: (t) => addSlip(t, { at: "2028-01-05", by: "12 months", reviews: true, why: "Leave" }),
			after: "title: A\nslips:\n  - { at: 2028-01-05, by: 12 months, reviews: true, why: Leave }\n",
		},
		{
			name: "makes it below the last comment, spaced and indented like the rest",
			before: "a:\r\n- 1\r\n\r\nb: |\r\n  x\r\n\r\n# end",
			edit: (t) => addSlip(t, slip),
			after: `a:\r\n- 1\r\n\r\nb: |\r\n  x\r\n\r\n# end\r\n\r\nslips:\r\n- ${written}`,
		},
		{
			name: "does not add blank lines to a text that keeps them",
			before: "a: 1\n\nb: |+\n  x\n",
			edit: (t) => addSlip(t, slip),
			after: `a: 1\n\nb: |+\n  x\nslips:\n  - ${written}\n`,
		},
		{
			name: "stays before the end of a document",
			before: "a: 1\n...\n",
			edit: (t) => addSlip(t, slip),
			after: `a: 1\nslips:\n  - ${written}\n...\n`,
		},
		{
			name: "makes it in flow style",
			before: "{ a: 1 }\n",
			edit: (t) => addSlip(t, slip),
			after: `{ a: 1, slips: [${written}] }\n`,
		},
		{
			name: "adds to the list",
			before: "slips:\n  - at: 2026-01-01\n    by: 1 week\nb: 1\n",
			edit: (t) => addSlip(t, slip),
			after:
				"slips:\n  - at: 2026-01-01\n    by: 1 week\n  - at: 2028-01-05\n    by: 12 months\n    why: A second year, again\nb: 1\n",
		},
		{
			name: "fills an empty list",
			before: "slips: # c\nb: 1\n",
			edit: (t) => addSlip(t, slip),
			after: `slips: # c\n  - ${written}\nb: 1\n`,
		},
		{ name: "needs a map", before: "- a", edit: (t) => addSlip(t, slip), after: "not-a-map" },
		{ name: "needs a plan", before: "# a", edit: (t) => addSlip(t, slip), after: "not-found" },
	]);

	it("keeps everything else in the sample", () => {
		const text = readFileSync("examples/director-of-ai-engineering/roadmap.yaml", "utf8");
		const edits = addSlip(text, slip);
		assert.ok(typeof edits !== "string");
		assert.equal(applyEdits(text, edits), `${text}\nslips:\n  - ${written}\n`);
	});
});
