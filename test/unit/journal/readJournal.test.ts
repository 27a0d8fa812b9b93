import assert from "node:assert/strict";
import { readJournal } from "../../../src/journal/readJournal.ts";

const line = (fields: object): string => `${JSON.stringify(fields)}\n`;
const progress = (id: string, fields: object): string =>
	line({ id, at: "2026-03-02T20:00:00-06:00", type: "progress", on: "articles", ...fields });

/** What counts for an id, in order. */
function counted(texts: ReadonlyArray<string>, on = "articles"): ReadonlyArray<unknown> {
	return (readJournal(texts).progress.get(on) ?? []).map(({ set, add }) => set ?? `+${add}`);
}

describe("reading a journal", () => {
	it("orders entries by their day, then by their id", () => {
		const text = progress("3", { add: 1 }) + progress("2", { set: 5, at: "2026-03-09" }) + progress("1", { set: 2 });
		assert.deepEqual(counted([text]), [2, "+1", 5]);
	});

	it("counts a doubled entry once, in one file or in two", () => {
		const text = progress("1", { add: 1 });
		assert.deepEqual(counted([text + text, text]), ["+1"]);
	});

	it("leaves out what was voided, and brings back what a void of the void brings back", () => {
		const entry = progress("1", { add: 1 });
		const first = line({ id: "2", at: "2026-03-02", type: "void", entry: "1" });
		const second = line({ id: "3", at: "2026-03-02", type: "void", entry: "2" });
		assert.deepEqual(counted([entry + first]), []);
		assert.deepEqual(counted([entry + first + second]), ["+1"]);
	});

	it("counts an edit instead of what it replaces", () => {
		assert.deepEqual(counted([progress("1", { set: 1 }) + progress("2", { set: 3, replaces: "1" })]), [3]);
	});

	it("counts lines that cannot be read and reads the others", () => {
		const text = `${progress("1", { add: 1 })}{"id":"torn\n\n[]\n42\n${progress("2", { add: 2 })}`;
		assert.deepEqual(counted([text]), ["+1", "+2"]);
		assert.equal(readJournal([text]).unreadable, 3);
	});

	it("passes over values that are no numbers, and names that are no prototypes", () => {
		const text =
			progress("1", { set: "many" }) + progress("2", { add: null }) + progress("3", { on: "__proto__", set: 1 });
		assert.deepEqual(counted([text]), []);
		assert.deepEqual(counted([text], "__proto__"), [1]);
	});
});
