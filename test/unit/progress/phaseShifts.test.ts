import assert from "node:assert/strict";
import { phaseShifts } from "../../../src/progress/phaseShifts.ts";
import { formatDay } from "../../../src/time/day.ts";
import { type Logged, ledgerOf, planOf } from "./progressFixture.ts";

const moved = (on: string, name: string, was: string | null, now: string): Logged => [
	"2026-03-01",
	on,
	{ type: "plan", name, field: "when", was, now },
];

function shiftsIn(yaml: string, logged: ReadonlyArray<Logged> = []): ReadonlyArray<string> {
	const plan = planOf(yaml);
	return phaseShifts(plan, ledgerOf(plan, logged)).map(
		({ phase, was, now }) => `${phase.id}: ${formatDay(was)} → ${formatDay(now)}`,
	);
}

const phases = "phases: [{id: p, title: P, when: months 1-6}, {id: q, title: Q, when: months 7-12}]\n";

describe("how far the phases have moved since day one", () => {
	for (const [name, yaml, expected, logged] of [
		["nothing has moved", phases, []],
		[
			"a slip",
			`${phases}slips: [{at: 2026-08-01, by: 2 months}]`,
			["p: 2026-07-04 → 2026-07-04", "q: 2027-01-04 → 2027-03-04"],
		],
		[
			"the dates of a phase were changed twice",
			phases,
			["p: 2026-05-04 → 2026-07-04", "q: 2027-01-04 → 2027-01-04"],
			[moved("p", "P", "months 1-4", "months 1-5"), moved("p", "P", "months 1-5", "months 1-6")],
		],
		[
			"day one was moved",
			phases,
			["p: 2026-06-04 → 2026-07-04", "q: 2026-12-04 → 2027-01-04"],
			[["2026-01-02", "", { type: "plan", on: undefined, field: "start", was: "2025-12-05", now: "2026-01-05" }]],
		],
		[
			"the first phase was longer, and the others follow",
			"phases: [{id: p, title: P, when: for 2 months}, {id: q, title: Q, when: for 3 months}]",
			["p: 2026-04-04 → 2026-03-04", "q: 2026-07-04 → 2026-06-04"],
			[moved("p", "P", "for 3 months", "for 2 months")],
		],
		[
			"an item with the same ID was moved",
			`${phases}targets: {year 1: [{id: p, title: Item}]}`,
			[],
			[moved("p", "Item", "months 1-4", "months 1-5")],
		],
		[
			"a phase has no end",
			"phases: [{id: p, title: P, when: from month 2}]\nslips: [{at: 2026-01-06, by: 1 month}]",
			[],
		],
		["what was written before can't be read", phases, [], [moved("p", "P", "some day", "months 1-6")]],
	] as ReadonlyArray<readonly [string, string, ReadonlyArray<string>, ReadonlyArray<Logged>?]>) {
		it(name, () => assert.deepEqual(shiftsIn(yaml, logged), expected));
	}
});
