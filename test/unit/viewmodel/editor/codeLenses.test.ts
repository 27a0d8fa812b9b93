import assert from "node:assert/strict";
import { codeLenses, lensParts } from "../../../../src/viewmodel/editor/codeLenses.ts";
import { Formatter } from "../../../../src/viewmodel/text/formatter.ts";
import { openPlan, plainSpaces } from "./editorFixture.ts";

const text = `start: 2026-01-05
phases:
  - { id: one, title: One, when: year 1, outcomes: { networking: [Met] } }
targets:
  2026-08:
    - { id: people, title: People, goal: 100+ }
    - { id: lead, title: Lead, private: true }
    - { id: both, title: Both, needs: [lead] }
commitments:
  - { id: writing, title: Writing, hours: 2 }
checkpoints:
  - { id: half, title: Half-year, every: 6 months, until: 2026-12-31 }
`;
const entries = [
	{ type: "progress", on: "people", set: 34 },
	{ type: "time", on: "writing", minutes: 60, at: "2026-06-30" },
];

/** The lines above the parts of the plan, as the editor shows them. */
function lines(formatter = new Formatter("en")): ReadonlyArray<string> {
	const { plan, source } = openPlan(text, entries, formatter);
	return codeLenses(plan, source).map((lens) => {
		const parts = lensParts(lens, source);
		assert.equal(parts.length, lens.parts, lens.id);
		return plainSpaces(`${lens.id}: ${parts.map((part) => part.text).join(" | ")}`);
	});
}

describe("code lenses above the parts of the plan", () => {
	it("show the status of each and its actions", () => {
		assert.deepEqual(lines(), [
			"one: 8% reached · current phase · Jan 5, 2026 – Jan 4, 2027",
			"people: 34 of 100+ · in 9 weeks, by Aug 31, 2026 | Log Progress",
			"lead: in 9 weeks, by Aug 31, 2026 | Mark Done",
			"both: in 9 weeks, by Aug 31, 2026",
			"writing: this week 1 h of 2 h · ahead | Log Time | Start Timer",
			"half: due in 3 days, Jul 4, 2026 | Open Review",
		]);
	});

	it("pass the item below to their commands", () => {
		const { source } = openPlan(text, entries);
		const commands = lensParts({ kind: "checkpoint", id: "half" }, source).flatMap(({ command }) => command ?? []);
		assert.deepEqual(commands, [{ id: "waymark.openReview", args: { checkpoint: "half", occurrence: 1 } }]);
	});

	it("aren't shown for private items in discreet mode", () => {
		assert.ok(!lines(new Formatter("en", true)).some((line) => line.startsWith("lead")));
	});

	it("are empty for what is no longer in the plan", () => {
		const { source } = openPlan(text);
		assert.deepEqual(lensParts({ kind: "item", id: "gone" }, source), []);
		assert.deepEqual(lensParts({ kind: "phase", id: "gone" }, source), []);
		assert.deepEqual(lensParts({ kind: "commitment", id: "gone" }, source), []);
	});
});
