import { importedEntries } from "../../../../src/importer/time/importedEntries.ts";
import { loggedTimes } from "../../../../src/importer/time/loggedTimes.ts";
import { type ProposedTime, proposeTime } from "../../../../src/importer/time/proposeTime.ts";
import { readTimeRows, type TableSettings, type TimeRows } from "../../../../src/importer/time/readTimeRows.ts";
import { readTimeTable } from "../../../../src/importer/time/readTimeTable.ts";
import { TargetMapper, type TimeMapping } from "../../../../src/importer/time/timeMapping.ts";
import type { TimeTable } from "../../../../src/importer/time/timeTable.ts";
import { ZoneClock } from "../../../../src/importer/time/zoneClock.ts";
import { IdGenerator } from "../../../../src/journal/entryIds.ts";
import { aliasesOf } from "../../../../src/journal/ledger/aliases.ts";
import { Ledger } from "../../../../src/journal/ledger/ledger.ts";
import { createEntry } from "../../../../src/journal/newEntry.ts";
import { finish } from "../../../../src/journal/steps.ts";
import { logTargets } from "../../../../src/logging/logTargets.ts";
import type { Plan } from "../../../../src/plan/plan.ts";
import { parsePlan } from "../../../../src/plan/planParser.ts";

export const now = Date.UTC(2026, 10, 28, 12);

export const plan: Plan = planOf(`start: 2026-01-05
tracks: [{ id: technical, title: Technical }]
commitments:
  - { id: writing, title: Thought leadership, hours: 3-5, activities: [{ id: drafts, title: Drafting }] }
  - { id: study, title: Study, hours: 2, formerly: [learning] }
targets:
  year 1:
    - { id: talks, title: Talks given, goal: 5 }
    - { id: secret, title: A new job, private: true }
`);

export function planOf(text: string): Plan {
	const { plan: parsed, problems } = parsePlan(text);
	if (!parsed || problems.length > 0) {
		throw new Error(JSON.stringify(problems));
	}
	return parsed;
}

/** The table of a source that has one. */
export function tableOf(text: string): TimeTable {
	const table = finish(readTimeTable(text));
	if (!table) {
		throw new Error("no table");
	}
	return table;
}

/** What the rows of a source say. */
export function rowsOf(text: string, settings: Partial<TableSettings> & { readonly timeZone?: string } = {}): TimeRows {
	const table = tableOf(text);
	const zone = new ZoneClock(settings.timeZone ?? "Europe/Berlin");
	return finish(readTimeRows(table, { roles: table.roles, zone, now, ...settings }));
}

/** What becomes of the entries of a source. */
export function proposalOf(
	text: string,
	ledger: Ledger = new Ledger(),
	{
		timeZone = "Europe/Berlin",
		mapping = {},
		of = plan,
	}: { readonly timeZone?: string; readonly mapping?: TimeMapping; readonly of?: Plan } = {},
): ReadonlyArray<ProposedTime> {
	const zone = new ZoneClock(timeZone);
	const { entries } = rowsOf(text, { zone });
	const logged = finish(loggedTimes(ledger, aliasesOf(of.byId.values()), zone));
	return finish(proposeTime(entries, logged, { mapper: new TargetMapper(logTargets(of), mapping), zone }));
}

/** The journal after an import. */
export function importInto(ledger: Ledger, proposed: ReadonlyArray<ProposedTime>, timeZone = "Europe/Berlin"): Ledger {
	const context = { ids: new IdGenerator(), now: () => now, timeZone };
	for (const draft of finish(importedEntries(proposed, plan, { timeZone, batch: "import" }))) {
		ledger.add(createEntry(draft, context));
	}
	return ledger;
}
