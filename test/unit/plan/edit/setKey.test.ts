import { setKey } from "../../../../src/plan/edit/setKey.ts";
import type { Value } from "../../../../src/plan/edit/yaml/writeValue.ts";
import { type EditCase, testEdits } from "./editCases.ts";

type Row = readonly [name: string, before: string, key: string, value: Value | undefined, after: string];

function cases(rows: ReadonlyArray<Row>): ReadonlyArray<EditCase> {
	return rows.map(([name, before, key, value, after]) => ({
		name,
		before,
		edit: (text, at) => setKey(text, at, key, value),
		after,
	}));
}

const replacing: ReadonlyArray<Row> = [
	["a plain value", "^title: A\ngoal: 5\n", "goal", "8-12", "title: A\ngoal: 8-12\n"],
	["a value before a comment", "^goal: 5  # people\n", "goal", "6", "goal: 6  # people\n"],
	["a value between tabs", "^goal:\t5\t# people\n", "goal", "6", "goal:\t6\t# people\n"],
	["a double quoted value", '^goal: "5" # c', "goal", "6+", 'goal: "6+" # c'],
	["a single quoted value", "^why: 'it''s'\n", "why", "that's", "why: 'that''s'\n"],
	["single quotes that cannot stay", "^why: 'a'\n", "why", "a\tb", 'why: "a\\tb"\n'],
	["plain by quoted where it must be", "^goal: 5\n", "goal", ">= 5", 'goal: ">= 5"\n'],
	["a value in a flow map", "- ^{ goal: 5, when: year 1 }\n", "goal", "1,000+", '- { goal: "1,000+", when: year 1 }\n'],
	["the value of a quoted key without a space", '^{"goal":"5"}', "goal", "6", '{"goal":"6"}'],
	["a plain value over two lines", "^title: A\n  b\ngoal: 1\n", "title", "C", "title: C\ngoal: 1\n"],
	["a quoted value over two lines", "^title: 'A\n  b' # c\r\n", "title", "C", "title: 'C' # c\r\n"],
	["a literal by one line", "^note: |\n  A\n  b\n\ngoal: 1\n", "note", "C", "note: C\n\ngoal: 1\n"],
	["a folded one with a comment", "^note: >- # why\n  A\n  b\ngoal: 1\n", "note", "C", "note: C # why\ngoal: 1\n"],
	[
		"a literal by more lines",
		"^note: |  # c\n    A\ngoal: 1\n",
		"note",
		"B\n\n C\n",
		"note: |  # c\n    B\n\n     C\ngoal: 1\n",
	],
	[
		"a literal by lines without an end",
		"^note: |\r\n  A\r\ngoal: 1",
		"note",
		"B\nC",
		"note: |-\r\n  B\r\n  C\r\ngoal: 1",
	],
	["a literal at the end without a line break", "^note: |\n  A", "note", "B\nC\n", "note: |\n  B\n  C"],
	["a literal that keeps its blank lines", "^note: |+\n  A\n\n\ngoal: 1\n", "note", "C", "note: C\ngoal: 1\n"],
	["a literal by what no literal can hold", "^note: |\n  A\n", "note", " B\nC", 'note: " B\\nC"\n'],
	["a flow list by a text", "^needs: [a, b] # c\n", "needs", "a", "needs: a # c\n"],
	["a flow map over lines", "^dropped: {\n  on: x,\n}\nb: 1\n", "dropped", { on: "y" }, "dropped: { on: y }\nb: 1\n"],
	[
		"a block list by a flow list",
		"^needs: # c\n  - a\n  - b # d\n# e\nb: 1",
		"needs",
		["x"],
		"needs: [x] # c\n# e\nb: 1",
	],
	["a block map at the end", "^a:\n  # c\n  b: 1", "a", "2", "a: 2\n  # c"],
	["an empty value", "^goal:\nwhen: 1\n", "goal", "5", "goal: 5\nwhen: 1\n"],
	["an empty value before a comment", "^goal:   # c\n", "goal", "5", "goal: 5   # c\n"],
	["an empty value at the end of the text", "^goal:", "goal", "5", "goal: 5"],
	["a tilde", "^goal: ~ # c\n", "goal", "5", "goal: 5 # c\n"],
	["an empty value before a comment with a null", "^goal: # is null\nb: 1\n", "goal", "5", "goal: 5 # is null\nb: 1\n"],
	["a null on the next line", "^goal: # c\n  null\nwhen: 1\n", "goal", "5", "goal: # c\n  5\nwhen: 1\n"],
	["an empty value with an anchor", "^goal: &g # c\nb: 1\n", "goal", "5", "goal: &g 5 # c\nb: 1\n"],
	["an empty value in a flow map", "^{ goal: , when: x }", "goal", "5", "{ goal: 5, when: x }"],
	["an empty last value in a flow map", "^{goal:}", "goal", "5", "{goal: 5}"],
	["a bare key in a flow map", "^{ when, goal }", "goal", "5", "{ when, goal: 5 }"],
	["an alias", "a: &x 1\nb: ^{ goal: *x, w: 1 }\n", "goal", "5", "a: &x 1\nb: { goal: 5, w: 1 }\n"],
	["the value of an explicit key", "^? goal\n: 5\n", "goal", "6", "? goal\n: 6\n"],
	["the first of two alike keys", "^goal: 1\ngoal: 2\n", "goal", "3", "goal: 3\ngoal: 2\n"],
	["nothing where it says so already", "^goal: '5' # c", "goal", "5", "goal: '5' # c"],
	["the last value behind a byte order mark", "\uFEFF^goal: 5\r\n", "goal", "6", "\uFEFFgoal: 6\r\n"],
	["an anchored value that nothing uses", "^goal: &g 5\n", "goal", "6", "goal: &g 6\n"],
];

