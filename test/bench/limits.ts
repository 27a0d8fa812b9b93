import { closeSync, openSync, writeSync } from "node:fs";
import { open } from "node:fs/promises";
import { join } from "node:path";
import { readAt } from "../../src/host/core/files/appendToDisk.ts";
import { TimeSlices } from "../../src/host/core/timeSlices.ts";
import type { Entry } from "../../src/journal/entry.ts";
import { Ledger } from "../../src/journal/ledger/ledger.ts";
import { lightEntry } from "../../src/journal/lightEntry.ts";
import { JournalText } from "../../src/journal/text/journalText.ts";
import { PlanParser, parsePlan } from "../../src/plan/planParser.ts";
import { SnapshotMaker } from "../../src/progress/snapshotMaker.ts";
import { parseDay } from "../../src/time/day.ts";
import type { DisposableStore } from "../harness/disposableStore.ts";
import { temporaryFolder } from "../harness/temporaryFolder.ts";
import { largestPlans } from "./growth.ts";
import { largeJournal, linesOf } from "./largeJournal.ts";
import { type Measured, told } from "./table.ts";
import { collectGarbage, cpuTimed } from "./timing.ts";

export const entryCount = 1_000_000;
const pieceSize = 2 * 2 ** 20;
/** A plan whose journal the entries are. */
export const plan = `start: 2016-01-05
week: { hours: 10 }
commitments: [{ title: Thought leadership, hours: 10 }, { title: Speaking, hours: 1 }]
targets: { year 1+: [{ title: Talks given, goal: 400 }, { title: Articles written, goal: 40 }] }
`;

/** A million entries as the extension reads them, and plans at their size limit: how long all else waits, and the memory. */
export async function measureLimits(disposables: DisposableStore): Promise<ReadonlyArray<Measured>> {
	const path = join(temporaryFolder(disposables, "limits"), "roadmap.log.jsonl");
	const megabytes = writeJournal(path) / 1e6;
	collectGarbage();
	const before = process.memoryUsage().heapUsed;
	const watch = new WaitWatch();
	const begin = performance.now();
	const ledger = await readJournal(path);
	const took = performance.now() - begin;
	const waited = watch.stop();
	collectGarbage();
	const held = (process.memoryUsage().heapUsed - before) / 1e6;
	if (ledger.size !== entryCount) {
		throw new Error(`Read ${ledger.size} entries of ${entryCount}.`);
	}
	const plans = largestPlans();
	const slowest = plans.reduce(
		(most, { name, show }) => {
			collectGarbage();
			const ms = cpuTimed(show);
			return ms > most.ms ? { name, ms } : most;
		},
		{ name: "", ms: 0 },
	);
	const step = plans
		.map(({ name, text }) => ({ name, ms: longestStep(text) }))
		.reduce((most, each) => (each.ms > most.ms ? each : most));
	return [
		told(`reading ${entryCount} entries (${megabytes.toFixed(0)} MB) to the first snapshot`, `${took.toFixed(0)} ms`),
		atMost("... the longest that all else waits", waited, 200, "ms"),
		atMost("... memory", held, 500, "MB"),
		atMost(
			`CPU time of the slowest of ${plans.length} plans at their size limit, ${slowest.name}`,
			slowest.ms,
			500,
			"ms",
		),
		atMost(`CPU time of the longest step of parsing one of them, ${step.name}`, step.ms, 200, "ms"),
	];
}

/** Writes a journal with all entries. @returns its size in bytes */
export function writeJournal(path: string): number {
	const file = openSync(path, "w");
	let bytes = 0;
	let some: Array<Entry> = [];
	const write = () => {
		bytes += writeSync(file, linesOf(some));
		some = [];
	};
	for (const entry of largeJournal(entryCount)) {
		if (some.push(entry) === 10_000) {
			write();
		}
	}
	write();
	closeSync(file);
	return bytes;
}

async function readJournal(path: string): Promise<Ledger> {
	const slices = new TimeSlices();
	const ledger = new Ledger();
	const text = new JournalText("", (entry, line) => ledger.add(lightEntry(entry), "", line));
	const file = await open(path);
	const { size } = await file.stat();
	for (let isEnd = false; !isEnd; ) {
		const from = text.tailStart;
		const piece = await readAt(file, from, Math.min(pieceSize, size - from));
		isEnd = from + piece.length >= size;
		await slices.run(text.steps(piece, from, isEnd));
	}
	await file.close();
	await slices.run(ledger.settling());
	const read = parsePlan(plan).plan;
	if (read) {
		await slices.run(new SnapshotMaker().steps(read, ledger, parseDay("2026-01-04") ?? 0));
	}
	return ledger;
}

/** The CPU time in ms of the longest step of parsing a plan. */
function longestStep(text: string): number {
	const steps = new PlanParser().steps(text);
	let longest = 0;
	for (let isDone = false; !isDone; ) {
		const ms = cpuTimed(() => {
			isDone = steps.next().done === true;
		});
		longest = Math.max(longest, ms);
	}
	return longest;
}

/** Watches how long a timer that is due has to wait. */
class WaitWatch {
	private last = performance.now();
	private longest = 0;
	private readonly timer = setInterval(() => this.look(), 1);

	private look(): void {
		const now = performance.now();
		this.longest = Math.max(this.longest, now - this.last);
		this.last = now;
	}

	/** The longest wait, in ms. */
	stop(): number {
		clearInterval(this.timer);
		this.look();
		return this.longest;
	}
}

function atMost(what: string, value: number, limit: number, unit: string): Measured {
	return { what, value: `${value.toFixed(0)} ${unit}`, limit: `${limit} ${unit}`, met: value <= limit };
}
