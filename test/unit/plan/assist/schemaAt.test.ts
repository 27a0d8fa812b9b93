import assert from "node:assert/strict";
import { descriptionAt, type Shape, shapeAt } from "../../../../src/plan/assist/schemaAt.ts";
import { parsePlan } from "../../../../src/plan/planParser.ts";
import { pathAt } from "../../../../src/plan/syntax/syntaxPath.ts";

/** What may stand at `|`, as a value. */
function shape(marked: string): Shape | undefined {
	const { root } = parsePlan(marked.replace("|", ""));
	assert.ok(root);
	return shapeAt(pathAt(root, marked.indexOf("|")).path);
}

function meaning(marked: string): string | undefined {
	const { root } = parsePlan(marked.replace("|", ""));
	assert.ok(root);
	return descriptionAt(pathAt(root, marked.indexOf("|")).path);
}

describe("the schema at a position", () => {
	it("gives the keys of every part, each with its description", () => {
		const without = (keys: Shape["keys"], above: string): ReadonlyArray<string> =>
			(keys ?? []).flatMap(({ key, description, shape: below }) => [
				...(description === "" ? [`${above}${key}`] : []),
				...without(below.keys, `${above}${key}.`),
				...without(below.list?.keys, `${above}${key}.`),
			]);
		assert.deepEqual(without(shapeAt([])?.keys, ""), []);
	});

	it("gives the forms of a value", () => {
		assert.ok(shape("phases: [{ title: a, when: |b }]")?.texts?.includes("by year 2"));
		assert.ok(shape("targets: { 2027: [{ title: a, goal: |5 }] }")?.texts?.includes("100+"));
		assert.deepEqual(shape("week: { counts: |all }")?.texts, ["commitments", "all"]);
		assert.equal(shape("targets: { 2027: |[] }")?.list?.keys?.[0]?.key, "title");
	});

	it("is undefined without a known key", () => assert.equal(shape("zzz: { a: |b }"), undefined));

	it("gives the description of a key", () => {
		assert.match(meaning("targets: { 2027: [{ title: a, go|al: 5 }] }") ?? "", /^How much/);
		assert.equal(meaning("zz|z: b"), undefined);
		assert.equal(meaning("targets: { 20|27: [] }"), undefined);
		assert.equal(meaning("toStr|ing: b"), undefined);
	});
});
