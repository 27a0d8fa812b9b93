import assert from "node:assert/strict";
import { aliasesOf, findOrphans } from "../../../../src/journal/ledger/aliases.ts";
import { readLedger } from "../../../../src/journal/ledger/readLedger.ts";
import { formatDay } from "../../../../src/time/day.ts";

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

describe("orphans", () => {
	it("are entries whose ID is not in the plan, with the last title", () => {
		const ledger = readLedger([
			[
				'{"id":"1","at":"2026-03-03","type":"time","on":"gone","name":"New title","minutes":5}',
				'{"id":"2","at":"2026-03-01","type":"time","on":"gone","name":"Old title","minutes":5}',
				'{"id":"3","at":"2026-03-05","type":"progress","on":"gone","add":1}',
				'{"id":"4","at":"2026-03-01","type":"note","text":"x","on":["writing","lost"],"name":["Writing","Lost"]}',
				'{"id":"5","at":"2026-03-01","type":"time","on":"articles","minutes":5}',
				'{"id":"6","at":"2026-03-01","type":"time","on":"voided","minutes":5}',
				'{"id":"7","at":"2026-03-01","type":"void","entry":"6"}',
				'{"id":"8","at":"2026-03-02","type":"review","checkpoint":"annual","occurrence":1}',
			].join("\n"),
		]);
		const orphans = findOrphans(ledger, aliasesOf(named)).map((orphan) => ({
			...orphan,
			lastDay: formatDay(orphan.lastDay),
		}));
		assert.deepEqual(orphans, [
			{ id: "gone", entries: 3, name: "New title", lastDay: "2026-03-05" },
			{ id: "lost", entries: 1, name: "Lost", lastDay: "2026-03-01" },
			{ id: "annual", entries: 1, lastDay: "2026-03-02" },
		]);
	});
});
