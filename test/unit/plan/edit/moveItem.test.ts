import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { type ItemMove, moveItem } from "../../../../src/plan/edit/moveItem.ts";
import type { ItemPlace } from "../../../../src/plan/edit/place/itemPlace.ts";
import type { Item, Plan } from "../../../../src/plan/plan.ts";
import { parsePlan } from "../../../../src/plan/planParser.ts";
import { applyEdits } from "../../../../src/util/textEdit.ts";
import { runs } from "../../../harness/depth.ts";

function planOf(text: string): Plan {
	const { plan } = parsePlan(text);
	assert.ok(plan, text);
	return plan;
}

/** Moves the item with an ID; the place is given by the ID of a phase or stage. */
function move(
	text: string,
	id: string,
	to: readonly ["area" | "stage" | "targets", string, string?],
	dates: ItemMove["dates"] = "keep",
): string {
	const plan = planOf(text);
	const item = plan.items.find((each) => each.id === id);
	assert.ok(item, id);
	const result = moveItem(text, { itemAt: item.range.start, to: placeOf(plan, to), dates });
	return typeof result === "string" ? result : applyEdits(text, result);
}

function placeOf(plan: Plan, [kind, name, area = ""]: readonly [ItemPlace["kind"], string, string?]): ItemPlace {
	const startOf = (nodes: Plan["phases"] | Plan["tracks"][number]["stages"]) =>
		nodes.find(({ title }) => title === name)?.range.start ?? -1;
	switch (kind) {
		case "area":
			return { kind, phaseAt: startOf(plan.phases), area };
		case "stage":
			return { kind, stageAt: startOf(plan.tracks.flatMap(({ stages }) => stages)) };
		case "targets":
			return { kind, period: name };
	}
}

type Row = readonly [name: string, before: string, id: string, to: Parameters<typeof move>[2], after: string];

const rows: ReadonlyArray<Row> = [
	[
		"a line with its comment to another year",
		"targets:\n  year 1:\n    - A # why\n    - B\n  year 2:\n    - C\n\ncommitments: []\n",
		"a",
		["targets", "year 2"],
		"targets:\n  year 1:\n    - B\n  year 2:\n    - C\n    - A # why\n\ncommitments: []\n",
	],
	[
		"upwards, with its lines, comments and literals",
		"targets:\n  year 1:\n    - A\n  year 2:\n    -   title: B\n        # inside\n        note: |\n          x\n\n            y\n        goal: 5\n    -   C\n",
		"b",
		["targets", "year 1"],
		"targets:\n  year 1:\n    - A\n    - title: B\n      # inside\n      note: |\n        x\n\n          y\n      goal: 5\n  year 2:\n    -   C\n",
	],
	[
		"into a list in flow style",
		"phases:\n  - title: P\n    outcomes:\n      a: [X, Y]\ntargets:\n  year 1:\n    - title: B, c\n      goal: 5\n    - D\n",
		"b-c",
		["area", "P", "a"],
		'phases:\n  - title: P\n    outcomes:\n      a: [X, Y, { title: "B, c", goal: 5 }]\ntargets:\n  year 1:\n    - D\n',
	],
	[
		"out of a list in flow style",
		'phases:\n  - title: P\n    outcomes: { a: [X, {title: "Y", goal: 5}, Z] }\ntargets:\n  year 1:\n    - D\n',
		"y",
		["targets", "year 1"],
		'phases:\n  - title: P\n    outcomes: { a: [X, Z] }\ntargets:\n  year 1:\n    - D\n    - {title: "Y", goal: 5}\n',
	],
	[
		"to a year that has none yet",
		"targets:\n  year 1:\n    - A\n    - B\nslips: []\n",
		"b",
		["targets", "year 2"],
		"targets:\n  year 1:\n    - A\n  year 2:\n    - B\nslips: []\n",
	],
	[
		"to the targets where there are none",
		"phases:\n- title: P\n  outcomes:\n    a:\n    - A\n    - B\n",
		"b",
		["targets", "year 2"],
		"phases:\n- title: P\n  outcomes:\n    a:\n    - A\ntargets:\n  year 2:\n  - B\n",
	],
	[
		"to a phase without outcomes",
		"phases:\r\n  - title: P\r\n  - { title: Q }\r\ntargets:\r\n  year 1: [A, B]\r\n",
		"b",
		["area", "P", "new area"],
		"phases:\r\n  - title: P\r\n    outcomes:\r\n      new area:\r\n        - B\r\n  - { title: Q }\r\ntargets:\r\n  year 1: [A]\r\n",
	],
	[
		"to a phase in flow style",
		"phases:\n  - { title: P }\ntargets:\n  year 1:\n    - A\n    - B\n",
		"b",
		["area", "P", "a"],
		"phases:\n  - { title: P, outcomes: { a: [B] } }\ntargets:\n  year 1:\n    - A\n",
	],
	[
		"the only one, to a stage that is empty",
		"tracks:\n  - title: T\n    stages:\n      - title: S\n        milestones: [] # none\ntargets:\n  year 1:\n    - title: A\n      goal: 5\n",
		"a",
		["stage", "S"],
		"tracks:\n  - title: T\n    stages:\n      - title: S\n        milestones: # none\n          - title: A\n            goal: 5\ntargets:\n  year 1: []\n",
	],
	[
		"nowhere, if it is already there",
		"targets:\n  year 1:\n    - A\n    - B\n",
		"a",
		["targets", "year 1"],
		"targets:\n  year 1:\n    - A\n    - B\n",
	],
	[
		"with its ID, if another one has the same title",
		"targets:\n  year 1:\n    - A\n    - B\n  year 2:\n    - A\n",
		"a",
		["targets", "year 2"],
		"targets:\n  year 1:\n    - B\n  year 2:\n    - A\n    - title: A\n      id: a\n",
	],
	[
		"not a comment into a list in flow style",
		"targets:\n  year 1:\n    - A # why\n  year 2: [B]\n",
		"a",
		["targets", "year 2"],
		"unsafe",
	],
	[
		"not to what is not a list",
		"targets:\n  year 1:\n    - A\n  year 2: B\n",
		"a",
		["targets", "year 2"],
		"not-a-list",
	],
	["not a shared one", "targets:\n  year 1: &x\n    - A\n  year 2: *x\n", "a", ["targets", "year 2"], "shared"],
];

