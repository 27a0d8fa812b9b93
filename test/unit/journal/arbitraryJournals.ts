import fc from "fast-check";
import type { Entry } from "../../../src/journal/entry.ts";
import type { JournalProblem } from "../../../src/journal/journalProblem.ts";
import type { LiveEntry } from "../../../src/journal/ledger/liveEntry.ts";
import { JournalText } from "../../../src/journal/text/journalText.ts";
import { dayOfMoment } from "../../../src/time/moment.ts";

/** A UUID of version 7, the greater the number the later. */
export function uuid(number: number): string {
	return `0190f7a2-6c00-7000-8000-${String(number).padStart(12, "0")}`;
}

/** Ids of entries: so few that entries name each other, and themselves, all the time. Two kinds, with an order of their own. */
export const entryIds: ReadonlyArray<string> = ["9", "10", "x", ...[1, 2, 3, 4].map(uuid)];
/** Ids of things in a plan. */
export const targetIds: ReadonlyArray<string> = ["writing", "reports", "x"];

const one = fc.constantFrom;
const named = one(...entryIds);
const common = {
	id: named,
	at: one("2026-02-28", "2026-03-01T00:30+01:00", "2026-03-01T23:30:00Z", "2026-04-02"),
	on: one(...targetIds),
};
const rarely = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 });
/** In hundredths, so that sums can be told without the code that makes them. */
const value = one(0, 1, 3, -2, 0.1, 0.2, 0.07);

const kinds: ReadonlyArray<fc.Arbitrary<object>> = [
	fc.record({
		...common,
		type: one("time"),
		minutes: one(0, 5, 30, -10),
		timer: rarely(named),
		replaces: rarely(named),
	}),
	fc.record({ ...common, type: one("timer"), replaces: rarely(named) }),
	fc.record({
		...common,
		type: one("progress"),
		set: one<unknown>(1, 2, 0.1, true, false, "rising", "falling"),
		replaces: rarely(named),
	}),
	fc.record({ ...common, type: one("progress"), add: value, replaces: rarely(named) }),
	fc.record({
		...common,
		type: one("note"),
		text: one("won", "lost"),
		on: one<unknown>(undefined, "writing", ["writing", "reports", "writing"]),
		replaces: rarely(named),
	}),
	fc
		.record({ ...common, type: one("review"), checkpoint: common.on, occurrence: one(1, 2), replaces: rarely(named) })
		.map(({ on: _, ...review }) => review),
	fc.record({
		...common,
		type: one("focus"),
		week: one("2026-02-23", "2026-03-02"),
		on: one<unknown>("writing", ["writing", "reports"]),
		replaces: rarely(named),
	}),
	fc.record({ ...common, type: one("plan"), field: one("when"), replaces: rarely(named) }),
];
const voiding = fc.record({ id: named, at: common.at, type: one("void"), entry: named, replaces: rarely(named) });

/** Any entry that can be written; its fields in an order of its own. */
export const anyEntry: fc.Arbitrary<Entry> = fc
	.tuple(fc.oneof({ weight: 5, arbitrary: voiding }, ...kinds), fc.boolean())
	.map(([fields, turned]) => {
		const present = Object.entries(fields).filter(([, field]) => field !== undefined);
		return Object.fromEntries(turned ? present.toReversed() : present) as unknown as Entry;
	});

/** What one file says, in whatever pieces it comes: the entries with their lines, and the reader. */
export function readJournal(text: string | Uint8Array, file = "roadmap.log.jsonl") {
	const entries: Array<Entry> = [];
	const lines: Array<number> = [];
	const journal = new JournalText(file, (entry, line) => {
		entries.push(entry);
		lines.push(line);
	});
	const result = journal.read(typeof text === "string" ? bytesOf(text) : text);
	return { entries, lines, journal, result };
}

export function bytesOf(text: string): Uint8Array {
	return new TextEncoder().encode(text);
}

/** Problems as `code line` with the last line of a run behind it. */
export function outlineOf(problems: ReadonlyArray<JournalProblem>): ReadonlyArray<string> {
	return problems.map(({ code, line, lastLine }) => `${code} ${line}${lastLine === line ? "" : `-${lastLine}`}`);
}

export function idsOf(entries: Iterable<LiveEntry>): ReadonlyArray<string> {
	return [...entries].map(({ entry }) => entry.id);
}

/** An entry as it counts, on the day written in it. */
export function live<T extends Entry>(entry: T): LiveEntry<T["type"]> {
	return { entry, day: dayOfMoment(entry.at, 0), root: entry.id } as unknown as LiveEntry<T["type"]>;
}
