import { strict as assert } from "node:assert";
import { appendFileSync, mkdirSync, rmdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import * as vscode from "vscode";
import { systemClock } from "../../src/host/clock.ts";
import { whyUnreadable, whyUnwritable } from "../../src/host/fileProblem.ts";
import type { JournalStore } from "../../src/host/journal/journalStore.ts";
import { JournalWriter } from "../../src/host/journal/journalWriter.ts";
import type { Plans } from "../../src/host/planFinder.ts";
import { Session } from "../../src/host/session.ts";
import type { ViewOptions } from "../../src/present/viewOptions.ts";
import { eventually } from "./eventually.ts";
import { counted, JournalFolder, linesOf, progress } from "./journalFolder.ts";
import { MemoryMemento } from "./memoryMemento.ts";

const megabyte = 1024 * 1024;

const options: ViewOptions = { grouping: "phase", filter: "all", week: 0 };
const plans: Plans = { all: [], active: undefined };

describe("a journal that cannot be written", () => {
	let folder: JournalFolder;

	beforeEach(() => {
		folder = new JournalFolder();
	});
	afterEach(() => folder.dispose());

	for (const [why, words, breakIt, mend] of [
		[
			"because a folder has its name",
			/^A folder has the name of the journal\./,
			() => mkdirSync(folder.file()),
			() => rmdirSync(folder.file()),
		],
		[
			"because it leads into a folder that is gone",
			/^The folder is gone\./,
			() => symlinkSync(join(folder.path, "gone", "roadmap.log.jsonl"), folder.file()),
			() => mkdirSync(join(folder.path, "gone")),
		],
		[
			"because the disk is full",
			/^The disk is full\./,
			() => symlinkSync("/dev/full", folder.file()),
			() => rmSync(folder.file()),
		],
	] as const) {
		it(`says so ${why}, counts nothing, and saves once it is mended`, async function () {
			if (process.platform !== "linux") {
				this.skip();
			}
			folder.write(linesOf("a"), "roadmap.log.other.jsonl");
			const store = await folder.open();
			breakIt();
			await assert.rejects(store.append([progress("b")]), (error) => words.test(whyUnwritable(error)));
			assert.equal(counted(store), "a");
			await assert.rejects(store.append([progress("b")]));
			mend();
			await store.append([progress("b")]);
			assert.equal(folder.read(), linesOf("b"));
			assert.equal(counted(store), "a b");
			assert.deepEqual(store.unread(), []);
		});
	}

	it("saves what is appended behind an append that failed", async () => {
		const store = await folder.open();
		mkdirSync(folder.file());
		const failed = assert.rejects(store.append([progress("a")]));
		// Begins when the first has failed, and not before.
		const mended = store.settled().then(() => rmdirSync(folder.file()));
		const saved = mended.then(() => store.append([progress("b")]));
		await Promise.all([failed, saved]);
		assert.equal(folder.read(), linesOf("b"));
	});

	it("saves what was handed over before its window closed", async () => {
		const store = await folder.open();
		const appending = [store.append([progress("a")]), store.append([progress("b")])];
		store.dispose();
		await Promise.all(appending);
		assert.equal(folder.read(), linesOf("a", "b"));
	});

	it("is told in the log when the sync to disk finds no file any more, and nothing else happens", async () => {
		const told: Array<string> = [];
		const rejected: Array<unknown> = [];
		const note = (reason: unknown) => rejected.push(reason);
		process.on("unhandledRejection", note);
		const log = { warn: (text: string) => told.push(text) } as unknown as vscode.LogOutputChannel;
		const writer = new JournalWriter(vscode.Uri.file(folder.path), "roadmap", log);
		await writer.append(linesOf("a"));
		rmSync(folder.file());
		await eventually(() => assert.equal(told.length, 1));
		assert.match(told[0] ?? "", /roadmap\.log\.jsonl could not be synced: .*ENOENT/);
		// The same when everything closes, the log first.
		const closed = vscode.window.createOutputChannel("Waymark test", { log: true });
		const last = new JournalWriter(vscode.Uri.file(folder.path), "roadmap", closed);
		await last.append(linesOf("a"));
		rmSync(folder.file());
		closed.dispose();
		last.dispose();
		writer.dispose();
		await new Promise((resolve) => setTimeout(resolve, 100));
		process.off("unhandledRejection", note);
		assert.deepEqual(rejected, []);
		assert.equal(told.length, 1);
	});
});

describe("a journal that cannot be read", () => {
	let folder: JournalFolder;
	let log: vscode.LogOutputChannel;
	let session: Session | undefined;

	before(() => {
		log = vscode.window.createOutputChannel("Waymark test", { log: true });
	});
	beforeEach(() => {
		folder = new JournalFolder();
		folder.write(linesOf("a"), "roadmap.log.other.jsonl");
	});
	afterEach(() => {
		session?.dispose();
		folder.dispose();
	});
	after(() => log.dispose());

	it("says so where a folder has its name; the other files count", async () => {
		mkdirSync(folder.file());
		const store = await folder.open();
		assert.equal(counted(store), "a");
		assert.match(whyUnreadable(store.unread()[0]?.error), /^It is a folder\./);
		await assert.rejects(store.append([progress("b")]));
		rmdirSync(folder.file());
		await store.append([progress("b")]);
		assert.equal(counted(store), "a b");
		assert.deepEqual(store.unread(), []);
	});

	it("counts no more when a folder takes its place", async () => {
		folder.write(linesOf("b"));
		const store = await folder.open();
		assert.equal(counted(store), "a b");
		rmSync(folder.file());
		mkdirSync(folder.file());
		await store.refresh();
		assert.equal(counted(store), "a");
		assert.equal(store.unread().length, 1);
	});

	it("tells binary lines, counts entries between them, and can be appended to", async () => {
		folder.write(
			Buffer.concat([Buffer.from([0, 255, 254, 10, 0, 1, 2]), Buffer.from(`\n${linesOf("b")}`), Buffer.from([128, 0])]),
		);
		const store = await folder.open();
		assert.equal(counted(store), "a b");
		assert.deepEqual(problems(store), ["unreadable 1"]);
		await store.append([progress("c")]);
		assert.equal(counted(store), "a b c");
	});

	it("tells a line of 50 MB and counts what stands around it", async () => {
		folder.write(`${linesOf("b")}${"x".repeat(50 * megabyte)}\n${linesOf("c")}`);
		const store = await folder.open();
		assert.equal(counted(store), "a b c");
		assert.deepEqual(problems(store), ["line-too-long 2"]);
		await store.append([progress("d")]);
		assert.equal(counted(store), "a b c d");
	});

	it("can be appended to behind 50 MB without a line break", async () => {
		folder.write(`${linesOf("b")}${"x".repeat(50 * megabyte)}`);
		const store = await folder.open();
		assert.equal(counted(store), "a b");
		await store.append([progress("c")]);
		assert.equal(counted(store), "a b c");
		assert.deepEqual(problems(store), ["line-too-long 2"]);
	});

	it("has its problems at their lines in Problems until they are mended", async () => {
		const journal = vscode.Uri.file(folder.file());
		folder.write(`${linesOf("b")}torn\n${linesOf("c").replace('"add":1', '"add":"x"')}`);
		folder.write("title: a\ntargets: {2026: [{title: Talks, goal: 4}]}\n", "roadmap.yaml");
		session = await openSession();
		const found = vscode.languages.getDiagnostics(journal);
		assert.deepEqual(
			found.map(({ source, code, range }) => [source, code, range.start.line]),
			[
				["Waymark", "unreadable", 1],
				["Waymark", "bad-field", 2],
			],
		);
		assert.equal(found[1]?.range.start.character, linesOf("c").indexOf("1}"));
		folder.write(linesOf("b", "c"));
		await session.journal.refresh();
		await session.view("roadmap", options, plans);
		assert.deepEqual(vscode.languages.getDiagnostics(journal), []);
	});

	it("has no problems any more when it is gone or the session is closed", async () => {
		const [journal, other] = ["roadmap.log.jsonl", "roadmap.log.other.jsonl"].map((name) =>
			vscode.Uri.file(folder.file(name)),
		);
		assert.ok(journal && other);
		folder.write("torn\n");
		appendFileSync(other.fsPath, "torn\n");
		folder.write("title: a\n", "roadmap.yaml");
		session = await openSession();
		assert.equal(vscode.languages.getDiagnostics(journal).length, 1);
		rmSync(journal.fsPath);
		await session.journal.refresh();
		await session.view("roadmap", options, plans);
		assert.deepEqual(vscode.languages.getDiagnostics(journal), []);
		assert.equal(vscode.languages.getDiagnostics(other).length, 1);
		session.dispose();
		assert.deepEqual(vscode.languages.getDiagnostics(other), []);
	});

	async function openSession(): Promise<Session> {
		const opened = new Session(folder.plan, log, systemClock, new MemoryMemento(), () => undefined);
		await opened.view("roadmap", options, plans);
		return opened;
	}
});

function problems(store: JournalStore): ReadonlyArray<string> {
	return store.problems().flatMap((file) => file.problems.map(({ code, line }) => `${code} ${line}`));
}
