import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { type ItemMove, moveItem } from "../../../../src/plan/edit/moveItem.ts";
import type { ItemPlace } from "../../../../src/plan/edit/place/itemPlace.ts";
import { nodesAt } from "../../../../src/plan/edit/place/nodesAt.ts";
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
	{ dates = "keep", index }: { readonly dates?: ItemMove["dates"]; readonly index?: number } = {},
): string {
	const plan = planOf(text);
	const item = plan.items.find((each) => each.id === id);
	assert.ok(item, id);
	const at = index === undefined ? {} : { index };
	const result = moveItem(text, { itemAt: item.range.start, to: placeOf(plan, to), dates, ...at });
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
		assert.match(move(text, "a", ["targets", "year 2"], { dates: "inherit" }), /- C\n {4}- \{ title: A \}\n$/);
	});

	const list =
		"targets:\n  year 1:\n    # the first\n    - A # why\n\n    # the second\n    - title: B\n      goal: 5\n    - C\n";
	for (const [id, index, after] of [
		["a", 1, "    # the first\n\n    # the second\n    - title: B\n      goal: 5\n    - A # why\n    - C\n"],
		["a", 2, "    # the first\n\n    # the second\n    - title: B\n      goal: 5\n    - C\n    - A # why\n"],
		["c", 0, "    - C\n    # the first\n    - A # why\n\n    # the second\n    - title: B\n      goal: 5\n"],
		["b", 0, "    - title: B\n      goal: 5\n    # the first\n    - A # why\n\n    # the second\n    - C\n"],
		["b", 1, list.slice("targets:\n  year 1:\n".length)],
	] as const) {
		it(`moves ${id} to ${index} in its own list`, () =>
			assert.equal(move(list, id, ["targets", "year 1"], { index }), `targets:\n  year 1:\n${after}`));
	}

	it("moves an item to a place in another list, also in flow style", () => {
		const text = "targets:\n  year 1: [A, B]\n  year 2: [\n    C,\n    D\n  ]\n";
		const to = ["targets", "year 2"] as const;
		assert.equal(move(text, "a", to, { index: 1 }), text.replace("A, ", "").replace("C,\n", "C,\n    A,\n"));
		assert.equal(move(text, "b", to, { index: 0 }), text.replace(", B", "").replace("    C", "    B,\n    C"));
		assert.equal(
			move(text, "d", ["targets", "year 1"], { index: 1 }),
			text.replace("C,\n    D", "C").replace("A, B", "A, D, B"),
		);
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
		const indexes = fc.option(fc.nat({ max: 5 }), { nil: undefined });
		const property = fc.property(fc.constantFrom(...lists), fc.constantFrom(...places), indexes, (item, to, index) => {
			const at = index === undefined ? {} : { index };
			const result = moveItem(text, { itemAt: item.range.start, to, dates: "keep", ...at });
			assert.ok(typeof result !== "string", `${item.id} to ${JSON.stringify(to)}: ${String(result)}`);
			moved += result.length;
			const after = parsePlan(applyEdits(text, result));
			assert.deepEqual(
				after.problems.filter(({ severity }) => severity === "error").map(({ code }) => code),
				[],
			);
			const facts = ({ id, title, goal, when, needs }: Item) => [id, title, goal?.text, when, needs];
			const others = nodesAt(plan, to).filter((each) => each !== item);
			if (after.plan && result.length > 0) {
				const there = to.kind === "targets" ? nodesAt(after.plan, to).map(({ id }) => id) : undefined;
				assert.deepEqual(there, there && others.map(({ id }) => id).toSpliced(index ?? others.length, 0, item.id));
			}
			const sorted = (items: ReadonlyArray<Item>) => items.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map(facts);
			assert.deepEqual(sorted(after.plan?.items ?? []), sorted(plan.items));
		});
		fc.assert(property, { numRuns: runs(200) });
		assert.ok(moved > runs(100), String(moved));
	});
});
