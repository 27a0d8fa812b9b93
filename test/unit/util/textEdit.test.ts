import assert from "node:assert/strict";
import fc from "fast-check";
import { applyEdits, diffTexts, mergeEdits } from "../../../src/util/textEdit.ts";

describe("the difference of two texts", () => {
	for (const [name, before, after, expected] of [
		["a word", "title: One # c", "title: Two # c", { start: 7, end: 10, text: "Two" }],
		["nothing", "same", "same", { start: 4, end: 4, text: "" }],
		["more of what is there", "aa", "aaa", { start: 2, end: 2, text: "a" }],
		["less of what is there", "aaa", "aa", { start: 2, end: 3, text: "" }],
		["what is put in front", "b", "ab", { start: 0, end: 0, text: "a" }],
		["all", "abc", "xyz", { start: 0, end: 3, text: "xyz" }],
		["from empty", "", "a", { start: 0, end: 0, text: "a" }],
		["a character whose first half is the same", "a😀b", "a😁b", { start: 1, end: 3, text: "😁" }],
		["a character whose second half is the same", "a😀b", "a🈀b", { start: 1, end: 3, text: "🈀" }],
		["a character more", "😀", "😀😀", { start: 2, end: 2, text: "😀" }],
		["to empty", "a", "", { start: 0, end: 1, text: "" }],
	] as const) {
		it(`is one edit: ${name}`, () => assert.deepEqual(diffTexts(before, after), expected));
	}

	it("turns one into the other, and is no longer than what differs", () =>
		fc.assert(
			fc.property(fc.string(), fc.string(), fc.string(), fc.string(), (head, tail, old, now) => {
				const [before, after] = [head + old + tail, head + now + tail];
				const edit = diffTexts(before, after);
				assert.equal(applyEdits(before, [edit]), after);
				// One unit more at each end where the halves of a character had to stay together.
				assert.ok(edit.end - edit.start <= old.length + 2 && edit.text.length <= now.length + 2);
			}),
		));
});

describe("edits of a text", () => {
	it("are sorted, and adjacent ones merged", () =>
		assert.deepEqual(
			mergeEdits([
				{ start: 5, end: 6, text: "c" },
				{ start: 0, end: 2, text: "a" },
				{ start: 2, end: 2, text: "b" },
			]),
			[
				{ start: 0, end: 2, text: "ab" },
				{ start: 5, end: 6, text: "c" },
			],
		));
});
