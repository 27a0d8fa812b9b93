import assert from "node:assert/strict";
import { hoverAt } from "../../../../src/present/editor/hover.ts";
import { Words } from "../../../../src/present/words.ts";
import { openPlan, plainSpaces } from "./given.ts";

const rest = `
tracks: [{ id: tech, title: Depth }]
targets:
  year 1:
    - { id: people, title: People, goal: 100+, track: tech }
    - { title: Both, needs: [people] }
checkpoints: [{ title: Half, every: 6 months, questions: [{ ask: Enough?, evidence: [people] }] }]
`;

/** What is shown at `|` in the plan, a line for each part. */
function shown(replaced: string, marked: string, words = new Words("en")): ReadonlyArray<string> {
	const text = `start: 2026-01-05${rest}`.replace(replaced, () => marked);
	const { root, plan, offset, source } = openPlan(text, [{ type: "progress", on: "people", set: 34 }], words);
	const hover = hoverAt(root, plan, offset, source);
	return (hover?.parts ?? []).map((part) =>
		plainSpaces(part.kind === "fact" ? `${part.name}: ${part.text}` : part.text),
	);
}

describe("what is shown at a place of the plan", () => {
	it("is of a title what the sidebar says, and what refers to it", () => {
		const facts = shown("title: People", "title: Peo|ple");
		assert.equal(facts[0], "People");
		assert.ok(facts.includes("Reached: 34 of 100+"), String(facts));
		assert.ok(facts.includes("Track: Depth"));
		assert.ok(facts.includes("Referred to by: Both, Half"));
	});

	it("is the same where an id is used", () => {
		assert.deepEqual(shown("needs: [people]", "needs: [peo|ple]"), shown("title: People", "title: Peo|ple"));
	});

	it("is of a track what it is", () => {
		assert.deepEqual(shown("track: tech", "track: te|ch"), ["Depth", "What it is: track", "Referred to by: People"]);
	});

	it("is of a checkpoint and of a phase where they stand", () => {
		assert.deepEqual(shown("title: Half", "title: Ha|lf"), [
			"Half",
			"What it is: checkpoint",
			"Where it stands: due in 3 days, Jul 4, 2026",
		]);
		assert.deepEqual(shown("\ntracks:", "\nphases: [{ title: On|e, when: year 1, focus: Begin }]\ntracks:"), [
			"One",
			"Where it stands: 34% reached · current phase · Jan 5, 2026 – Jan 4, 2027",
			"Begin",
		]);
	});

	it("is of a key what it means", () => {
		assert.deepEqual(shown("goal: 100+", "go|al: 100+"), [
			"How much: 100+, 8-12 people, $1M+, at most 2, 4 per quarter.",
		]);
	});

	it("is of a period its dates", () => {
		assert.deepEqual(shown("year 1", "ye|ar 1"), ["Jan 5, 2026 – Jan 4, 2027"]);
	});

	it("is nothing between", () => {
		assert.deepEqual(shown("\ntargets:", "\n|\ntargets:"), []);
		assert.deepEqual(shown("goal: 100+", "goal: 100|+"), []);
	});

	it("hides what is private while others see the screen", () => {
		const facts = shown("title: People,", "title: Peo|ple, private: true,", new Words("en", true));
		assert.ok(!facts.join().includes("34"), String(facts));
		assert.equal(facts[0], "Private");
	});
});
