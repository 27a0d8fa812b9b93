import { strict as assert } from "node:assert";
import { appendFileSync, closeSync, openSync, renameSync, rmSync, statSync, utimesSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { JournalStore } from "../../../src/host/journal/journalStore.ts";
import { projectRoot } from "../../harness/root.ts";
import { eventually } from "../support/eventually.ts";
import { counted, JournalFolder, progress, readLines, runProcess } from "../support/journalFolder.ts";

/** More than what a read of the end goes back to check. */
const manyLines = 2000;

describe("a journal on a disk", () => {
	let folder: JournalFolder;

	beforeEach(() => {
		folder = new JournalFolder();
	});
	afterEach(() => folder.dispose());

	it("is created with the first entry, and grows by one line for each", async () => {
		const store = await folder.open();
		await store.append([progress("a")]);
		await store.append([progress("b"), progress("c")]);
		assert.equal(folder.read(), readLines("a", "b", "c"));
		assert.equal(counted(store), "a b c");
	});

	it("finds entries of others after an append, which doesn't wait for them", async () => {
		folder.write(readLines("a"));
		const store = await folder.open();
		folder.write(readLines("other"), "roadmap.log.laptop.jsonl");
		await store.append([progress("b")]);
		assert.match(counted(store), /^a b/);
		await store.settled();
		assert.equal(counted(store), "a b other");
	});

	it("keeps existing bytes in the existing file", async () => {
		folder.write(`\uFEFF${readLines("a").replace("\n", "\r\n")}not JSON\n`);
		const { ino } = statSync(folder.file());
		const store = await folder.open();
		const before = folder.read();
		await store.append([progress("b")]);
		assert.equal(folder.read(), before + readLines("b"));
		assert.equal(statSync(folder.file()).ino, ino);
		assert.equal(counted(store), "a b");
	});

	it("reads only the end of a file that grew, and all of it on Refresh", async () => {
		folder.write(readLines("first") + readLines(...many("x")));
		const store = await folder.open();
		// A correction near the beginning: a read of the end cannot know of it.
		patch("first", "FIRST");
		await store.append([progress("last")]);
		assert.match(counted(store), /^first last x/);
		await store.refresh(true);
		assert.match(counted(store), /^FIRST last x/);
	});

	for (const [what, change] of [
		["replaced by another one, as git does", () => replaceBy(readLines("a", "c"))],
		["replaced by a longer one", () => replaceBy(readLines("c", "d", "e", "f"))],
		["rewritten in place with the same length", () => folder.write(readLines("a", "c"))],
		["rewritten in place and shorter", () => folder.write(readLines("c"))],
		["rewritten in place and longer", () => folder.write(readLines("c", "d", "e", "f"))],
		["emptied", () => folder.write("")],
	] as const) {
		it(`counts again when the file is ${what}`, async () => {
			folder.write(readLines("a", "b"));
			const store = await folder.openWatching();
			assert.equal(counted(store), "a b");
			change();
			const expected = [...folder.read().matchAll(/"id":"(\w)"/g)].map(([, id]) => id).join(" ");
			await eventually(() => assert.equal(counted(store), expected));
		});
	}

	it("detects by its content a change with the same size and time when the window gets the focus", async () => {
		const write = (...ids: ReadonlyArray<string>) => {
			folder.write(readLines(...ids));
			utimesSync(folder.file(), 1_700_000_000, 1_700_000_000);
		};
		write("a", "b");
		const store = await folder.open();
		write("a", "c");
		await store.look();
		assert.equal(counted(store), "a c");
	});

	it("reads every file of the plan's journal; copies of sync tools come and go", async () => {
		folder.write(readLines("a"));
		folder.write(readLines("x"), "other.log.jsonl");
		folder.write(readLines("y"), "roadmap.log.jsonl.bak");
		const store = await folder.openWatching();
		assert.equal(counted(store), "a");
		folder.write(readLines("a", "b"), "roadmap.log.sync-conflict-20260201-101112-ABCDEFG.jsonl");
		folder.write(readLines("c"), "roadmap.log (Ann's conflicted copy 2026-02-01).jsonl");
		await eventually(() => assert.equal(counted(store), "a b c"));
		rmSync(folder.file("roadmap.log.sync-conflict-20260201-101112-ABCDEFG.jsonl"));
		await eventually(() => assert.equal(counted(store), "a c"));
	});

	it("also finds what was written before the file watcher started", async () => {
		folder.write(readLines("a"));
		const store = await folder.open();
		folder.write(readLines("b"), "roadmap.log.other.jsonl");
		await eventually(() => assert.equal(counted(store), "a b"));
	});

	it("follows what another process appends", async () => {
		const store = await folder.openWatching();
		const writer = join(projectRoot(), "dist", "test", "unit", "host", "core", "files", "writer.js");
		assert.equal(await runProcess(writer, folder.file(), "w", "0", "60"), 0);
		await eventually(() => assert.equal(store.ledger.size, 60));
		assert.deepEqual(store.unread(), []);
	});

	it("starts a new line after one that a crash left unfinished", async () => {
		folder.write(`${readLines("a")}{"id":"torn","at":"2026-`);
		const store = await folder.open();
		assert.deepEqual(problems(store), ["unreadable 2"]);
		await store.append([progress("b")]);
		assert.equal(counted(store), "a b");
		assert.deepEqual(problems(store), ["unreadable 2"]);
	});

	it("starts a new line even if the crash happened after the last read", async () => {
		folder.write(readLines("a"));
		const store = await folder.open();
		const appending = store.append([progress("b")]);
		appendFileSync(folder.file(), '{"id":"torn","at":"2026-');
		await appending;
		await store.append([progress("c")]);
		assert.equal(counted(store), "a b c");
	});

	it("reads an entry without a line break, and what follows it", async () => {
		folder.write(readLines("a", "b").trimEnd());
		const store = await folder.open();
		assert.equal(counted(store), "a b");
		await store.append([progress("c")]);
		assert.equal(folder.read(), readLines("a", "b", "c"));
		assert.equal(counted(store), "a b c");
	});

	it("waits for the rest of a file that arrives in halves", async () => {
		const all = readLines("a", "b", "c");
		folder.write(all.slice(0, all.length / 2));
		const store = await folder.openWatching();
		assert.equal(counted(store), "a");
		// What can't be read yet is reported, until the rest of it is there.
		assert.deepEqual(problems(store), ["unreadable 2"]);
		appendFileSync(folder.file(), all.slice(all.length / 2));
		await eventually(() => assert.equal(counted(store), "a b c"));
		assert.deepEqual(problems(store), []);
	});

	it("is shared by two windows that append at once", async () => {
		const windows = [await folder.openWatching(), await folder.openWatching()];
		const ids = ["l", "r"].map((side) => Array.from({ length: 40 }, (_, index) => `${side}${100 + index}`));
		await Promise.all(windows.flatMap((store, side) => (ids[side] ?? []).map((id) => store.append([progress(id)]))));
		assert.equal(folder.read().split("\n").length, 81);
		for (const store of windows) {
			await eventually(() => assert.equal(counted(store), ids.flat().join(" ")));
			assert.deepEqual(problems(store), []);
		}
	});

	it("counts an append that happens during a complete reread", async () => {
		folder.write(readLines("a", "b"));
		const store = await folder.open();
		folder.write(readLines("c"));
		store.setDayEnds(180);
		await Promise.all([
			store.refresh(),
			store.append([progress("d")]),
			store.refresh(true),
			store.append([progress("e")]),
		]);
		assert.equal(counted(store), "c d e");
		assert.equal(folder.read(), readLines("c", "d", "e"));
	});

	it("recomputes the days of all entries when the end of the day changes", async () => {
		folder.write('{"id":"a","at":"2026-02-02T00:30:00+01:00","type":"time","on":"talks","minutes":30}\n');
		const store = await folder.open();
		const day = () => store.ledger.on(["talks"])[0]?.day ?? assert.fail("nothing is counted");
		const before = day();
		let changes = 0;
		store.onDidChange(() => changes++);
		store.setDayEnds(60);
		await store.settled();
		assert.equal(day(), before - 1);
		assert.equal(changes, 1);
		store.setDayEnds(60);
		await store.settled();
		assert.equal(changes, 1);
	});

	it("sends no event if nothing has changed", async () => {
		folder.write(readLines("a"));
		const store = await folder.open();
		let changes = 0;
		store.onDidChange(() => changes++);
		const { ledger } = store;
		await store.refresh();
		await store.refresh(true);
		assert.equal(changes, 0);
		assert.equal(store.ledger, ledger);
	});

	function replaceBy(text: string): void {
		folder.write(text, "new.tmp");
		renameSync(folder.file("new.tmp"), folder.file());
	}

	/** Writes other bytes over the first ones that are alike, without changing the length. */
	function patch(before: string, after: string): void {
		const place = Buffer.from(folder.read()).indexOf(before);
		const file = openSync(folder.file(), "r+");
		writeSync(file, after, place);
		closeSync(file);
	}
});

function many(prefix: string): ReadonlyArray<string> {
	return Array.from({ length: manyLines }, (_, index) => `${prefix}${manyLines + index}`);
}

function problems(store: JournalStore): ReadonlyArray<string> {
	return store.problems().flatMap((file) => file.problems.map(({ code, line }) => `${code} ${line}`));
}
