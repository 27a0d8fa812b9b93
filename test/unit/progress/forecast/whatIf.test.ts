import assert from "node:assert/strict";
import fc from "fast-check";
import { OpenWeeks } from "../../../../src/progress/forecast/openWeeks.ts";
import { type WhatIf, type WhatIfAnswer, whatIf } from "../../../../src/progress/forecast/whatIf.ts";
import { runs } from "../../../harness/depth.ts";
import { day, planOf } from "../progressFixture.ts";

const today = day("2026-10-11");
const weeks = new OpenWeeks(planOf("time_off: [2026-12-21..2027-01-03]"), today);
/** 40 weeks of one each; 20 of 60 are missing. */
const question = {
	missing: 20,
	record: { weeks: new Array(40).fill(1), changes: 40 },
	due: today + 10 * 7,
	weeks,
	seed: 1,
};
const tryOut = (tried: WhatIf, more: Partial<typeof question> = {}) =>
	whatIf({ ...question, ...more }, { goal: 60, direction: 1 }, tried);
const answered = (answer: WhatIfAnswer) => (answer.kind === "answer" ? answer : assert.fail(answer.kind));

describe("the effect of another rate, date, or goal", () => {
	it("is the day on which a rate reaches the goal", () => {
		const { due, rate, goal } = answered(tryOut({ kind: "rate", rate: 2 }));
		assert.deepEqual({ due, rate, goal }, { due: today + 70, rate: 2, goal: 60 });
		// Two weeks of time off are passed over.
		assert.equal(answered(tryOut({ kind: "rate", rate: 1 })).due, today + 20 * 7 + 14);
	});

	it("is the rate needed for a date", () => {
		const { rate, goal } = answered(tryOut({ kind: "date", due: today + 5 * 7 }));
		assert.deepEqual({ rate, goal }, { rate: 4, goal: 60 });
	});

	it("is the rate needed for another goal by the same day", () => {
		const { rate, due, goal } = answered(tryOut({ kind: "goal", goal: 70 }));
		assert.deepEqual({ rate, due, goal }, { rate: 3, due: question.due, goal: 70 });
		const falling = whatIf(question, { goal: 60, direction: -1 }, { kind: "goal", goal: 50 });
		assert.equal(answered(falling).rate, 3);
	});

	it("has a better chance with more time, and with less to reach", () => {
		const chances = [5, 10, 20, 40].map((count) => answered(tryOut({ kind: "date", due: today + count * 7 })).chance);
		assert.deepEqual(
			chances,
			chances.toSorted((a, b) => (a ?? 0) - (b ?? 0)),
		);
		const goals = [50, 60, 80, 160].map((goal) => answered(tryOut({ kind: "goal", goal })).chance);
		assert.deepEqual(
			goals,
			goals.toSorted((a, b) => (b ?? 0) - (a ?? 0)),
		);
	});

	it("has no chance if the record is too short", () => {
		const { chance, rate } = answered(
			tryOut({ kind: "date", due: today + 35 }, { record: { weeks: [1, 1], changes: 2 } }),
		);
		assert.deepEqual([chance, rate], [undefined, 4]);
	});

	it("is a separate state if it can't be computed", () => {
		assert.equal(tryOut({ kind: "goal", goal: 30 }).kind, "reached");
		assert.equal(tryOut({ kind: "date", due: today }).kind, "noTime");
		assert.equal(tryOut({ kind: "rate", rate: 0 }).kind, "never");
		assert.equal(tryOut({ kind: "rate", rate: -1 }).kind, "never");
		assert.equal(tryOut({ kind: "rate", rate: 1e-9 }).kind, "never");
		const { due: _, ...undated } = question;
		assert.equal(whatIf(undated, { goal: 60, direction: 1 }, { kind: "goal", goal: 70 }).kind, "noDue");
	});

	it("is consistent: the date for a rate needs no more than that rate, and all numbers are finite", () => {
		const amount = fc.oneof(fc.double({ min: -10, max: 1e6, noNaN: true }), fc.constantFrom(0, 1e-9, 1e15));
		fc.assert(
			fc.property(amount, amount, fc.integer({ min: -4000, max: 40_000 }), (rate, goal, after) => {
				const first = tryOut({ kind: "rate", rate });
				if (first.kind === "answer") {
					const back = answered(tryOut({ kind: "date", due: first.due }));
					assert.ok(back.rate <= rate * (1 + 1e-9));
				}
				const tried: ReadonlyArray<WhatIf> = [
					{ kind: "rate", rate },
					{ kind: "goal", goal },
					{ kind: "date", due: today + after },
				];
				for (const answer of tried.map((each) => tryOut(each)).filter(({ kind }) => kind === "answer")) {
					const { rate: needed, due, chance } = answered(answer);
					assert.ok(Number.isFinite(needed) && needed > 0 && Number.isSafeInteger(due) && due > today);
					assert.ok(chance === undefined || (chance >= 0 && chance <= 1));
				}
			}),
			{ numRuns: runs(60) },
		);
	});
});
