import assert from "node:assert/strict";
import fc from "fast-check";
import type { Entry } from "../../../src/journal/entry.ts";
import { JournalWeight } from "../../../src/journal/journalWeight.ts";
import { Ledger } from "../../../src/journal/ledger/ledger.ts";
import { finish } from "../../../src/journal/steps.ts";
import { JournalText, maxLine } from "../../../src/journal/text/journalText.ts";

const blockSize = 65_536;
const pieceSize = 2 * 2 ** 20;
const note = (id: string, text = "x") => JSON.stringify({ id, at: "2026-11-24", type: "note", text });

/** Reads a file as the extension does: piece after piece, each from the block on in which the last one ended. */
function readPieces(file: Uint8Array, weight?: JournalWeight, size = pieceSize) {
	const entries: Array<Entry> = [];
	const journal = new JournalText("", (entry) => entries.push(entry), weight);
	let most = 0;
	for (let isEnd = false; !isEnd && !journal.isFull; ) {
		const from = journal.tailStart;
		const piece = file.subarray(from, from + size);
		isEnd = from + piece.length === file.length;
		assert.notEqual(finish(journal.steps(piece, from, isEnd)), "rewritten");
		assert.ok(isEnd || journal.isFull || journal.tailStart > from, "each piece leads on");
		most = Math.max(most, piece.length);
	}
	return { entries, journal, most };
}

describe("a journal that is read in pieces", function () {
	this.timeout(60_000);

	it("gives the same result as one that is read at once", () => {
		const line = fc.oneof(
			fc.constantFrom(note("a"), note("b"), "rubbish", `${note("c")}${note("d")}`, note("e").slice(0, 30), ""),
			fc.integer({ min: 1, max: 30 }).map((tenths) => note("l", "ä".repeat(tenths * 50_000))),
			fc.constant("y".repeat(3 * maxLine)),
		);
		fc.assert(
			fc.property(fc.array(line, { maxLength: 12 }), fc.constantFrom("", "\n"), (lines, last) => {
				const file = new TextEncoder().encode(lines.join("\n") + last);
				const whole: Array<Entry> = [];
				const journal = new JournalText("", (entry) => whole.push(entry));
				journal.read(file);
				const pieces = readPieces(file);
				assert.deepEqual(pieces.entries, whole);
				assert.deepEqual(pieces.journal.counts, journal.counts);
				assert.deepEqual(pieces.journal.problems, journal.problems);
				assert.equal(pieces.journal.offset, journal.offset);
				assert.equal(journal.read(file), "unchanged");
			}),
			{ numRuns: 60 },
		);
	});

	it("skips a line without an end and never requests more of it than a piece", () => {
		const zeros = new Uint8Array(20 * 2 ** 20);
		zeros.set(new TextEncoder().encode(`${note("a")}\n`));
		const { journal, entries, most } = readPieces(zeros);
		assert.deepEqual([entries.length, journal.offset, most], [1, zeros.length, pieceSize]);
		const grown = new Uint8Array(zeros.length + 100);
		grown.set(zeros);
		grown.set(new TextEncoder().encode(`\n${note("b")}\n`), zeros.length);
		journal.read(grown.subarray(0, zeros.length + 2 + note("b").length));
		assert.equal(entries.length, 2);
		assert.deepEqual(
			journal.problems.map(({ code, line }) => [code, line]),
			[["line-too-long", 2]],
		);
	});

	it("is checked in pieces", () => {
		const file = new TextEncoder().encode(`${Array.from({ length: 9000 }, (_, i) => note(`id${i}`)).join("\n")}\n`);
		const journal = new JournalText("", () => undefined);
		journal.read(file);
		assert.ok(journal.matches(file.subarray(blockSize, 3 * blockSize), blockSize));
		const changed = file.slice();
		changed[2 * blockSize + 5] = 33;
		assert.ok(!journal.matches(changed.subarray(blockSize, 3 * blockSize), blockSize));
	});
});

describe("the memory limit of journals", () => {
	const lines = (count: number, make: (index: number) => string) =>
		new TextEncoder().encode(`${Array.from({ length: count }, (_, i) => make(i)).join("\n")}\n`);

	it("ends the reading, which is not treated as a shorter file", () => {
		const file = lines(5000, (i) => note(`id${i}`));
		const { journal, entries } = readPieces(file, new JournalWeight(500_000));
		assert.ok(journal.isFull && entries.length > 500 && entries.length < 3000, `${entries.length}`);
		assert.equal(journal.counts.entries, entries.length);
		assert.notEqual(journal.read(file), "rewritten");
		assert.equal(journal.counts.entries, entries.length, "nothing later is read");
	});

	it("is reached sooner if its lines have many parts", () => {
		const weight = 20_000_000;
		const flat = lines(200, (i) => note(`id${i}`, "x".repeat(30_000)));
		const parts = lines(200, (i) => note(`id${i}`).replace("}", `,"x":[${"{},".repeat(10_000)}{}]}`));
		assert.ok(!readPieces(flat, new JournalWeight(weight)).journal.isFull);
		const { journal, entries } = readPieces(parts, new JournalWeight(weight));
		assert.ok(journal.isFull && entries.length < 20, `${entries.length}`);
	});

	it("applies to all files together", () => {
		const weight = new JournalWeight(700_000);
		const file = lines(2000, (i) => note(`id${i}`));
		assert.ok(!readPieces(file, weight).journal.isFull);
		assert.ok(readPieces(file, weight).journal.isFull);
	});
});

describe("related entries in a journal", () => {
	it("are the same when they are resolved in steps, with queries and additions in between", () => {
		const entry = fc
			.tuple(fc.nat(30), fc.constantFrom("replaces", "void", "timer", "plain"), fc.nat(30))
			.map(([id, kind, other]): Entry => {
				const common = { id: `e${id}`, at: "2026-11-24" };
				if (kind === "void") return { ...common, type: "void", entry: `e${other}` };
				return kind === "timer"
					? { ...common, type: "time", on: "a", minutes: 5, timer: `e${other}` }
					: { ...common, type: "timer", on: "a", ...(kind === "replaces" ? { replaces: `e${other}` } : {}) };
			});
		fc.assert(
			fc.property(fc.array(entry, { maxLength: 60 }), fc.infiniteStream(fc.nat(3)), (entries, choices) => {
				const [stepped, asked] = [new Ledger(), new Ledger()];
				let steps = stepped.settling();
				for (const each of entries) {
					stepped.add(each);
					asked.add(each);
					const choice = choices.next().value;
					if (choice === 0) {
						stepped.live(each.id);
					} else if (choice === 1) {
						steps = stepped.settling();
					}
					steps.next();
				}
				finish(stepped.settling());
				const said = (ledger: Ledger) => [
					ledger.between().map(({ entry: { id }, root }) => [id, root]),
					ledger.timers(),
					ledger.problems(),
				];
				assert.deepEqual(said(stepped), said(asked));
			}),
			{ numRuns: 500 },
		);
	});
});
