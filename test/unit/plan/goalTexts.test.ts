import assert from "node:assert/strict";
import { FixFinder } from "../../../src/plan/assist/fixFinder.ts";
import { parsePlan } from "../../../src/plan/planParser.ts";
import { parseDay } from "../../../src/time/day.ts";
import { applyEdits } from "../../../src/util/textEdit.ts";

const today = parseDay("2026-08-01") ?? assert.fail();

/** A goal as it stands in a plan, with the words around it. */
const planWith = (goal: string, from?: string) =>
	`start: 2026-01-05\ntargets:\n  year 1:\n    - title: A\n      goal: ${goal}\n${from === undefined ? "" : `      from: ${from}\n`}`;

/** What the plan understood: `<=30 minutes per day`, `10..20 %`; `!` for a problem and nothing else. */
function read(text: string): string {
	const { plan, problems } = parsePlan(text);
	const goal = plan?.items[0]?.goal;
	if (!goal) {
		return problems.length > 0 ? "!" : "lost";
	}
	const { low, high, open, atMost, currency, unit, per } = goal;
	const number = `${atMost ? "<=" : ""}${low}${high === undefined ? "" : `..${high}`}${open ? "+" : ""}`;
	return [number, currency, unit, per && `per ${per}`].filter(Boolean).join(" ");
}

describe("goals in a whole plan", () => {
	for (const [goal, expected] of [
		["1.000.000", "1000000"],
		["10.000,50", "10000.5"],
		["CHF 200'000", "200000 CHF"],
		["1_000", "1000"],
		["90.000 words", "!"],
		["42.195 km", "42.195 km"],
		["10%-20%", "10..20 %"],
		["8 people - 12 people", "8..12 people"],
		["3 months-6 months", "3..6 months"],
		["80%+", "80+ %"],
		["8 people+", "8+ people"],
		["$1M +", "1000000+ $"],
		["5 per 2 weeks", "!"],
		["5/wk", "5 per week"],
		["$500/mo", "500 $ per month"],
		["4 quarterly", "4 per quarter"],
		["3 pro Woche", "3 per week"],
		["3 次/周", "3 次 per week"],
		["10 minutes daily", "10 minutes per day"],
		["3 times weekly", "3 times per week"],
		["5/10", "!"],
		["5..8", "5..8"],
		["$2bn", "2000000000 $"],
		["1.5 Mio €", "1500000 €"],
		["12:30", "!"],
		["5h 20m", "!"],
		["50% → 80%", "!"],
		["30 minutes or less", "<=30 minutes"],
		["2 hours max", "<=2 hours"],
		["max. 2", "<=2"],
		["2 or fewer", "<=2"],
		["£0", "<=0 £"],
		["0", "<=0"],
		["at least 1", "1+"],
		["under 30 minutes", "!"],
		["no more than 2", "<=2"],
		["once a week", "1 per week"],
		["daily", "1 per day"],
	] as const) {
		it(`is read correctly, or is a problem: ${goal}`, () => assert.equal(read(planWith(goal)), expected));
	}

	it("falls if it starts above, and no fix deletes the start", () => {
		const text = planWith("190 lbs", "212");
		assert.equal(read(text), "<=190 lbs");
		assert.deepEqual(parsePlan(text).problems, []);
	});

	for (const goal of ["90.000 words", "5 per 2 weeks", "5/10", "12:30", "5h 20m", "50% → 80%", "under 30 minutes"]) {
		it(`has fixes that leave no problem and keep the title: ${goal}`, () => {
			const text = planWith(goal);
			const finder = new FixFinder(text, today);
			const fixes = finder.problems.flatMap((problem) => finder.fixesOf(problem));
			assert.ok(fixes.length > 0);
			for (const { edits } of fixes) {
				const { plan, problems } = parsePlan(applyEdits(text, edits));
				assert.deepEqual([problems, plan?.items[0]?.title], [[], "A"]);
				assert.notEqual(plan?.items[0]?.goal, undefined);
			}
		});
	}
});
