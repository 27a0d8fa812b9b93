import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fixEverything } from "../../../src/plan/assist/fixEverything.ts";
import { FixFinder } from "../../../src/plan/assist/fixFinder.ts";
import { parsePlan } from "../../../src/plan/planParser.ts";
import { parseDay } from "../../../src/time/day.ts";
import { applyEdits } from "../../../src/util/textEdit.ts";
import { viewContent } from "../../../src/viewmodel/rows/viewContent.ts";
import { ledgerOf } from "../progress/progressFixture.ts";
import { byPhase, outline } from "../viewmodel/rows/renderRows.ts";
import { sourceOf } from "../viewmodel/viewSourceFor.ts";

const today = parseDay("2026-08-01") ?? assert.fail();

/** What a careful reader finds in plans with the keys and the forms of other formats. */
const expected: Readonly<Record<string, ReadonlyArray<string>>> = {
	"phd.yaml": [
		...[
			"Literature review",
			"Read 80 papers",
			"Write the chapter",
			"First field season",
			"Paper 1",
			"Outline",
			"Draft",
		],
		...["Submitted", "Thesis", "Write", "Reading group"],
	],
	"novel.yaml": [
		...["Plan it", "Premise in one sentence", "12 characters: who they are and what they want", "Outline (3 acts)"],
		...["First draft", "Words written", "Reach the midpoint by June", "Revise", "Read aloud, start to finish"],
		...["Beta readers found", "Query letter", "Draft"],
	],
	"marathon.yaml": [
		...["Base building", "run 3x per week", "long run of 18km", "Build", "long run of 30km"],
		...["half marathon race: 2026-07-12", "Taper"],
	],
	"finances.yaml": ["Emergency fund", "Pay off car loan", "Save for house"],
	"habits-zh.yaml": ["体重: 从80kg到72kg", "学会游泳 (6月之前)", "存款10万元"],
	"okrs.yaml": [
		...["Ship the new platform", "Migrate 80% of services", "P95 latency: 200ms", "Critical incidents"],
		...["Grow the team", "Engineers hired", "eNPS", "Reduce cost", "Cloud bill down 20%"],
	],
	"course.yaml": [
		...["Semester 1", "Statistics (6 ECTS)", "Programming in Python (6 ECTS) - done", "Semester 2"],
		...["Machine Learning (6 ECTS), needs Statistics", "Databases", "Semester 3", "Semester 4", "Thesis (30 ECTS)"],
	],
	"open-source.yaml": [
		...["v0.9", "streaming API", "v1.0", "90% test coverage", "v2.0", "WASM build (stretch)"],
		...["1000 stars by end of year", "first external maintainer"],
	],
	"early-retirement.yaml": [
		...["Accumulate", "savings rate 50%", "portfolio: $600,000", "Coast", "portfolio: $1.2M", "mortgage paid off"],
		"Retire",
	],
	"promotion.yaml": [
		...["Technical leadership", "Lead a cross-team project (in progress)", "Write design docs", "Mentoring"],
		...["mentor 2 juniors", "run the reading group", "Visibility", "Conference talks", "Promo packet", "Writing"],
	],
};

/** What the plan calls each of its parts. */
function titlesIn(text: string): ReadonlyArray<string> {
	const { plan = assert.fail() } = parsePlan(text);
	return [...plan.phases, ...plan.items, ...plan.commitments].map(({ title }) => title);
}

function withFirstFix(text: string): string {
	const finder = new FixFinder(text, today);
	const [fix = assert.fail(text)] = finder.problems.flatMap((problem) => finder.fixesOf(problem).slice(0, 1));
	return applyEdits(text, fix.edits);
}

describe("plans of careless newcomers", () => {
	for (const [name, titles] of Object.entries(expected)) {
		const text = readFileSync(join("test", "unit", "plan", "careless", name), "utf8");

		it(`show a useful tree on the first try: ${name}`, () => {
			const { plan = assert.fail() } = parsePlan(text);
			const source = sourceOf(plan, ledgerOf(plan, []), "2026-08-01");
			const lines = (["roadmap", "week"] as const).flatMap((view) => outline(viewContent(view, source, byPhase).rows));
			const shown = new Set(lines.map((line) => line.replace(/^[\s+-]*/, "").replace(/ \|.*$/s, "")));
			assert.deepEqual(
				titles.filter((title) => !shown.has(title)),
				[],
				lines.join("\n"),
			);
		});

		it(`have a fix for each key with another name here: ${name}`, () => {
			const finder = new FixFinder(text, today);
			const foreign = finder.problems.filter(({ code, args: [key] }) => code === "unknown-key" && key !== "supervisor");
			assert.deepEqual(
				foreign.filter((problem) => finder.fixesOf(problem).length === 0).map(({ args: [key] }) => key),
				[],
			);
		});
	}

	for (const name of Object.keys(expected)) {
		it(`need at most three fixes, the first of which fixes all that needs no choice: ${name}`, function () {
			this.timeout(60_000);
			let text = readFileSync(join("test", "unit", "plan", "careless", name), "utf8");
			const titles = titlesIn(text);
			let count = 0;
			for (; parsePlan(text).problems.length > 0 && count < 4; count++) {
				const all = fixEverything(text, today).text;
				text = all === text ? withFirstFix(text) : all;
			}
			assert.deepEqual(parsePlan(text).problems, [], text);
			assert.ok(count <= 3, `${count} fixes`);
			assert.deepEqual(
				titles.filter((title) => !text.includes(title)),
				[],
				text,
			);
		});
	}

	it("are fixed as they are meant", () => {
		const fixed = (text: string) => fixEverything(text, today);
		assert.deepEqual(
			fixed("name: A\nstart: 2026-01-05\nphases:\n  - name: B\n    duration: 8 weeks\n    goals: [c]\n"),
			{
				text: "title: A\nstart: 2026-01-05\nphases:\n  - title: B\n    when: for 8 weeks\n    outcomes: [c]\n",
				logs: [],
			},
		);
		assert.deepEqual(fixed("goals:\n  - name: B\n    target: 4\n    current: 1\n    state: done\n    owner: me\n"), {
			text: 'targets:\n  - title: B\n    goal: 4\n    note: "owner: me"\n',
			logs: [
				{ on: "b", set: 1 },
				{ on: "b", set: true },
			],
		});
		// Only the user knows which of the two is meant.
		const unclear = "targets: [{ title: A, goal: 15.000 € }, { title: B, when: 09/01/2026 }]\n";
		assert.deepEqual(fixed(unclear), { text: unclear, logs: [] });
	});

	for (const [text, title] of [
		["commitments:\n  - Morning pages: 30 min daily\n", "Morning pages: 30 min daily"],
		["commitments:\n  - name: Gym\n", "Gym"],
		["phases:\n  - name: One\n    tasks: [a]\n", "One"],
		["milestones:\n  - name: One\n    tasks: [{ name: a }]\n", "One"],
	] as const) {
		it(`show what has only a foreign key, or a colon, in its title: ${text.replaceAll("\n", " ⏎ ")}`, () => {
			const { plan, problems } = parsePlan(text);
			assert.deepEqual(
				[...(plan?.commitments ?? []), ...(plan?.phases ?? [])].map((each) => each.title),
				[title],
			);
			assert.ok(problems.every(({ code }) => code === "unknown-key"));
		});
	}
});
