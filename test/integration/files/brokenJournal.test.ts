import { strict as assert } from "node:assert";
import { execFileSync } from "node:child_process";
import { appendFileSync, mkdirSync, rmdirSync, rmSync, symlinkSync, truncateSync } from "node:fs";
import { join } from "node:path";
import * as vscode from "vscode";

import { readErrorText, writeErrorText } from "../../../src/host/core/fileErrorText.ts";
import { FileWriter } from "../../../src/host/core/fileWriter.ts";
import type { JournalStore } from "../../../src/host/journal/journalStore.ts";
import { JournalWriter } from "../../../src/host/journal/journalWriter.ts";
import type { FoundPlans } from "../../../src/host/plan/planFinder.ts";
import { PlanSession } from "../../../src/host/session/planSession.ts";
import type { ViewOptions } from "../../../src/viewmodel/rows/viewOptions.ts";
import { eventually } from "../support/eventually.ts";
import { fixedClock } from "../support/fixedClock.ts";
import { counted, JournalFolder, progress, readLines } from "../support/journalFolder.ts";
import { MemoryMemento } from "../support/memoryMemento.ts";

const megabyte = 1024 * 1024;

const options: ViewOptions = { grouping: "phase", filter: "all", week: 0 };
const plans: FoundPlans = { all: [], active: undefined };

describe("a journal that is too large", () => {
	let folder: JournalFolder;

	beforeEach(() => {
		folder = new JournalFolder();
	});
	afterEach(() => folder.dispose());

	it("is not read if a file has 3 GB, and the other files count", async () => {
		folder.write(readLines("a"), "roadmap.log.other.jsonl");
		folder.write(readLines("b"));
		truncateSync(folder.file(), 3 * 1024 * megabyte);
		const store = await folder.open();
		assert.equal(counted(store), "a");
		const [unread] = store.unread();
		assert.equal(unread?.name, "roadmap.log.jsonl");
		assert.match(readErrorText(unread?.error), /larger than 256 MB/);
		await assert.rejects(store.append([progress("c")]), (error) => /too large/.test(writeErrorText(error)));
		truncateSync(folder.file(), readLines("b").length);
		await store.refresh();
		assert.equal(counted(store), "a b");
		await store.append([progress("c")]);
		assert.equal(counted(store), "a b c");
	});

	it("is read past a line of 200 MB, without blocking other work", async function () {
		this.timeout(120_000);
		folder.write(readLines("a"));
		truncateSync(folder.file(), 200 * megabyte);
		appendFileSync(folder.file(), `\n${readLines("b")}`);
		let turns = 0;
		const timer = setInterval(() => turns++, 0);
		const store = await folder.open();
		clearInterval(timer);
		assert.equal(counted(store), "a b");
		assert.deepEqual(
			store.problems().flatMap(({ problems }) => problems.map(({ code, line }) => [code, line])),
			[["line-too-long", 2]],
		);
		assert.ok(turns > 50, `${turns} turns`);
	});
});

