import assert from "node:assert/strict";
import { applyEdits } from "../../../../src/util/textEdit.ts";
import { type CursorAction, cursorActions } from "../../../../src/viewmodel/editor/cursorActions.ts";
import { openPlan } from "./editorFixture.ts";

function actionsAt(marked: string): ReadonlyArray<CursorAction> {
	const { text, root, plan, offset, source } = openPlan(marked);
	return cursorActions({ text, root, plan }, offset, source);
}

/** The text after an action at `|`. */
function after(marked: string, title: string): string {
	const action = actionsAt(marked).find((each) => each.title === title);
	assert.ok(action && "edits" in action, `${actionsAt(marked).map((each) => each.title)}`);
	return applyEdits(marked.replace("|", ""), action.edits);
}

const titles = (marked: string) => actionsAt(marked).map(({ title }) => title);

describe("the actions at the cursor", () => {
	it("log progress, for an item", () => {
		assert.deepEqual(titles("targets: { 2027: [{ id: a, title: Ta|lk, goal: 5 }] }").slice(0, 4), [
			'Log Progress for "Talk"',
			'Mark "Talk" Done',
			'Log Time for "Talk"',
			'Start Timer for "Talk"',
		]);
	});

	it("name their item", () => {
		const [first] = actionsAt("targets: { 2027: [{ id: a, title: Ta|lk }] }");
		assert.deepEqual(first && "command" in first && first.command, { id: "waymark.logProgress", args: { on: "a" } });
	});

	it("don't log for derived items", () => {
		assert.deepEqual(titles("targets: { 2027: [a, { title: B|, needs: [a] }] }"), ["Add a target here", "Add its ID"]);
	});

	it("open a review for a checkpoint, and log time for an activity", () => {
		const start = "start: 2026-01-05\n";
		assert.deepEqual(titles(`${start}checkpoints: [{ title: Ha|lf, every: 6 months, until: 2027 }]`), ["Open Review"]);
		assert.deepEqual(titles("commitments: [{ title: a, hours: 2, activities: [Wri|te] }]"), [
			'Log Time for "Write"',
			'Start Timer for "Write"',
		]);
	});

	for (const [name, marked, title, expected] of [
		[
			"adds a target like those that are there",
			"targets:\n  2027:\n    - title: A|\n      goal: 5\n",
			"Add a target here",
			"targets:\n  2027:\n    - title: A\n      goal: 5\n    - title: New target\n",
		],
		[
			"adds a bare one among bare ones",
			"targets: { 2027: [a|] }",
			"Add a target here",
			"targets: { 2027: [a, New target] }",
		],
		["adds one on the key", "targets:\n  20|27: [a]\n", "Add a target here", "targets:\n  2027: [a, New target]\n"],
		[
			"adds an outcome",
			"phases:\n  - title: One\n    outcomes:\n      tech:\n        - a|\n",
			"Add an outcome here",
			"phases:\n  - title: One\n    outcomes:\n      tech:\n        - a\n        - New outcome\n",
		],
		[
			"makes a full item of a title, with the id that it had",
			"targets:\n  2027:\n    - Lead a tea|m # c\n",
			"Convert to a full item",
			"targets:\n  2027:\n    - { title: Lead a team, id: lead-a-team } # c\n",
		],
		[
			"writes out the id that an item has by its title",
			"targets: { 2027: [{ title: Lead|, goal: 5 }] }",
			"Add its ID",
			"targets: { 2027: [{ title: Lead, goal: 5, id: lead }] }",
		],
		[
			"makes a title of an item that says no more",
			"targets:\n  2027:\n    - title: Lead a tea|m\n      id: lead-a-team\n    - b\n",
			"Convert to a title only",
			"targets:\n  2027:\n    - Lead a team\n    - b\n",
		],
	] as const) {
		it(name, () => assert.equal(after(marked, title), expected));
	}

	it("don't turn an item with other keys into a title", () => {
		for (const more of ["goal: 5", "id: other", "note: a"]) {
			assert.ok(!titles(`targets: { 2027: [{ title: A|, ${more} }] }`).includes("Convert to a title only"), more);
		}
		assert.ok(!titles("targets:\n  2027:\n    - title: A| # why\n      id: a\n").includes("Convert to a title only"));
	});
});
