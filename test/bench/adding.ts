import type { Entry } from "../../src/journal/entry.ts";
import { Ledger } from "../../src/journal/ledger/ledger.ts";
import { largeJournal } from "./largeJournal.ts";
import { type Measured, median, ratio, told } from "./table.ts";
import { timed } from "./timing.ts";

const many = 1_000_000;
const few = 1000;
/** Entries that are added at a time: enough for the clock, too few to make a ledger of 1,000 a larger one. */
const batch = 100;
const batches = 100;
const warmUp = 50;

/**
 * Adding entries to a ledger of a million and to one of a thousand, which has the last thousand of them. Both get the same
 * entries, the mix of a journal, and are asked something after each. The two take turns.
 */
export async function measureAdding(): Promise<ReadonlyArray<Measured>> {
	const entries = [...largeJournal(many + (warmUp + batches) * batch)];
	const large = ledgerOf(entries.slice(0, many));
	const times = { few: [] as Array<number>, many: [] as Array<number> };
	for (let round = 0; round < warmUp + batches; round++) {
		const start = many + round * batch;
		const added = entries.slice(start, start + batch);
		const small = ledgerOf(entries.slice(start - few, start));
		const toFew = timed(() => addEach(small, added));
		const toMany = timed(() => addEach(large, added));
		if (round >= warmUp) {
			times.few.push(toFew);
			times.many.push(toMany);
		}
	}
	const [toFew, toMany] = [median(times.few), median(times.many)];
	return [
		told(`adding an entry to ${few}`, micros(toFew)),
		ratio(`adding it to ${many}: ${micros(toMany)}`, toMany / toFew, 1.5),
	];
}

function ledgerOf(entries: ReadonlyArray<Entry>): Ledger {
	const ledger = new Ledger();
	addEach(ledger, entries);
	return ledger;
}

/** Gives the last version: what hangs together with an entry is worked out only when something is asked. */
function addEach(ledger: Ledger, entries: ReadonlyArray<Entry>): number {
	let version = 0;
	for (const entry of entries) {
		ledger.add(entry);
		version = ledger.version;
	}
	return version;
}

/** Of one entry of a batch that took so many ms. */
function micros(milliseconds: number): string {
	return `${((milliseconds * 1000) / batch).toFixed(2)} µs`;
}
