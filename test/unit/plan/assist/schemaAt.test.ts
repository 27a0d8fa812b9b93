import assert from "node:assert/strict";
import { descriptionAt, type Shape, shapeAt } from "../../../../src/plan/assist/schemaAt.ts";
import { readPlan } from "../../../../src/plan/readPlan.ts";
import { spotAt } from "../../../../src/plan/spot.ts";

/** What may stand at `|`, as a value. */
function shape(marked: string): Shape | undefined {
	const { root } = readPlan(marked.replace("|", ""));
	assert.ok(root);
	return shapeAt(spotAt(root, marked.indexOf("|")).path);
}

function meaning(marked: string): string | undefined {
	const { root } = readPlan(marked.replace("|", ""));
	assert.ok(root);
	return descriptionAt(spotAt(root, marked.indexOf("|")).path);
}

describe("what the schema says of a place", () => {
	it("is the keys of every part, each with what it means", () => {
		const without = (keys: Shape["keys"], above: string): ReadonlyArray<string> =>
			(keys ?? []).flatMap(({ key, description, shape: below }) => [
				...(description === "" ? [`${above}${key}`] : []),
				...without(below.keys, `${above}${key}.`),
				...without(below.list?.keys, `${above}${key}.`),
			]);
		assert.deepEqual(without(shapeAt([])?.keys, ""), []);
	});

	it("is the forms of a value", () => {
		assert.ok(shape("phases: [{ title: a, when: |b }]")?.texts?.includes("by year 2"));
		assert.ok(shape("targets: { 2027: [{ title: a, goal: |5 }] }")?.texts?.includes("100+"));
		assert.deepEqual(shape("week: { counts: |all }")?.texts, ["commitments", "all"]);
		assert.equal(shape("targets: { 2027: |[] }")?.list?.keys?.[0]?.key, "title");
	});

	it("is nothing where no key is known", () => assert.equal(shape("zzz: { a: |b }"), undefined));

	it("is what a key means", () => {
		assert.match(meaning("targets: { 2027: [{ title: a, go|al: 5 }] }") ?? "", /^How much/);
		assert.equal(meaning("zz|z: b"), undefined);
		assert.equal(meaning("targets: { 20|27: [] }"), undefined);
		assert.equal(meaning("toStr|ing: b"), undefined);
	});
});
