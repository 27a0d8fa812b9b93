import assert from "node:assert/strict";
import type { Entry } from "../../../../src/journal/entry.ts";
import { Ledger } from "../../../../src/journal/ledger/ledger.ts";
import { formatDay, parseDay } from "../../../../src/time/day.ts";
import { idsOf, outlineOf, uuid } from "../arbitraryJournals.ts";

const day = (text: string) => parseDay(text) ?? assert.fail(text);
const time = (id: string, at: string, fields: object = {}): Entry =>
	({ id, at, type: "time", on: "writing", minutes: 5, ...fields }) as Entry;
const voiding = (id: string, entry: string): Entry => ({ id, at: "2026-11-24", type: "void", entry });

function ledgerOf(entries: Iterable<Entry>, dayEnds = 0): Ledger {
	const ledger = new Ledger(dayEnds);
	let line = 0;
	for (const entry of entries) {
		ledger.add(entry, "log", ++line);
	}
	return ledger;
}

describe("the ledger", function () {
	this.timeout(120_000);

	it("gives what counts in a range of days, the first included, the last not", () => {
		const days = ["0001-01-01", "1969-12-31", "2026-02-28", "2026-03-01", "2026-03-31", "2026-04-01", "9999-12-31"];
		const ledger = ledgerOf(days.toReversed().map((at) => time(at, at)));
		assert.deepEqual(idsOf(ledger.between()), days);
		assert.equal(ledger.firstDay(), ledger.between()[0]?.day);
		assert.deepEqual(idsOf(ledger.between({ start: day("2026-03-01"), end: day("2026-04-01") })), [
			"2026-03-01",
			"2026-03-31",
		]);
		assert.deepEqual(idsOf(ledger.between({ end: day("1970-01-01") })), days.slice(0, 2));
		assert.deepEqual(idsOf(ledger.on(["writing"], { span: { start: day("2026-04-01") } })), days.slice(5));
		assert.deepEqual(idsOf(ledger.on(["nothing"])), []);
	});

	it("gives an entry about two IDs once", () => {
		const note: Entry = { id: "n", at: "2026-11-24", type: "note", text: "x", on: ["a", "b"] };
		const ledger = ledgerOf([note, time("t", "2026-11-23", { on: "b" })]);
		assert.deepEqual(idsOf(ledger.on(["a", "b"])), ["t", "n"]);
		assert.deepEqual(idsOf(ledger.on(["b"], { type: "note" })), ["n"]);
	});

	it("counts the night for the previous day if the plan says so", () => {
		const ledger = ledgerOf([time("a", "2026-11-24T02:59+01:00"), time("b", "2026-11-24")], 180);
		assert.deepEqual(
			ledger.between().map(({ day }) => formatDay(day)),
			["2026-11-23", "2026-11-24"],
		);
	});

	it("keeps the position within the day after an edit, and moves with its day", () => {
		const [first, second] = [time(uuid(1), "2026-11-24"), time(uuid(2), "2026-11-24")];
		const edit = (at: string) => time(uuid(3), at, { replaces: uuid(1), minutes: 7 });
		assert.deepEqual(idsOf(ledgerOf([first, second, edit("2026-11-24")]).between()), [uuid(3), uuid(2)]);
		assert.deepEqual(idsOf(ledgerOf([first, second, edit("2026-11-25")]).between()), [uuid(2), uuid(3)]);
	});

	it("restores a voided entry if its void is voided, also if they are read first", () => {
		const entries = [voiding("3", "2"), voiding("2", "1"), time("1", "2026-11-24")];
		const ledger = new Ledger();
		const live = entries.map((entry) => {
			ledger.add(entry);
			return ledger.isLive("1");
		});
		assert.deepEqual(live, [false, false, true]);
		assert.deepEqual([ledger.isLive("2"), ledger.isLive("3")], [false, true]);
		assert.equal(ledger.firstDay(), ledger.between()[0]?.day);
	});

	it("reports both places of two different contents, in the order of files and lines", () => {
		const ledger = new Ledger();
		ledger.add(time("a", "2026-11-24", { minutes: 9 }), "roadmap.log.jsonl", 7);
		ledger.add(time("a", "2026-11-24", { minutes: 5 }), "roadmap.log (copy).jsonl", 3);
		ledger.add(time("a", "2026-11-24", { minutes: 9 }), "roadmap.log (copy).jsonl", 4);
		assert.deepEqual(
			ledger.problems().map(({ code, file, line, args }) => [code, file, line, ...args]),
			[
				["two-contents", "roadmap.log (copy).jsonl", 3, "a", "roadmap.log.jsonl", "7"],
				["two-contents", "roadmap.log.jsonl", 7, "a", "roadmap.log (copy).jsonl", "3"],
			],
		);
		assert.equal((ledger.get("a") as { minutes?: number }).minutes, 9);
	});

	it("reports a thousand of very many problems", () => {
		const ledger = new Ledger();
		for (let id = 0; id < 3000; id++) {
			ledger.add(time(`e${id}`, "2026-11-24", { minutes: 1 }), "log", 2 * id + 1);
			ledger.add(time(`e${id}`, "2026-11-24", { minutes: 2 }), "log", 2 * id + 2);
		}
		assert.equal(ledger.problems().length, 1000);
	});

	it("counts an edited time as the one that stopped its timer, once", () => {
		const timer: Entry = { id: "1", at: "2026-11-24", type: "timer", on: "writing" };
		const stop = time("2", "2026-11-24", { timer: "1" });
		const edit = time("3", "2026-11-24", { timer: "1", replaces: "2", minutes: 7 });
		const ledger = ledgerOf([timer, stop, edit]);
		assert.deepEqual(ledger.problems(), []);
		assert.equal(ledger.timers().current, undefined);
		ledger.add(time("4", "2026-11-24", { replaces: "3", minutes: 7 }));
		assert.equal(ledger.timers().current?.entry.id, "1", "an edit that no longer names it lets it run");
		ledger.add(time("5", "2026-11-24", { timer: "1" }), "log", 5);
		ledger.add(time("6", "2026-11-24", { timer: "1" }), "log", 6);
		assert.deepEqual(outlineOf(ledger.problems()), ["timer-stopped-twice 6"]);
	});

	it("names the targets that changed and no others, also where a timer was stopped from elsewhere", () => {
		const ledger = ledgerOf([{ id: "1", at: "2026-11-24", type: "timer", on: "writing" }, time("2", "2026-11-24")]);
		const { version } = ledger;
		ledger.add(time("3", "2026-11-24", { on: "reports", timer: "1" }));
		assert.deepEqual(new Set(ledger.changedSince(version).keys()), new Set(["writing", "reports"]));
		const later = ledger.version;
		ledger.add(time("2", "2026-11-24"));
		assert.equal(ledger.version, later);
		assert.deepEqual(ledger.changedSince(later), new Map());
	});

	for (const [what, entries, counted] of [
		[
			"voids of voids",
			function* () {
				yield time("0", "2026-11-24");
				for (let number = 1; number <= 30_000; number++) {
					yield voiding(String(number), String(number - 1));
				}
			},
			["0"],
		],
		[
			"edits of edits",
			function* () {
				yield time(uuid(0), "2026-11-24");
				for (let number = 1; number <= 30_000; number++) {
					yield time(uuid(number), "2026-11-24", { replaces: uuid(number - 1) });
				}
			},
			[uuid(30_000)],
		],
		[
			"edits in a circle",
			function* () {
				for (let number = 0; number <= 150_000; number++) {
					yield time(uuid(number), "2026-11-24", { replaces: uuid((number + 1) % 150_001) });
				}
			},
			[uuid(150_000)],
		],
	] as const) {
		it(`follows very many ${what}, none of them by recursion`, () => {
			assert.deepEqual(idsOf(ledgerOf(entries()).between()), counted);
		});
	}
});
