import assert from "node:assert/strict";
import { PlanParser } from "../../../../src/plan/planParser.ts";
import { parseDay } from "../../../../src/time/day.ts";
import { completionsAt } from "../../../../src/viewmodel/editor/completions.ts";
import { Formatter } from "../../../../src/viewmodel/text/formatter.ts";

const top = `start: 2026-01-05
measures: [{ id: impact, title: Business impact }]
tracks: [{ id: technical, title: Depth }]
phases:
  - title: First
    when: by month 5
    outcomes:
      technical: [Learn]
      networking: [Meet]
`;

const today = parseDay("2026-08-01") ?? assert.fail();
const source = () => ({ parser: new PlanParser(), formatter: new Formatter("en"), today });

/** What is offered where `|` stands behind the plan above, as `label (detail)`. */
function offered(typed: string): ReadonlyArray<string> {
	const text = top + typed;
	const offset = text.indexOf("|", top.length);
	return completionsAt(text.replace("|", ""), offset, source()).map(({ label, detail }) =>
		detail === undefined ? label : `${label} (${detail.replace(/\s/g, " ")})`,
	);
}

/** The text after one of the completions was taken, with the snippet's places as they are written. */
function taken(typed: string, wanted: string): string {
	const text = top + typed;
	const offset = text.indexOf("|", top.length);
	const plain = text.replace("|", "");
	const found = completionsAt(plain, offset, source()).find(({ label }) => label === wanted);
	assert.ok(found, `no ${wanted}`);
	return (plain.slice(0, found.range.start) + found.snippet + plain.slice(found.range.end)).slice(top.length);
}

const item = "targets:\n  year 1: [{ id: aws-saa, title: Certificate }]\n  year 2:\n";

