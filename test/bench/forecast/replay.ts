import { aliasesOf } from "../../../src/journal/ledger/aliases.ts";
import { Ledger } from "../../../src/journal/ledger/ledger.ts";
import { parsePlan } from "../../../src/plan/planParser.ts";
import { computeSnapshot } from "../../../src/progress/snapshot.ts";
import { parseDay } from "../../../src/time/day.ts";
import { largeJournal } from "../largeJournal.ts";
import { type Measured, median } from "../table.ts";

const entryCount = 100_000;
const rounds = 9;
/** Milliseconds of CPU time: other programs on the machine don't count. */
const limitMs = 200;

/** Judging past forecasts of one target again, with all of a journal of ten years. It happens when a tooltip is shown. */
export function measureReplay(): ReadonlyArray<Measured> {
	const { plan } = parsePlan(
		"start: 2026-01-05\ntargets: { years 1-12: [{ id: professional-connections, title: Connections, goal: 20000 }] }\n",
	);
	const [item] = plan?.items ?? [];
	const today = parseDay("2036-01-03");
	if (!plan || !item || today === undefined) throw new Error("The plan could not be read.");
	const ledger = new Ledger(0);
	for (const entry of largeJournal(entryCount)) ledger.add(entry);
	const known = { ledger, aliases: aliasesOf(plan.byId.values()) };
	const ms = median(
		Array.from({ length: rounds }, () => {
			// A new one each time: it keeps what was judged.
			const { forecasts } = computeSnapshot(plan, ledger, today);
			const before = process.cpuUsage();
			if (!forecasts.hitRate(item, known)) throw new Error("No past forecast could be judged.");
			const { user, system } = process.cpuUsage(before);
			return (user + system) / 1000;
		}),
	);
	const what = `judging the past forecasts of a target, ${entryCount} entries in ten years`;
	return [{ what, value: `${ms.toFixed(0)} ms`, limit: `${limitMs} ms`, met: ms <= limitMs }];
}
