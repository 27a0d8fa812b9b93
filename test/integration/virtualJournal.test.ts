import { strict as assert } from "node:assert";
import * as vscode from "vscode";
import { whyUnwritable } from "../../src/host/fileProblem.ts";
import { JournalStore } from "../../src/host/journal/journalStore.ts";
import { eventually } from "./eventually.ts";
import { counted, linesOf, progress } from "./journalFolder.ts";
import { MemoryFiles } from "./memoryFiles.ts";

describe("a journal where nothing can be appended", () => {
	let files: MemoryFiles;
	let log: vscode.LogOutputChannel;
	let stores: Array<JournalStore>;
	let folder: string;
	let number = 0;

	before(() => {
		files = new MemoryFiles("waymark-journal");
		log = vscode.window.createOutputChannel("Waymark test", { log: true });
	});
	beforeEach(() => {
		folder = `/${++number}`;
		stores = [];
	});
	afterEach(() => vscode.Disposable.from(...stores).dispose());
	after(() => vscode.Disposable.from(files, log).dispose());

	async function open(): Promise<JournalStore> {
		const store = new JournalStore(files.uri(`${folder}/roadmap.yaml`), log, 0);
		stores.push(store);
		await store.settled();
		return store;
	}

	it("has a file for each session, and leaves all others alone", async () => {
		files.put(`${folder}/roadmap.log.jsonl`, linesOf("a"));
		const [left, right] = [await open(), await open()];
		await Promise.all([left.append([progress("l1")]), right.append([progress("r1")])]);
		await Promise.all([left.append([progress("l2")]), right.append([progress("r2"), progress("r3")])]);
		assert.equal(files.text(`${folder}/roadmap.log.jsonl`), linesOf("a"));
		const own = files.names(folder).filter((name) => /^roadmap\.log\.\d{14}-[\da-f]{8}\.jsonl$/.test(name));
		assert.deepEqual(own.map((name) => files.text(`${folder}/${name}`)).sort(), [
			linesOf("l1", "l2"),
			linesOf("r1", "r2", "r3"),
		]);
		for (const store of [left, right, await open()]) {
			await eventually(() => assert.equal(counted(store), "a l1 l2 r1 r2 r3"));
		}
	});

	it("writes again what the file system has lost", async () => {
		const store = await open();
		files.loseWrites(1);
		await store.append([progress("a")]);
		assert.equal(files.text(ownFile()), linesOf("a"));
		files.loseWrites(2);
		await store.append([progress("b")]);
		assert.equal(files.text(ownFile()), linesOf("a", "b"));
		assert.equal(counted(store), "a b");
	});

	it("says so where the file system keeps losing, counts nothing, and saves once when tried again", async () => {
		const store = await open();
		await store.append([progress("a")]);
		files.loseWrites(3);
		await assert.rejects(store.append([progress("b")]), (error) => /does not keep/.test(whyUnwritable(error)));
		assert.equal(counted(store), "a");
		await store.append([progress("b")]);
		assert.equal(files.text(ownFile()), linesOf("a", "b"));
		assert.equal(counted(store), "a b");
	});

	it("says so where nothing may be written, and saves when it may", async () => {
		files.createDirectory(files.uri(folder));
		const store = await open();
		for (const id of ["a", "b"]) {
			const before = counted(store);
			files.lock(folder);
			await assert.rejects(store.append([progress(id)]), (error) => /You may not write/.test(whyUnwritable(error)));
			assert.equal(counted(store), before);
			files.unlock(folder);
			await store.append([progress(id)]);
		}
		assert.equal(files.text(ownFile()), linesOf("a", "b"));
		assert.equal(counted(store), "a b");
	});

	it("does not write over what a person has corrected in the session's file", async () => {
		const store = await open();
		await store.append([progress("a"), progress("b")]);
		const file = ownFile();
		const corrected = linesOf("a").replace('"add":1', '"add":5');
		files.put(file, corrected);
		await store.append([progress("c")]);
		assert.equal(files.text(file), corrected);
		assert.equal(counted(store), "a c");
		await store.append([progress("d")]);
		assert.equal(counted(store), "a c d");
		assert.equal(files.names(folder).length, 2);
	});

	it("finds what came without a word after it was first read", async () => {
		const store = await open();
		files.slip(`${folder}/roadmap.log.jsonl`, linesOf("a"));
		await eventually(() => assert.equal(counted(store), "a"));
	});

	it("counts on what was read while the folder cannot be looked into, and says so", async () => {
		files.createDirectory(files.uri(folder));
		files.put(`${folder}/roadmap.log.jsonl`, linesOf("a"));
		const store = await open();
		let changes = 0;
		store.onDidChange(() => changes++);
		files.lock(folder);
		await store.refresh(true);
		store.setDayEnds(60);
		await store.settled();
		assert.equal(counted(store), "a");
		assert.deepEqual(
			store.unread().map(({ name, error }) => [name, (error as vscode.FileSystemError).code]),
			[["roadmap.log.jsonl", "NoPermissions"]],
		);
		assert.ok(changes > 0);
		files.unlock(folder);
		changes = 0;
		await store.refresh();
		assert.deepEqual(store.unread(), []);
		assert.equal(changes, 1);
		assert.equal(counted(store), "a");
	});

	it("forgets a file that could not be read once it is gone", async () => {
		const file = `${folder}/roadmap.log.jsonl`;
		files.put(file, linesOf("a"));
		files.lock(file);
		const store = await open();
		assert.deepEqual(
			store.unread().map(({ name }) => name),
			["roadmap.log.jsonl"],
		);
		let changes = 0;
		store.onDidChange(() => changes++);
		files.unlock(file);
		files.delete(files.uri(file));
		await store.refresh();
		assert.deepEqual(store.unread(), []);
		assert.ok(changes > 0);
	});

	/** The only file of a session. */
	function ownFile(): string {
		const [name, second] = files.names(folder);
		assert.equal(second, undefined);
		return `${folder}/${name}`;
	}
});
