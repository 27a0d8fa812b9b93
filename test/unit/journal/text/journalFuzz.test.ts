import assert from "node:assert/strict";
import fc from "fast-check";
import type { Entry } from "../../../../src/journal/entry.ts";
import { Ledger } from "../../../../src/journal/ledger/ledger.ts";
import { canonicalJson, writeLine } from "../../../../src/journal/text/entryLine.ts";
import type { JournalText } from "../../../../src/journal/text/journalText.ts";
import { EncodingError, wideEncoding } from "../../../../src/plan/textEncoding.ts";
import { journalProblemText } from "../../../../src/viewmodel/text/journalProblemText.ts";
import { runs } from "../../../harness/depth.ts";
import { Chance } from "../../plan/edit/planWriter.ts";
import { bytesOf, readJournal, uuid } from "../arbitraryJournals.ts";

/** How many mutated journals are read; a longer run: `WAYMARK_FUZZ=1000000 npm test -- unit --grep mutated`. */
const journals = Number(process.env["WAYMARK_FUZZ"] ?? runs(20_000));

const shards = [
	...'{}[]",:\\ \t\r\0',
	...["NaN", "Infinity", "-Infinity", "1e400", "-1e400", "-0", "9".repeat(400), "null", "true", "{}", "[]", '""'],
	...['"minutes":-30', '"minutes":"30"', '"at":"0001-01-01"', '"at":"9999-12-31T23:59Z"', '"at":20261124'],
	...['"id":"again"', '"type":"mood"', '"__proto__":{"x":1}', '"constructor":5', '"replaces":7', '"set":1,"add":1'],
	...['{"id":"', "\ud800", "\u2028", "\ufeff", "🚀", "<<<<<<< HEAD\n", "=======\n", "[".repeat(600), "x".repeat(300)],
];

/** A journal of a few lines, and those of them that stand there as they were written. */
interface Mutated {
	readonly bytes: Uint8Array;
	readonly untouched: ReadonlyArray<string>;
}

function entryOf(chance: Chance, number: number): Entry {
	const common = { id: uuid(number), at: chance.pick(["2026-11-24", "2026-11-24T20:15:00-05:00"]), name: "Ä name" };
	switch (chance.below(7)) {
		case 0:
			return { ...common, type: "time", on: "writing", minutes: chance.below(200), note: 'a "note" \\ {"id":"x"}' };
		case 1:
			return { ...common, type: "timer", on: "writing" };
		case 2:
			return { ...common, type: "progress", on: "reports", set: chance.pick([1, true, "rising"]) };
		case 3:
			return { ...common, type: "progress", on: "reports", add: 0.1 };
		case 4:
			return { ...common, type: "note", text: "Won 🚀", on: ["reports", "writing"] };
		case 5:
			return { ...common, type: "void", entry: uuid(chance.below(9)) };
		default:
			return { ...common, type: "review", checkpoint: "annual", occurrence: 1, next: [{ id: "p", text: "more" }] };
	}
}

