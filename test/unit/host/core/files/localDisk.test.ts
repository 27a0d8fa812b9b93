import assert from "node:assert/strict";
import { appendFileSync, truncateSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type * as vscode from "vscode";
import { localDisk } from "../../../../../src/host/core/files/localDisk.ts";
import { DisposableStore } from "../../../../harness/disposableStore.ts";
import { temporaryFolder } from "../../../../harness/temporaryFolder.ts";

describe("the stamp of a file on a local disk", () => {
	const disposables = new DisposableStore();
	const folder = temporaryFolder(disposables, "stamp");
	const path = join(folder, "roadmap.log.jsonl");
	const uri = { scheme: "file", fsPath: path } as vscode.Uri;
	const disk = localDisk(uri) ?? assert.fail();
	const stamp = async () => (await disk.stamp(uri)).stamp;
	after(() => disposables.dispose());

	it("is the same after a read, so that what was read isn't read again", async () => {
		writeFileSync(path, "one\ntwo\n");
		const { noted, identity } = await disk.tail(uri, 0, "", 100);
		assert.equal(noted.stamp, await stamp());
		assert.equal((await disk.tail(uri, 4, identity, 2)).noted.stamp, await stamp());
	});

	it("changes with each write, even if size and modification time are restored", async () => {
		writeFileSync(path, "one\n");
		const time = new Date(1e12);
		const stamps = new Set<string>();
		for (const write of [
			() => utimesSync(path, time, time),
			() => appendFileSync(path, "two\n"),
			() => truncateSync(path, 4),
			() => writeFileSync(path, "ONE\n"),
			() => utimesSync(path, time, time),
		]) {
			write();
			stamps.add(await stamp());
			// Some file systems store times in steps of a few milliseconds.
			await new Promise((resolve) => setTimeout(resolve, 20));
		}
		assert.equal(stamps.size, 5);
	});
});
