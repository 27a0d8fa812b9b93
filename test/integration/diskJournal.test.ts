import { strict as assert } from "node:assert";
import { appendFileSync, closeSync, openSync, renameSync, rmSync, statSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { JournalStore } from "../../src/host/journal/journalStore.ts";
import { eventually } from "./eventually.ts";
import { counted, JournalFolder, linesOf, progress, runProcess } from "./journalFolder.ts";

/** More than what a read of the end goes back to check. */
const manyLines = 2000;

describe("a journal on a disk", () => {
	let folder: JournalFolder;

	beforeEach(() => {
		folder = new JournalFolder();
	});
	afterEach(() => folder.dispose());

	it("is there with the first entry, and grows by one line each", async () => {
		const store = await folder.open();
		await store.append([progress("a")]);
		await store.append([progress("b"), progress("c")]);
		assert.equal(folder.read(), linesOf("a", "b", "c"));
		assert.equal(counted(store), "a b c");
	});

	it("finds what others have written beside it behind an append, which does not wait for it", async () => {
		folder.write(linesOf("a"));
		const store = await folder.open();
		folder.write(linesOf("other"), "roadmap.log.laptop.jsonl");
		await store.append([progress("b")]);
		assert.match(counted(store), /^a b/);
		await store.settled();
		assert.equal(counted(store), "a b other");
	});

	it("keeps the bytes that are there, in the file that is there", async () => {
		folder.write(`\uFEFF${linesOf("a").replace("\n", "\r\n")}not JSON\n`);
		const { ino } = statSync(folder.file());
		const store = await folder.open();
		const before = folder.read();
		await store.append([progress("b")]);
		assert.equal(folder.read(), before + linesOf("b"));
		assert.equal(statSync(folder.file()).ino, ino);
		assert.equal(counted(store), "a b");
	});

	it("reads only the end of a file that grew, and all of it on Refresh", async () => {
		folder.write(linesOf("first") + linesOf(...many("x")));
		const store = await folder.open();
		// A correction near the beginning: a read of the end cannot know of it.
		patch("first", "FIRST");
		await store.append([progress("last")]);
		assert.match(counted(store), /^first last x/);
		await store.refresh(true);
		assert.match(counted(store), /^FIRST last x/);
	});

	for (const [what, change] of [
		["replaced by another one, as git does", () => replaceBy(linesOf("a", "c"))],
		["replaced by a longer one", () => replaceBy(linesOf("c", "d", "e", "f"))],
		["written anew in place with the same length", () => folder.write(linesOf("a", "c"))],
		["written anew in place and shorter", () => folder.write(linesOf("c"))],
		["written anew in place and longer", () => folder.write(linesOf("c", "d", "e", "f"))],
		["emptied", () => folder.write("")],
	] as const) {
		it(`counts anew when the file is ${what}`, async () => {
			folder.write(linesOf("a", "b"));
			const store = await folder.openWatching();
			assert.equal(counted(store), "a b");
			change();
			const expected = [...folder.read().matchAll(/"id":"(\w)"/g)].map(([, id]) => id).join(" ");
			await eventually(() => assert.equal(counted(store), expected));
		});
	}

	it("reads every file of the plan's journal; copies of sync tools come and go", async () => {
		folder.write(linesOf("a"));
		folder.write(linesOf("x"), "other.log.jsonl");
		folder.write(linesOf("y"), "roadmap.log.jsonl.bak");
		const store = await folder.openWatching();
		assert.equal(counted(store), "a");
		folder.write(linesOf("a", "b"), "roadmap.log.sync-conflict-20260201-101112-ABCDEFG.jsonl");
		folder.write(linesOf("c"), "roadmap.log (Ann's conflicted copy 2026-02-01).jsonl");
		await eventually(() => assert.equal(counted(store), "a b c"));
		rmSync(folder.file("roadmap.log.sync-conflict-20260201-101112-ABCDEFG.jsonl"));
		await eventually(() => assert.equal(counted(store), "a c"));
	});

	it("finds also what came before the platform began to watch", async () => {
		folder.write(linesOf("a"));
		const store = await folder.open();
		folder.write(linesOf("b"), "roadmap.log.other.jsonl");
		await eventually(() => assert.equal(counted(store), "a b"));
	});

	it("follows what another process appends", async () => {
		const store = await folder.openWatching();
		const writer = join(__dirname, "..", "unit", "host", "disk", "writer.js");
		assert.equal(await runProcess(writer, folder.file(), "w", "0", "60"), 0);
		await eventually(() => assert.equal(store.ledger.size, 60));
		assert.deepEqual(store.unread(), []);
	});

	it("begins a line of its own behind one that a crash left unfinished", async () => {
		folder.write(`${linesOf("a")}{"id":"torn","at":"2026-`);
		const store = await folder.open();
		assert.deepEqual(problems(store), []);
		await store.append([progress("b")]);
		assert.equal(counted(store), "a b");
		assert.deepEqual(problems(store), ["unreadable 2"]);
	});

	it("begins a line of its own also where the crash came after the last look", async () => {
		folder.write(linesOf("a"));
		const store = await folder.open();
		const appending = store.append([progress("b")]);
		appendFileSync(folder.file(), '{"id":"torn","at":"2026-');
		await appending;
		await store.append([progress("c")]);
		assert.equal(counted(store), "a b c");
	});

	it("takes an entry without a line break, and what follows it", async () => {
		folder.write(linesOf("a", "b").trimEnd());
		const store = await folder.open();
		assert.equal(counted(store), "a b");
		await store.append([progress("c")]);
		assert.equal(folder.read(), linesOf("a", "b", "c"));
		assert.equal(counted(store), "a b c");
	});

	it("waits for the rest of a file that arrives in halves", async () => {
		const all = linesOf("a", "b", "c");
		folder.write(all.slice(0, all.length / 2));
		const store = await folder.openWatching();
		assert.equal(counted(store), "a");
		assert.deepEqual(problems(store), []);
		appendFileSync(folder.file(), all.slice(all.length / 2));
		await eventually(() => assert.equal(counted(store), "a b c"));
		assert.deepEqual(problems(store), []);
	});

	it("is one for two windows that append at once", async () => {
		const windows = [await folder.openWatching(), await folder.openWatching()];
		const ids = ["l", "r"].map((side) => Array.from({ length: 40 }, (_, index) => `${side}${100 + index}`));
		await Promise.all(windows.flatMap((store, side) => (ids[side] ?? []).map((id) => store.append([progress(id)]))));
		assert.equal(folder.read().split("\n").length, 81);
		for (const store of windows) {
			await eventually(() => assert.equal(counted(store), ids.flat().join(" ")));
			assert.deepEqual(problems(store), []);
		}
	});

	it("counts an append that comes while everything is read anew", async () => {
		folder.write(linesOf("a", "b"));
		const store = await folder.open();
		folder.write(linesOf("c"));
		store.setDayEnds(180);
		await Promise.all([
			store.refresh(),
			store.append([progress("d")]),
			store.refresh(true),
			store.append([progress("e")]),
		]);
		assert.equal(counted(store), "c d e");
		assert.equal(folder.read(), linesOf("c", "d", "e"));
	});

	it("counts the days of all entries anew when the day ends at another time", async () => {
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

	it("says nothing where nothing has changed", async () => {
		folder.write(linesOf("a"));
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
