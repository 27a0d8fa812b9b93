import assert from "node:assert/strict";
import type { Ledger } from "../../../src/journal/ledger/ledger.ts";
import { readLedger } from "../../../src/journal/ledger/readLedger.ts";
import type { Plan } from "../../../src/plan/plan.ts";
import { parsePlan } from "../../../src/plan/planParser.ts";
import { computeSnapshot, type Snapshot } from "../../../src/progress/snapshot.ts";
import { type Day, parseDay } from "../../../src/time/day.ts";

/** What was logged: `{minutes}` is time, `{occurrence}` a review, `{week}` a focus, anything else progress. */
export type Logged = readonly [at: string, on: string, value: object];

/** The day that a text names. */
export function day(text: string): Day {
	return parseDay(text) ?? assert.fail(`${text} is no day`);
}

/** A plan that starts on 5 January 2026, a Monday, unless it says another day, or none. */
export function planOf(yaml: string): Plan {
	const { plan, problems } = parsePlan(/^start:/m.test(yaml) ? yaml : `start: 2026-01-05\n${yaml}`);
	const errors = problems.filter(({ code, severity }) => severity === "error" && code !== "needs-cycle");
	assert.deepEqual(errors, []);
	return plan ?? assert.fail();
}

/** A line of the journal, with an id that comes after those of smaller numbers. */
export function lineOf([at, on, value]: Logged, number: number): string {
	const id = String(number).padStart(6, "0");
	const about = "occurrence" in value ? { type: "review", checkpoint: on } : { on };
	const type = "week" in value ? "focus" : "progress";
	return JSON.stringify({ id, at, type: "minutes" in value ? "time" : type, ...about, ...value });
}

/** The journal in which these were logged one after the other. */
export function ledgerOf({ week }: Plan, logged: ReadonlyArray<Logged>): Ledger {
	return readLedger([logged.map(lineOf).join("\n")], week.dayEnds);
}

/** The snapshot of a plan with what was logged, on a day. */
export function snapshotOf(yaml: string, logged: ReadonlyArray<Logged> = [], today = "2026-07-01"): Snapshot {
	const plan = planOf(yaml);
	return computeSnapshot(plan, ledgerOf(plan, logged), day(today));
}
