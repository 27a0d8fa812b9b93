import assert from "node:assert/strict";
import { type OutlineNode, outlineOf } from "../../../../src/viewmodel/editor/outline.ts";
import { Formatter } from "../../../../src/viewmodel/text/formatter.ts";
import { openPlan } from "./editorFixture.ts";

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
	it("has the names of items, in the order of the text", () => {
		assert.deepEqual(lines(outlineOf(openPlan(text).plan, new Formatter("en"))), [
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

	it("has each item within its parent, as editors need it", () => {
		const within = (nodes: ReadonlyArray<OutlineNode>): void => {
			for (const { range, children } of nodes) {
				for (const child of children) {
					assert.ok(range.start <= child.range.start && child.range.end <= range.end, child.title);
				}
				within(children);
			}
		};
		within(outlineOf(openPlan(text).plan, new Formatter("en")));
	});

	it("hides private items in discreet mode", () => {
		const shown = lines(outlineOf(openPlan(text).plan, new Formatter("en", true)));
		assert.ok(shown.includes("  Private (target)") && !shown.join().includes("Lead"));
	});
});
