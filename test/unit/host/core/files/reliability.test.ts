import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { open } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readAt } from "../../../../../src/host/core/files/appendToDisk.ts";
import { JournalText } from "../../../../../src/journal/text/journalText.ts";
import { runs } from "../../../../harness/depth.ts";
import { projectRoot } from "../../../../harness/root.ts";

const writers = ["w", "x", "y", "z"];
const entriesEach = runs(2000);
const rounds = 2 + runs(20);

describe("writers that are killed", function () {
	this.timeout(600_000);
	let folder: string;

	before(() => {
		folder = mkdtempSync(join(tmpdir(), "waymark-"));
	});
	after(() => rmSync(folder, { recursive: true, force: true }));

	it(`lose nothing that was reported as saved: ${writers.length} of them, ${rounds} rounds`, async () => {
		const path = join(folder, "roadmap.log.jsonl");
		const acknowledged = new Set<string>();
		const next = new Map(writers.map((name) => [name, 0]));
		const followed = new Set<string>();
		const follower = new JournalText("roadmap.log.jsonl", ({ id }) => followed.add(id));
		for (let round = 0; round < rounds; round++) {
			const isLast = round === rounds - 1;
			// Killed in the middle, after a number of entries that differs each time.
			const enough = acknowledged.size + 1 + Math.floor(Math.random() * 60);
			let onEnough = (): void => undefined;
			const written = new Promise<void>((done) => {
				onEnough = done;
			});
			const running = writers.map((name) => {
				// The number behind the last one that was told: what was written and not told may be there twice, under two ids.
				const first = next.get(name) ?? 0;
				return start({ path, name: `${round}${name}`, first, end: entriesEach }, (id) => {
					acknowledged.add(id);
					next.set(name, Number(id.split("-")[1]) + 1);
					if (acknowledged.size >= enough) onEnough();
				});
			});
			if (!isLast) {
				await Promise.race([written, Promise.all(running.map(({ exited }) => exited))]);
				await follow(path, follower);
				for (const { process } of running) {
					process.kill("SIGKILL");
				}
			}
			const codes = await Promise.all(running.map(({ exited }) => exited));
			assert.deepEqual(isLast ? codes : [], isLast ? writers.map(() => 0) : []);
			await follow(path, follower);
		}
		const lines = readFileSync(path, "utf8").split("\n");
		const times = new Map<string, number>();
		const scratch = new JournalText("roadmap.log.jsonl", ({ id }) => times.set(id, (times.get(id) ?? 0) + 1));
		scratch.read(readFileSync(path));
		assert.ok(acknowledged.size >= writers.length * entriesEach);
		assert.deepEqual(
			[...acknowledged].filter((id) => times.get(id) !== 1),
			[],
		);
		assert.deepEqual([...followed].sort(), [...times.keys()].sort());
		// Torn lines are kept and told, and nothing else is wrong.
		assert.deepEqual(
			scratch.problems.filter(({ code }) => code !== "unreadable"),
			[],
		);
		assert.equal(lines.at(-1), "");
	});
});

/** Reads what was added, as a window does while others write. */
async function follow(path: string, text: JournalText): Promise<void> {
	const file = await open(path, "a+");
	try {
		const { size } = await file.stat();
		const bytes = await readAt(file, text.tailStart, size - text.tailStart);
		assert.notEqual(text.read(bytes, text.tailStart), "rewritten");
	} finally {
		await file.close();
	}
}

interface WriterTask {
	readonly path: string;
	readonly name: string;
	/** Numbers of the entries: the first, and the one after the last. */
	readonly first: number;
	readonly end: number;
}

function start({ path, name, first, end }: WriterTask, onSaved: (id: string) => void) {
	const script = join(projectRoot(), "dist", "test", "unit", "host", "core", "files", "writer.js");
	const process_: ChildProcess = spawn(process.execPath, [script, path, name, String(first), String(end)], {
		stdio: ["ignore", "pipe", "inherit"],
	});
	let text = "";
	process_.stdout?.on("data", (data: Buffer) => {
		const lines = (text + data.toString()).split("\n");
		text = lines.pop() ?? "";
		lines.forEach(onSaved);
	});
	const exited = new Promise<number | null>((resolve) => process_.on("close", resolve));
	return { process: process_, exited };
}
