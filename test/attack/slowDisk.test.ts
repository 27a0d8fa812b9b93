import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { appendToDisk } from "../../src/host/core/files/appendToDisk.ts";
import { openForReading } from "../../src/host/core/files/openSafely.ts";
import { TimeLimit } from "../../src/host/core/files/timeLimit.ts";
import { writeToDisk } from "../../src/host/core/files/writeToDisk.ts";
import { mayMount, mountFreezable, mountSmall } from "./mounts.ts";
import { StrangersFolder } from "./strangersFolder.ts";

/** Short, so that a test gives up soon; nothing depends on how short. */
const limitMs = 50;

describe("a disk that does not respond", function () {
	this.timeout(90_000);
	let folder: StrangersFolder;

	beforeEach(() => {
		folder = new StrangersFolder();
	});
	afterEach(() => folder.dispose());

	it("is abandoned, nothing else is started on it meanwhile, and it is used again when it responds", async () => {
		let answer = () => {};
		let begun = 0;
		let ends = 0;
		const limit = new TimeLimit(limitMs, () => ends++);
		const never = () => {
			begun++;
			return new Promise<void>((resolve) => {
				answer = resolve;
			});
		};
		await assert.rejects(limit.run("a", never), { code: "no-answer" });
		for (let more = 0; more < 10; more++) await assert.rejects(limit.run("a", never), { code: "no-answer" });
		assert.deepEqual([begun, ends], [1, 0]);
		answer();
		assert.equal(await limit.run("a", async () => "known").catch(() => limit.run("a", async () => "known")), "known");
		assert.equal(ends, 1);
	});

	it("is also used again if it fails late", async () => {
		let fail = (_: Error) => {};
		const limit = new TimeLimit(limitMs);
		const never = () =>
			new Promise<void>((_, reject) => {
				fail = reject;
			});
		await assert.rejects(limit.run("a", never), { code: "no-answer" });
		fail(new Error("late"));
		await new Promise((resolve) => setImmediate(resolve));
		assert.equal(await limit.run("a", async () => "known"), "known");
	});

	it("leaves other disks usable, and writes the entry once when it continues", async function () {
		if (!mayMount(folder.outside)) this.skip();
		const disk = await mountFreezable(folder.file("plan"));
		try {
			const journal = folder.file("plan/roadmap.log.jsonl");
			await appendToDisk(journal, '{"id":"a"}\n');
			let ended = () => {};
			const end = new Promise<void>((resolve) => {
				ended = resolve;
			});
			const limit = new TimeLimit(limitMs, ended);
			await disk.freeze();
			const append = () => limit.run(journal, () => appendToDisk(journal, '{"id":"b"}\n'));
			// More often than there are threads for files.
			for (let times = 0; times < 10; times++) await assert.rejects(append(), { code: "no-answer" });
			await appendToDisk(folder.file("other.log.jsonl"), "elsewhere\n");
			assert.equal(folder.read(folder.file("other.log.jsonl")), "elsewhere\n");
			await disk.thaw();
			await end;
			assert.equal(readFileSync(journal, "utf8"), '{"id":"a"}\n{"id":"b"}\n');
			await append();
		} finally {
			await disk.thaw();
			await disk.unmount();
		}
	});

	it("is not waited for if it is a pipe, neither to read nor to write", async function () {
		if (process.platform === "win32") this.skip();
		const pipe = folder.file("roadmap.log.jsonl");
		execFileSync("mkfifo", [pipe]);
		// More often than there are threads for files: one that waits would hold each of them.
		for (let times = 0; times < 10; times++) {
			await assert.rejects(openForReading(pipe), { code: "special" });
			await assert.rejects(appendToDisk(pipe, "a\n"), { code: "special" });
		}
		await assert.rejects(openForReading("/dev/zero"), { code: "special" });
	});
});

describe("a full disk", () => {
	let folder: StrangersFolder;
	let unmount = () => {};

	beforeEach(function () {
		folder = new StrangersFolder();
		if (!mayMount(folder.outside)) this.skip();
		unmount = mountSmall(folder.file("small"));
	});
	afterEach(() => {
		unmount();
		folder.dispose();
	});

	it("saves no entry, reports that, and saves it when there is space", async () => {
		const journal = folder.file("small/roadmap.log.jsonl");
		await appendToDisk(journal, '{"id":"a"}\n');
		writeFileSync(folder.file("small/filler"), "");
		assert.throws(() => writeFileSync(folder.file("small/filler"), Buffer.alloc(2 ** 17)), { code: "ENOSPC" });
		const line = `{"id":"b","note":"${"n".repeat(8000)}"}\n`;
		await assert.rejects(appendToDisk(journal, line), { code: "ENOSPC" });
		assert.ok(!readFileSync(journal, "utf8").includes(line));
		await assert.rejects(writeToDisk(folder.file("small/r.md"), Buffer.alloc(8000), {}), { code: "ENOSPC" });
		writeFileSync(folder.file("small/filler"), "");
		await appendToDisk(journal, line);
		const lines = readFileSync(journal, "utf8").split("\n");
		assert.equal(lines[0], '{"id":"a"}');
		// What came before the disk was full may be there as a torn line; the entry is one of its own.
		assert.equal(`${lines.at(-2)}\n`, line);
	});
});
