import assert from "node:assert/strict";
import { PlanParser, parsePlan } from "../../../../src/plan/planParser.ts";

/** The problems of a plan as their code and the text at their range. */
function told(text: string): ReadonlyArray<string> {
	return parsePlan(text).problems.map(({ code, range }) => `${code}: ${text.slice(range.start, range.end)}`);
}

describe("a problem between parts of a plan", () => {
	for (const [name, text, expected] of [
		[
			"is at the invalid one of several needs",
			"targets: { 2027: [a, { title: b, needs: [a, c] }] }",
			["unknown-id: c"],
		],
		[
			"appears once if several outcomes inherit a track",
			"phases: [{ title: a, track: b, outcomes: { x: [c, d] } }]",
			["unknown-track: b"],
		],
		[
			"is at each of several invalid ones",
			"targets: { 2027: [{ title: b, needs: [x, y] }] }",
			["unknown-id: x", "unknown-id: y"],
		],
		[
			"covers an item whose invalid name comes from elsewhere",
			"x: &n [c]\ntargets: { 2027: [{ title: b, needs: *n }] }",
			["unknown-key: x", "unknown-id: { title: b, needs: *n }"],
		],
		[
			"is at an item of the evidence",
			"checkpoints: [{ title: a, when: 2027, questions: [{ ask: b, evidence: [c] }] }]",
			["unknown-id: c"],
		],
	] as const) {
		it(name, () => assert.deepEqual(told(text), expected));
	}
});

describe("reading the same text again", () => {
	it("gives the same plan, so that nothing that depends on it is recomputed", () => {
		const parser = new PlanParser();
		assert.equal(parser.parse("title: a\n"), parser.parse("title: a\n"));
		assert.notEqual(parser.parse("title: b\n"), parser.parse("title: a\n"));
	});
});