describe("a journal that cannot be written", () => {
	let folder: JournalFolder;

	beforeEach(() => {
		folder = new JournalFolder();
	});
	afterEach(() => folder.dispose());

	for (const [why, words, breakIt, mend] of [
		[
			"because a folder has its name",
			/^A folder with the journal's name is in the way\./,
			() => mkdirSync(folder.file()),
			() => rmdirSync(folder.file()),
		],
		[
			"because it is a link",
			/^roadmap\.log\.jsonl is a link, /,
			() => symlinkSync(join(folder.path, "gone", "roadmap.log.jsonl"), folder.file()),
			() => rmSync(folder.file()),
		],
		[
			"because it is a pipe",
			/^roadmap\.log\.jsonl isn't a regular file\./,
			() => void execFileSync("mkfifo", [folder.file()]),
			() => rmSync(folder.file()),
		],
	] as const) {
		it(`reports that ${why}, counts nothing, and saves once that is fixed`, async function () {
			if (process.platform !== "linux") {
				this.skip();
			}
			folder.write(readLines("a"), "roadmap.log.other.jsonl");
			const store = await folder.open();
			breakIt();
			await assert.rejects(store.append([progress("b")]), (error) => words.test(writeErrorText(error)));
			assert.equal(counted(store), "a");
			await assert.rejects(store.append([progress("b")]));
			mend();
			await store.append([progress("b")]);
			assert.equal(folder.read(), readLines("b"));
			assert.equal(counted(store), "a b");
			assert.deepEqual(store.unread(), []);
		});
	}

	it("saves what is appended after an append that failed", async () => {
		const store = await folder.open();
		mkdirSync(folder.file());
		const failed = assert.rejects(store.append([progress("a")]));
		// Begins when the first has failed, and not before.
		const mended = store.settled().then(() => rmdirSync(folder.file()));
		const saved = mended.then(() => store.append([progress("b")]));
		await Promise.all([failed, saved]);
		assert.equal(folder.read(), readLines("b"));
	});

	it("saves what was handed over before its window closed", async () => {
		const store = await folder.open();
		const appending = [store.append([progress("a")]), store.append([progress("b")])];
		store.dispose();
		await Promise.all(appending);
		assert.equal(folder.read(), readLines("a", "b"));
	});

	it("is only logged if the file is gone when it is synced to disk", async () => {
		const told: Array<string> = [];
		const rejected: Array<unknown> = [];
		const note = (reason: unknown) => rejected.push(reason);
		process.on("unhandledRejection", note);
		const log = { warn: (text: string) => told.push(text) } as unknown as vscode.LogOutputChannel;
		const writer = new JournalWriter(vscode.Uri.file(folder.path), "roadmap", log, new FileWriter());
		await writer.append(readLines("a"));
		rmSync(folder.file());
		await eventually(() => assert.equal(told.length, 1));
		assert.match(told[0] ?? "", /roadmap\.log\.jsonl could not be synced: .*ENOENT/);
		// The same when everything closes, the log first.
		const closed = vscode.window.createOutputChannel("Waymark test", { log: true });
		const last = new JournalWriter(vscode.Uri.file(folder.path), "roadmap", closed, new FileWriter());
		await last.append(readLines("a"));
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

describe("a journal that can't be read", () => {
	let folder: JournalFolder;
	let log: vscode.LogOutputChannel;
	let session: PlanSession | undefined;

	before(() => {
		log = vscode.window.createOutputChannel("Waymark test", { log: true });
	});
	beforeEach(() => {
		folder = new JournalFolder();
		folder.write(readLines("a"), "roadmap.log.other.jsonl");
	});
	afterEach(() => {
		session?.dispose();
		folder.dispose();
	});
	after(() => log.dispose());

	it("reports that a folder has its name; the other files count", async () => {
		mkdirSync(folder.file());
		const store = await folder.open();
		assert.equal(counted(store), "a");
		assert.match(readErrorText(store.unread()[0]?.error), /^A folder with this name is in the way\./);
		await assert.rejects(store.append([progress("b")]));
		rmdirSync(folder.file());
		await store.append([progress("b")]);
		assert.equal(counted(store), "a b");
		assert.deepEqual(store.unread(), []);
	});

	it("no longer counts when a folder replaces it", async () => {
		folder.write(readLines("b"));
		const store = await folder.open();
		assert.equal(counted(store), "a b");
		rmSync(folder.file());
		mkdirSync(folder.file());
		await store.refresh();
		assert.equal(counted(store), "a");
		assert.equal(store.unread().length, 1);
	});

	it("reports binary lines, counts entries between them, and can be appended to", async () => {
		folder.write(
			Buffer.concat([
				Buffer.from([0, 255, 254, 10, 0, 1, 2]),
				Buffer.from(`\n${readLines("b")}`),
				Buffer.from([128, 0]),
			]),
		);
		const store = await folder.open();
		assert.equal(counted(store), "a b");
		assert.deepEqual(problems(store), ["unreadable 1", "unreadable 4"]);
		await store.append([progress("c")]);
		assert.equal(counted(store), "a b c");
	});

	it("reports a line of 50 MB and counts the entries around it", async () => {
		folder.write(`${readLines("b")}${"x".repeat(50 * megabyte)}\n${readLines("c")}`);
		const store = await folder.open();
		assert.equal(counted(store), "a b c");
		assert.deepEqual(problems(store), ["line-too-long 2"]);
		await store.append([progress("d")]);
		assert.equal(counted(store), "a b c d");
	});

	it("can be appended to after 50 MB without a line break", async () => {
		folder.write(`${readLines("b")}${"x".repeat(50 * megabyte)}`);
		const store = await folder.open();
		assert.equal(counted(store), "a b");
		await store.append([progress("c")]);
		assert.equal(counted(store), "a b c");
		assert.deepEqual(problems(store), ["line-too-long 2"]);
	});

	it("has its problems at their lines in Problems until they are fixed", async () => {
		const journal = vscode.Uri.file(folder.file());
		folder.write(`${readLines("b")}torn\n${readLines("c").replace('"add":1', '"add":"x"')}`);
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
		assert.equal(found[1]?.range.start.character, readLines("c").indexOf("1}"));
		folder.write(readLines("b", "c"));
		await session.journal.refresh();
		await session.view("roadmap", options, plans);
		assert.deepEqual(vscode.languages.getDiagnostics(journal), []);
	});

	it("has no problems when it is deleted or the session is closed", async () => {
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

	async function openSession(): Promise<PlanSession> {
		const opened = new PlanSession(folder.plan, log, fixedClock, {
			state: new MemoryMemento(),
			onChange: () => undefined,
		});
		await opened.view("roadmap", options, plans);
		return opened;
	}
});

function problems(store: JournalStore): ReadonlyArray<string> {
	return store.problems().flatMap((file) => file.problems.map(({ code, line }) => `${code} ${line}`));
}
