import { strict as assert } from "node:assert";
import { movedReviews } from "../../../src/logging/movedReviews.ts";
import { movedDates } from "../../../src/logging/planChange.ts";
import { makeSteps } from "../../../src/logging/planSteps.ts";
import { type SlipChoice, slipSteps } from "../../../src/logging/slipSteps.ts";
import { parsePlan } from "../../../src/plan/planParser.ts";
import { formatDay, parseDay } from "../../../src/time/day.ts";

const text = `start: 2026-01-05
targets:
  months 1-10: [Late, { id: later, title: Long late, when: by month 2 }]
  year 1: [Ahead]
checkpoints:
  - { id: half, title: Half year, every: 6 months, until: year 2 }
`;
const today = parseDay("2026-11-28") ?? assert.fail();
const plan = parsePlan(text).plan ?? assert.fail();
const overdue = plan.items.filter(({ title }) => /late/i.test(title));

describe("a slip", () => {
	const make = (choice: SlipChoice) => {
		const made = makeSteps(
			{ text, plan },
			slipSteps({ kind: "slip", at: "2026-12-01", by: "2 months" }, choice, today),
			"Leave",
		);
		return typeof made === "string" ? assert.fail(made) : made;
	};
	const movesOf = (choice: SlipChoice) => {
		const after = make(choice).plan;
		return [...movedDates(plan, after), ...movedReviews(plan, after, today)].map(
			({ node, was, now }) => `${node.title}: ${formatDay(was ?? 0)} -> ${formatDay(now ?? 0)}`,
		);
	};

	it("moves what is ahead; overdue items stay, and reviews keep their rhythm", () =>
		assert.deepEqual(movesOf({ reviews: false, overdue: [] }), ["Ahead: 2027-01-04 -> 2027-03-04"]));

	it("moves recurring reviews, if it is chosen", () => {
		const moves = movesOf({ reviews: true, overdue: [] });
		assert.equal(moves[0], "Ahead: 2027-01-04 -> 2027-03-04");
		assert.ok(moves.includes("Half year: 2027-01-04 -> 2027-03-04"), moves.join("\n"));
	});

	it("moves overdue items by as much, or from today where they would still be overdue", () =>
		assert.deepEqual(movesOf({ reviews: false, overdue }), [
			"Late: 2026-11-04 -> 2027-01-04",
			"Long late: 2026-03-04 -> 2027-01-28",
			"Ahead: 2027-01-04 -> 2027-03-04",
		]));

	it("has an entry for each change, with the reason", () =>
		assert.deepEqual(
			make({ reviews: true, overdue }).entries.map(
				(entry) => entry.type === "plan" && [entry.field, entry.now, entry.why],
			),
			[
				["slips", "2026-12-01 + 2 months", "Leave"],
				["when", "by 2027-01-04", "Leave"],
				["when", "by 2027-01-28", "Leave"],
			],
		));
});
