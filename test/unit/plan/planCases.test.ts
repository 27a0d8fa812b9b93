import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import fc from "fast-check";
import { FixFinder } from "../../../src/plan/assist/fixFinder.ts";
import { parsePlan } from "../../../src/plan/planParser.ts";
import { parseDay } from "../../../src/time/day.ts";
import { applyEdits } from "../../../src/util/textEdit.ts";
import { runs } from "../../harness/depth.ts";

const folder = join("test", "unit", "plan", "cases");
/** The text of each case by its name, the base name of its file. */
const texts = new Map(
	readdirSync(folder, { recursive: true, encoding: "utf8" })
		.filter((path) => path.endsWith(".yaml"))
		.map((path) => [basename(path, ".yaml"), readFileSync(join(folder, path), "utf8")]),
);
const today = parseDay("2026-08-01") ?? assert.fail();
const read = (name: string): string => texts.get(name) ?? assert.fail(`There is no case ${name}.`);
const titlesOf = (text: string): ReadonlyArray<string> => {
	const { plan } = parsePlan(text);
	return [...(plan?.phases ?? []), ...(plan?.tracks ?? []), ...(plan?.commitments ?? []), ...(plan?.items ?? [])].map(
		({ title }) => title,
	);
};

/** A plan as somebody wrote it, the titles that a careful reader sees, and the codes of its problems, each once. */
const cases: ReadonlyArray<readonly [name: string, titles: ReadonlyArray<string>, codes: ReadonlyArray<string>]> = [
	["bad-start", ["A"], ["bad-day"]],
	["bold", ["**Week 1-2**: Planning"], ["read-as-text"]],
	["checkbox", ["[x] Plan", "[ ] Proposal"], ["read-as-text"]],
	["colon-bullet", ["Kubecon: demos with partners"], ["colon-in-title"]],
	["colon-flow", ["Kubecon: demos"], ["read-as-text"]],
	["colon-lost", ["The Harvest: break-even by month 9", "Sleep"], ["colon-in-title"]],
	["colon-title", ["Phase 1: Core"], ["read-as-text", "missing-start"]],
	["colon-title-first", ["A"], ["read-as-text"]],
	["emoji", ["📍 Phase 1: Core"], ["read-as-text"]],
	["every", [], ["bad-duration"]],
	["flow-decimal", ["Run"], ["comma-in-flow"]],
	["greater-than", ["Joy", "B"], ["greater-than"]],
	["id-in-title", ["AZ-900 – Azure Fundamentals", "AI-900", "CPA – C++ Certified Associate", "AWS"], ["unknown-id"]],
	["markdown-link", ["[Course](https://example.com) (12h)"], ["read-as-text"]],
	["nested-bullets", ["Run a race", "5k", "10k"], ["nested-bullets"]],
	["nested-outcomes", ["A", "Books", "One", "Two"], ["nested-bullets"]],
	["single-need", ["A", "B"], ["expected-list"]],
	["synonyms", ["A", "B"], ["unknown-key"]],
	["tab", ["A"], ["tab"]],
	[
		"flow-comma",
		[
			"Talks, big and small",
			"Talks, big and small",
			"Concepts, characters",
			"Concepts, characters, set-pieces, everything",
			"Detailed outline with every beat, scene and chapter",
			"Written",
			"A, b",
		],
		["comma-in-flow"],
	],
];

