import assert from "node:assert/strict";
import type { Entry, EntryOf } from "../../../src/journal/entry.ts";
import { compareIds, IdGenerator } from "../../../src/journal/entryIds.ts";
import { Ledger } from "../../../src/journal/ledger/ledger.ts";
import {
	createEdit,
	createEntry,
	createRemoval,
	createVoid,
	type EntryContext,
} from "../../../src/journal/newEntry.ts";
import { writeLine } from "../../../src/journal/text/entryLine.ts";
import { idsOf, readJournal } from "./arbitraryJournals.ts";

/** Of a person in Paris in winter; a second passes with each entry. */
function newContext(): EntryContext {
	let now = Date.parse("2026-11-24T23:30:00Z");
	return { ids: new IdGenerator(), now: () => (now += 1000), timeZone: "Europe/Paris" };
}

describe("a new entry", () => {
	it("has the current time in the user's time zone", () => {
		const { id, ...entry } = createEntry({ type: "time", on: "writing", minutes: 30 }, newContext());
		assert.match(id, /^[\da-f]{8}-[\da-f]{4}-7/);
		assert.deepEqual(entry, {
			at: "2026-11-25T00:30:01+01:00",
			type: "time",
			on: "writing",
			minutes: 30,
			logged: "2026-11-24T23:30:01.000Z",
		});
	});

	it("has the time that the user entered", () => {
		const { at, logged } = createEntry({ type: "time", on: "writing", minutes: 30, at: "2026-11-20" }, newContext());
		assert.deepEqual([at, logged], ["2026-11-20", "2026-11-24T23:30:01.000Z"]);
	});

	for (const [what, aheadMs, isGreater] of [
		["ten minutes", 600_000, true],
		["a day", 86_400_000, true],
		["a year, which no clock is by chance", 365 * 86_400_000, false],
	] as const) {
		it(`comes after the previous entry, even if that is from a clock that is ahead: ${what}`, () => {
			const context = newContext();
			const ledger = new Ledger();
			const known = { ...timeEntry(new IdGenerator().next(context.now() + aheadMs)) };
			ledger.add(known);
			const { id } = createEntry({ type: "timer", on: "writing" }, { ...context, newest: () => ledger.greatestId });
			assert.equal(compareIds(id, known.id) > 0, isGreater);
		});
	}

	it("comes after the one it replaces and after the newest", () => {
		const context = newContext();
		const [older, newer] = [1, 2].map((minutes) => new IdGenerator().next(context.now() + minutes * 60_000));
		const { id } = createEdit(timeEntry(older ?? ""), { minutes: 1 }, { ...context, newest: () => newer ?? "" });
		assert.ok(compareIds(id, newer ?? "") > 0);
	});

	it("is refused if the time zone is unknown", () => {
		const context = { ...newContext(), timeZone: "Europe/Atlantis" };
		assert.throws(() => createEntry({ type: "timer", on: "writing" }, context), RangeError);
	});
});

describe("an edit", () => {
	it("changes its fields and keeps the rest, also fields of newer versions", () => {
		const line = `{"id":"a","at":"2026-11-20","type":"time","on":"writing","minutes":30,"note":"x","mood":{"good":[1]}}\n`;
		const entry = readJournal(line).entries[0] as EntryOf<"time">;
		const edit = createEdit(entry, { minutes: 45, note: undefined }, newContext());
		const { id, logged, ...rest } = readJournal(writeLine(edit)).entries[0] as EntryOf<"time">;
		assert.notEqual(id, "a");
		assert.equal(logged, "2026-11-24T23:30:01.000Z");
		assert.deepEqual(rest, {
			...{ at: "2026-11-20", type: "time", on: "writing", minutes: 45, mood: { good: [1] }, replaces: "a" },
		});
	});

	it("of an edit names the edit", () => {
		const context = newContext();
		const first = createEdit(timeEntry("a"), { minutes: 45 }, context);
		assert.equal(createEdit(first, { minutes: 50 }, context).replaces, first.id);
	});

	for (const [what, id] of [
		["a clock that was ahead", new IdGenerator().next(Date.parse("2031-01-01T00:00:00Z"))],
		["a person", "zzz"],
		["a person, as a UUID of version 4", "f47ac10b-58cc-4372-a567-0e02b2c3d479"],
	] as const) {
		it(`counts in the place of an entry by ${what}`, () => {
			const ledger = new Ledger();
			const entry = timeEntry(id);
			const edit = createEdit(entry, { minutes: 45 }, newContext());
			ledger.add(edit);
			ledger.add(entry);
			assert.ok(compareIds(edit.id, id) > 0);
			assert.deepEqual(idsOf(ledger.between()), [edit.id]);
		});
	}
});

describe("a removal", () => {
	it("voids the whole chain of edits, except what is already voided", () => {
		const context = newContext();
		const entry = timeEntry("a");
		const [first, second] = [createEdit(entry, { minutes: 45 }, context), createEdit(entry, { minutes: 50 }, context)];
		const third = createEdit(second, { minutes: 55 }, context);
		const ledger = new Ledger();
		for (const each of [entry, first, second, third, createVoid(first.id, context), timeEntry("other")]) {
			ledger.add(each);
		}
		const removal = createRemoval(second.id, ledger, context);
		const removed = removal.map((each) => each.type === "void" && each.entry);
		assert.deepEqual(removed, [third.id, second.id, "a"]);
		removal.forEach((each) => {
			ledger.add(each);
		});
		assert.deepEqual(idsOf(ledger.between()), ["other"]);
		assert.deepEqual(createRemoval("a", ledger, context), []);
	});

	it("of an entry without edits is one void, of an unknown entry none", () => {
		const ledger = new Ledger();
		ledger.add(timeEntry("a"));
		assert.equal(createRemoval("a", ledger, newContext()).length, 1);
		assert.equal(createRemoval("nowhere", ledger, newContext()).length, 0);
	});

	it("does not void a concurrent edit from another device", () => {
		const context = newContext();
		const entry: Entry = timeEntry("a");
		const ledger = new Ledger();
		ledger.add(entry);
		const elsewhere = createEdit(entry, { minutes: 45 }, context);
		for (const each of createRemoval("a", ledger, context)) {
			ledger.add(each);
		}
		ledger.add(elsewhere);
		assert.deepEqual(idsOf(ledger.between()), [elsewhere.id]);
	});
});

function timeEntry(id: string): EntryOf<"time"> {
	return { id, at: "2026-11-20", type: "time", on: "writing", minutes: 30 };
}