const inserting: ReadonlyArray<Row> = [
	["behind the last key", "^title: A\nwhen: x # c\n# end\n", "goal", "5", "title: A\nwhen: x # c\ngoal: 5\n# end\n"],
	["without a last line break", "- ^title: A", "goal", "5", "- title: A\n  goal: 5"],
	["with CRLF", "-   ^title: A\r\n-   title: B\r\n", "goal", "5", "-   title: A\r\n    goal: 5\r\n-   title: B\r\n"],
	[
		"with the line break of its neighbours",
		"a: 1\r\nb:\n  ^c: 1\nd: 2\n",
		"e",
		"5",
		"a: 1\r\nb:\n  c: 1\n  e: 5\nd: 2\n",
	],
	["behind a byte order mark", "\uFEFF^title: A", "goal", "5", "\uFEFFtitle: A\ngoal: 5"],
	[
		"behind a nested block",
		"- ^a:\n    - x\n    # about x\n- b: 1\n",
		"goal",
		"5",
		"- a:\n    - x\n    # about x\n  goal: 5\n- b: 1\n",
	],
	["behind an unindented list", "^a:\n- x\n# c\n", "goal", "5", "a:\n- x\ngoal: 5\n# c\n"],
	["behind a literal", "- ^a: |\n    x\n\n- b", "goal", "5", "- a: |\n    x\n  goal: 5\n\n- b"],
	["behind a literal that keeps", "- ^a: |+\n    x\n\n- b", "goal", "5", "- a: |+\n    x\n\n  goal: 5\n- b"],
	["behind a literal at the end", "- ^a: |\n    x", "goal", "5", "- a: |\n    x\n  goal: 5"],
	["behind an empty value", "- ^a:\n  b: ~ # c\n", "goal", "5", "- a:\n  b: ~ # c\n  goal: 5\n"],
	["behind an alias", "x: &x 1\ny:\n  ^a: *x\n", "goal", "5", "x: &x 1\ny:\n  a: *x\n  goal: 5\n"],
	[
		"a map",
		"^a: 1\n",
		"dropped",
		{ on: "2026-01-05", why: "a: b" },
		'a: 1\ndropped: { on: 2026-01-05, why: "a: b" }\n',
	],
	["a map, with the padding of the plan", "^a: {b: 1}\n", "c", { d: "e, f" }, 'a: {b: 1}\nc: {d: "e, f"}\n'],
	["a text of several lines", "^a: 1", "note", "x\ny", 'a: 1\nnote: "x\\ny"'],
	["below a key whose first is anchored", "- &k a: 1\n  b: ^{c: 1}\n", "d", "2", "- &k a: 1\n  b: {c: 1, d: 2}\n"],
	["in a flow map", "- ^{ title: A } # c\n", "goal", "5", "- { title: A, goal: 5 } # c\n"],
	["in a flow map without spaces", "- ^{title: A,when: x}\n", "goal", "5", "- {title: A,when: x,goal: 5}\n"],
	["in an empty map", "a: ^{} # c", "goal", "5", "a: { goal: 5 } # c"],
	["in an empty map of a dense plan", "a: ^{ }\nb: {c: 1}", "goal", "5", "a: {goal: 5}\nb: {c: 1}"],
	["in an empty map with a comment", "a: ^{ # c\n  }", "goal", "5", "a: { goal: 5 # c\n  }"],
	["before a trailing comma", "- ^{ title: A, }", "goal", "5", "- { title: A, goal: 5, }"],
	["behind a bare key", "- ^{ a, b: }", "goal", "5", "- { a, b:, goal: 5 }"],
	[
		"in a map over lines",
		"- ^{\n    a: 1,\n    b: 2 # c\n  }\n",
		"goal",
		"5",
		"- {\n    a: 1,\n    b: 2, # c\n    goal: 5\n  }\n",
	],
	[
		"in one with a last comma",
		"- ^{\r\n    a: 1, # c\r\n  }",
		"goal",
		"5",
		"- {\r\n    a: 1, # c\r\n    goal: 5,\r\n  }",
	],
	[
		"in one that closes on the last line",
		"- ^{ a: 1,\n    b: 2 }\n",
		"goal",
		"5",
		"- { a: 1,\n    b: 2,\n    goal: 5 }\n",
	],
	["in a lone pair of a list", "a: [^b: 1, c]", "goal", "5", "a: [{ b: 1, goal: 5 }, c]"],
	["a key that has to be quoted", "- ^{ a: 1 }", "b, c", "5", '- { a: 1, "b, c": 5 }'],
];

