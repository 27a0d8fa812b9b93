import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import {
	appendFileSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { devNull, tmpdir } from "node:os";
import { join } from "node:path";
import type { Entry, EntryOf } from "../../../src/journal/entry.ts";
import { IdGenerator } from "../../../src/journal/entryIds.ts";
import { withUnionMerge } from "../../../src/journal/gitAttributes.ts";
import { isJournalName } from "../../../src/journal/journalFileName.ts";
import { Ledger } from "../../../src/journal/ledger/ledger.ts";
import { sumMinutes } from "../../../src/journal/ledger/loggedMinutes.ts";
import { latestValue } from "../../../src/journal/ledger/valueHistory.ts";
import {
	createEdit,
	createEntry,
	createVoid,
	type EntryContext,
	type NewEntry,
} from "../../../src/journal/newEntry.ts";
import { writeLine } from "../../../src/journal/text/entryLine.ts";
import { JournalText } from "../../../src/journal/text/journalText.ts";
import { idsOf, outlineOf } from "./arbitraryJournals.ts";

const name = "roadmap.log.jsonl";
const noon = Date.parse("2026-11-24T12:00:00Z");
const minute = 60_000;

/** One machine with a clone of the repository. */
class Machine {
	private readonly context: EntryContext;

	/** @param now ms since 1970, by this machine's clock; a minute passes with each entry */
	constructor(
		readonly folder: string,
		private now: number,
	) {
		this.context = { ids: new IdGenerator(), now: () => (this.now += minute), timeZone: "Europe/Paris" };
	}

	git(...args: ReadonlyArray<string>): string {
		return git(this.folder, ...args);
	}

	/** Logs something, without a commit. */
	log<T extends Entry>(make: (context: EntryContext) => T): T {
		const entry = make(this.context);
		appendFileSync(join(this.folder, name), writeLine(entry));
		return entry;
	}

	draft<T extends NewEntry>(draft: T): EntryOf<T["type"]> {
		return this.log((context) => createEntry(draft, context)) as EntryOf<T["type"]>;
	}

	commit(): void {
		this.git("add", ".");
		this.git("commit", "--quiet", "--message", "Log");
	}

	/** Gets what the other one pushed and pushes both. */
	sync(): void {
		this.git("pull", "--quiet", "--no-rebase", "--no-edit");
		this.git("push", "--quiet");
	}

	/** All files of the journal in the folder, read into one ledger. */
	read() {
		const ledger = new Ledger();
		const texts = readdirSync(this.folder)
			.filter((file) => isJournalName("roadmap", file))
			.map((file) => {
				const text = new JournalText(file, (entry, line) => ledger.add(entry, file, line));
				text.read(readFileSync(join(this.folder, file)));
				return text;
			});
		return { ledger, problems: [...texts.flatMap((text) => text.problems), ...ledger.problems()] };
	}

	/** What the journal comes to. */
	sums() {
		const { ledger } = this.read();
		const { current, forgotten } = ledger.timers();
		return {
			entries: ledger.size,
			minutes: sumMinutes(ledger.on(["writing"], { type: "time" })),
			reports: latestValue(ledger.on(["reports"], { type: "progress" }), { count: "latest", from: 0 }),
			running: idsOf(current ? [current, ...forgotten] : forgotten),
		};
	}
}

function git(folder: string, ...args: ReadonlyArray<string>): string {
	// Nothing of what is set up on this machine, and nobody who is asked anything.
	const identity = {
		GIT_AUTHOR_NAME: "A",
		GIT_AUTHOR_EMAIL: "a@b.c",
		GIT_COMMITTER_NAME: "A",
		GIT_COMMITTER_EMAIL: "a@b.c",
	};
	const own = { GIT_CONFIG_GLOBAL: devNull, GIT_CONFIG_NOSYSTEM: "1", GIT_TERMINAL_PROMPT: "0", GIT_EDITOR: "true" };
	const { PATH } = process.env;
	return execFileSync("git", args, {
		cwd: folder,
		encoding: "utf8",
		stdio: ["ignore", "pipe", "pipe"],
		env: { PATH, HOME: folder, ...identity, ...own },
	});
}

describe("a journal in git", function () {
	this.timeout(120_000);
	let folder: string;

	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), "waymark-git-"));
	});
	afterEach(() => rmSync(folder, { recursive: true, force: true }));

	/** Two machines with the same journal of one entry, the second one's clock ahead by some ms. */
	function twoMachines({ union = true, ahead = 0 } = {}): readonly [Machine, Machine] {
		git(folder, "init", "--quiet", "--bare", "--initial-branch", "main", "origin");
		git(folder, "clone", "--quiet", "origin", "one");
		const one = new Machine(join(folder, "one"), noon);
		one.git("checkout", "--quiet", "-B", "main");
		if (union) {
			writeFileSync(join(one.folder, ".gitattributes"), withUnionMerge("", "roadmap").text);
		}
		one.draft({ type: "progress", on: "reports", set: 3 });
		one.commit();
		one.git("push", "--quiet", "--set-upstream", "origin", "main");
		git(folder, "clone", "--quiet", "origin", "two");
		return [one, new Machine(join(folder, "two"), noon + ahead)];
	}

	for (const [when, ahead, reports] of [
		["the clocks agree", 0, 3.2],
		["one clock is ten minutes ahead", 10 * minute, 3.2],
		// By the clocks something was added before the 3 was set, so that it is in them.
		["one clock is ten minutes behind", -10 * minute, 3.1],
	] as const) {
		it(`is the same on both machines after a merge if ${when}`, () => {
			const [one, two] = twoMachines({ ahead });
			for (const machine of [one, two]) {
				const time = machine.draft({ type: "time", on: "writing", minutes: 30 });
				machine.draft({ type: "progress", on: "reports", add: 0.1 });
				machine.log((context) => createEdit(time, { minutes: 45 }, context));
				const slip = machine.draft({ type: "time", on: "writing", minutes: 500 });
				machine.log((context) => createVoid(slip.id, context));
				machine.commit();
			}
			one.sync();
			two.sync();
			one.sync();
			assert.deepEqual(one.sums(), { entries: 11, minutes: 90, reports, running: [] });
			assert.deepEqual(two.sums(), one.sums());
			assert.deepEqual([...one.read().problems, ...two.read().problems], []);
			assert.equal(one.git("status", "--porcelain"), "");
		});
	}

	it("shows the timers of both machines, and one of them stopped on the other", () => {
		const [one, two] = twoMachines({ ahead: 10 * minute });
		const timers = [one, two].map((machine) => machine.draft({ type: "timer", on: "writing" }));
		one.commit();
		two.commit();
		one.sync();
		two.sync();
		one.sync();
		const ids = timers.map(({ id }) => id);
		assert.deepEqual(one.sums().running, ids.toReversed());
		assert.deepEqual(two.sums().running, ids.toReversed());
		two.draft({ type: "time", on: "writing", minutes: 25, timer: ids[0] ?? "" });
		two.commit();
		two.sync();
		one.sync();
		assert.deepEqual(one.sums(), { entries: 4, minutes: 25, reports: 3, running: [ids[1]] });
		assert.deepEqual(two.sums(), one.sums());
	});

	it("counts a timer once if both machines stopped it, and reports the second time", () => {
		const [one, two] = twoMachines({ ahead: 10 * minute });
		const timer = one.draft({ type: "timer", on: "writing" }).id;
		one.commit();
		one.sync();
		two.sync();
		for (const [machine, minutes] of [[one, 20] as const, [two, 25] as const]) {
			machine.draft({ type: "time", on: "writing", minutes, timer });
			machine.commit();
		}
		one.sync();
		two.sync();
		assert.deepEqual(two.sums(), { entries: 4, minutes: 20, reports: 3, running: [] });
		const { problems } = two.read();
		assert.deepEqual(
			problems.map(({ code }) => code),
			["timer-stopped-twice"],
		);
	});

	it("keeps the last edit if both edited one entry", () => {
		const [one, two] = twoMachines({ ahead: 10 * minute });
		const time = one.draft({ type: "time", on: "writing", minutes: 30 });
		one.commit();
		one.sync();
		two.sync();
		for (const [machine, minutes] of [[two, 50] as const, [one, 40] as const]) {
			machine.log((context) => createEdit(time, { minutes }, context));
			machine.commit();
		}
		one.sync();
		two.sync();
		one.sync();
		// The last one by their clocks.
		assert.equal(one.sums().minutes, 50);
		assert.deepEqual(two.sums(), one.sums());
	});

	it("loses nothing in a conflict if the attribute is missing", () => {
		const [one, two] = twoMachines({ union: false });
		for (const machine of [one, two]) {
			machine.draft({ type: "time", on: "writing", minutes: 30 });
			machine.commit();
		}
		one.sync();
		assert.throws(() => two.sync());
		assert.deepEqual(two.sums(), { entries: 3, minutes: 60, reports: 3, running: [] });
		assert.deepEqual(outlineOf(two.read().problems), ["conflict-marker 2", "conflict-marker 4", "conflict-marker 6"]);
		// And none when a person commits it as it is, goes on, and merges again.
		two.draft({ type: "time", on: "writing", minutes: 5 });
		two.commit();
		two.sync();
		one.sync();
		assert.deepEqual(one.sums(), { entries: 4, minutes: 65, reports: 3, running: [] });
	});

	it("counts copies of sync tools once", () => {
		const [one] = twoMachines();
		one.draft({ type: "time", on: "writing", minutes: 30 });
		const before = readFileSync(join(one.folder, name), "utf8");
		one.draft({ type: "time", on: "writing", minutes: 5 });
		const elsewhere = new Machine(join(folder, "elsewhere"), noon);
		mkdirSync(elsewhere.folder);
		for (const [copy, minutes] of [
			["roadmap.log.sync-conflict-20260201-101010-ABCDEFG.jsonl", 1],
			["roadmap.log (Ana's conflicted copy 2026-02-01).jsonl", 2],
			["roadmap.log-LAPTOP.jsonl", 4],
			["roadmap.logistics.jsonl", 8],
		] as const) {
			const own = elsewhere.draft({ type: "time", on: "writing", minutes });
			writeFileSync(join(one.folder, copy), before + writeLine(own));
		}
		assert.deepEqual(one.sums(), { entries: 6, minutes: 30 + 5 + 1 + 2 + 4, reports: 3, running: [] });
		assert.deepEqual(one.read().problems, []);
	});

	for (const stem of [
		...["roadmap", "my plan", "#plan", "!plan", "plan [2026]", "[ab]", "pl?n", "a*b", "план", "plan's", "-plan"],
		...(process.platform === "win32" ? [] : ['"plan" b', '"plan', "back\\slash", "back\\ slash", "tab\tplan"]),
	]) {
		it(`is merged by lines, and nothing else is: ${JSON.stringify(stem)}`, () => {
			git(folder, "init", "--quiet");
			writeFileSync(join(folder, ".gitattributes"), withUnionMerge("* text=auto\r\n", stem).text);
			const merged = (file: string) => git(folder, "check-attr", "-z", "merge", "--", file).split("\0")[2];
			assert.equal(existsSync(join(folder, ".gitattributes")), true);
			assert.equal(merged(`${stem}.log.jsonl`), "union");
			assert.equal(merged(`${stem}.log.laptop.jsonl`), "union");
			assert.equal(merged(`${stem}.yaml`), "unspecified");
			assert.equal(merged(`x${stem}.log.jsonl`), "unspecified");
			assert.equal(merged("plxn.log.jsonl"), "unspecified");
			assert.equal(merged("a.log.jsonl"), "unspecified");
		});
	}
});
