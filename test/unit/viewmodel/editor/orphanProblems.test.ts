import assert from "node:assert/strict";
import { OrphanFinder } from "../../../../src/journal/ledger/orphanFinder.ts";
import { finish } from "../../../../src/journal/steps.ts";
import { orphanProblems } from "../../../../src/viewmodel/editor/orphanProblems.ts";
import type { ViewSource } from "../../../../src/viewmodel/text/viewSource.ts";
import { openPlan } from "./editorFixture.ts";

const text =
	"targets: { 2027: [{ id: people, title: People I met }, { id: talks, title: Talks, formerly: [speeches] }] }\n";

const problemsOf = (source: ViewSource) => finish(orphanProblems(source, new OrphanFinder()));

/** What is told of entries: the id, the line, how many there are, and what most likely was meant. */
function told(...entries: ReadonlyArray<object>) {
	const { source } = openPlan(text, entries);
	return problemsOf(source).map(({ id, line, text: words, meant }) => [
		id,
		line,
		/so (\d+) entr(?:y isn't|ies aren't) counted/.exec(words)?.[1],
		meant?.id,
	]);
}

const progress = (on: string, name?: string) => ({
	type: "progress",
	on,
	add: 1,
	...(name === undefined ? {} : { name }),
});

describe("entries with an unknown ID", () => {
	it("are reported once for each ID, at the last entry", () => {
		assert.deepEqual(told(progress("poeple"), progress("talks"), progress("poeple")), [["poeple", 3, "2", "people"]]);
	});

	it("are compared with titles, too", () => {
		assert.deepEqual(told(progress("contacts", "People I met")), [["contacts", 1, "1", "people"]]);
	});

	it("are reported without a suggestion if none is close", () => {
		assert.deepEqual(told(progress("zzzzzzzz")), [["zzzzzzzz", 1, "1", undefined]]);
	});

	it("aren't reported for a current or former ID", () => {
		assert.deepEqual(told(progress("people"), progress("speeches")), []);
	});
});

describe("numbers logged on an item with a measure", () => {
	it("are reported if they don't count, at the last of them", () => {
		const plan =
			"measures: [{ id: m, title: Met }]\ntargets: { 2027: [{ id: people, title: People, of: m, goal: 5 }] }\n";
		const entries = [
			progress("people"),
			progress("m"),
			progress("people"),
			{ ...progress("people"), add: undefined, set: true },
		];
		const told = problemsOf(openPlan(plan, entries).source).map(({ id, line, text: words }) => [id, line, words]);
		assert.deepEqual(told, [
			["people", 3, '"People" counts by the measure "Met", so 2 numbers logged on it directly aren\'t counted.'],
		]);
	});
});
