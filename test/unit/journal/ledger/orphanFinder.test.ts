import assert from "node:assert/strict";
import fc from "fast-check";
import { aliasesOf } from "../../../../src/journal/ledger/aliases.ts";
import { Ledger } from "../../../../src/journal/ledger/ledger.ts";
import { OrphanFinder } from "../../../../src/journal/ledger/orphanFinder.ts";
import { readLedger } from "../../../../src/journal/ledger/readLedger.ts";
import { finish } from "../../../../src/journal/steps.ts";
import { runs } from "../../../harness/depth.ts";
import { anyEntry } from "../arbitraryJournals.ts";

const named = [
	{ id: "writing", formerly: ["articles", "blog"] },
	{ id: "reports", formerly: ["team"] },
];

function find(ledger: Ledger, finder = new OrphanFinder(), known = named) {
	return finish(finder.steps(ledger, aliasesOf(known)));
}

describe("orphans", function () {
	this.timeout(60_000);

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
				'{"id":"9","at":"2026-03-06","type":"plan","on":"phase","field":"when","now":"month 5"}',
			].join("\n"),
		]);
		assert.deepEqual(find(ledger), [
			{ id: "gone", entries: 3, name: "New title", lastEntry: "3" },
			{ id: "lost", entries: 1, name: "Lost", lastEntry: "4" },
			{ id: "annual", entries: 1, lastEntry: "8" },
		]);
	});

	it("are the same whether what was found before is remembered or not", () =>
		fc.assert(
			fc.property(fc.array(fc.array(anyEntry, { maxLength: 4 }), { minLength: 1, maxLength: 6 }), (pieces) => {
				const some = named.slice(1);
				const finder = new OrphanFinder();
				const ledger = new Ledger();
				for (const piece of pieces) {
					for (const entry of piece) ledger.add(entry);
					assert.deepEqual(find(ledger, finder, some), find(ledger, undefined, some));
				}
				assert.deepEqual(find(new Ledger(), finder, some), []);
			}),
			{ numRuns: runs(2000) },
		));

	it("are found again only if their entries changed", () => {
		const line = (id: number, on: string) => `{"id":"${id}","at":"2026-03-03","type":"time","on":"${on}","minutes":5}`;
		const ledger = readLedger([[line(1, "gone"), line(2, "lost")].join("\n")]);
		const finder = new OrphanFinder();
		const [gone, lost] = find(ledger, finder);
		ledger.add({ id: "3", at: "2026-03-04", type: "time", on: "lost", minutes: 5 });
		const [again, changed] = find(ledger, finder);
		assert.equal(again, gone);
		assert.deepEqual([lost?.entries, changed?.entries], [1, 2]);
	});
});
