import { readFileSync } from "node:fs";
import type { Ledger } from "../../../src/journal/ledger/ledger.ts";
import { readLedger } from "../../../src/journal/ledger/readLedger.ts";
import type { Plan } from "../../../src/plan/plan.ts";
import { computeSnapshot } from "../../../src/progress/snapshot.ts";
import { Formatter } from "../../../src/viewmodel/text/formatter.ts";
import type { ViewSource } from "../../../src/viewmodel/text/viewSource.ts";
import { day, type Logged, ledgerOf, planOf } from "../progress/progressFixture.ts";

/** What the views show of a plan and a journal on a day. */
export function sourceOf(plan: Plan, ledger: Ledger, date: string, formatter = new Formatter("en")): ViewSource {
	const today = day(date);
	const made = computeSnapshot(plan, ledger, today);
	return { snapshot: made, plan, ledger, aliases: made.aliases, today, formatter };
}

/** What the views show of a plan that starts on 5 January 2026, unless it says otherwise, with what was logged. */
export function sourceWith(
	yaml: string,
	logged: ReadonlyArray<Logged> = [],
	date = "2026-07-01",
	formatter = new Formatter("en"),
): ViewSource {
	const plan = planOf(yaml);
	return sourceOf(plan, ledgerOf(plan, logged), date, formatter);
}

/** The journal of the sample. */
export function sampleLedger({ week }: Plan): Ledger {
	return readLedger([readFileSync("examples/director-of-ai-engineering/roadmap.log.jsonl", "utf8")], week.dayEnds);
}
