import assert from "node:assert/strict";
import fc from "fast-check";
import { parse } from "yaml";
import { valueTree } from "../../../../src/plan/edit/yaml/valueTree.ts";
import { PlanParser, parsePlan } from "../../../../src/plan/planParser.ts";
import { parseYaml } from "../../../../src/plan/syntax/parseYaml.ts";
import { pathAt } from "../../../../src/plan/syntax/syntaxPath.ts";
import type { ChildRef, SyntaxNode } from "../../../../src/plan/syntax/syntaxTree.ts";
import type { TextRange } from "../../../../src/util/textRange.ts";
import { runs } from "../../../harness/depth.ts";
import { mutate, mutation, samplePlan } from "../arbitraryPlans.ts";

const small = [
	"start: 2026-01-05",
	"phases:",
	"  - id: one",
	"    outcomes:",
	"      technical: &shared",
	"        - First # why",
	"        - title: Second",
	"          note: |+",
	"            A text",
	"",
	"            of lines",
	"",
	"        # between",
	"        -",
	"          title: Third",
	"        - {title: Fourth, goal: 5}",
	"        -",
	"        - - nested",
	"          - list",
	"      management: *shared",
	"targets:",
	"  year 1:",
	"  - Unindented",
	"  - 'Quoted: text'",
	"  year 2: [*shared, {of: 'a '' b'}]",
	"",
].join("\n");

/** The children of a node in the order of the text, keys included. */
function childrenOf(node: SyntaxNode): ReadonlyArray<ChildRef> {
	const values = node.kind === "map" ? node.pairs.flatMap(({ key, value }) => [key, value]) : [];
	const items = node.kind === "list" ? node.items.map(({ child }) => child) : [];
	return [...values, ...items].filter((child) => child !== undefined);
}

/** Goes through all that is written; what aliases bring in is checked where it is written. @returns how many nodes there are */
function checkRanges(text: string, { node }: ChildRef): number {
	assert.ok(0 <= node.start && node.start <= node.end && node.end <= text.length);
	// A key that is missing in the text, such as `title`, has no range.
	const isWritten = node.kind === "text" && node.style === "plain" && node.start < node.end;
	if (isWritten && !/[\r\n]/.test(text.slice(node.start, node.end))) {
		assert.equal(text.slice(node.start, node.end), node.value);
	}
	if (node.kind === "list") {
		for (const { dashOffset, child } of node.items) {
			assert.equal(node.flow || text[dashOffset] === "-", true, `no hyphen at ${dashOffset}`);
			assert.ok(node.start <= dashOffset && dashOffset <= (child?.at ?? node.end));
		}
	}
	let count = 1;
	let before: TextRange = { start: node.start, end: node.start };
	for (const child of childrenOf(node)) {
		assert.ok(before.end <= child.at && child.at <= node.end, "children follow each other within their parent");
		if (child.isAlias) {
			assert.equal(text[child.at], "*");
			assert.ok(child.node.start < child.at, "an anchor comes before its aliases");
			before = { start: child.at, end: child.at + 1 };
		} else {
			assert.equal(child.at, child.node.start);
			count += checkRanges(text, child);
			before = child.node;
		}
	}
	return count;
}

describe("the tree of a plan's text", () => {
	const plans = [small, small.replaceAll("\n", "\r\n"), samplePlan().slice(0, 3000)];

	it("gives each node the content that its range has by itself", () => {
		for (const text of [small, samplePlan()]) {
			const visit = ({ node, isAlias }: ChildRef): void => {
				const part = text.slice(node.start, node.end);
				if (!isAlias && node.kind !== "text" && node.flow && !part.includes("*")) {
					assert.deepEqual(
						parse(part, { schema: "failsafe" }),
						parse(JSON.stringify(plainOf(node)), { schema: "failsafe" }),
					);
				}
				childrenOf(node).forEach(visit);
			};
			const { root } = parseYaml(text);
			assert.ok(root);
			visit(root);
		}
	});

	it("has absolute ranges, in order and nested, for any text", function () {
		this.timeout(120_000);
		let nodes = 0;
		const series = runs(1500);
		fc.assert(
			fc.property(fc.constantFrom(...plans), fc.array(mutation, { maxLength: 3 }), (plan, mutations) => {
				const text = mutations.reduce(mutate, plan);
				const { root } = parseYaml(text);
				nodes += root ? checkRanges(text, root) : 0;
			}),
			{
				numRuns: series,
				examples: [
					[small, [{ at: 0, remove: 22, insert: "?\n" }]],
					[small, [{ at: 0, remove: 33, insert: "\n  - x\n" }]],
					[small, [{ at: 0, remove: 0, insert: "\u2028]" }]],
					[small, [{ at: 0, remove: 0, insert: "    " }]],
				],
			},
		);
		assert.ok(nodes > 5 * series, `${nodes} nodes`);
	});

	it("finds each scalar at both of its ends", () => {
		const { root } = parseYaml(samplePlan());
		assert.ok(root);
		let found = 0;
		const visit = ({ node }: ChildRef): void => {
			if (node.kind === "text" && node.start < node.end) {
				assert.equal(pathAt(root, node.start).text?.node, node);
				found++;
			}
			childrenOf(node).forEach(visit);
		};
		visit(root);
		assert.ok(found > 500, `${found} texts`);
	});

	it("gives the same plan to a parser that read other texts before", function () {
		this.timeout(120_000);
		fc.assert(
			fc.property(fc.constantFrom(...plans), fc.array(mutation, { minLength: 3, maxLength: 3 }), (plan, mutations) => {
				const parser = new PlanParser();
				for (const text of [plan, ...mutations.map((each) => mutate(plan, each)), plan]) {
					assert.deepEqual(parser.parse(text), parsePlan(text));
				}
			}),
			{ numRuns: runs(200) },
		);
	});
});

/** What a node says, as plain data. */
function plainOf(node: SyntaxNode): unknown {
	const plain = (tree: ReturnType<typeof valueTree>): unknown => {
		if (tree === undefined || typeof tree === "string") {
			return tree ?? "";
		}
		return "list" in tree
			? tree.list.map(plain)
			: Object.fromEntries(tree.map.map(([key, value]) => [String(plain(key)), plain(value)]));
	};
	return plain(valueTree({ at: node.start, node, isAlias: false }));
}
