import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { FixFinder } from "../../../src/plan/assist/fixFinder.ts";
import { parsePlan } from "../../../src/plan/planParser.ts";
import { parseDay } from "../../../src/time/day.ts";
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
};

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
