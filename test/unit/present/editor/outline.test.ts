import assert from "node:assert/strict";
import { type OutlineNode, outlineOf } from "../../../../src/present/editor/outline.ts";
import { Words } from "../../../../src/present/words.ts";
import { openPlan } from "./given.ts";

const text = `risks: [{ title: Money, mitigations: [Save] }]
targets:
  2027:
    - { title: Lead, private: true }
    - Talk
tracks: [{ title: Depth, stages: [{ title: Base, milestones: [Certificate] }] }]
`;

function lines(nodes: ReadonlyArray<OutlineNode>, indent = ""): ReadonlyArray<string> {
	return nodes.flatMap(({ title, detail, children }) => [
		`${indent}${title} (${detail})`,
		...lines(children, `${indent}  `),
	]);
}

describe("the outline of a plan", () => {
	it("has what things are called, in the order of the text", () => {
		assert.deepEqual(lines(outlineOf(openPlan(text).plan, new Words("en"))), [
			"Money (risk)",
			"  Save (mitigation)",
			"2027 (targets)",
			"  Lead (target)",
			"  Talk (target)",
			"Depth (track)",
			"  Base (stage)",
			"    Certificate (milestone)",
		]);
	});

	it("has each within what is around it, as editors need it", () => {
		const within = (nodes: ReadonlyArray<OutlineNode>): void => {
			for (const { range, children } of nodes) {
				for (const child of children) {
					assert.ok(range.start <= child.range.start && child.range.end <= range.end, child.title);
				}
				within(children);
			}
		};
		within(outlineOf(openPlan(text).plan, new Words("en")));
	});

	it("hides what is private while others see the screen", () => {
		const shown = lines(outlineOf(openPlan(text).plan, new Words("en", true)));
		assert.ok(shown.includes("  Private (target)") && !shown.join().includes("Lead"));
	});
});
