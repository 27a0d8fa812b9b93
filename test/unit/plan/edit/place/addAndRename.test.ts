import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { addNode } from "../../../../../src/plan/edit/place/addNode.ts";
import type { PlanPlace } from "../../../../../src/plan/edit/place/itemPlace.ts";
import { nodesAt } from "../../../../../src/plan/edit/place/nodesAt.ts";
import { renameNode } from "../../../../../src/plan/edit/place/renameNode.ts";
import { parsePlan } from "../../../../../src/plan/planParser.ts";
import { applyEdits } from "../../../../../src/util/textEdit.ts";
import { runs } from "../../../../harness/depth.ts";
import { testEdits } from "../editCases.ts";

const year2: PlanPlace = { kind: "targets", period: "year 2" };

describe("adding to a plan", () => {
	testEdits([
		{
			name: "a title to a list of titles",
			before: "targets:\n  year 2:\n    - A\n",
			edit: (text) => addNode(text, year2, { title: "B: c" }),
			after: 'targets:\n  year 2:\n    - A\n    - "B: c"\n',
		},
		{
			name: "an item in the style of the last one",
			before: "targets:\n  year 2:\n    - title: A\n      goal: 5\n",
			edit: (text) => addNode(text, year2, { title: "B", goal: "100+" }),
			after: "targets:\n  year 2:\n    - title: A\n      goal: 5\n    - title: B\n      goal: 100+\n",
		},
		{
			name: "a list that is missing",
			before: "title: T\n",
			edit: (text) => addNode(text, year2, { title: "B", goal: "5" }),
			after: "title: T\ntargets:\n  year 2:\n    - { title: B, goal: 5 }\n",
		},
		{
			name: "an outcome to a phase",
			before: "phases:\n  - ^title: P\n    outcomes: {}\n",
			edit: (text, phaseAt) => addNode(text, { kind: "area", phaseAt, area: "b c" }, { title: "B" }),
			after: "phases:\n  - title: P\n    outcomes: { b c: [B] }\n",
		},
		{
			name: "a commitment and a phase, which need a map",
			before: "commitments: []\n",
			edit: (text) => addNode(text, { kind: "commitments" }, { title: "B" }),
			after: "commitments:\n  - { title: B }\n",
		},
		{
			name: "an ID where the title is taken by one further down",
			before: "phases:\n  - ^title: P\n    outcomes:\n      a: [X]\ntargets:\n  year 2: [B]\n",
			edit: (text, phaseAt) => addNode(text, { kind: "area", phaseAt, area: "a" }, { title: "B" }),
			after: "phases:\n  - title: P\n    outcomes:\n      a: [X, { id: b-2, title: B }]\ntargets:\n  year 2: [B]\n",
		},
	]);
});

describe("renaming in a plan", () => {
	testEdits([
		{
			name: "keeps the ID of a title in a list",
			before: "targets:\n  year 2:\n    - ^A # c\n",
			edit: (text, at) => renameNode(text, at, "B"),
			after: "targets:\n  year 2:\n    - { title: B, id: a } # c\n",
		},
		{
			name: "needs no ID where it stays the same",
			before: "targets:\n  year 2:\n    - ^A b\n",
			edit: (text, at) => renameNode(text, at, "a, B!"),
			after: "targets:\n  year 2:\n    - a, B!\n",
		},
		{
			name: "leaves a written ID, quotes and comments",
			before: "phases:\n  - ^id: p\n    title: 'P' # c\n",
			edit: (text, at) => renameNode(text, at, "Q: r"),
			after: "phases:\n  - id: p\n    title: 'Q: r' # c\n",
		},
		{
			name: "gives a title to an item that has that of its measure",
			before: "measures: [{ id: m, title: M }]\ntargets:\n  year 2:\n    - ^{ of: m, goal: 5 }\n",
			edit: (text, at) => renameNode(text, at, "B"),
			after: "measures: [{ id: m, title: M }]\ntargets:\n  year 2:\n    - { of: m, goal: 5, title: B, id: year 2-1 }\n",
		},
	]);

	it("keeps every ID of a real plan, whatever is renamed or added", function () {
		this.timeout(120_000);
		const text = readFileSync("examples/director-of-ai-engineering/roadmap.yaml", "utf8");
		const { plan } = parsePlan(text);
		assert.ok(plan);
		const ids = [...plan.byId.keys()].sort();
		const nodes = [...plan.byId.values(), ...plan.phases];
		const titles = fc.oneof(
			fc.constantFrom(...nodes.map(({ title }) => title)),
			fc.string({ minLength: 1, maxLength: 20 }),
		);
		const places: ReadonlyArray<PlanPlace> = [
			year2,
			{ kind: "targets", period: "year 30" },
			{ kind: "commitments" },
			{ kind: "phases" },
			...plan.phases.map(({ range }): PlanPlace => ({ kind: "area", phaseAt: range.start, area: "new" })),
		];
		const property = fc.property(
			titles,
			fc.constantFrom(...nodes),
			fc.constantFrom(...places),
			(typed, node, place) => {
				const title = typed.trim();
				fc.pre(title !== "");
				const renamed = renameNode(text, node.range.start, title);
				assert.ok(typeof renamed !== "string", `${node.id}: ${String(renamed)}`);
				const after = parsePlan(applyEdits(text, renamed)).plan;
				assert.deepEqual([...(after?.byId.keys() ?? [])].sort(), ids);
				const added = addNode(text, place, { title });
				assert.ok(typeof added !== "string", `${JSON.stringify(place)}: ${String(added)}`);
				const more = parsePlan(applyEdits(text, added)).plan;
				assert.ok(more);
				assert.equal(nodesAt(more, place).at(-1)?.title, title);
				const others = new Set(more.byId.keys());
				assert.deepEqual(
					ids.filter((id) => !others.has(id)),
					[],
				);
			},
		);
		fc.assert(property, { numRuns: runs(200) });
	});
});
