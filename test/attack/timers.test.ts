import assert from "node:assert/strict";
import { appendToDisk } from "../../src/host/core/files/appendToDisk.ts";
import type { Entry } from "../../src/journal/entry.ts";
import { IdGenerator } from "../../src/journal/entryIds.ts";
import type { Ledger } from "../../src/journal/ledger/ledger.ts";
import { readLedger } from "../../src/journal/ledger/readLedger.ts";
import { writeLine } from "../../src/journal/text/entryLine.ts";
import { StrangersFolder } from "./strangersFolder.ts";

const ids = new IdGenerator();
const at = (minutes: number) => new Date(Date.parse("2026-11-24T09:00:00Z") + minutes * 60_000).toISOString();

function start(): Entry {
	return { id: ids.next(Date.parse(at(0))), at: at(0), type: "timer", on: "writing" };
}

/** Stops a timer, after so many minutes, in a window or on a machine of its own. */
function stop(timer: Entry, minutes: number): Entry {
	const id = new IdGenerator().next(Date.parse(at(minutes)));
	return { id, at: at(minutes), type: "time", on: "writing", minutes, timer: timer.id };
}

function minutesIn(ledger: Ledger): number {
	return ledger.on(["writing"], { type: "time" }).reduce((sum, { entry }) => sum + entry.minutes, 0);
}

describe("a timer", () => {
	let folder: StrangersFolder;
	const append = (name: string, entry: Entry) => appendToDisk(folder.file(name), writeLine(entry));
	const read = (...names: ReadonlyArray<string>) =>
		readLedger(names.map((name) => folder.read(folder.file(name)) ?? ""));

	beforeEach(() => {
		folder = new StrangersFolder();
	});
	afterEach(() => folder.dispose());

	it("counts once when two windows stop it at the same time", async () => {
		const timer = start();
		await append("roadmap.log.jsonl", timer);
		await Promise.all([append("roadmap.log.jsonl", stop(timer, 40)), append("roadmap.log.jsonl", stop(timer, 40))]);
		const ledger = read("roadmap.log.jsonl");
		assert.equal(minutesIn(ledger), 40);
		assert.deepEqual(ledger.timers(), { forgotten: [] });
		assert.deepEqual(
			ledger.problems().map(({ code }) => code),
			["timer-stopped-twice"],
		);
	});

	it("counts the time that was written first when two machines stop it, whichever file is read first", async () => {
		const timer = start();
		await append("roadmap.log.one.jsonl", timer);
		await append("roadmap.log.two.jsonl", stop(timer, 90));
		await append("roadmap.log.one.jsonl", stop(timer, 40));
		for (const names of [
			["roadmap.log.one.jsonl", "roadmap.log.two.jsonl"],
			["roadmap.log.two.jsonl", "roadmap.log.one.jsonl"],
		]) {
			assert.equal(minutesIn(read(...names)), 40);
		}
	});

	it("counts by the other time when the one that counted is removed", async () => {
		const timer = start();
		const [first, second] = [stop(timer, 40), stop(timer, 50)];
		const removal: Entry = { id: ids.next(Date.parse(at(60))), at: at(60), type: "void", entry: first.id };
		for (const entry of [timer, first, second, removal]) {
			await append("roadmap.log.jsonl", entry);
		}
		const ledger = read("roadmap.log.jsonl");
		assert.equal(minutesIn(ledger), 50);
		assert.deepEqual(ledger.problems(), []);
	});

	it("is current or is asked about when two are started at once, and never becomes current after the other", async () => {
		const [one, two] = [start(), start()];
		await Promise.all([append("roadmap.log.one.jsonl", one), append("roadmap.log.two.jsonl", two)]);
		const both = read("roadmap.log.one.jsonl", "roadmap.log.two.jsonl").timers();
		assert.equal(both.current?.entry.id, two.id);
		assert.deepEqual(
			both.forgotten.map(({ entry }) => entry.id),
			[one.id],
		);
		await append("roadmap.log.two.jsonl", stop(two, 40));
		const left = read("roadmap.log.one.jsonl", "roadmap.log.two.jsonl").timers();
		assert.equal(left.current, undefined);
		assert.deepEqual(
			left.forgotten.map(({ entry }) => entry.id),
			[one.id],
		);
	});
});
