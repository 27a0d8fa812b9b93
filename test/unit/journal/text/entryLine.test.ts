import assert from "node:assert/strict";
import fc from "fast-check";
import type { Entry, EntryOf } from "../../../../src/journal/entry.ts";
import { canonicalJson, writeLine } from "../../../../src/journal/text/entryLine.ts";
import { runs } from "../../../harness/depth.ts";
import { anyEntry, readJournal } from "../arbitraryJournals.ts";

const common = {
	id: "a",
	at: "2026-11-24T20:15:00-05:00",
	logged: "2026-11-25T01:15:04Z",
	name: "A title",
	replaces: "b",
};
const review = {
	checkpoint: "annual",
	occurrence: 2,
	answers: [{ question: "On track?", verdict: "partly", note: "mostly" }, { question: "Why?" }],
	summary: 'Two lines\nand "quotes" \\ \u2028 \u0000 🚀',
	next: [{ id: "p1", text: "Write more", on: "writing", due: "2027-01-31" }],
	kept: [{ promise: "p0", verdict: "no", note: "ill" }],
	facts: [{ id: "reports", value: 8, goal: "8-12", nested: { deep: [1, null] } }],
};

/** One entry of each type with every field that it may have. */
const full: ReadonlyArray<Entry> = [
	{ ...common, type: "time", on: "writing", minutes: 90, note: "Draft", timer: "t" },
	{ ...common, type: "timer", on: "writing" },
	{ ...common, type: "progress", on: "reports", set: 8, note: "Grew", link: "https://example.com" },
	{ ...common, type: "progress", on: "reports", add: -0.5 },
	{ ...common, type: "note", text: "Won", on: ["reports", "writing"], name: ["R", "W"], amount: 1e6, link: "x" },
	{ ...common, type: "review", ...review } as EntryOf<"review">,
	{ ...common, type: "plan", on: "aws-saa", field: "when", was: "by month 3", now: null, why: "ill" },
	{ ...common, type: "void", entry: "c" },
];

describe("the line of an entry", function () {
	this.timeout(120_000);

	for (const entry of full) {
		it(`can be read back completely: ${entry.type}`, () => {
			const { entries, journal } = readJournal(writeLine(entry));
			assert.deepEqual(entries, [entry]);
			assert.deepEqual(journal.problems, []);
		});
	}

	it("starts with the ID, whatever the order of the fields", () => {
		const { id, ...rest } = full[0] as EntryOf<"time">;
		const line = writeLine({ ...rest, 7: "a key that JavaScript puts first", id } as Entry);
		assert.match(line, /^\{"id":"a","7":|^\{"id":"a","at":/);
		assert.deepEqual(Object.keys(JSON.parse(writeLine({ ...rest, id } as Entry))).slice(0, 6), [
			...["id", "at", "type", "logged", "on", "name"],
		]);
	});

	it("is one line, with its line break", () => {
		fc.assert(
			fc.property(anyEntry, fc.string({ unit: "binary" }), (entry, name) => {
				const line = writeLine({ ...entry, name });
				assert.equal(line.indexOf("\n"), line.length - 1);
				assert.deepEqual(readJournal(line).entries, [JSON.parse(line)]);
				assert.equal(canonicalJson(JSON.parse(line)), canonicalJson({ ...entry, name }));
			}),
			{ numRuns: runs(1000) },
		);
	});

	it("keeps fields of newer versions", () => {
		const newer = { ...full[0], ...{ mood: { good: [true] }, 1: 2 } } as Entry;
		const { entries, journal } = readJournal(writeLine(newer));
		assert.deepEqual(entries, [newer]);
		assert.deepEqual(journal.problems, []);
	});

	for (const [what, entry] of [
		["without an id", { at: "2026-11-24", type: "timer", on: "x" }],
		["with an empty id", { id: "", at: "2026-11-24", type: "timer", on: "x" }],
		["without a day", { id: "a", type: "timer", on: "x" }],
		["with a number that is none", { id: "a", at: "2026-11-24", type: "time", on: "x", minutes: Number.NaN }],
		["with both set and add", { id: "a", at: "2026-11-24", type: "progress", on: "x", set: 1, add: 1 }],
	] as const) {
		it(`is not written ${what}`, () => assert.throws(() => writeLine(entry as unknown as Entry), RangeError));
	}
});

describe("canonical JSON", () => {
	it("does not depend on the order of keys, at any depth", () => {
		const some = { b: [{ d: 1, c: null }], a: { z: "", y: { x: 1, w: 2 } } };
		const others = { a: { y: { w: 2, x: 1 }, z: "" }, b: [{ c: null, d: 1 }] };
		assert.equal(canonicalJson(some), canonicalJson(others));
		assert.equal(canonicalJson(some), '{"a":{"y":{"w":2,"x":1},"z":""},"b":[{"c":null,"d":1}]}');
	});

	it("differs for different contents", () => {
		const texts = ['{"a":[1,2]}', '{"a":[2,1]}', '{"a":"1"}', '{"a":1}', '{"__proto__":1}', '{"a":null}', "{}"];
		assert.deepEqual(new Set(texts.map((text) => canonicalJson(JSON.parse(text)))), new Set(texts));
	});
});
