import assert from "node:assert/strict";
import { PlanParser, readPlan } from "../../../src/plan/readPlan.ts";

/** The problems of a plan as their code and the text at which they stand. */
function told(text: string): ReadonlyArray<string> {
	return readPlan(text).problems.map(({ code, range }) => `${code}: ${text.slice(range.start, range.end)}`);
}

describe("a problem of what parts of a plan say of each other", () => {
	for (const [name, text, expected] of [
		[
			"stands at the one of several needs that is wrong",
			"targets: { 2027: [a, { title: b, needs: [a, c] }] }",
			["unknown-id: c"],
		],
		[
			"stands once where several outcomes take over a track",
			"phases: [{ title: a, track: b, outcomes: { x: [c, d] } }]",
			["unknown-track: b"],
		],
		[
			"stands at each of several that are wrong",
			"targets: { 2027: [{ title: b, needs: [x, y] }] }",
			["unknown-id: x", "unknown-id: y"],
		],
		[
			"stands at all of an item whose wrong name comes from elsewhere",
			"x: &n [c]\ntargets: { 2027: [{ title: b, needs: *n }] }",
			["unknown-key: x", "unknown-id: { title: b, needs: *n }"],
		],
		[
			"stands at an item among evidence",
			"checkpoints: [{ title: a, when: 2027, questions: [{ ask: b, evidence: [c] }] }]",
			["unknown-id: c"],
		],
	] as const) {
		it(name, () => assert.deepEqual(told(text), expected));
	}
});

describe("reading the same text again", () => {
	it("gives the same plan, so that nothing that hangs on it is worked out anew", () => {
		const parser = new PlanParser();
		assert.equal(parser.read("title: a\n"), parser.read("title: a\n"));
		assert.notEqual(parser.read("title: b\n"), parser.read("title: a\n"));
	});
});
