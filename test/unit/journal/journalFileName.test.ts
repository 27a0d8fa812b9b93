import assert from "node:assert/strict";
import { isJournalName } from "../../../src/journal/journalFileName.ts";

describe("the files of a journal", () => {
	for (const [name, whose] of [
		["roadmap.log.jsonl", "the journal"],
		["roadmap.log.work-laptop.jsonl", "a device"],
		["roadmap.log.20260201101010-1b2c3d4e.jsonl", "a session"],
		["roadmap.log.sync-conflict-20260201-101010-ABCDEFG.jsonl", "Syncthing"],
		["roadmap.log~20260201-101010.jsonl", "Syncthing, an older version"],
		["roadmap.log (conflicted copy).jsonl", "Dropbox"],
		["roadmap.log (conflicted copy 2026-02-01).jsonl", "Dropbox"],
		["roadmap.log (Ana's conflicted copy 2026-02-01).jsonl", "Dropbox"],
		["roadmap.log.laptop (Ana's conflicted copy 2026-02-01).jsonl", "Dropbox, the file of a device"],
		["roadmap.log-LAPTOP.jsonl", "OneDrive"],
		["roadmap.log_conflict-20260201-101010.jsonl", "ownCloud"],
		["roadmap.log (1).jsonl", "a browser"],
		["roadmap.log(1).jsonl", "a browser"],
		["roadmap.log[Conflict].jsonl", "Google Drive"],
		["roadmap.log 2.jsonl", "macOS"],
		["roadmap.log – Kopie.jsonl", "a person"],
	] as const) {
		it(`include ${name}, the file of ${whose}`, () => assert.equal(isJournalName("roadmap", name), true));
	}

	for (const name of [
		"roadmap.logistics.jsonl",
		"roadmap.log2.jsonl",
		"roadmap.logé.jsonl",
		"roadmap.jsonl",
		"roadmap.log",
		"roadmap.logjsonl",
		"roadmap.log.jsonl.bak",
		"roadmap.log.json",
		"my-roadmap.log.jsonl",
		"roadmap-2.log.jsonl",
		"roadmapXlog.jsonl",
		".jsonl",
	]) {
		it(`do not include ${name}`, () => assert.equal(isJournalName("roadmap", name), false));
	}

	it("take the stem of the plan as it is written", () => {
		assert.equal(isJournalName("plan [2026] (a+b)", "plan [2026] (a+b).log.jsonl"), true);
		assert.equal(isJournalName("pl.n", "plan.log.jsonl"), false);
	});
});
