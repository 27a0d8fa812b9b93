import assert from "node:assert/strict";
import { aliasesOf } from "../../../../src/journal/ledger/aliases.ts";

const named = [
	{ id: "writing", formerly: ["articles", "blog"] },
	{ id: "reports", formerly: ["writing", "team"] },
	{ id: "team-lead", formerly: ["team", "lead"] },
	{ id: "blog", formerly: [] },
];

describe("former IDs", () => {
	const { idOf, idsOf } = aliasesOf(named);

	for (const [logged, id, why] of [
		["writing", "writing", "what has the id now goes before what had it"],
		["articles", "writing", "it was renamed"],
		["blog", "blog", "something new has the id"],
		["team", "reports", "of two that had it the first gets it"],
		["lead", "team-lead", "it was renamed"],
		["nothing", undefined, "nobody has or had it"],
		["toString", undefined, "nobody has or had it"],
	] as const) {
		it(`resolve ${logged} to ${id}: ${why}`, () => assert.equal(idOf(logged), id));
	}

	it("are those under which the entries of an item were logged", () => {
		assert.deepEqual(
			named.map(({ id }) => idsOf(id)),
			[["writing", "articles"], ["reports", "team"], ["team-lead", "lead"], ["blog"]],
		);
		assert.deepEqual(idsOf("nothing"), []);
	});

	it("may be given twice, and to itself", () => {
		const twice = aliasesOf([{ id: "a", formerly: ["b", "b", "a"] }]);
		assert.deepEqual(twice.idsOf("a"), ["a", "b"]);
	});
});
