import type { Entry } from "../../src/journal/entry.ts";
import { IdGenerator } from "../../src/journal/entryIds.ts";
import { createEdit, createEntry, createVoid, type EntryContext } from "../../src/journal/newEntry.ts";
import { writeLine } from "../../src/journal/text/entryLine.ts";

const start = Date.UTC(2026, 0, 5, 13);
const tenYears = 3652 * 86_400_000;
/** What was made lately and may still be edited, voided or stopped. */
const remembered = 20;

const commitments = ["Thought leadership", "Study for certificates", "Speaking", "Trends in the industry", "Mentoring"];
const targets = [
	"Professional connections",
	"Direct reports",
	"Business impact delivered",
	"Articles written",
	"Talks given",
];
const remarks = [
	"Idle GPU piece, opening",
	"IAM again, policies with conditions",
	"Cleaned up the list: people I could call today",
	"Second draft, cut the part on costs and moved the table to the end; Elena reads it on Friday",
	"Café with the people from the platform team",
	'The board asked what "model risk" means for us, and whether we could show it in one page',
];

/**
 * A journal of ten years as a person writes it who logs with the extension: mostly time, then progress and notes, now and
 * then a timer, an edit and something taken back. Ids and moments ascend. The same every time.
 */
export function* largeJournal(count: number): Generator<Entry> {
	const chance = new Chance();
	let now = start;
	const context: EntryContext = { ids: new IdGenerator(chance), now: () => now, timeZone: "America/Chicago" };
	const recent: Array<Entry> = [];
	for (let index = 0; index < count; index++) {
		now = start + Math.floor((index / count) * tenYears);
		const entry = nextEntry(chance, context, chance.of(recent));
		recent[index % remembered] = entry;
		yield entry;
	}
}

/** The lines of entries as they stand in a file. */
export function linesOf(entries: Iterable<Entry>): string {
	return Array.from(entries, writeLine).join("");
}

function nextEntry(chance: Chance, context: EntryContext, earlier: Entry | undefined): Entry {
	const kind = chance.below(100);
	if (kind < 3 && earlier?.type === "time") {
		return createEdit(earlier, { minutes: earlier.minutes + 5 }, context);
	}
	if (kind < 4 && earlier) {
		return createVoid(earlier.id, context);
	}
	const note = chance.below(3) > 0 ? { note: chance.of(remarks) ?? "" } : {};
	if (kind < 75) {
		const stops = earlier?.type === "timer" ? { timer: earlier.id } : {};
		const minutes = 5 * (1 + chance.below(36));
		return createEntry({ type: "time", ...named(chance.of(commitments)), minutes, ...note, ...stops }, context);
	}
	if (kind < 78) {
		return createEntry({ type: "timer", ...named(chance.of(commitments)) }, context);
	}
	if (kind < 90) {
		const change = chance.below(2) ? { add: chance.below(5) } : { set: chance.below(300) / 10 };
		return createEntry({ type: "progress", ...named(chance.of(targets)), ...change, ...note }, context);
	}
	const on = chance.below(2) ? named(chance.of(targets)) : {};
	return createEntry({ type: "note", ...on, text: chance.of(remarks) ?? "" }, context);
}

function named(title = "") {
	return { on: title.toLowerCase().replaceAll(" ", "-"), name: title };
}

/** Numbers that look like chance (Mulberry32) and are the same every time. */
class Chance {
	private state = 1;

	nextUint32(): number {
		this.state = (this.state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return (mixed ^ (mixed >>> 14)) >>> 0;
	}

	/** A whole number from 0 up to, not including, the limit. */
	below(limit: number): number {
		return this.nextUint32() % limit;
	}

	of<T>(list: ReadonlyArray<T>): T | undefined {
		return list[this.below(list.length || 1)];
	}
}
