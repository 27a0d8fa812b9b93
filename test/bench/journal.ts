import type { Entry } from "../../src/journal/entry.ts";
import { EntryStore } from "../../src/journal/ledger/entryStore.ts";
import { Ledger } from "../../src/journal/ledger/ledger.ts";
import { JournalText } from "../../src/journal/text/journalText.ts";
import { largeJournal, linesOf } from "./largeJournal.ts";
import { type Measured, median, ratio, told } from "./table.ts";
import { collectGarbage, timed } from "./timing.ts";

const entries = 100_000;
/** Lines that stand in the file a second time, as after a merge of two copies. */
const doubles = 2000;
const rounds = 25;
const warmUp = 5;

/**
 * Reading a journal of 100,000 entries (decode, validate, drop doubles) beside a bare loop of `JSON.parse` over the same
 * lines, and the fold of what was read. Both begin with the bytes of the file and keep what they made: a loop that drops
 * each value at once would be spared the work of the garbage collector, which no reader of a journal can do without.
 */
export async function measureJournal(): Promise<ReadonlyArray<Measured>> {
	const written = [...largeJournal(entries)];
	const bytes = new TextEncoder().encode(linesOf(written) + linesOf(written.slice(-doubles)));
	const times = { bare: [] as Array<number>, ours: [] as Array<number>, fold: [] as Array<number> };
	for (let round = 0; round < warmUp + rounds; round++) {
		const bare = timedAlone(() => parseLines(bytes));
		const ours = timedAlone(() => readEntries(bytes));
		const read = readEntries(bytes);
		const fold = timedAlone(() => foldEntries(read));
		if (round >= warmUp) {
			times.bare.push(bare);
			times.ours.push(ours);
			times.fold.push(fold);
		}
	}
	const [bare, ours, fold] = [median(times.bare), median(times.ours), median(times.fold)];
	// By round, since a busy spell of the machine may fall on many rounds and not on all.
	const slower = median(times.ours.map((each, round) => each / (times.bare[round] ?? Number.NaN)));
	return [
		told(`JSON.parse of ${entries + doubles} lines in a bare loop`, `${bare.toFixed(0)} ms`),
		ratio(`reading them as entries, without doubles: ${ours.toFixed(0)} ms`, slower, 1.3),
		told("folding the entries", `${fold.toFixed(0)} ms`),
		told("memory of an entry in a ledger", `${bytesPerEntry(bytes).toFixed(0)} bytes`),
	];
}

function parseLines(bytes: Uint8Array): ReadonlyArray<unknown> {
	const values: Array<unknown> = [];
	for (const line of new TextDecoder().decode(bytes).split("\n")) {
		if (line !== "") {
			values.push(JSON.parse(line));
		}
	}
	return values;
}

function readEntries(bytes: Uint8Array): Iterable<{ readonly entry: Entry }> {
	const store = new EntryStore<{ readonly entry: Entry }>();
	new JournalText("", (entry) => store.add({ entry })).read(bytes);
	if (store.size !== entries) {
		throw new Error(`Read ${store.size} entries of ${entries}.`);
	}
	return store;
}

/** With one question, for which what hangs together is worked out and all that counts is put in order. */
function foldEntries(read: Iterable<{ readonly entry: Entry }>): Ledger {
	const ledger = new Ledger();
	for (const { entry } of read) {
		ledger.add(entry);
	}
	ledger.between();
	return ledger;
}

function bytesPerEntry(bytes: Uint8Array): number {
	collectGarbage();
	const before = process.memoryUsage().heapUsed;
	const ledger = new Ledger();
	new JournalText("", (entry, line) => ledger.add(entry, "", line)).read(bytes);
	ledger.between();
	collectGarbage();
	return (process.memoryUsage().heapUsed - before) / ledger.size;
}

function timedAlone(run: () => unknown): number {
	collectGarbage();
	return timed(run);
}