const removing: ReadonlyArray<Row> = [
	["a line", "a: 1\n# about b\nb: 2 # c\nc: 3\n".replace("a", "^a"), "b", undefined, "a: 1\n# about b\nc: 3\n"],
	["the first line behind a hyphen", "- ^a: 1 # c\n  b: 2\n", "a", undefined, "- b: 2\n"],
	["the first line before a comment", "- ^a: 1\n  # about b\n  b: 2\n", "a", undefined, "- # about b\n  b: 2\n"],
	["the first line of a plan", "\uFEFF^a: 1\r\nb: 2\r\n", "a", undefined, "\uFEFFb: 2\r\n"],
	["the last line without a line break", "^a: 1\r\nb: 2", "b", undefined, "a: 1"],
	["all lines of a block", "^a:\n  - 1\n  # x\n  - 2 # y\nb: 2\n", "a", undefined, "b: 2\n"],
	["a literal", "^a: |\n  x\n\n  y\n\nb: 2\n", "a", undefined, "\nb: 2\n"],
	["an empty value", "^a: 1\nb: # c\nc: 1\n", "b", undefined, "a: 1\nc: 1\n"],
	["the only key below another", "a: # c\n  ^b: 1 # d\nc: 1\n", "b", undefined, "a: {} # c\nc: 1\n"],
	["the only key behind a hyphen", "- ^b: 1 # d\n- c\n", "b", undefined, "- {} # d\n- c\n"],
	["the only key of a plan", "# c\n^a:\n  b: 1\n", "a", undefined, "# c\n{}\n"],
	["the first in a flow map", "^{ a: 1, b: 2 }", "a", undefined, "{ b: 2 }"],
	["the last in a flow map", "^{a: 1, b: 2}", "b", undefined, "{a: 1}"],
	["the last before a comma", "^{ a: 1, b: 2, }", "b", undefined, "{ a: 1, }"],
	["the only one in a flow map", "- ^{ a: 1 } # c", "a", undefined, "- {} # c"],
	["one on a line of its own", "^{\n  a: 1, # x\n  b: 2, # y\n  c: 3\n}", "b", undefined, "{\n  a: 1, # x\n  c: 3\n}"],
	["the last on a line of its own", "^{\n  a: 1, # x\n  b: 2 # y\n}", "b", undefined, "{\n  a: 1 # x\n}"],
	["the last, with a comma, on a line of its own", "^{\n  a: 1,\n  b: 2,\n}", "b", undefined, "{\n  a: 1,\n}"],
	["the last line, which closes", "^{ a: 1,\n  b: 2 }", "b", undefined, "{ a: 1 }"],
	["the last line, which closes, below a comment", "^{ a: 1, # x\n  b: 2 }", "b", undefined, "{ a: 1 # x\n   }"],
	["the only one over lines", "^{\n  a: 1, # x\n}", "a", undefined, "{\n}"],
	["a lone pair of a list", "[^a: 1, c]", "a", undefined, "[{}, c]"],
	["a bare key", "^{ a, b }", "a", undefined, "{ b }"],
	["nothing if the key is missing", "^a: 1", "b", undefined, "a: 1"],
	["nothing of a bare text", "- ^a", "goal", undefined, "- a"],
];

