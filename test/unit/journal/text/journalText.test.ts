import assert from "node:assert/strict";
import fc from "fast-check";
import type { Entry } from "../../../../src/journal/entry.ts";
import { JournalText, maxLine } from "../../../../src/journal/text/journalText.ts";
import { maxDepth, maxProblems } from "../../../../src/journal/text/lineReader.ts";
import { runs } from "../../../harness/depth.ts";
import { bytesOf, outlineOf, readJournal } from "../arbitraryJournals.ts";

const blockSize = 65_536;
const note = (id: string, text = "ä€🚀") => JSON.stringify({ id, at: "2026-11-24", type: "note", text });
const notes = (count: number, from = 0) =>
	Array.from({ length: count }, (_, index) => `${note(String(from + index))}\n`).join("");

/** Reads a file that grows, from where the reader asks for. */
function readTail(journal: JournalText, file: Uint8Array) {
	return journal.read(file.subarray(journal.tailStart), journal.tailStart);
}

describe("reading a journal", function () {
	this.timeout(120_000);

	for (const [what, text, ids, problems] of [
		["nothing", "", [], []],
		["lines", `${note("a")}\n${note("b")}\n`, ["a", "b"], []],
		["lines that end as on Windows", `${note("a")}\r\n${note("b")}\r\n`, ["a", "b"], []],
		["a byte order mark", `\uFEFF${note("a")}\n`, ["a"], []],
		["a byte order mark before an open line", `\uFEFF${note("a")}`, ["a"], []],
		["empty lines", `\n\r\n${note("a")}\n  \n\n`, ["a"], []],
		["spaces around", `  ${note("a")}\t\n`, ["a"], []],
		["a last line without a break", `${note("a")}\n${note("b")}`, ["a", "b"], []],
		["an unfinished last line", `${note("a")}\n${note("b").slice(0, 20)}`, ["a"], ["unreadable 2"]],
		["spaces behind the last line", `${note("a")}\n  `, ["a"], []],
		["a torn line", `${note("a").slice(0, 20)}\n${note("b")}\n`, ["b"], ["unreadable 1"]],
		["an entry glued to a torn one", `${note("a").slice(0, 30)}${note("b")}\n`, ["b"], ["unreadable 1"]],
		["an entry glued to one torn in a text", `${note("a").slice(0, -3)}${note("b")}\n`, ["b"], ["unreadable 1"]],
		["two torn lines and an entry", `{"id":"x{"id":"y","at":${note("b")}\n`, ["b"], ["unreadable 1"]],
		["two entries on a line", `${note("a")}${note("b")}\n`, ["a", "b"], []],
		["200 entries on a line", `${notes(200).replaceAll("\n", " ")}\n`, [...Array(200).keys()].map(String), []],
		[
			"entries on a line, another field first",
			`${note("a")}{"type":"timer","id":"b","at":"2026-11-24","on":"x"}\n`,
			["a", "b"],
			[],
		],
		["rubbish behind an entry", `${note("a")} and so on\n`, ["a"], ["unreadable 1"]],
		["a run of rubbish", `x\ny\nz\n${note("a")}\nx\n`, ["a"], ["unreadable 1-3", "unreadable 5"]],
		[
			"a merge conflict",
			`<<<<<<< HEAD\n${note("a")}\n||||||| 1b2c3d4\n=======\n${note("b")}\n>>>>>>> main\r\n`,
			["a", "b"],
			["conflict-marker 1", "conflict-marker 3", "conflict-marker 4", "conflict-marker 6"],
		],
		["an entry glued to the mark of a conflict", `>>>>>>> main${note("a")}\n`, ["a"], ["unreadable 1"]],
		[
			"an entry that begins like the end of a text",
			`{"note":"{\\"id\\":\\"x\\"}\n${note("a")}\n`,
			["a"],
			["unreadable 1"],
		],
		[
			"zeros, as a crash leaves them",
			`${"\0".repeat(500)}${note("a")}\n${"\0".repeat(9)}\n`,
			["a"],
			["unreadable 1-2"],
		],
		["lists and plain values", `[${note("a")}]\n1\n"x"\nnull\n${note("b")}\n`, ["a", "b"], ["unreadable 1-4"]],
		["nested too deep", `${note("a").slice(0, -1)},"x":${"[".repeat(600)}${"]".repeat(600)}}\n`, [], ["too-deep 1"]],
		["nested far too deep", `{"id":"a","type":"x","x":${"[".repeat(1e5)}${"]".repeat(1e5)}}\n`, [], ["too-deep 1"]],
		["brackets without end", `${"[".repeat(1e5)}\n${'{"id":"'.repeat(1e4)}\n${note("a")}\n`, ["a"], ["unreadable 1-2"]],
	] as const) {
		it(`accepts ${what}`, () => {
			const { entries, journal } = readJournal(text);
			assert.deepEqual(
				entries.map(({ id }) => id),
				ids,
			);
			assert.deepEqual(outlineOf(journal.problems), problems);
			assert.equal(journal.counts.lines, text.split("\n").length - 1);
			assert.equal(journal.counts.entries, ids.length);
		});
	}

	it("accepts the maximum nesting", () => {
		const levels = maxDepth - 1;
		const { entries } = readJournal(`${note("a").slice(0, -1)},"x":${"[".repeat(levels)}${"]".repeat(levels)}}\n`);
		assert.equal(entries.length, 1);
	});

	it("gives each entry its line", () => {
		const { lines } = readJournal(`\n${note("a")}\nrubbish\n${note("b")}${note("c")}\n\r\n${note("d")}`);
		assert.deepEqual(lines, [2, 4, 4, 6]);
	});

	it("skips binary data between entries", () => {
		const rubbish = Uint8Array.from({ length: 5000 }, (_, at) => (at * 97) & 0xff).map((byte) =>
			byte === 10 ? 0 : byte,
		);
		const { entries, journal } = readJournal(
			Buffer.concat([bytesOf(`${note("a")}\n`), rubbish, bytesOf(`\n${note("b")}\n`)]),
		);
		assert.deepEqual(
			entries.map(({ id }) => id),
			["a", "b"],
		);
		assert.deepEqual(outlineOf(journal.problems), ["unreadable 2"]);
		assert.doesNotMatch(journal.problems[0]?.args[0] ?? "", /\p{Cc}/u);
	});

	it("counts entries of newer versions and reports the first of each type", () => {
		const newer = (id: string, type: string) => JSON.stringify({ id, at: "2030-01-01", type, mood: "good" });
		const text = ["1", "2", "3"].map((id) => `${newer(id, "mood")}\n${newer(id, "weather")}\n${note(id)}\n`).join("");
		const { entries, journal } = readJournal(text);
		assert.equal(entries.length, 3);
		assert.deepEqual(journal.counts, { lines: 9, entries: 3, unknown: 6, refused: 0, moreProblems: 0 });
		assert.deepEqual(
			journal.problems.map(({ code, line, args }) => [code, line, ...args]),
			[
				["unknown-type", 1, "mood", "3"],
				["unknown-type", 2, "weather", "3"],
			],
		);
	});

	it("keeps a hundred problems and counts the others", () => {
		const { journal } = readJournal(`{"id":"a"}\n`.repeat(maxProblems + 20));
		assert.equal(journal.problems.length, maxProblems);
		assert.equal(journal.counts.moreProblems, 20);
		assert.equal(journal.counts.refused, maxProblems + 20);
	});

	it("reads a line of the maximum length and skips a longer one", () => {
		const line = (bytes: number) => `${note("a", "x".repeat(bytes - note("a", "").length - 1))}\n`;
		assert.equal(readJournal(line(maxLine)).entries.length, 1);
		const { entries, journal } = readJournal(`${line(maxLine + 1)}${note("b")}\n`);
		assert.deepEqual(
			entries.map(({ id }) => id),
			["b"],
		);
		assert.deepEqual(outlineOf(journal.problems), ["line-too-long 1"]);
		assert.deepEqual(journal.problems[0]?.args, ["1024", "1025"]);
		assert.equal(readJournal(line(maxLine + 2).trimEnd()).entries.length, 0, "an open line has the same limit");
	});

	it("skips a line of 50 MB", () => {
		const before = bytesOf(`${note("a")}\n`);
		const file = new Uint8Array(50 * 2 ** 20).fill(120);
		file.set(before);
		file.set(bytesOf(`\n${note("b")}\n`), file.length - bytesOf(`\n${note("b")}\n`).length);
		const { entries, journal } = readJournal(file);
		assert.deepEqual(
			entries.map(({ id }) => id),
			["a", "b"],
		);
		assert.deepEqual(outlineOf(journal.problems), ["line-too-long 2"]);
	});
});

