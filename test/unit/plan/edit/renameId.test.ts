import { renameId } from "../../../../src/plan/edit/renameId.ts";
import { type EditCase, testEdits } from "./editCases.ts";

/** A rename of `old` to `new`; every other word `old` in the text that is not in a `formerly` or the definition is a use, by its place. */
function row(name: string, before: string, after: string, to = "new"): EditCase {
	return {
		name,
		before,
		after,
		edit: (text, definedAt) => {
			const uses = [...text.matchAll(/(["']?)\bold\b\1(?=[^\n]*# use|[^[\]]*\] # uses)/g)];
			const ranges = uses.map(({ index, 0: { length } }) => ({ start: index, end: index + length }));
			return renameId(text, { from: "old", to, definedAt }, ranges);
		},
	};
}

describe("renaming an id of the plan", () => {
	testEdits([
		row(
			"writes it at the definition and every use, quoted as there",
			'a:\n  - ^id: old # c\n    title: A\nb:\n  - { track: "old", x: 1 } # use\n  - of: \'old\' # use\n    needs: [x, old, "old"] # uses\n',
			'a:\n  - id: new # c\n    title: A\n    formerly: [old]\nb:\n  - { track: "new", x: 1 } # use\n  - of: \'new\' # use\n    needs: [x, new, "new"] # uses\n',
		),
		row(
			"quotes it where it must",
			"- ^{ id: old }\n- needs: [old] # uses\n- of: old # use\n",
			'- { id: "a, b", formerly: [old] }\n- needs: ["a, b"] # uses\n- of: a, b # use\n',
			"a, b",
		),
		row(
			"renames keys",
			"- ^id: old\n- o:\n    old: [a] # use\n",
			"- id: new\n  formerly: [old]\n- o:\n    new: [a] # use\n",
		),
		row(
			"adds an id that was derived",
			"- ^title: Old\n- of: old # use\n",
			"- title: Old\n  id: new\n  formerly: [old]\n- of: new # use\n",
		),
		row(
			"adds an id to a bare text",
			"- ^Old # c\n- of: old # use\n",
			"- { title: Old, id: new, formerly: [old] } # c\n- of: new # use\n",
		),
		row("fills an empty id", "- ^title: Old\n  id: # c\n", "- title: Old\n  id: new # c\n  formerly: [old]\n"),
		row(
			"adds to the former ones",
			"- ^{ id: old, formerly: [x], title: A }",
			"- { id: new, formerly: [x, old], title: A }",
		),
		row(
			"adds to the former ones and an id behind them",
			"- ^title: Old\n  formerly:\n    - x\n",
			"- title: Old\n  formerly:\n    - x\n    - old\n  id: new\n",
		),
		row(
			"makes the former ones of nothing",
			"- ^id: old\n  formerly: []\n  title: A",
			"- id: new\n  formerly: [old]\n  title: A",
		),
		row("does not name a former one twice", "- ^id: old\n  formerly: [old]\n", "- id: new\n  formerly: [old]\n"),
		row(
			"goes back to a former one",
			"- ^id: old\n  formerly: [x, 'new', y] # c\n",
			"- id: new\n  formerly: [x, 'old', y] # c\n",
		),
		row(
			"goes back where the old one is a former one, too",
			"- ^id: old\n  formerly:\n    - new # c\n    - old\n",
			"- id: new\n  formerly:\n    - old\n",
		),
		row("follows an alias", "- ^id: &i old\n- of: *i\n", "- id: &i new\n  formerly: [old]\n- of: *i\n"),
		row("changes nothing where the id stays", "- ^id: old\n", "- id: old\n", "old"),
		row("refuses former ones that are no list", "- ^id: old\n  formerly: x\n", "not-a-list"),
		row("refuses former ones from elsewhere", "- &f [x]\n- ^id: old\n  formerly: *f\n", "shared"),
		row("refuses a list as a definition", "- ^[a]\n", "not-a-map"),
		{
			name: "refuses a use that is not there",
			before: "^id: old",
			edit: (text, at) => renameId(text, { from: "old", to: "new", definedAt: at }, [{ start: 4, end: 6 }]),
			after: "not-found",
		},
	]);
});
