import assert from "node:assert/strict";
import {
	appendFileSync,
	chmodSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import promises from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { appendToDisk, syncToDisk } from "../../../../../src/host/core/files/appendToDisk.ts";

describe("appending to a disk", () => {
	let folder: string;
	let path: string;

	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), "waymark-"));
		path = join(folder, "roadmap.log.jsonl");
	});
	afterEach(() => rmSync(folder, { recursive: true, force: true }));

	/** Replaces what opens files, also for modules that import it by name. */
	function openWith(open: typeof promises.open): void {
		promises.open = open;
		syncBuiltinESMExports();
	}

	it("creates the file, and appends to it", async () => {
		await appendToDisk(path, "a\n");
		await appendToDisk(path, "b\nc\n");
		await syncToDisk(path);
		assert.equal(readFileSync(path, "utf8"), "a\nb\nc\n");
	});

	it("starts a new line after an incomplete one", async () => {
		writeFileSync(path, '{"id":"torn","at":"20');
		await appendToDisk(path, "a\n");
		assert.equal(readFileSync(path, "utf8"), '{"id":"torn","at":"20\na\n');
	});

	it("trusts the end of its last write as long as nobody wrote since", async () => {
		const end = await appendToDisk(path, "a\n");
		assert.equal(end, 2);
		assert.equal(await appendToDisk(path, "b\n", end), 4);
		appendFileSync(path, "torn");
		await appendToDisk(path, "c\n", 4);
		assert.equal(readFileSync(path, "utf8"), "a\nb\ntorn\nc\n");
	});

	it("keeps the lines of concurrent writers complete", async () => {
		const lines = Array.from({ length: 200 }, (_, number) => `${number} ${"x".repeat(number * 50)}\n`);
		await Promise.all(lines.map((line) => appendToDisk(path, line)));
		assert.deepEqual(
			readFileSync(path, "utf8").split("\n").sort(),
			[...lines.map((line) => line.slice(0, -1)), ""].sort(),
		);
	});

	it("writes to the file that git replaces it with while it is open", async () => {
		const replacement = join(folder, "new.tmp");
		writeFileSync(path, "old\n");
		writeFileSync(replacement, "new\n");
		const { open } = promises;
		// The first moment at which it can come: the file is open, and nothing is written yet.
		openWith(async (...args) => {
			openWith(open);
			const file = await open(...args);
			renameSync(replacement, path);
			return file;
		});
		try {
			await appendToDisk(path, "a\n");
		} finally {
			openWith(open);
		}
		assert.equal(readFileSync(path, "utf8"), "new\na\n");
	});

	it("fails with the platform's code if a folder is in its place", async () => {
		mkdirSync(path);
		await assert.rejects(appendToDisk(path, "a\n"), { code: "EISDIR" });
	});

	it("fails with the platform's code in a folder without write permission", async function () {
		if (process.platform === "win32" || process.getuid?.() === 0) {
			this.skip();
		}
		chmodSync(folder, 0o500);
		await assert.rejects(appendToDisk(path, "a\n"), { code: "EACCES" });
		chmodSync(folder, 0o700);
	});
});