describe("completions", () => {
	for (const [where, typed, some, none] of [
		["keys at the top", "ti|", ["title", "time_off", "targets"], ["start", "phases"]],
		["keys of an item", `${item}    - title: a\n      |`, ["goal", "when", "needs"], ["title", "share"]],
		["keys of an item that is being typed", `${item}    - title: a\n      go|\n      when: 2027\n`, ["goal"], ["when"]],
		["keys of an item in braces", `${item}    - { title: a, | }`, ["goal", "of"], ["title"]],
		["keys of an item whose brace is open", `${item}    - { title: a, go|`, ["goal"], ["title"]],
		["keys at the hyphen of an item", `${item}    - |`, ["title", "of"], []],
		["keys while the text below is broken", `${item}    - title: a\n      |\nrisks: [`, ["goal"], []],
		["measures", `${item}    - of: |`, ["impact (Business impact)"], ["aws-saa (Certificate)", "technical (Depth)"]],
		["tracks", `${item}    - { title: a, track: t| }`, ["technical (Depth)"], ["impact (Business impact)"]],
		["items that are needed", `${item}    - needs: [|]`, ["aws-saa (Certificate)"], ["technical (Depth)"]],
		[
			"items that something drives",
			`${item}    - { title: a, drives: [|] }`,
			["aws-saa (Certificate)"],
			["technical (Depth)"],
		],
		["items that measure the goal", `${item}    - a\naim: [|]`, ["aws-saa (Certificate)"], ["technical (Depth)"]],
		["items that are needed, a line each", `${item}    - needs:\n        - |`, ["aws-saa (Certificate)"], ["title"]],
		["evidence", "checkpoints:\n  - questions: [{ evidence: [|] }]", ["impact (Business impact)"], []],
		["forms of a period", `${item}    - when: |`, ["month 5 (May 5 – Jun 4, 2026)", "2027-Q3"], ["100+"]],
		["forms of a period that is half typed", `${item}    - when: by ye|`, ["by year 2 (by Jan 4, 2028)"], []],
		["forms of a quantity", `${item}    - { title: a, goal: | }`, ["100+", "at most 2"], ["month 5"]],
		["years that have no targets yet", "targets:\n  year 1: [a]\n  |", ["year 2 (Jan 5, 2027 – Jan 4, 2028)"], []],
		["areas and tracks in use", "phases:\n  - outcomes:\n      |", ["technical (Depth)", "networking"], ["title"]],
		["the id that a title makes", `${item}    - title: Lead a team\n      id: |`, ["lead-a-team"], ["aws-saa"]],
		["choices", "week: { counts: | }", ["commitments", "all"], []],
	] as const) {
		it(`offer ${where}`, () => {
			const all = offered(typed);
			for (const label of some) {
				assert.ok(all.includes(label), `${label} in ${all}`);
			}
			for (const label of none) {
				assert.ok(!all.includes(label), `no ${label} in ${all}`);
			}
		});
	}

	for (const column of [0, 2, 4, 5, 8]) {
		it(`write a key of the item above in its column, typed in column ${column}`, () => {
			const margin = " ".repeat(column);
			const head = `${item}    - title: a\n`;
			assert.equal(taken(`${head}${margin}|`, "needs"), `${head}      needs: [\${1:aws-saa}]`);
			assert.equal(taken(`${head}${margin}ne|\n`, "needs"), `${head}      needs: [\${1:aws-saa}]\n`);
		});
	}

	it("write nested lines of a key of the item above in its column", () => {
		assert.equal(taken("phases:\n  - title: a\n  out|", "outcomes"), "phases:\n  - title: a\n    outcomes:\n      $0");
	});

	it("complete the start to today", () => {
		const [first] = completionsAt("", 0, source()).filter(({ label }) => label === "start");
		assert.equal(first?.snippet, `start: \${1:2026-08-01}`);
		assert.deepEqual(
			completionsAt("start: ", 7, source()).map(({ label }) => label),
			["2026-08-01"],
		);
	});

	it("offer the most used values first", () => {
		const keys = offered(`${item}    - title: a\n      |`);
		assert.deepEqual([keys[0], keys.at(-1)], ["id", "private"]);
		assert.equal(offered("phases:\n  - |")[0], "title");
	});

	for (const [where, typed] of [
		["in a comment", "# ti|"],
		["in a title", "title: Lead the team|"],
		["for ids that something had before", `${item}    - { title: a, formerly: [|] }`],
		["in prose", "about: |-\n  Some ti|"],
	] as const) {
		it(`offer nothing ${where}`, () => {
			// The first bar of the prose is YAML's own.
			const text = typed.startsWith("about") ? typed.replace("|-", ">-") : typed;
			assert.deepEqual(offered(text), []);
		});
	}

	for (const [what, typed, label, after] of [
		[
			"a key with an example",
			`${item}    - title: a\n      go|`,
			"goal",
			`${item}    - title: a\n      goal: \${1:100+}`,
		],
		[
			"a key with a list of ids",
			`${item}    - { title: a, ne| }`,
			"needs",
			`${item}    - { title: a, needs: [\${1:aws-saa}] }`,
		],
		["a key with a list of maps, a whole item", "ris|", "risks", `risks:\n  - title: \${1}`],
		["a whole phase", "x: 1\nphases:\n  - |", "title", `x: 1\nphases:\n  - title: \${1}\n  when: \${2:month 5}`],
		["a whole target", `${item}    - |`, "title", `${item}    - title: \${1}\n  goal: \${2:100+}`],
		["a commitment in braces", "com|", "commitments", `commitments:\n  - title: \${1}\n    hours: \${2:2}`],
		["today as a date", "slips: [{ a| }]", "at", `slips: [{ at: \${1:2026-08-01} }]`],
		[
			"a key with items below",
			"phases:\n  - title: a\n    out|",
			"outcomes",
			"phases:\n  - title: a\n    outcomes:\n  $0",
		],
		["a key with a choice", "week: { co| }", "counts", `week: { counts: \${1|commitments,all|} }`],
		["an id that needs quotes no more than it has", `${item}    - of: "im|"`, "impact", `${item}    - of: "impact"`],
		[
			"a period that is half typed, as a whole",
			`${item}    - when: by ye|`,
			"by year 2",
			`${item}    - when: by year 2`,
		],
		["a key that has its value, without another", `${item}    - go|: 5`, "goal", `${item}    - goal: 5`],
	] as const) {
		it(`write ${what}`, () => assert.equal(taken(typed, label), after));
	}
});
