import { addItem } from "../../../../src/plan/edit/addItem.ts";
import type { Value } from "../../../../src/plan/edit/yaml/writeValue.ts";
import { testEdits } from "./editCases.ts";

type Row = readonly [name: string, before: string, value: Value, after: string];

const rows: ReadonlyArray<Row> = [
	["behind a block list", "^l:\n  - a # c\n\nb: 1\n", "x", "l:\n  - a # c\n  - x\n\nb: 1\n"],
	["behind an unindented list", "^l:\r\n- a\r\nb: 1\r\n", "x", "l:\r\n- a\r\n- x\r\nb: 1\r\n"],
	["at the end without a line break", "^l:\n    -   a", "x", "l:\n    -   a\n    -   x"],
	[
		"behind a nested item",
		"^l:\n  - a:\n      - 1\n      # of a\n  # of l\n",
		"x",
		"l:\n  - a:\n      - 1\n      # of a\n  - x\n  # of l\n",
	],
	["behind an empty item", "^l:\n  - a\n  -\n", "x", "l:\n  - a\n  -\n  - x\n"],
	["behind a literal", "^l:\n  - |\n    a\n\n# c\n", "x", "l:\n  - |\n    a\n  - x\n\n# c\n"],
	["behind a literal that keeps", "^l:\n  - |+\n    a\n\n", "x", "l:\n  - |+\n    a\n\n  - x\n"],
	[
		"a map, like those before it",
		"^l:\n  - a: 1\n    b: 2\n",
		{ a: "3", b: "4: x" },
		'l:\n  - a: 1\n    b: 2\n  - a: 3\n    b: "4: x"\n',
	],
	["a map, on one line like those before it", "^l:\n- {a: 1}\n", { a: "3, 4" }, 'l:\n- {a: 1}\n- {a: "3, 4"}\n'],
	["a map below texts", "^l:\n  - a\n", { a: "3", b: ["c", "d"] }, "l:\n  - a\n  - { a: 3, b: [c, d] }\n"],
	["a list in a list", "^l:\n  - - a\n", ["x", "y"], "l:\n  - - a\n  - [x, y]\n"],
	["in a flow list", "^l: [a, b] # c", "x", "l: [a, b, x] # c"],
	["in an empty flow list", "^l: [ ]", "x, y", 'l: ["x, y"]'],
	["in a flow list with a last comma", "^l: [ a, ]", "x", "l: [ a, x, ]"],
	[
		"in a flow list over lines",
		"^l: [\n    a, # c\n    b # d\n  ]\n",
		"x",
		"l: [\n    a, # c\n    b, # d\n    x\n  ]\n",
	],
	["in a flow list that ends with nothing", "^l: [a, ~]", "x", "l: [a, ~, x]"],
	["in a flow map", "- ^{ l: [a], b: 1 }", "x", "- { l: [a, x], b: 1 }"],
	["to a missing key", "^a: 1\nb:\n- 1\n", "x", "a: 1\nb:\n- 1\nl:\n- x\n"],
	["to a missing key below a hyphen", "- ^a: 1", { b: "1" }, "- a: 1\n  l:\n    - { b: 1 }"],
	["to a missing key of a flow map", "- ^{ a: 1 }", "x", "- { a: 1, l: [x] }"],
	["to an empty key", "^l: # c\nb: 1\n", "x", "l: # c\n  - x\nb: 1\n"],
	["to a tilde", "^l: ~ # c\nb: 1\n", "x", "l: # c\n  - x\nb: 1\n"],
	["to a null below its key", "^l:\n  null # c\nb: 1\n", "x", "l:\n   # c\n  - x\nb: 1\n"],
	["to an empty key at the end", "^l:", "x", "l:\n  - x"],
	["to an empty key of a flow map", "- ^{ l: , b: 1 }", "x", "- { l: [x], b: 1 }"],
	["to a tilde of a flow map", "- ^{ l: ~ }", "x", "- { l: [x] }"],
	["not to a text", "^l: a", "x", "not-a-list"],
	["not to a map", "^l: {}", "x", "not-a-list"],
	["not below a text", "l: ^a", "x", "not-a-map"],
	["not to a list that is used elsewhere", "^l: &x [a]\nb: *x", "x", "shared"],
	["not to a list from elsewhere", "b: &x [a]\nc: ^{ l: *x }", "x", "shared"],
];

describe("adding an item to a list of the plan", () => {
	testEdits(
		rows.map(([name, before, value, after]) => ({
			name,
			before,
			edit: (text, mapAt) => addItem(text, { mapAt, key: "l" }, value),
			after,
		})),
	);
});