describe("following a journal that grows", function () {
	this.timeout(120_000);

	it("gives the same result in any pieces as at once", () => {
		const line = fc.constantFrom(
			...[note("a"), note("b"), `${note("c")}${note("d")}`, `${note("e")} `, ` ${note("f")}`, `\uFEFF${note("g")}`],
			...["", "\r", "  ", "rubbish", "=======", ">>>>>>> main", '{"id":"x"}', '{"id":"y","type":"mood"}', "[]"],
			...['{"type":"timer","id":"h","at":"2026-11-24","on":"x"}', note("i").slice(0, 40), note("j").slice(30)],
			note("k", "x".repeat(30_000)),
		);
		const file = fc
			.array(fc.tuple(line, fc.constantFrom("\n", "\n", "\n", "\r\n", "")), { maxLength: 12 })
			.map((lines) => bytesOf(lines.flat().join("")));
		const cuts = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 });
		fc.assert(
			fc.property(file, cuts, fc.infiniteStream(fc.boolean()), (bytes, shares, wholes) => {
				const entries: Array<Entry> = [];
				const lines: Array<number> = [];
				const journal = new JournalText("", (entry, line) => {
					entries.push(entry);
					lines.push(line);
				});
				for (const share of [...shares.toSorted((a, b) => a - b), 1]) {
					const grown = bytes.subarray(0, Math.round(share * bytes.length));
					const result = wholes.next().value ? journal.read(grown) : readTail(journal, grown);
					assert.notEqual(result, "rewritten");
					assert.equal(journal.endsOpen, grown.length > 0 && grown.at(-1) !== 10);
				}
				const whole = readJournal(bytes);
				assert.deepEqual(entries, whole.entries);
				assert.deepEqual(lines, whole.lines);
				const { moreProblems: _, ...counts } = journal.counts;
				const { moreProblems: __, ...expected } = whole.journal.counts;
				assert.deepEqual(counts, expected);
			}),
			{ numRuns: runs(2000) },
		);
	});

	it("reads a character that was cut in two when the rest arrives", () => {
		const file = bytesOf(`${note("a")}\n${note("b")}\n`);
		for (let cut = 0; cut <= file.length; cut++) {
			const entries: Array<unknown> = [];
			const journal = new JournalText("", (entry) => entries.push(entry));
			journal.read(file.subarray(0, cut));
			readTail(journal, file);
			assert.deepEqual(
				entries,
				[note("a"), note("b")].map((line) => JSON.parse(line)),
				`cut at ${cut}`,
			);
			assert.deepEqual(journal.problems, []);
		}
	});

	it("requests at most one block of what it has read", () => {
		const file = bytesOf(notes(5000));
		const journal = new JournalText("", () => {});
		assert.equal(journal.read(file), "appended");
		assert.equal(journal.offset, file.length);
		assert.ok(journal.tailStart > 0 && file.length - journal.tailStart < blockSize);
		assert.equal(readTail(journal, file), "unchanged");
		assert.throws(() => journal.read(file, 1), RangeError);
		assert.throws(() => journal.read(file, blockSize * 100), RangeError);
	});

	it("knows that the last line is unfinished, also if none of it has to be read again", () => {
		const padding = blockSize - note("a", "").length;
		const journal = new JournalText("", () => {});
		const file = bytesOf(note("a", "x".repeat(padding)));
		journal.read(file);
		assert.equal(journal.offset, blockSize);
		assert.equal(readTail(journal, file), "unchanged");
		assert.equal(journal.endsOpen, true);
		readTail(journal, Buffer.concat([file, bytesOf("\n")]));
		assert.equal(journal.endsOpen, false);
	});

	it("skips an unfinished last line, and reads it when it is finished", () => {
		const journal = new JournalText("", () => {});
		assert.equal(journal.read(bytesOf(note("a").slice(0, -1))), "appended");
		assert.equal(journal.read(bytesOf(note("a").slice(0, -1))), "unchanged");
		assert.deepEqual(
			journal.problems.map(({ code, line }) => [code, line]),
			[["unreadable", 1]],
		);
		assert.equal(journal.counts.entries, 0);
		assert.equal(journal.read(bytesOf(note("a"))), "appended");
		assert.deepEqual([journal.counts.entries, journal.problems], [1, []]);
		assert.equal(journal.read(bytesOf(`${note("a")}\n`)), "appended");
		assert.equal(journal.counts.entries, 1);
	});

	it("gives the right position in a line that arrived in two reads", () => {
		const journal = new JournalText("", () => {});
		journal.read(bytesOf(note("a", "x")));
		journal.read(bytesOf(`${note("a", "x")} rubbish\n`));
		const { start } = journal.problems[0]?.range ?? {};
		assert.equal(start, note("a", "x").length);
	});
});

