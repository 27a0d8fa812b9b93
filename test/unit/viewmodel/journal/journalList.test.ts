import assert from "node:assert/strict";
import { aliasesOf } from "../../../../src/journal/ledger/aliases.ts";
import { readLedger } from "../../../../src/journal/ledger/readLedger.ts";
import { parsePlan } from "../../../../src/plan/planParser.ts";
import { parseDay } from "../../../../src/time/day.ts";
import { JournalList } from "../../../../src/viewmodel/journal/journalList.ts";
import { Formatter } from "../../../../src/viewmodel/text/formatter.ts";

const journal = [
	'{"id":"1","at":"2026-11-20","type":"time","on":"articles","minutes":45,"note":"Draft of the ARTICLE"}',
	'{"id":"2","at":"2026-11-23T10:00Z","type":"progress","on":"gone","name":"Old goal","set":true}',
	'{"id":"3","at":"2026-11-24","type":"note","text":"A talk in Zürich","on":["writing","lost"]}',
	'{"id":"4","at":"2026-11-24","type":"time","on":"writing","minutes":5}',
	'{"id":"5","at":"2026-11-24","type":"time","on":"writing","minutes":500}',
	'{"id":"6","at":"2026-11-24","type":"void","entry":"5"}',
];

function listOf(lines: ReadonlyArray<string>): JournalList {
	const yaml = "commitments: [{id: writing, formerly: [articles], title: Thought leadership, hours: 2}]";
	const plan = parsePlan(yaml).plan ?? assert.fail();
	return new JournalList({
		...{ plan, ledger: readLedger([lines.join("\n")]), aliases: aliasesOf(plan.byId.values()) },
		...{ today: parseDay("2026-11-24") ?? 0, formatter: new Formatter("en") },
	});
}

/** The lines as text: days as they are, entries indented, with their description after a bar. */
function outline(typed: string, limit = 100): ReadonlyArray<string> {
	return listOf(journal)
		.lines(typed, limit)
		.map((line) =>
			line.kind === "day"
				? line.label
				: `  ${line.label} | ${line.description}${line.orphan === undefined ? "" : ` (${line.orphan})`}`,
		);
}

describe("the list of entries", () => {
	it("is searched with pauses, however many entries there are", () => {
		const many = Array.from(
			{ length: 5000 },
			(_, at) => `{"id":"n${at}","at":"2026-11-20","type":"note","text":"n${at}."}`,
		);
		const list = listOf(many);
		const steps = list.steps("n4.", 10);
		let pauses = 0;
		let step = steps.next();
		for (; !step.done; step = steps.next()) pauses++;
		assert.ok(pauses > 5, String(pauses));
		assert.deepEqual(step.value, list.lines("n4.", 10));
		assert.equal(step.value.filter(({ kind }) => kind === "entry").length, 1);
	});

	it("sorts only the newest entries until older ones are asked for", () => {
		const lines = Array.from(
			{ length: 100_000 },
			(_, at) => `{"id":"n${at}","at":"20${10 + (at % 10)}-11-20","type":"note","text":"n${at}."}`,
		);
		const steps = (typed: string) => {
			const made = listOf(lines).steps(typed, 10);
			let count = 1;
			while (!made.next().done) count++;
			return count;
		};
		assert.ok(steps("n99999.") > 5 * steps(""));
	});

	it("has the newest first, by day, without voided entries", () => {
		assert.deepEqual(outline(""), [
			"Today",
			"  Thought leadership: 5 min | ",
			"  A talk in Zürich | not in the plan (lost)",
			"Yesterday",
			"  Old goal: done | not in the plan (gone)",
			"Friday, Nov 20, 2026",
			"  Thought leadership: 45 min | Draft of the ARTICLE",
		]);
		assert.equal(listOf(journal).size, 4);
	});

	for (const [typed, found] of [
		["article draft", ["Friday, Nov 20, 2026", "  Thought leadership: 45 min | Draft of the ARTICLE"]],
		["ZÜRICH", ["Today", "  A talk in Zürich | not in the plan (lost)"]],
		["  old ", ["Yesterday", "  Old goal: done | not in the plan (gone)"]],
		["2026-11-20", ["Friday, Nov 20, 2026", "  Thought leadership: 45 min | Draft of the ARTICLE"]],
		["nov 23", ["Yesterday", "  Old goal: done | not in the plan (gone)"]],
		["lost", ["Today", "  A talk in Zürich | not in the plan (lost)"]],
		["talk draft", []],
	] as const) {
		it(`finds what contains each of the words: ${typed}`, () => assert.deepEqual(outline(typed), found));
	}

	it("ends after a number of entries, days not counted", () => {
		assert.equal(outline("", 3).length, 5);
		assert.deepEqual(outline("", 0), []);
	});

	it("says which entries overlap", () => {
		const timed = (id: string, at: string) =>
			`{"id":"${id}","at":"2026-11-24T${at}Z","type":"time","on":"writing","minutes":30}`;
		const lines = listOf([timed("1", "10:00"), timed("2", "10:20"), timed("3", "12:00")]).lines("", 10);
		assert.deepEqual(
			lines.flatMap((line) => (line.kind === "entry" ? [line.description] : [])),
			["", "overlaps Thought leadership by 10 min", "overlaps Thought leadership by 10 min"],
		);
	});

	it("is empty for an empty journal", () => assert.deepEqual(listOf([]).lines("", 10), []));
});