/** Writes a journal and does to some of its lines what crashes, editors and people do. */
function mutated(chance: Chance): Mutated {
	const lines = Array.from({ length: 1 + chance.below(6) }, (_, number) => writeLine(entryOf(chance, number)));
	const untouched = new Set(lines);
	for (let left = chance.below(3); left >= 0; left--) {
		const at = chance.below(lines.length);
		const line = lines[at] ?? "";
		const begin = chance.below(line.length + 1);
		const end = Math.min(line.length, begin + chance.below(30));
		const kind = chance.below(7);
		if (kind < 5) {
			untouched.delete(line);
		}
		switch (kind) {
			case 0: // Cut short, with the break as a rule.
				lines[at] = line.slice(0, begin) + chance.pick(["\n", "\n", ""]);
				break;
			case 1: // Something put in, or in the place of something.
				lines[at] = line.slice(0, begin) + chance.pick(shards) + line.slice(chance.pick([begin, end]));
				break;
			case 2: // A value replaced.
				lines[at] = line.replace(/(:)("[^"]*"|[\d.]+)/, `$1${chance.pick(shards).replaceAll("$", "")}`);
				break;
			case 3: // A key doubled.
				lines[at] = line.replace("{", () => `{${chance.pick(shards)},`);
				break;
			case 4: // Glued to the next, which begins in the middle of it.
				untouched.delete(lines[at + 1] ?? "");
				lines.splice(at, 2, line.slice(0, begin) + (lines[at + 1] ?? ""));
				break;
			case 5: // Changed places with another: nothing is wrong with either.
				lines.splice(chance.below(lines.length), 0, ...lines.splice(at, 1));
				break;
			default: // Doubled.
				lines.push(line);
		}
	}
	// What has no break of its own takes the line behind it along.
	lines.forEach((line, at) => {
		if (!line.endsWith("\n")) {
			untouched.delete(lines[at + 1] ?? "");
		}
	});
	return { bytes: bytesOf(lines.join("")), untouched: lines.filter((line) => untouched.has(line)) };
}

/** Flips bits of some bytes other than line breaks, or of breaks too. */
function flipped(bytes: Uint8Array, chance: Chance): Uint8Array {
	const changed = bytes.slice();
	for (let left = chance.below(4); left >= 0; left--) {
		const at = chance.below(changed.length);
		changed[at] = (changed[at] ?? 0) ^ (1 << chance.below(8));
	}
	return changed;
}

/** Entries, unknown ones and what was refused make up all that stands on the lines. */
function checkCounts(journal: JournalText, entries: ReadonlyArray<Entry>, bytes: Uint8Array): void {
	const { counts } = journal;
	const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
	assert.equal(counts.lines, text.split("\n").length - 1);
	assert.equal(counts.entries, entries.length);
	let parts = 0;
	for (const line of text.split("\n").slice(0, -1)) {
		const alone = readJournal(`${line}\n`).journal.counts;
		const found = alone.entries + alone.unknown + alone.refused;
		parts += found;
		if (line.trim() === "") {
			assert.equal(found, 0);
		} else if (isJson(line)) {
			assert.equal(found, 1, line);
		} else {
			assert.ok(found > 0, line);
		}
	}
	const open = text.slice(text.lastIndexOf("\n") + 1);
	const { entries: last, unknown, refused } = readJournal(open).journal.counts;
	assert.equal(counts.entries + counts.unknown + counts.refused, parts + last + unknown + refused);
	const errors = journal.problems.filter(({ severity }) => severity === "error");
	assert.ok(new Set(errors.map(({ line }) => line)).size <= counts.refused);
	assert.equal(
		errors.length > 0,
		counts.refused > journal.problems.filter(({ code }) => code === "conflict-marker").length,
	);
	assert.equal(counts.moreProblems, 0);
	assert.ok(journal.problems.every(({ lastLine }) => lastLine <= counts.lines + 1));
}

function isJson(line: string): boolean {
	try {
		JSON.parse(line);
		return true;
	} catch {
		return false;
	}
}

/** Whatever is read can be asked about, is told in words, and can be written again. */
function checkLedger(journal: JournalText, entries: ReadonlyArray<Entry>): void {
	const ledger = new Ledger(180);
	entries.forEach((entry, index) => {
		ledger.add(entry, "", index + 1);
	});
	for (const entry of entries.slice(-1)) {
		// As JSON, which has no 1e400 in a field that nobody knows, and no -0.
		assert.deepEqual(readJournal(writeLine(entry)).entries.map(canonicalJson), [canonicalJson(entry)]);
	}
	for (const { day } of ledger.between()) {
		assert.ok(Number.isInteger(day), `${day}`);
	}
	for (const problem of [...journal.problems, ...ledger.problems()]) {
		const { range, line, lastLine } = problem;
		assert.ok(1 <= line && line <= lastLine);
		assert.ok(!range || (0 <= range.start && range.start <= range.end));
		const words = journalProblemText(problem);
		assert.ok(words.length > 10 && !/\{\d\}|undefined|\[object/.test(words), words);
	}
}

describe("any journal file", function () {
	this.timeout(120_000 + journals * 60);

	it(`is read, and no complete line is lost: ${journals} mutated journals`, () => {
		fc.assert(
			fc.property(fc.integer(), (seed) => {
				const { bytes, untouched } = mutated(new Chance(seed));
				const { entries, journal } = readJournal(bytes);
				// The order of the keys is kept, so that this is the line again.
				const read = new Set(entries.map((entry) => `${JSON.stringify(entry)}\n`));
				assert.deepEqual(
					untouched.filter((line) => !read.has(line)),
					[],
				);
				checkCounts(journal, entries, bytes);
				checkLedger(journal, entries);
			}),
			{ numRuns: journals },
		);
	});

	it("is read with flipped bits, which don't affect other lines", () => {
		fc.assert(
			fc.property(fc.integer(), (seed) => {
				const chance = new Chance(seed);
				const lines = Array.from({ length: 4 }, (_, number) => writeLine(entryOf(chance, number)));
				const before = bytesOf(lines.slice(0, 2).join(""));
				const bytes = Buffer.concat([before, flipped(bytesOf(lines[2] ?? ""), chance), bytesOf(`\n${lines[3]}`)]);
				const { entries, journal } = readJournal(bytes);
				const read = entries.map(writeLine);
				assert.deepEqual([...read.slice(0, 2), read.at(-1)], [lines[0], lines[1], lines[3]]);
				checkCounts(journal, entries, bytes);
				checkLedger(journal, entries);
			}),
			{ numRuns: journals / 10 },
		);
	});

	it("is read even if nothing in it is a journal", () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
				if (wideEncoding(bytes)) {
					assert.throws(() => readJournal(bytes), EncodingError);
					return;
				}
				const { entries, journal } = readJournal(bytes);
				assert.deepEqual(entries, []);
				checkCounts(journal, entries, bytes);
			}),
			{ numRuns: runs(1000) },
		);
	});
});
