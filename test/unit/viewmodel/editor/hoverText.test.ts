import assert from "node:assert/strict";
import { hoverText } from "../../../../src/viewmodel/editor/hoverText.ts";
import { Formatter } from "../../../../src/viewmodel/text/formatter.ts";
import { openPlan, plainSpaces } from "./editorFixture.ts";

const rest = `
tracks: [{ id: tech, title: Depth }]
targets:
  year 1:
    - { id: people, title: People, goal: 100+, track: tech }
    - { title: Both, needs: [people] }
checkpoints: [{ title: Half, every: 6 months, questions: [{ ask: Enough?, evidence: [people] }] }]
`;

/** What is shown at `|` in the plan, a line for each part. */
function shown(replaced: string, marked: string, formatter = new Formatter("en")): ReadonlyArray<string> {
	const text = `start: 2026-01-05${rest}`.replace(replaced, () => marked);
	const { root, plan, offset, source } = openPlan(text, [{ type: "progress", on: "people", set: 34 }], formatter);
	const hover = hoverText(root, plan, offset, source);
	return (hover?.parts ?? []).map((part) =>
		plainSpaces(part.kind === "fact" ? `${part.name}: ${part.text}` : part.text),
	);
}

describe("the hover text in the plan", () => {
	it("shows what the sidebar says about a title, and what references it", () => {
		const facts = shown("title: People", "title: Peo|ple");
		assert.equal(facts[0], "People");
		assert.ok(facts.includes("Reached: 34 of 100+"), String(facts));
		assert.ok(facts.includes("Track: Depth"));
		assert.ok(facts.includes("Referenced by: Both, Half"));
	});

	it("is the same where an ID is used", () => {
		assert.deepEqual(shown("needs: [people]", "needs: [peo|ple]"), shown("title: People", "title: Peo|ple"));
		const aim = shown("tracks:", "aim: [peo|ple]\ntracks:");
		assert.deepEqual([aim[0], aim.includes("Reached: 34 of 100+")], ["People", true]);
	});

	it("shows the type of a track", () => {
		assert.deepEqual(shown("track: tech", "track: te|ch"), ["Depth", "Type: track", "Referenced by: People"]);
	});

	it("shows the status of a checkpoint and of a phase", () => {
		assert.deepEqual(shown("title: Half", "title: Ha|lf"), [
			"Half",
			"Type: checkpoint",
			"Status: due in 3 days, Jul 4, 2026",
		]);
		assert.deepEqual(shown("\ntracks:", "\nphases: [{ title: On|e, when: year 1, focus: Begin }]\ntracks:"), [
			"One",
			"Status: 34% reached · current phase · Jan 5, 2026 – Jan 4, 2027",
			"Begin",
		]);
	});

	it("explains a key", () => {
		assert.deepEqual(shown("goal: 100+", "go|al: 100+"), [
			"How much: 100+, 8-12 people, $1M+, at most 2, between 190 and 200 lbs, 4 per quarter.",
		]);
	});

	it("shows the dates of a period", () => {
		assert.deepEqual(shown("year 1", "ye|ar 1"), ["Jan 5, 2026 – Jan 4, 2027"]);
	});

	it("is empty between nodes", () => {
		assert.deepEqual(shown("\ntargets:", "\n|\ntargets:"), []);
		assert.deepEqual(shown("goal: 100+", "goal: 100|+"), []);
	});

	it("hides private items in discreet mode", () => {
		const facts = shown("title: People,", "title: Peo|ple, private: true,", new Formatter("en", true));
		assert.ok(!facts.join().includes("34"), String(facts));
		assert.equal(facts[0], "Private");
	});
});
