import assert from "node:assert/strict";
import { orphanProblems } from "../../../../src/present/editor/orphans.ts";
import { openPlan } from "./given.ts";

const text =
	"targets: { 2027: [{ id: people, title: People I met }, { id: talks, title: Talks, formerly: [speeches] }] }\n";

/** What is told of entries: the id, the line, how many there are, and what most likely was meant. */
function told(...entries: ReadonlyArray<object>) {
	const { source } = openPlan(text, entries);
	return orphanProblems(source).map(({ id, line, text: words, meant }) => [
		id,
		line,
		/its (\d+) entries/.exec(words)?.[1],
		meant?.id,
	]);
}

const progress = (on: string, name?: string) => ({
	type: "progress",
	on,
	add: 1,
	...(name === undefined ? {} : { name }),
});

describe("entries that name nothing in the plan", () => {
	it("are told once for each id, at the last of them", () => {
		assert.deepEqual(told(progress("poeple"), progress("talks"), progress("poeple")), [["poeple", 3, "2", "people"]]);
	});

	it("are held against titles too", () => {
		assert.deepEqual(told(progress("contacts", "People I met")), [["contacts", 1, "1", "people"]]);
	});

	it("are told where nobody can tell what they meant", () => {
		assert.deepEqual(told(progress("zzzzzzzz")), [["zzzzzzzz", 1, "1", undefined]]);
	});

	it("are none where the plan knows the id, or knew it", () => {
		assert.deepEqual(told(progress("people"), progress("speeches")), []);
	});
});
