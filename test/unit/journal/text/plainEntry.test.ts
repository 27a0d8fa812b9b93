import assert from "node:assert/strict";
import fc from "fast-check";
import { maxValue } from "../../../../src/amount/change.ts";
import { maxId } from "../../../../src/journal/entry.ts";
import { inspectEntry } from "../../../../src/journal/text/inspectEntry.ts";
import { isPlainEntry } from "../../../../src/journal/text/plainEntry.ts";
import { runs } from "../../../harness/depth.ts";
import { anyEntry } from "../arbitraryJournals.ts";

/** Types about which the quick check decides; it leaves the others to the schema. */
const decided = new Set<unknown>(["time", "timer", "progress", "note", "void"]);
const keys = "id at type logged name replaces on minutes note timer set add link text amount entry x".split(" ");

/** What stands in fields when somebody else wrote them: near the limits, of the wrong type, or right. */
const odd = fc.constantFrom<unknown>(
	...["", "a", "time", "note", "void", "rising", "sideways", "x".repeat(maxId), "x".repeat(maxId + 1)],
	...["2026-11-24", "2026-02-29", "2024-02-29", "1999-12-31", "2100-01-01", "2026-11-24T25:00", "2026-11-24T10:00Z"],
	...["2026-11-20T10:00:00Z", "0000-01-01", "tomorrow"],
	...[0, -0, 5, -5, 0.1, 1440, 1441, 525_600, 525_601, maxValue, -maxValue, maxValue * 2, Infinity, -Infinity],
	...[true, false, null, [], {}, ["a"], ["a", "b"], ["a", 5], [""], ["x".repeat(maxId + 1)], { length: 1 }],
);

/** Entries, with some fields put in, changed or taken out. As JSON gives them: no field is undefined. */
const anyValue = fc
	.tuple(anyEntry, fc.array(fc.tuple(fc.constantFrom(...keys), fc.option(odd)), { maxLength: 3 }))
	.map(([entry, changes]) => {
		const fields = new Map<string, unknown>(Object.entries(entry));
		for (const [key, value] of changes) {
			if (value === null) {
				fields.delete(key);
			} else {
				fields.set(key, value);
			}
		}
		return Object.fromEntries(fields);
	});

describe("the quick check of an entry", function () {
	this.timeout(120_000);

	it("agrees with the schema", () => {
		const counts = { plain: 0, other: 0 };
		fc.assert(
			fc.property(anyValue, (value) => {
				const { entry, problems } = inspectEntry(value);
				const isPlain = isPlainEntry(value);
				assert.equal(isPlain, decided.has(value["type"]) && entry !== undefined && problems.length === 0);
				counts[isPlain ? "plain" : "other"]++;
			}),
			{ numRuns: runs(10_000) },
		);
		assert.ok(counts.plain > runs(1000) && counts.other > runs(1000), JSON.stringify(counts));
	});

	it("accepts only entries", () => {
		for (const value of [undefined, null, "", "{}", 5, [], {}, { type: "void" }, [{ id: "a" }]]) {
			assert.equal(isPlainEntry(value), false);
		}
	});

	it("accepts and rejects any JSON as the schema does", () => {
		fc.assert(
			fc.property(fc.dictionary(fc.constantFrom(...keys), fc.jsonValue()), (value) => {
				const { entry, problems } = inspectEntry(value);
				assert.equal(isPlainEntry(value), decided.has(value["type"]) && entry !== undefined && problems.length === 0);
			}),
			{ numRuns: runs(1000) },
		);
	});
});
