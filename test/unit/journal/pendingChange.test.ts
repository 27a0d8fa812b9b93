import assert from "node:assert/strict";
import fc from "fast-check";
import { type PendingChange, readPending, writePending } from "../../../src/journal/pendingChange.ts";

const change: PendingChange = {
	since: 1_800_000_000_000,
	owner: "window",
	swap: { before: "title: ä\n", after: "title: b\r\n" },
	entries: [
		{ id: "1", at: "2026-02-01", type: "plan", on: "talks", field: "goal", was: "4", now: "9" },
		{ id: "2", at: "2026-02-01", type: "void", entry: "1" },
	],
};

describe("a pending change of the plan", () => {
	it("is read as it was written", () => assert.deepEqual(readPending(writePending(change)), change));

	it("has no owner if an older version wrote it", () => {
		const { owner: _, ...older } = change;
		assert.deepEqual(readPending(JSON.stringify(older)), { ...change, owner: "" });
	});

	it("is undefined if a part of its text is missing", () => {
		const text = writePending(change);
		for (let length = 0; length < text.length; length++) {
			assert.equal(readPending(text.slice(0, length)), undefined);
		}
	});

	it("is undefined if the text is something else", () => {
		fc.assert(fc.property(fc.json(), (text) => assert.equal(readPending(text), undefined)));
		for (const text of [
			JSON.stringify({ ...change, entries: [] }),
			JSON.stringify({ ...change, entries: [{ id: "1" }] }),
			JSON.stringify({ ...change, entries: [null] }),
			JSON.stringify({ ...change, swap: { before: 1, after: "b" } }),
			JSON.stringify({ ...change, since: "now" }),
		]) {
			assert.equal(readPending(text), undefined);
		}
	});
});