const fromText: ReadonlyArray<Row> = [
	["in a block list", "a:\n  - ^Lead a team\n  - b\n", "goal", "5", "a:\n  - title: Lead a team\n    goal: 5\n  - b\n"],
	["at the end, with CRLF before", "a:\r\n- ^Lead", "goal", "5", "a:\r\n- title: Lead\r\n  goal: 5"],
	["before a comment", "- ^Lead # c\n", "goal", "5", "- { title: Lead, goal: 5 } # c\n"],
	["before a comment, with a comma", "- ^Lead, talk # c\n", "goal", "5", '- { title: "Lead, talk", goal: 5 } # c\n'],
	["in quotes", "- ^'Lead: a team'\n", "goal", "5", "- title: 'Lead: a team'\n  goal: 5\n"],
	["in quotes, before a comment", '- ^"Lead, talk" # c\n', "goal", "5", '- { title: "Lead, talk", goal: 5 } # c\n'],
	["in a flow list", "a: [^Lead, b]", "goal", "5", "a: [{ title: Lead, goal: 5 }, b]"],
	["in a flow list of a dense plan", "a: [^Lead, {b: 1}]", "goal", "a,b", 'a: [{title: Lead, goal: "a,b"}, {b: 1}]'],
	["in a nested list", "- - ^Lead\n", "goal", "5", "- - title: Lead\n    goal: 5\n"],
	["below its hyphen", "-\n  ^Lead\n", "goal", "5", "-\n  title: Lead\n  goal: 5\n"],
	["far from its hyphen", "-   ^Lead\n", "goal", "5", "-   title: Lead\n    goal: 5\n"],
	["behind a tab", "-\t^Lead\n", "goal", "5", "-\t{ title: Lead, goal: 5 }\n"],
	["over two lines", "- ^Lead\n  a team\n- b", "goal", "5", "- title: Lead a team\n  goal: 5\n- b"],
	["in quotes over two lines", "- ^'Lead\n  a: team'\n", "goal", "5", "- title: 'Lead a: team'\n  goal: 5\n"],
	["in a literal", "- ^|-\n  Lead\n- b\n", "goal", "5", "- { title: Lead, goal: 5 }\n- b\n"],
	["with a comment below", "- ^Lead\n  # c\n- b\n", "goal", "5", "- title: Lead\n  goal: 5\n  # c\n- b\n"],
	["whose title it sets", "- ^Lead # c\n", "title", "Follow", "- Follow # c\n"],
];

const refusing: ReadonlyArray<Row> = [
	["a title with an ampersand, until it is in quotes", "- &x ^Lead\n- b\n", "goal", "5", "unparsed"],
	["what is no YAML", '^a: "b', "a", "1", "unparsed"],
	["an empty text", "# c^", "a", "1", "not-found"],
	["a place where nothing begins", "a: b^c", "a", "1", "not-found"],
	["a text that isn't an item", "a: ^b", "a", "1", "not-a-map"],
	["a list", "a: ^[]", "a", "1", "not-a-map"],
	["a list as the title of a bare text", "- ^a", "title", ["b"], "not-a-map"],
	["taking the title from a bare text", "- ^a", "title", undefined, "not-a-map"],
	["taking away one of two alike keys", "^a: 1\na: 2\n", "a", undefined, "duplicate-key"],
	["a value that is used elsewhere", "^a: &x 1\nb: *x\n", "a", "2", "shared"],
	["a map that is used elsewhere", "a: &x\n  ^b: 1\nc: *x\n", "d", "2", "shared"],
	["taking away what is used elsewhere", "^a: &x 1\nb: *x\n", "a", undefined, "shared"],
	["a text that is used elsewhere", "- &x ^a\n- *x\n", "goal", "2", "shared"],
	["an explicit key without a value", "^? a\n? b\n", "a", "1", "unsafe"],
];

describe("setting a key of the plan", () => {
	describe("replaces", () => testEdits(cases(replacing)));
	describe("inserts", () => testEdits(cases(inserting)));
	describe("removes", () => testEdits(cases(removing)));
	describe("turns a plain text into a map", () => testEdits(cases(fromText)));
	describe("refuses", () => testEdits(cases(refusing)));
});
