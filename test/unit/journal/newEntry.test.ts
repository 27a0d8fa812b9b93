import assert from "node:assert/strict";
import type { Entry, EntryOf } from "../../../src/journal/entry.ts";
import { writeLine } from "../../../src/journal/entryLine.ts";
import { compareIds, IdMaker } from "../../../src/journal/ids.ts";
import { Ledger } from "../../../src/journal/ledger.ts";
import { editOf, newEntry, type Pen, removalOf, voidOf } from "../../../src/journal/newEntry.ts";
import { idsOf, readJournal } from "./journals.ts";

/** Of a person in Paris in winter; a second passes with each entry. */
function newPen(): Pen {
	let now = Date.parse("2026-11-24T23:30:00Z");
	return { ids: new IdMaker(), now: () => (now += 1000), timeZone: "Europe/Paris" };
}

describe("a new entry", () => {
	it("happens now, by the clock of the person", () => {
		const { id, ...entry } = newEntry({ type: "time", on: "writing", minutes: 30 }, newPen());
		assert.match(id, /^[\da-f]{8}-[\da-f]{4}-7/);
		assert.deepEqual(entry, {
			at: "2026-11-25T00:30:01+01:00",
			type: "time",
			on: "writing",
			minutes: 30,
			logged: "2026-11-24T23:30:01.000Z",
		});
	});

	it("happens when the person says", () => {
		const { at, logged } = newEntry({ type: "time", on: "writing", minutes: 30, at: "2026-11-20" }, newPen());
		assert.deepEqual([at, logged], ["2026-11-20", "2026-11-24T23:30:01.000Z"]);
	});

	for (const [what, aheadMs, isGreater] of [
		["ten minutes", 600_000, true],
		["a day", 86_400_000, true],
		["a year, which no clock is by chance", 365 * 86_400_000, false],
	] as const) {
		it(`comes after what it was logged after, though that is from a clock that is ahead: ${what}`, () => {
			const pen = newPen();
			const ledger = new Ledger();
			const known = { ...timeEntry(new IdMaker().next(pen.now() + aheadMs)) };
			ledger.add(known);
			const { id } = newEntry({ type: "timer", on: "writing" }, { ...pen, newest: () => ledger.greatestId });
			assert.equal(compareIds(id, known.id) > 0, isGreater);
		});
	}

	it("comes after the one it replaces and after the newest", () => {
		const pen = newPen();
		const [older, newer] = [1, 2].map((minutes) => new IdMaker().next(pen.now() + minutes * 60_000));
		const { id } = editOf(timeEntry(older ?? ""), { minutes: 1 }, { ...pen, newest: () => newer ?? "" });
		assert.ok(compareIds(id, newer ?? "") > 0);
	});

	it("is refused where the zone is unknown", () => {
		const pen = { ...newPen(), timeZone: "Europe/Atlantis" };
		assert.throws(() => newEntry({ type: "timer", on: "writing" }, pen), RangeError);
	});
});

describe("an edit", () => {
	it("changes what it says and keeps the rest, that of newer versions too", () => {
		const line = `{"id":"a","at":"2026-11-20","type":"time","on":"writing","minutes":30,"note":"x","mood":{"good":[1]}}\n`;
		const entry = readJournal(line).entries[0] as EntryOf<"time">;
		const edit = editOf(entry, { minutes: 45, note: undefined }, newPen());
		const { id, logged, ...rest } = readJournal(writeLine(edit)).entries[0] as EntryOf<"time">;
		assert.notEqual(id, "a");
		assert.equal(logged, "2026-11-24T23:30:01.000Z");
		assert.deepEqual(rest, {
			...{ at: "2026-11-20", type: "time", on: "writing", minutes: 45, mood: { good: [1] }, replaces: "a" },
		});
	});

	it("of an edit names the edit", () => {
		const pen = newPen();
		const first = editOf(timeEntry("a"), { minutes: 45 }, pen);
		assert.equal(editOf(first, { minutes: 50 }, pen).replaces, first.id);
	});

	for (const [what, id] of [
		["a clock that was ahead", new IdMaker().next(Date.parse("2031-01-01T00:00:00Z"))],
		["a person", "zzz"],
		["a person, as a UUID of version 4", "f47ac10b-58cc-4372-a567-0e02b2c3d479"],
	] as const) {
		it(`counts in the place of an entry by ${what}`, () => {
			const ledger = new Ledger();
			const entry = timeEntry(id);
			const edit = editOf(entry, { minutes: 45 }, newPen());
			ledger.add(edit);
			ledger.add(entry);
			assert.ok(compareIds(edit.id, id) > 0);
			assert.deepEqual(idsOf(ledger.between()), [edit.id]);
		});
	}
});

describe("a removal", () => {
	it("takes back the whole chain of edits, what is voided already left alone", () => {
		const pen = newPen();
		const entry = timeEntry("a");
		const [first, second] = [editOf(entry, { minutes: 45 }, pen), editOf(entry, { minutes: 50 }, pen)];
		const third = editOf(second, { minutes: 55 }, pen);
		const ledger = new Ledger();
		for (const each of [entry, first, second, third, voidOf(first.id, pen), timeEntry("other")]) {
			ledger.add(each);
		}
		const removal = removalOf(second.id, ledger, pen);
		const removed = removal.map((each) => each.type === "void" && each.entry);
		assert.deepEqual(removed, [third.id, second.id, "a"]);
		removal.forEach((each) => {
			ledger.add(each);
		});
		assert.deepEqual(idsOf(ledger.between()), ["other"]);
		assert.deepEqual(removalOf("a", ledger, pen), []);
	});

	it("of one that stands alone is one void, of one that is not there none", () => {
		const ledger = new Ledger();
		ledger.add(timeEntry("a"));
		assert.equal(removalOf("a", ledger, newPen()).length, 1);
		assert.equal(removalOf("nowhere", ledger, newPen()).length, 0);
	});

	it("does not take back an edit that another device makes without knowing of it", () => {
		const pen = newPen();
		const entry: Entry = timeEntry("a");
		const ledger = new Ledger();
		ledger.add(entry);
		const elsewhere = editOf(entry, { minutes: 45 }, pen);
		for (const each of removalOf("a", ledger, pen)) {
			ledger.add(each);
		}
		ledger.add(elsewhere);
		assert.deepEqual(idsOf(ledger.between()), [elsewhere.id]);
	});
});

function timeEntry(id: string): EntryOf<"time"> {
	return { id, at: "2026-11-20", type: "time", on: "writing", minutes: 30 };
}