describe("a journal that was rewritten", function () {
	this.timeout(120_000);

	const lines = notes(3000);
	const file = bytesOf(lines);

	function readerOf(bytes: Uint8Array): JournalText {
		const journal = new JournalText("", () => {});
		journal.read(bytes);
		return journal;
	}

	it("is detected by any changed byte, from the beginning", () => {
		const journal = readerOf(file);
		for (let at = 0; at < file.length; at += 997) {
			const changed = file.slice();
			changed[at] = (changed[at] ?? 0) ^ 1;
			assert.equal(journal.read(changed), "rewritten", `byte ${at}`);
		}
		assert.equal(journal.read(file), "unchanged");
	});

	it("is detected by a change in the last block, if only that is read", () => {
		const journal = readerOf(file);
		const grown = bytesOf(lines + notes(1, 9000));
		for (let at = journal.tailStart; at < file.length; at += 97) {
			const changed = grown.slice();
			changed[at] = (changed[at] ?? 0) ^ 1;
			assert.equal(readTail(journal, changed), "rewritten", `byte ${at}`);
		}
		assert.equal(readTail(journal, grown), "appended");
	});

	for (const [how, changed] of [
		["is shorter", lines.slice(0, -100)],
		["is empty", ""],
		["is another one of the same length", notes(3000, 1).slice(0, lines.length)],
		["has a line less in the middle, and more at the end", lines.replace(`${note("7")}\n`, "") + notes(5, 5000)],
		["has lines in another order", lines.split("\n").toReversed().join("\n")],
		["has a byte order mark now", `\uFEFF${lines}`],
	] as const) {
		it(`is detected if it ${how}`, () => assert.equal(readerOf(file).read(bytesOf(changed)), "rewritten"));
	}

	it("is not detected if only its unfinished last line changed", () => {
		const journal = readerOf(bytesOf(`${lines}{"id":"torn`));
		assert.equal(journal.read(bytesOf(`${lines}${note("whole")}\n`)), "appended");
		assert.equal(journal.counts.entries, 3001);
		assert.deepEqual(journal.problems, []);
	});
});