/** Lines as people write them, and the items that a careful reader sees: title, goal and first day. */
const readings: ReadonlyArray<readonly [text: string, items: ReadonlyArray<string>]> = [
	[
		"targets:\n  2027:\n  - First\n  - Second\n    when: 2027-03\n    goal: 5\n  - Third\n",
		["First", "Second 5", "Third"],
	],
	[
		"targets:\n  2027:\n    - &Talks to give\n    - A: &B\n    - &C\n    - { title: &D e, goal: 5 }\n",
		["&Talks to give", "A: &B", "&C", "&D e 5"],
	],
	[
		"targets:\n  2027:\n    - &a { title: Base, goal: 3 }\n    - *a\n    - title: &t Last\n",
		["Base 3", "Base 3", "&t Last"],
	],
	["phases:\n  - title: One\n    outcomes: A\n", ["A"]],
	["phases:\n  - One\n    - A\n    - B\n", ["A", "B"]],
	["phases:\n  - One:\n    - A\n  - title: Two\n    when: 2027\n    - B\n", ["A", "B"]],
	["targets:\n  2027:\n    - Run: 5k\n      - a\n        - a1\n    - C\n", ["Run: 5k", "a", "a1", "C"]],
	["targets:\n  2027:\n    - [x] Run # why\n      - { title: a, goal: 5 }\n    - C\n", ["[x] Run", "a 5", "C"]],
	["targets:\n  2027:\n    - title: Run\n      goal: 5\n      - a\n      - b\n    - C\n", ["Run 5", "a", "b", "C"]],
	["targets:\n  2027:\n    - Run\n     goal: 5\n    - C\n", ["Run 5", "C"]],
	["targets:\n  2027:\n    - title: Run\n    goal: 5\n  - C\n    - D\n", ["Run 5", "C", "D"]],
	["targets:\n2027:\n  - A\n  - B\n2028:\n  - C\n", ["A", "B", "C"]],
	["targets:\n 2027:\n  - A\n   2028:\n  - B\n", ["A", "B"]],
	["targets:\n  2027:\n    - A\n    * D\n    • E\n    – F\n    2. H\n    - J\n", ["A", "D", "E", "F", "H", "J"]],
	["phases:\n  One:\n    - A\n  Two:\n    when: 2027\n    outcomes: [B]\n", ["A", "B"]],
	["phases:\n    One:\n        when: 2027\n        outcomes:\n            - B\n", ["B"]],
	["targets: A\n", ["A"]],
	["indicators:\n  - A\n  - B\n", ["A", "B"]],
	[
		"targets:\n  2027:\n    - Run a race\n      in an hour\n    - title: Two\n        lines\n",
		["Run a race in an hour", "Two lines"],
	],
	["targets:\n  2027:\n    - Fix: #42 now\n    - B\n", ["Fix: #42 now", "B"]],
	[
		"targets:\n  2027:\n    - E:\n      goal: 5\n    - F:\n        goal: 6\n        note: x\n    - B\n",
		["E 5", "F 6", "B"],
	],
	["title: Plan\n start: 2026-01-05\ntargets:\n  2027:\n    - A\n", ["A"]],
	[
		"title: Plan\n  start: 2026-01-05\n  targets:\n    2027:\n      - title: A\n          goal: 5\n      - B\n",
		["A 5", "B"],
	],
	[
		"about: A long text\n  that goes on: here\ntargets:\n  2027:\n    - After one\n      more words: here\n    - B\n",
		["After one more words: here", "B"],
	],
	[
		"targets:\n  2027:\n    - <<: [Text](https://example.com)\n    - <<: text\n    - B\n",
		["<<: [Text](https://example.com)", "<<: text", "B"],
	],
];

/** Fixes that only change how something is written: all words stay. */
const keeping: ReadonlySet<string> = new Set([
	"quote",
	"to-note",
	"move-up",
	"make-parts",
	"make-list",
	"make-map",
	"add-key",
	"spaces",
]);
const wordsOf = (text: string): ReadonlyArray<string> => text.match(/[\p{L}\p{N}]+/gu) ?? [];

