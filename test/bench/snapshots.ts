import type { Entry } from "../../src/journal/entry.ts";
import { IdGenerator } from "../../src/journal/entryIds.ts";
import { Ledger } from "../../src/journal/ledger/ledger.ts";
import type { Plan } from "../../src/plan/plan.ts";
import { parsePlan } from "../../src/plan/planParser.ts";
import type { Snapshot } from "../../src/progress/snapshot.ts";
import { SnapshotMaker } from "../../src/progress/snapshotMaker.ts";
import { type Day, formatDay } from "../../src/time/day.ts";
import { largePlan } from "./largePlan.ts";
import { type Measured, median } from "./table.ts";

const entryCount = 100_000;
const rounds = 100;
const warmUp = 20;
const limitMs = 5;

const more = [
	"week: {hours: 8-10, days: monday-saturday}",
	"time_off: [2026-07-20..2026-08-02, {when: 2027-11-22..2027-11-28, hours: 2}]",
	"tracks: [{id: build, title: Build, share: {year 1: 60%, year 5: 30%}}, {id: lead, title: Lead, share: {year 1: 40%, year 5: 70%}}]",
	"commitments:",
	"  - {id: study, title: Study, hours: 4, track: build, activities: [{id: books, title: Books}]}",
	"  - {id: writing, title: Writing, hours: 2, track: lead}",
	"  - {id: people, title: People, hours: 2, track: lead}",
	"  - {id: gym, title: Gym, times: 3, days: 'monday, wednesday and friday'}",
	"checkpoints:",
	"  - {id: month, title: Month, every: 1 month}",
	"  - {id: year, title: Year, every: 12 months, replaces: [month]}",
	"",
].join("\n");

/**
 * A new snapshot after one entry, with the week, the phases, all items and the reviews read: a plan of 5,000 lines and a
 * journal of 100,000 entries over eight years, half of them time, most of that on four commitments and activities.
 */
export async function measureSnapshots(): Promise<ReadonlyArray<Measured>> {
	return [
		...measurePlan(largePlan(5000), "items"),
		...measurePlan(largePlan(5000, true), "items and parts, half of the items with parts"),
	];
}

function measurePlan(text: string, nodes: string): ReadonlyArray<Measured> {
	const { plan } = parsePlan(text + more);
	if (!plan?.start) {
		throw new Error("The plan could not be read.");
	}
	const makeEntry = entryMaker(plan);
	const ledger = new Ledger(plan.week.dayEnds);
	const days = 8 * 365;
	const today = plan.start + days;
	for (let index = 0; index < entryCount; index++) {
		ledger.add(makeEntry(index, plan.start + Math.floor((index * days) / entryCount)));
	}
	const maker = new SnapshotMaker();
	const scratch = timed(() => read(maker.make(plan, ledger, today)));
	const times = { time: [] as Array<number>, progress: [] as Array<number> };
	for (let round = 0; round < warmUp + rounds; round++) {
		const entry = makeEntry(round, today);
		ledger.add(entry);
		const ms = timed(() => read(maker.make(plan, ledger, today)));
		if (round >= warmUp && (entry.type === "time" || entry.type === "progress")) {
			times[entry.type].push(ms);
		}
	}
	const what = `plan of ${plan.items.length} ${nodes}, ${entryCount} entries`;
	return [
		{ what: `the first snapshot, ${what}`, value: `${scratch.toFixed(1)} ms`, limit: "", met: true },
		limited(`a snapshot after one more entry of time, ${nodes}`, median(times.time)),
		limited(`a snapshot after one more entry of progress, ${nodes}`, median(times.progress)),
	];
}

/** Entries of time and progress in turn. */
function entryMaker(plan: Plan): (index: number, day: Day) => Entry {
	const ids = new IdGenerator();
	const commitments = ["study", "books", "writing", "people"];
	return (index, day) => {
		const common = { id: ids.next(index), at: `${formatDay(day)}T19:30:00-06:00` };
		const item = plan.items[(index * 7) % plan.items.length]?.id ?? "";
		if (index % 2) {
			return { ...common, type: "progress", on: item, add: 1 };
		}
		const on = index % 10 ? (commitments[(index >> 1) % commitments.length] ?? "") : item;
		return { ...common, type: "time", on, minutes: 15 + (index % 60) };
	};
}

/** Asks for what the views show. */
function read({ week, phases, elsewhere, progress, checkpoints }: Snapshot): number {
	return week.minutes + phases.length + elsewhere.length + progress.size + checkpoints.length;
}

function timed(run: () => unknown): number {
	const begin = performance.now();
	run();
	return performance.now() - begin;
}

function limited(what: string, ms: number): Measured {
	return { what, value: `${ms.toFixed(2)} ms`, limit: `${limitMs} ms`, met: ms <= limitMs };
}
