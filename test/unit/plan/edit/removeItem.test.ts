import { removeItem } from "../../../../src/plan/edit/removeItem.ts";
import { testEdits } from "./editCases.ts";

type Row = readonly [name: string, before: string, index: number, after: string];

const rows: ReadonlyArray<Row> = [
	["the first line", "l:\n  ^- a\n  - b\n", 0, "l:\n  - b\n"],
	["a line with its comment, but not what is above", "^- a\n# about b\n- b # c\n- c\n", 1, "- a\n# about b\n- c\n"],
	["all lines of an item", "^- a: 1\n  b:\n    - x\n- c\n", 0, "- c\n"],
	["the last line without a line break", "l:\r\n^- a\r\n- b", 1, "l:\r\n- a"],
	["an empty item", "^- a\n-\n- b\n", 1, "- a\n- b\n"],
	["a literal", "^- |\n  a\n  b\n\n- c\n", 0, "\n- c\n"],
	["the first of a nested list", "- ^- a\n  - b\n", 0, "- - b\n"],
	["the only one below a key", "l: # c\n  ^- a # d\nb: 1\n", 0, "l: [] # c\nb: 1\n"],
	["the only one of a plan", "\uFEFF# c\r\n^- a\r\n", 0, "\uFEFF# c\r\n[]\r\n"],
	["the only one of a nested list", "- ^- a\n- b\n", 0, "- []\n- b\n"],
	["the first in flow style", "^[a, b]", 0, "[b]"],
	["one in the middle in flow style", "^[a,  b, c]", 1, "[a,  c]"],
	["the last in flow style", "^[ a, { b: 1 } ]", 1, "[ a ]"],
	["the only one in flow style", "l: ^[ a ] # c", 0, "l: [] # c"],
	["one on a line of its own", "^[\n  a, # x\n  b, # y\n]\n", 0, "[\n  b, # y\n]\n"],
	["an empty one in flow style", "^[a, ~, b]", 1, "[a, b]"],
	["an alias", "- &x [a]\n- ^[*x, b]\n", 0, "- &x [a]\n- [b]\n"],
	["with the anchor before it", "^[&x a, b]", 0, "[b]"],
	["not what is not there", "^[a]", 1, "not-found"],
	["not from a map", "^a: 1", 0, "not-a-list"],
	["not what is used elsewhere", "^[&x a, b, *x]", 0, "shared"],
	["not what would let a text take up blank lines", "l:\n  - ^- |+\n      a\n    - b\n\n  - c\n", 1, "unsafe"],
];

describe("removing an item from a list of the plan", () => {
	testEdits(
		rows.map(([name, before, index, after]) => ({
			name,
			before,
			edit: (text, listAt) => removeItem(text, listAt, index),
			after,
		})),
	);
});
