import assert from "node:assert/strict";
import promises, { type FileHandle } from "node:fs/promises";
import fc from "fast-check";
import { appendToDisk } from "../../src/host/core/files/appendToDisk.ts";
import type { Entry } from "../../src/journal/entry.ts";
import { isRoadmapName } from "../../src/journal/roadmapNames.ts";
import { plainLine, UnreadableEntryError, writeLine } from "../../src/journal/text/entryLine.ts";
import { JournalText, maxLine } from "../../src/journal/text/journalText.ts";
import { StrangersFolder } from "./strangersFolder.ts";

/** What goes wrong at a call: an error instead of it, an error after it, or only a part of it. */
type Lie = "error" | "error after" | "short" | "nothing";
type Call = "write" | "read" | "stat" | "close";

describe("a disk that lies", function () {
	this.timeout(90_000);

	it("never reports a saved entry as unsaved, nor an unsaved one as saved", async () => {
		const lies = fc.dictionary(
			fc.constantFrom("write", "read", "stat", "close"),
			fc.record({ lie: fc.constantFrom<Lie>("error", "error after", "short", "nothing"), at: fc.nat(2) }),
		);
		await fc.assert(
			fc.asyncProperty(fc.constantFrom("", "old\n", "torn"), lies, fc.nat(300), async (before, lie, length) => {
				const folder = new StrangersFolder();
				const path = folder.write(folder.file("roadmap.log.jsonl"), before);
				const line = `{"id":"a","note":"${"n".repeat(length)}"}\n`;
				const outcome = await withLies(lie as Partial<Record<Call, { lie: Lie; at: number }>>, () =>
					appendToDisk(path, line).then(
						() => "saved",
						(error: { code?: string }) => error.code ?? String(error),
					),
				);
				const text = folder.read(path) ?? "";
				folder.dispose();
				assert.ok(text.startsWith(before));
				const isThere = text.slice(before.length).split("\n").includes(line.trimEnd());
				if (outcome === "saved") assert.ok(isThere, outcome);
				else if (outcome !== "unverified") assert.ok(!isThere, outcome);
			}),
			{ numRuns: 400 },
		);
	});
});

/** Runs something while each opened file lies at those calls, counted from 0 for each file. */
async function withLies<T>(lies: Partial<Record<Call, { lie: Lie; at: number }>>, work: () => Promise<T>): Promise<T> {
	const { open } = promises;
	promises.open = async (...args) => {
		const file = await open(...args);
		for (const call of Object.keys(lies) as Array<Call>) lieAt(file, call, lies[call] ?? assert.fail());
		return file;
	};
	try {
		return await work();
	} finally {
		promises.open = open;
	}
}

function lieAt(file: FileHandle, call: Call, { lie, at }: { lie: Lie; at: number }): void {
	const real = (file[call] as (...args: ReadonlyArray<unknown>) => Promise<unknown>).bind(file);
	const failure = Object.assign(new Error("EIO: i/o error"), { code: "EIO" });
	let calls = 0;
	const lying = async (...args: ReadonlyArray<unknown>) => {
		if (calls++ !== at) return real(...args);
		if (lie === "error") {
			if (call === "close") await real();
			throw failure;
		}
		if (lie === "short" && call === "write") {
			const bytes = args[0] as Buffer;
			return real(bytes.subarray(0, Math.floor(bytes.length / 2)));
		}
		if (lie === "nothing" && call === "write") return { bytesWritten: (args[0] as Buffer).length };
		const result = await real(...args);
		if (lie === "error after") throw failure;
		return result;
	};
	Object.assign(file, { [call]: lying });
}

describe("an entry that couldn't be read back", function () {
	this.timeout(90_000);

	it("is not written if its line would be too long", () => {
		const entry = (length: number): Entry => ({ id: "a", at: "2026-01-01", type: "note", text: "n".repeat(length) });
		const rest = Buffer.byteLength(plainLine(entry(0)));
		assert.equal(Buffer.byteLength(writeLine(entry(maxLine - rest))), maxLine);
		assert.throws(
			() => writeLine(entry(maxLine - rest + 1)),
			(error) => error instanceof UnreadableEntryError && error.problem.code === "line-too-long",
		);
	});

	it("is not written, whatever it is; and what is written can be read", () => {
		const nested = fc
			.integer({ min: 0, max: 1200 })
			.map((depth) => JSON.parse("[".repeat(depth) + "]".repeat(depth) || "0"));
		const entries = fc.record({
			id: fc.string({ minLength: 1 }),
			at: fc.constantFrom("2026-01-01", "2026-01-01T10:00:00+01:00"),
			type: fc.constantFrom("note", "time", "later"),
			text: fc.string({ unit: "binary", minLength: 1 }),
			minutes: fc.oneof(fc.integer({ min: 1, max: 600 }), fc.double()),
			more: fc.oneof(nested, fc.json()),
			long: fc.constantFrom(0, 0, 0, 0, 1, 2, 4).map((parts) => "ü".repeat(parts * 140_000)),
		});
		fc.assert(
			fc.property(entries, (entry) => {
				let line: string;
				try {
					line = writeLine(entry as unknown as Entry);
				} catch (error) {
					assert.ok(error instanceof RangeError);
					return;
				}
				const text = new JournalText("roadmap.log.jsonl", () => undefined);
				text.read(new TextEncoder().encode(line));
				assert.deepEqual([text.counts.lines, text.counts.refused], [1, 0]);
				assert.equal(text.counts.entries + text.counts.unknown, 1);
			}),
			{ numRuns: 200 },
		);
	});
});

describe("the name of a plan or a journal", () => {
	const plans = ["roadmap.yaml", "roadmap.yml", "Laufbahn.yaml"];
	const spellings = fc.record({
		name: fc.constantFrom(
			"roadmap.yaml",
			"roadmap.yml",
			"roadmap.log.jsonl",
			"roadmap.log.pc.jsonl",
			"laufbahn.log.jsonl",
		),
		capitals: fc.func(fc.boolean()),
		end: fc.constantFrom("", ".", " ", ". .", "::$DATA", ":x"),
	});

	it("is recognized in any spelling", () => {
		fc.assert(
			fc.property(spellings, ({ name, capitals, end }) => {
				const spelled = [...name].map((letter, at) => (capitals(at) ? letter.toUpperCase() : letter)).join("");
				assert.ok(isRoadmapName(spelled + end, plans), spelled + end);
			}),
		);
	});

	it("is not recognized in other names", () => {
		for (const name of ["roadmap.ics", "roadmap.md", "impact-2026.csv", "roadmap.logistics.jsonl", "roadmap.yaml.md"]) {
			assert.ok(!isRoadmapName(name, plans), name);
		}
	});
});
