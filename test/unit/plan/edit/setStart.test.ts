import { setStart } from "../../../../src/plan/edit/setStart.ts";
import { testEdits } from "./editCases.ts";

describe("setting day one of the plan", () => {
	testEdits([
		{
			name: "changes the day and leaves quotes and comments",
			before: 'title: A\nstart: "2026-01-05" # day one\nweek: { starts: monday }\n',
			edit: (t) => setStart(t, "2026-02-02"),
			after: 'title: A\nstart: "2026-02-02" # day one\nweek: { starts: monday }\n',
		},
		{
			name: "adds it behind the last key",
			before: "title: A\r\n",
			edit: (t) => setStart(t, "2026-02-02"),
			after: "title: A\r\nstart: 2026-02-02\r\n",
		},
		{
			name: "is not taken in by a key of that name further down",
			before: "week:\n  start: x\ntitle: A\n",
			edit: (t) => setStart(t, "2026-02-02"),
			after: "week:\n  start: x\ntitle: A\nstart: 2026-02-02\n",
		},
		{
			name: "takes it out",
			before: "title: A\nstart: 2026-01-05\ngoal: b\n",
			edit: (t) => setStart(t, undefined),
			after: "title: A\ngoal: b\n",
		},
		{
			name: "works in flow style, behind a byte order mark",
			before: "\uFEFF{ title: A }",
			edit: (t) => setStart(t, "2026-02-02"),
			after: "\uFEFF{ title: A, start: 2026-02-02 }",
		},
		{
			name: "does nothing where it is the same day",
			before: "start: 2026-01-05",
			edit: (t) => setStart(t, "2026-01-05"),
			after: "start: 2026-01-05",
		},
		{ name: "needs a map", before: "- a", edit: (t) => setStart(t, "2026-02-02"), after: "not-a-map" },
		{ name: "needs a plan", before: "# a", edit: (t) => setStart(t, "2026-02-02"), after: "not-found" },
		{ name: "needs YAML", before: "a: [", edit: (t) => setStart(t, "2026-02-02"), after: "unparsed" },
	]);
});
