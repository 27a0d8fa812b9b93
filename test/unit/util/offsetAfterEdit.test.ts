import assert from "node:assert/strict";
import { offsetAfterEdit } from "../../../src/util/offsetAfterEdit.ts";

describe("an offset after an edit", () => {
	// Three characters from 10 on give way to five.
	const edit = { start: 10, end: 13, text: "abcde" };
	for (const [before, after] of [
		[0, 0],
		[10, 10],
		[11, undefined],
		[13, 15],
		[20, 22],
	] as const) {
		it(`is ${after ?? "gone"} if it was ${before}`, () => assert.equal(offsetAfterEdit(before, edit), after));
	}
});
