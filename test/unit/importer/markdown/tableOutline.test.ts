import assert from "node:assert/strict";
import fc from "fast-check";
import { proposeRoadmap } from "../../../../src/importer/markdown/proposeRoadmap.ts";
import { parsePlan } from "../../../../src/plan/planParser.ts";
import { runs } from "../../../harness/depth.ts";
import { checkProposal } from "./checkProposal.ts";

const propose = (text: string) =>
	proposeRoadmap(text, { source: "sheet", today: 20_000, check: checkProposal, answers: {} });
const itemsOf = (text: string) => {
	const { text: plan } = propose(text);
	const { plan: parsed, problems } = parsePlan(plan);
	assert.deepEqual(problems, []);
	return parsed?.items.map(({ title, note }) => (note === undefined ? title : `${title} (${note})`));
};
const rows = (...cells: ReadonlyArray<ReadonlyArray<string>>) => cells.map((row) => row.join("\t")).join("\r\n");

describe("a table of a spreadsheet", () => {
	const cells = rows(
		["Area", "Task", "Goal", "Due", "Notes", "Link"],
		["Music", "Learn songs", "12", "2027-03-01", "by heart", "https://example.org/songs"],
		["Music", "Find a hall", "", "soon", "", "javascript:alert(1)"],
		["", "", "", "", "", ""],
		["Voice", "Sing high", "lots", "Q2 2027", "", ""],
	);

	it("has an item for each row, with the keys that its heads name", () => {
		assert.deepEqual(propose(cells).text.split("\n").slice(-22), [
			"          - title: Learn songs # sheet:2",
			"            when: 2027-03-01",
			"            goal: 12",
			"            link: https://example.org/songs",
			"            note: |",
			"              Area: Music",
			"",
			"              by heart",
			"          - title: Find a hall # sheet:3",
			"            note: |",
			"              Area: Music",
			"",
			"              Due: soon",
			"",
			"              Link: javascript:alert(1)",
			"          - title: Sing high # sheet:5",
			"            when: 2027-04-01..2027-06-30",
			"            note: |",
			"              Area: Voice",
			"",
			"              Goal: lots",
			"",
		]);
	});

	it("is read from CSV whose head names a column, and from a table in Markdown", () => {
		const csv = '"Task";"Due"\n"Sing; loudly";"2027-03-01"\n"Rest";""\n';
		assert.deepEqual(itemsOf(csv), ["Sing; loudly", "Rest"]);
		assert.deepEqual(itemsOf("# A\n\n| Task | Goal |\n| --- | --- |\n| Learn songs | 12 |\n| Visit halls | 3 |\n"), [
			"Learn songs",
			"Visit halls",
		]);
	});

	it("is none in prose, lists, and code", () => {
		for (const text of ["One, two\nthree, four\n", "- a\tb\n- c\td\n", "\ta\tb\n\tc\td\n", "a\tb\nc\n", "a\tb"]) {
			assert.equal(propose(text).isRoadmap, false, text);
		}
	});

	it("has each row in the plan or among what is not imported, without a problem, whatever the cells say", () => {
		const cell = fc.oneof(
			fc.constantFrom("", "Task", "Due", "Goal", "Q2 2027", "12", "at most 2", "[x]", "# a", "a: b", '"', "=1+1"),
			fc.string(),
		);
		const table = fc
			.integer({ min: 2, max: 5 })
			.chain((width) =>
				fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 2, maxLength: 8 }),
			);
		fc.assert(
			fc.property(table, (all) => {
				const text = all.map((row) => row.map((each) => each.replace(/[\t\r\n"]/g, " ")).join("\t")).join("\n");
				const { text: plan, fates, isRoadmap } = propose(text);
				if (isRoadmap) assert.deepEqual(parsePlan(plan).problems, []);
				for (const [at, line] of text.split("\n").entries()) {
					assert.equal(fates.has(at + 1), line.trim() !== "");
				}
			}),
			{ numRuns: runs(200) },
		);
	});
});
