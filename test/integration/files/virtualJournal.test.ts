import { strict as assert } from "node:assert";
import * as vscode from "vscode";
import { writeErrorText } from "../../../src/host/core/fileErrorText.ts";
import { JournalStore } from "../../../src/host/journal/journalStore.ts";
import { eventually } from "../support/eventually.ts";
import { counted, progress, readLines } from "../support/journalFolder.ts";
import { MemoryFiles } from "../support/memoryFiles.ts";

describe("a journal on a file system without append", () => {
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

	it("has a file for each session, and doesn't change the others", async () => {
		files.put(`${folder}/roadmap.log.jsonl`, readLines("a"));
		const [left, right] = [await open(), await open()];
		await Promise.all([left.append([progress("l1")]), right.append([progress("r1")])]);
		await Promise.all([left.append([progress("l2")]), right.append([progress("r2"), progress("r3")])]);
		assert.equal(files.text(`${folder}/roadmap.log.jsonl`), readLines("a"));
		const own = files.names(folder).filter((name) => /^roadmap\.log\.\d{14}-[\da-f]{8}\.jsonl$/.test(name));
		assert.deepEqual(own.map((name) => files.text(`${folder}/${name}`)).sort(), [
			readLines("l1", "l2"),
			readLines("r1", "r2", "r3"),
		]);
		for (const store of [left, right, await open()]) {
			await eventually(() => assert.equal(counted(store), "a l1 l2 r1 r2 r3"));
		}
	});

	it("detects by its content a change with the same size and time when the window gets the focus", async () => {
		files.put(`${folder}/roadmap.log.jsonl`, readLines("a", "b"));
		const store = await open();
		files.replaceUnseen(`${folder}/roadmap.log.jsonl`, readLines("a", "c"));
		await store.look();
		assert.equal(counted(store), "a c");
	});

	it("writes again what the file system has lost", async () => {
		const store = await open();
		files.loseWrites(1);
		await store.append([progress("a")]);
		assert.equal(files.text(ownFile()), readLines("a"));
		files.loseWrites(2);
		await store.append([progress("b")]);
		assert.equal(files.text(ownFile()), readLines("a", "b"));
		assert.equal(counted(store), "a b");
	});

	it("reports that the file system keeps losing data, counts nothing, and saves once on Retry", async () => {
		const store = await open();
		await store.append([progress("a")]);
		files.loseWrites(3);
		await assert.rejects(store.append([progress("b")]), (error) =>
			/write could not be verified/.test(writeErrorText(error)),
		);
		assert.equal(counted(store), "a");
		await store.append([progress("b")]);
		assert.equal(files.text(ownFile()), readLines("a", "b"));
		assert.equal(counted(store), "a b");
	});

	it("reports that writing isn't permitted, and saves when it is", async () => {
		files.createDirectory(files.uri(folder));
		const store = await open();
		for (const id of ["a", "b"]) {
			const before = counted(store);
			files.lock(folder);
			await assert.rejects(store.append([progress(id)]), (error) =>
				/don't have permission to write/.test(writeErrorText(error)),
			);
			assert.equal(counted(store), before);
			files.unlock(folder);
			await store.append([progress(id)]);
		}
		assert.equal(files.text(ownFile()), readLines("a", "b"));
		assert.equal(counted(store), "a b");
	});

	it("keeps corrections that a person made in the session's file", async () => {
		const store = await open();
		await store.append([progress("a"), progress("b")]);
		const file = ownFile();
		const corrected = readLines("a").replace('"add":1', '"add":5');
		files.put(file, corrected);
		await store.append([progress("c")]);
		assert.equal(files.text(file), corrected);
		assert.equal(counted(store), "a c");
		await store.append([progress("d")]);
		assert.equal(counted(store), "a c d");
		assert.equal(files.names(folder).length, 2);
	});

	it("finds what was added without an event after the first read", async () => {
		const store = await open();
		files.slip(`${folder}/roadmap.log.jsonl`, readLines("a"));
		await eventually(() => assert.equal(counted(store), "a"));
	});

	it("keeps counting what was read while the folder can't be listed, and reports that", async () => {
		files.createDirectory(files.uri(folder));
		files.put(`${folder}/roadmap.log.jsonl`, readLines("a"));
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

	it("forgets an unreadable file once it is gone", async () => {
		const file = `${folder}/roadmap.log.jsonl`;
		files.put(file, readLines("a"));
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