describe("plans as people write them", () => {
	for (const [name, titles, codes] of cases) {
		it(`show everything, with one problem for each cause: ${name}`, () => {
			const text = read(name);
			assert.deepEqual(titlesOf(text), titles);
			assert.deepEqual([...new Set(parsePlan(text).problems.map(({ code }) => code))], codes);
		});
	}

	for (const [text, items] of readings) {
		it(`are read as intended, and reported: ${text.replaceAll("\n", " ⏎ ")}`, () => {
			const { plan, problems } = parsePlan(text);
			assert.deepEqual(
				plan?.items.map(({ title, goal }) => (goal ? `${title} ${goal.text}` : title)),
				items,
			);
			assert.notDeepEqual(problems, []);
		});

		it(`mean the same once they are fixed: ${text.replaceAll("\n", " ⏎ ")}`, () => {
			let fixed = text;
			for (let count = 0; count < 8; count++) {
				const finder = new FixFinder(fixed, today);
				const fix = finder.problems.flatMap((problem) => finder.fixesOf(problem))[0];
				fixed = fix ? applyEdits(fixed, fix.edits) : fixed;
			}
			assert.deepEqual(parsePlan(fixed).problems, [], fixed);
			assert.deepEqual(
				parsePlan(fixed).plan?.items.map(({ title, goal }) => (goal ? `${title} ${goal.text}` : title)),
				items,
			);
		});
	}

	it("show every good line, however many are bad, and each bad line has a problem", () => {
		const bad = ["x y", "z", "[", "one two", "%", "a b c"];
		fc.assert(
			fc.property(
				fc.array(fc.record({ isBad: fc.boolean(), words: fc.constantFrom(...bad), margin: fc.constantFrom(0, 2, 6) }), {
					minLength: 20,
					maxLength: 100,
				}),
				(lines) => {
					const written = lines.map(({ isBad, words, margin }, at) =>
						isBad && at > 0 ? `${" ".repeat(margin)}${words}` : `    - Item ${at}`,
					);
					const text = `title: Plan\ntargets:\n  2027:\n${written.join("\n")}\ncommitments:\n  - { title: Last, hours: 2 }\n`;
					const { plan, problems } = parsePlan(text);
					const titles = plan?.items.map(({ title }) => title) ?? [];
					const lost = written.filter(
						(line, at) => /Item/.test(line) && !titles.some((title) => title.split(/\s/).includes(String(at))),
					);
					assert.deepEqual(lost, [], text);
					assert.equal(plan?.commitments[0]?.title, "Last");
					assert.ok(problems.length > 0 || !lines.slice(1).some(({ isBad }) => isBad), text);
				},
			),
			{ numRuns: runs(300) },
		);
	});

	it("show each item at whatever margin, as a part of the one above or beside it, and mean the same once they are fixed", () => {
		const line = fc.record({ margin: fc.integer({ min: 0, max: 9 }), hasKeys: fc.boolean(), isQuoted: fc.boolean() });
		fc.assert(
			fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), (lines) => {
				const written = lines.flatMap(({ margin, hasKeys, isQuoted }, at) => {
					const blanks = " ".repeat(at === 0 ? 4 : margin);
					const title = isQuoted ? `"Item ${at}"` : `Item ${at}`;
					return hasKeys ? [`${blanks}- title: ${title}`, `${blanks}  goal: ${at + 1}`] : [`${blanks}- ${title}`];
				});
				const text = `targets:\n  2027:\n${written.join("\n")}\ncommitments:\n  - { title: Last, hours: 2 }\n`;
				const meaning = (of: string) => {
					const { plan } = parsePlan(of);
					assert.equal(plan?.commitments[0]?.title, "Last", of);
					return plan.items.map(({ title, goal }) => `${title} ${goal?.low ?? ""}`);
				};
				const expected = lines.map(({ hasKeys }, at) => `Item ${at} ${hasKeys ? at + 1 : ""}`);
				assert.deepEqual(meaning(text).sort(), expected.toSorted(), text);
				let fixed = text;
				for (let count = 0; count < lines.length; count++) {
					const finder = new FixFinder(fixed, today);
					const fix = finder.problems.flatMap((problem) => finder.fixesOf(problem))[0];
					fixed = fix ? applyEdits(fixed, fix.edits) : fixed;
				}
				assert.deepEqual(meaning(fixed).sort(), expected.toSorted(), `${text}\n${fixed}`);
				const layout = parsePlan(fixed).problems.filter(({ code }) => /indent|nested|read-as/.test(code));
				assert.deepEqual(layout, [], `${text}\n${fixed}`);
			}),
			{ numRuns: runs(1000) },
		);
	});

	for (const [name, text] of texts) {
		it(`keep their text when they are fixed: ${name}`, () => {
			const finder = new FixFinder(text, today);
			for (const problem of finder.problems) {
				for (const fix of finder.fixesOf(problem)) {
					const after = applyEdits(text, fix.edits);
					const { start, end } = problem.range;
					const kept = keeping.has(fix.kind) ? text : text.slice(0, start) + text.slice(end);
					const words = new Set(wordsOf(after));
					const isMoved = fix.kind === "move-up" || fix.kind === "make-parts" || fix.kind === "make-list";
					// What is logged is in the journal then.
					const logged = new Set(fix.log ? wordsOf(text.slice(end).split(/[,}\n]/)[0] ?? "") : []);
					const lost = wordsOf(kept).filter((word) => !words.has(word) && !logged.has(word) && !/^\d$/.test(word));
					assert.deepEqual(lost, [], `${problem.code}, ${fix.kind} ${fix.args}:\n${after}`);
					if (!isMoved) {
						const titles = titlesOf(after);
						assert.deepEqual(
							titlesOf(text).filter((title) => !titles.includes(title)),
							[],
							`${problem.code}, ${fix.kind}:\n${after}`,
						);
					}
				}
			}
		});
	}
});