describe("moving an item of the plan", () => {
	for (const [name, before, id, to, after] of rows) {
		it(`moves ${name}`, () => assert.equal(move(before, id, to), after));
	}

	it("takes its own dates away only if it is to have those of its new place", () => {
		const text = "targets:\n  year 1:\n    - { title: A, when: month 3 }\n    - B\n  year 2:\n    - C\n";
		assert.match(move(text, "a", ["targets", "year 2"]), /- C\n {4}- \{ title: A, when: month 3 \}\n$/);
		assert.match(move(text, "a", ["targets", "year 2"], "inherit"), /- C\n {4}- \{ title: A \}\n$/);
	});

	it("moves any item of a real plan to any place, and changes nothing else", function () {
		this.timeout(120_000);
		const text = readFileSync("examples/director-of-ai-engineering/roadmap.yaml", "utf8");
		const plan = planOf(text);
		const lists = plan.items.filter(({ kind }) => kind === "outcome" || kind === "milestone" || kind === "target");
		const places: ReadonlyArray<ItemPlace> = [
			...plan.phases.flatMap(({ range, areas }) =>
				[...areas.map(({ title }) => title), "another"].map(
					(area): ItemPlace => ({ kind: "area", phaseAt: range.start, area }),
				),
			),
			...plan.tracks.flatMap(({ stages }) =>
				stages.map(({ range }): ItemPlace => ({ kind: "stage", stageAt: range.start })),
			),
			...[...plan.targets.map(({ title }) => title), "year 12"].map(
				(period): ItemPlace => ({ kind: "targets", period }),
			),
		];
		let moved = 0;
		const property = fc.property(fc.constantFrom(...lists), fc.constantFrom(...places), (item, to) => {
			const result = moveItem(text, { itemAt: item.range.start, to, dates: "keep" });
			assert.ok(typeof result !== "string", `${item.id} to ${JSON.stringify(to)}: ${String(result)}`);
			moved += result.length;
			const after = parsePlan(applyEdits(text, result));
			assert.deepEqual(
				after.problems.filter(({ severity }) => severity === "error").map(({ code }) => code),
				[],
			);
			const facts = ({ id, title, goal, when, needs }: Item) => [id, title, goal?.text, when, needs];
			const sorted = (items: ReadonlyArray<Item>) => items.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map(facts);
			assert.deepEqual(sorted(after.plan?.items ?? []), sorted(plan.items));
		});
		fc.assert(property, { numRuns: runs(200) });
		assert.ok(moved > runs(100), String(moved));
	});
});
