import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { FixFinder } from "../../../src/plan/assist/fixFinder.ts";
import { parsePlan } from "../../../src/plan/planParser.ts";
import { parseDay } from "../../../src/time/day.ts";
import { applyEdits } from "../../../src/util/textEdit.ts";
import { viewContent } from "../../../src/viewmodel/rows/viewContent.ts";
import { ledgerOf } from "../progress/progressFixture.ts";
import { byPhase, outline } from "../viewmodel/rows/renderRows.ts";
import { sourceOf } from "../viewmodel/viewSourceFor.ts";

const folder = join("test", "unit", "plan", "newcomers");
const today = parseDay("2026-08-01") ?? assert.fail();

/** The number of items that a careful reader finds in each plan, parts included, and of the habits. */
const expected: Readonly<Record<string, { readonly items: number; readonly habits: number }>> = {
	"course.yaml": { items: 12, habits: 0 },
	"early-retirement.yaml": { items: 10, habits: 0 },
	"finances.yaml": { items: 10, habits: 1 },
	"habits-zh.yaml": { items: 7, habits: 2 },
	"marathon.yaml": { items: 13, habits: 2 },
	"okrs.yaml": { items: 11, habits: 0 },
	"open-source.yaml": { items: 14, habits: 0 },
	"promotion.yaml": { items: 9, habits: 1 },
};

describe("plans as newcomers write them", () => {
	for (const name of readdirSync(folder)) {
		const text = readFileSync(join(folder, name), "utf8");

		it(`show everything on the first try: ${name}`, () => {
			const { plan } = parsePlan(text);
			assert.ok(plan);
			const source = sourceOf(plan, ledgerOf(plan, []), "2026-08-01");
			const lines = outline(viewContent("roadmap", source, byPhase).rows).join("\n");
			const shown = plan.items.filter(({ kind }) => /^(?:outcome|milestone|target)$/.test(kind)) ?? [];
			assert.deepEqual(
				shown.map(({ title }) => title).filter((title) => !lines.includes(title)),
				[],
				lines,
			);
			const { habits } = source.snapshot;
			assert.deepEqual(
				{ items: plan.items.length, habits: habits.filter(({ unit }) => unit === "times").length },
				expected[name],
			);
		});

		it(`need at most three fixes, all offered by the light bulb: ${name}`, () => {
			let fixed = text;
			let count = 0;
			for (; count < 4; count++) {
				const finder = new FixFinder(fixed, today);
				const [problem] = finder.problems;
				if (!problem) {
					break;
				}
				const [fix] = finder.fixesOf(problem);
				assert.ok(fix, `no fix for ${JSON.stringify(problem)} in\n${fixed}`);
				fixed = applyEdits(fixed, fix.edits);
			}
			assert.deepEqual(parsePlan(fixed).problems, [], fixed);
			assert.ok(count <= 3, `${count} fixes`);
		});
	}
});
