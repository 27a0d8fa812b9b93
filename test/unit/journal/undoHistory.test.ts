import assert from "node:assert/strict";
import type { Entry, EntryOf } from "../../../src/journal/entry.ts";
import { IdGenerator } from "../../../src/journal/entryIds.ts";
import { Ledger } from "../../../src/journal/ledger/ledger.ts";
import {
	createEdit,
	createEntry,
	createRemoval,
	createVoid,
	type EntryContext,
	type NewEntry,
} from "../../../src/journal/newEntry.ts";
import { UndoHistory, type UndoStep } from "../../../src/journal/undoHistory.ts";
import { idsOf } from "./arbitraryJournals.ts";

/** A window in which a person logs; what others write comes into the same ledger. */
class Window {
	readonly ledger = new Ledger();
	readonly history = new UndoHistory();
	private now = Date.parse("2026-11-24T12:00:00Z");
	readonly context: EntryContext = { ids: new IdGenerator(), now: () => (this.now += 1000), timeZone: "UTC" };

	/** Minutes that count. */
	get minutes(): ReadonlyArray<number> {
		return this.ledger.between().flatMap(({ entry }) => (entry.type === "time" ? [entry.minutes] : []));
	}

	/** What arrives from elsewhere. */
	arrive(...entries: ReadonlyArray<Entry>): void {
		entries.forEach((entry) => {
			this.ledger.add(entry);
		});
	}

	save(...entries: ReadonlyArray<Entry>): void {
		this.arrive(...entries);
		this.history.record(entries.map(({ id }) => id));
	}

	time(minutes: number): EntryOf<"time"> {
		const draft: NewEntry = { type: "time", on: "writing", minutes };
		return createEntry(draft, this.context) as EntryOf<"time">;
	}

	undo(): UndoStep | undefined {
		const step = this.history.nextUndo(this.ledger);
		if (step) {
			this.arrive(...step.voids.map((id) => createVoid(id, this.context)));
			this.history.undid(step);
		}
		return step;
	}

	redo(): UndoStep | undefined {
		const step = this.history.nextRedo(this.ledger);
		if (step) {
			this.arrive(...step.voids.map((id) => createVoid(id, this.context)));
			this.history.redid(step);
		}
		return step;
	}
}

describe("undo and redo", () => {
	it("do nothing in an empty journal", () => {
		const window = new Window();
		assert.equal(window.undo(), undefined);
		assert.equal(window.redo(), undefined);
	});

	it("go back and forth through the logged entries, any number of times", () => {
		const window = new Window();
		for (const minutes of [1, 2, 3]) {
			window.save(window.time(minutes));
		}
		for (let round = 0; round < 3; round++) {
			const seen = [window.minutes];
			for (let step = 0; step < 3; step++) {
				assert.equal(window.undo()?.own, true);
				seen.push(window.minutes);
			}
			assert.deepEqual(seen, [[1, 2, 3], [1, 2], [1], []]);
			assert.equal(window.undo(), undefined);
			for (let step = 0; step < 3; step++) {
				window.redo();
			}
			assert.deepEqual(window.minutes, [1, 2, 3]);
			assert.equal(window.redo(), undefined);
		}
	});

	it("redo nothing after something new was logged", () => {
		const window = new Window();
		window.save(window.time(1));
		window.undo();
		window.save(window.time(2));
		assert.equal(window.redo(), undefined);
		assert.deepEqual(window.minutes, [2]);
	});

	it("undo an edit to the previous text", () => {
		const window = new Window();
		const entry = window.time(30);
		window.save(entry);
		window.save(createEdit(entry, { minutes: 45 }, window.context));
		window.undo();
		assert.deepEqual(window.minutes, [30]);
		window.redo();
		assert.deepEqual(window.minutes, [45]);
	});

	it("undo a removal as one step", () => {
		const window = new Window();
		const entry = window.time(30);
		const edit = createEdit(entry, { minutes: 45 }, window.context);
		window.save(entry);
		window.save(edit);
		window.save(...createRemoval(entry.id, window.ledger, window.context));
		assert.deepEqual(window.minutes, []);
		assert.equal(window.undo()?.voids.length, 2);
		assert.deepEqual(window.minutes, [45]);
		window.redo();
		assert.deepEqual(window.minutes, []);
		window.undo();
		window.undo();
		assert.deepEqual(window.minutes, [30]);
	});

	it("skip what another window logged in between", () => {
		const window = new Window();
		window.save(window.time(1));
		window.arrive(window.time(100));
		window.undo();
		assert.deepEqual(window.minutes, [100]);
		window.redo();
		assert.deepEqual(window.minutes, [1, 100]);
	});

	it("skip what another window already undid or restored", () => {
		const window = new Window();
		const [first, second] = [window.time(1), window.time(2)];
		window.save(first);
		window.save(second);
		const elsewhere = createVoid(second.id, window.context);
		window.arrive(elsewhere);
		assert.deepEqual(window.history.nextUndo(window.ledger)?.entries, [first.id]);
		window.undo();
		window.arrive(createVoid(window.ledger.voidsOf(first.id)[0] ?? "", window.context));
		assert.deepEqual(window.minutes, [1]);
		assert.equal(window.redo(), undefined);
	});

	it("void every live void of an entry to restore it", () => {
		const window = new Window();
		const entry = window.time(1);
		window.save(entry);
		window.undo();
		window.arrive(createVoid(entry.id, window.context), createVoid(entry.id, window.context));
		assert.equal(window.redo()?.voids.length, 3);
		assert.deepEqual(window.minutes, [1]);
	});

	it("continue with the newest entry of the journal, and report that it isn't from this session", () => {
		const window = new Window();
		const [first, second] = [window.time(1), window.time(2)];
		window.arrive(second, first);
		const step = window.undo();
		assert.deepEqual(step, { entries: [second.id], voids: [second.id], own: false });
		assert.deepEqual(idsOf(window.ledger.between()), [first.id]);
		window.redo();
		assert.deepEqual(window.minutes, [1, 2]);
		// Redone here, so that the person knows of it.
		assert.equal(window.history.nextUndo(window.ledger)?.own, true);
	});

	it("take back an import as a whole after a restart, without what was corrected since, and restore it", () => {
		const window = new Window();
		const imported = (minutes: number, batch = "a") =>
			createEntry({ type: "time", on: "writing", minutes, import: batch }, window.context) as EntryOf<"time">;
		const old = window.time(1);
		const [other, first, second, third] = [imported(2, "b"), imported(3), imported(4), imported(5)];
		const edit = createEdit(second, { minutes: 40 }, window.context);
		window.arrive(old, other, first, second, third);
		assert.deepEqual(window.undo()?.voids, [first.id, second.id, third.id]);
		assert.deepEqual(window.minutes, [1, 2]);
		window.redo();
		assert.deepEqual(window.minutes, [1, 2, 3, 4, 5]);
		const next = new Window();
		next.arrive(old, other, first, second, third, edit);
		assert.deepEqual(next.undo()?.entries, [edit.id]);
		assert.deepEqual(next.minutes, [1, 2, 3, 4, 5]);
	});

	it("treat an edit of an old entry as newer than entries logged after that entry", () => {
		const window = new Window();
		const [first, second] = [window.time(1), window.time(2)];
		window.arrive(first, second, createEdit(first, { minutes: 10 }, window.context));
		window.undo();
		assert.deepEqual(window.minutes, [1, 2]);
	});
});
