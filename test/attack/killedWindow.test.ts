import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { parsePlan } from "../../src/plan/planParser.ts";
import { projectRoot } from "../harness/root.ts";
import { PlayedWindow } from "./playedWindow.ts";
import { StrangersFolder } from "./strangersFolder.ts";

const script = join(projectRoot(), "dist", "test", "attack", "killedWindow.js");

describe("a window that is killed while it changes the plan", function () {
	if (process.platform === "win32") return;
	this.timeout(90_000);
	let folder: StrangersFolder;

	beforeEach(() => {
		folder = new StrangersFolder();
		folder.write(folder.file("roadmap.yaml"), "targets:\n  2026:\n    - { id: a, title: A, goal: 1 }\n");
		folder.write(folder.file("roadmap.log.jsonl"), "");
	});
	afterEach(() => folder.dispose());

	// Killed before the plan is written, between plan and journal, and behind both.
	for (const [write, when, expected] of [
		["remember", "before", "neither"],
		["remember", "behind", "neither"],
		["swap", "before", "neither"],
		["swap", "behind", "both"],
		["append", "before", "both"],
		["append", "behind", "both"],
		["forget", "before", "both"],
		["forget", "behind", "both"],
	] as const) {
		it(`has changed plan and journal, or neither, after the next start: ${when} ${write}`, async () => {
			const { signal } = spawnSync(process.execPath, [script, folder.path, write, when], { stdio: "inherit" });
			assert.equal(signal, "SIGKILL");
			// Time passes: the other may still be about to begin.
			new PlayedWindow(folder.path);
			await new PlayedWindow(folder.path).start();
			const goal = parsePlan(folder.read(folder.file("roadmap.yaml")) ?? "").plan?.items[0]?.goal?.text;
			const journal = folder.read(folder.file("roadmap.log.jsonl")) ?? "";
			const entries = new Set([...journal.matchAll(/"id":"([^"]+)"/g)].map(([, id]) => id));
			assert.deepEqual([goal, entries.size], expected === "both" ? ["9", 1] : ["1", 0]);
			assert.ok(!existsSync(folder.file("memory.txt")));
		});
	}
});
