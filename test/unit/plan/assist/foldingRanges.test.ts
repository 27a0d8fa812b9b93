import assert from "node:assert/strict";
import { foldingRanges } from "../../../../src/plan/assist/foldingRanges.ts";
import { parsePlan } from "../../../../src/plan/planParser.ts";

/** The folds as first and last line, counted from 1. */
function folds(text: string): ReadonlyArray<string> {
	const { root } = parsePlan(text);
	assert.ok(root);
	const line = (offset: number) => text.slice(0, offset).split("\n").length;
	return foldingRanges(text, root).map(({ kind, start, end }) => `${kind} ${line(start)}-${line(end)}`);
}

describe("folding", () => {
	it("covers keys and items, down to the last line", () =>
		assert.deepEqual(folds("title: a\ntargets:\n  2027:\n    - title: a\n      goal: 5\n    - b\n"), [
			"region 2-6",
			"region 3-6",
			"region 4-5",
		]));

	it("covers lists that aren't indented, and braces over several lines", () =>
		assert.deepEqual(folds("phases:\n- title: a\n- {\n  title: b }\nrisks: []\n"), ["region 1-4", "region 3-4"]));

	it("covers block text and comments", () =>
		assert.deepEqual(folds("# one\n# two\ntitle: a # no\nabout: |\n  one\n  two\ngoal: b\n"), [
			"region 4-6",
			"comment 1-2",
		]));
});
