import promises from "node:fs/promises";
import { join } from "node:path";
import { appendToDisk, readAt } from "../../src/host/core/files/appendToDisk.ts";
import { linkNew } from "../../src/host/core/files/writeToDisk.ts";
import {
	type ChangeOutcome,
	type ChangePorts,
	finishChange,
	type JournalState,
	makeChange,
	type PlanState,
} from "../../src/journal/changeProtocol.ts";
import type { Entry } from "../../src/journal/entry.ts";
import { IdGenerator } from "../../src/journal/entryIds.ts";
import { Ledger } from "../../src/journal/ledger/ledger.ts";
import { createEntry, createVoid, type EntryContext } from "../../src/journal/newEntry.ts";
import { writeLine } from "../../src/journal/text/entryLine.ts";
import { JournalText } from "../../src/journal/text/journalText.ts";
import { UndoHistory } from "../../src/journal/undoHistory.ts";
import { type PlanSwap, reversed, swapEdits } from "../../src/plan/edit/planSwap.ts";
import { setGoal } from "../../src/plan/edit/setGoal.ts";
import { parsePlan } from "../../src/plan/planParser.ts";
import { decodeUtf8 } from "../../src/plan/textEncoding.ts";
import { applyEdits } from "../../src/util/textEdit.ts";

/** The outcome of a user's action: saved, or reported as not saved. */
export type Told = ChangeOutcome["kind"] | "nothing-to-do";

/** Time that passes between two windows, in ms: more than a change needs to begin. */
const betweenWindows = 120_000;
let names = 0;
let time = Date.parse("2026-11-24T12:00:00Z");

/**
 * A window on a roadmap on a real disk, without the editor that VS Code puts before the plan: what it does with plan, journal
 * and what it remembers is the real thing.
 */
export class PlayedWindow implements ChangePorts {
	private readonly plan: string;
	private readonly journal: string;
	private readonly memory: string;
	private readonly history = new UndoHistory();
	private readonly context: EntryContext;
	private ledger = new Ledger();
	readonly owner = crypto.randomUUID();
	/** IDs of the entries that were reported as saved. */
	readonly acknowledged: Array<string> = [];

	constructor(folder: string) {
		this.plan = join(folder, "roadmap.yaml");
		this.journal = join(folder, "roadmap.log.jsonl");
		this.memory = join(folder, "memory.txt");
		time += betweenWindows;
		this.context = {
			ids: new IdGenerator(),
			now: () => this.now(),
			timeZone: "UTC",
			newest: () => this.ledger.greatestId,
		};
	}

	/** What a window does first. */
	async start(): Promise<Told> {
		await this.readJournal().catch(() => undefined);
		const outcome = await finishChange(this).catch(() => undefined);
		return outcome ? this.note(outcome) : "nothing-to-do";
	}

	async log(): Promise<Told> {
		const entry = createEntry({ type: "time", on: "a", minutes: 5 }, this.context);
		try {
			await this.append([entry]);
		} catch {
			return "not-saved";
		}
		this.acknowledged.push(entry.id);
		this.history.record([entry.id]);
		return "done";
	}

	/** Gives an item another goal, with an entry about it. */
	async replan(item: number, goal: number): Promise<Told> {
		const before = await this.readPlan().catch(() => undefined);
		const node = before === undefined ? undefined : parsePlan(before).plan?.items[item];
		const edits = before !== undefined && node ? setGoal(before, node.range.start, String(goal)) : "unparsed";
		if (before === undefined || !node || typeof edits === "string") {
			return "not-saved";
		}
		const swap = { before, after: applyEdits(before, edits) };
		const entry = createEntry({ type: "plan", on: node.id, field: "goal", now: String(goal) }, this.context);
		const outcome = await makeChange(this, { swap, entries: [entry] });
		if (outcome.kind === "done") {
			this.history.record([entry.id], swap);
		}
		return this.note(outcome);
	}

	async step(way: "undo" | "redo"): Promise<Told> {
		await this.readJournal().catch(() => undefined);
		const next = way === "undo" ? this.history.nextUndo(this.ledger) : this.history.nextRedo(this.ledger);
		if (!next) {
			return "nothing-to-do";
		}
		const entries = next.voids.map((id) => createVoid(id, this.context));
		const { plan: swap } = next;
		const outcome: ChangeOutcome = swap
			? await makeChange(this, { swap: way === "undo" ? reversed(swap) : swap, entries })
			: await this.append(entries).then(
					() => ({ kind: "done", change: { swap: { before: "", after: "" }, entries } }),
					(error: unknown) => ({ kind: "not-saved", error }),
				);
		if (outcome.kind === "done") {
			this.history[way === "undo" ? "undid" : "redid"](next);
		}
		return this.note(outcome);
	}

	async swap(swap: PlanSwap): Promise<boolean> {
		try {
			const text = await this.readPlan();
			const edits = swapEdits(text, swap);
			if (edits === "unsafe") {
				return false;
			}
			if (edits.length > 0) {
				// In the place of the editor, which keeps its text where a save has torn the file: whole, or not at all.
				const fresh = `${this.plan}.${++names}`;
				const wanted = applyEdits(text, edits);
				await promises.writeFile(fresh, wanted);
				if (decodeUtf8(await promises.readFile(fresh)) !== wanted) {
					return false;
				}
				await promises.rename(fresh, this.plan);
			}
			return true;
		} catch {
			return false;
		}
	}

	async planState(swap: PlanSwap): Promise<PlanState> {
		const edits = swapEdits(await this.readPlan(), swap);
		if (edits === "unsafe") return "neither";
		return edits.length === 0 ? "after" : "before";
	}

	async append(entries: ReadonlyArray<Entry>): Promise<void> {
		await appendToDisk(this.journal, entries.map(writeLine).join(""));
	}

	async journalState(entries: ReadonlyArray<Entry>): Promise<JournalState> {
		try {
			await this.readJournal();
		} catch {
			return "unknown";
		}
		const count = entries.filter(({ id }) => this.ledger.get(id)).length;
		if (count === entries.length) return "all";
		return count > 0 ? "some" : "none";
	}

	async remember(text: string): Promise<boolean> {
		const fresh = `${this.memory}.${++names}`;
		await promises.writeFile(fresh, text);
		try {
			return await linkNew(fresh, this.memory);
		} finally {
			await promises.unlink(fresh).catch(() => undefined);
		}
	}

	async remembered(): Promise<string | undefined> {
		try {
			return decodeUtf8(await promises.readFile(this.memory));
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code === "ENOENT") {
				return undefined;
			}
			throw error;
		}
	}

	async forget(text: string): Promise<void> {
		if ((await this.remembered()) === text) {
			await promises.unlink(this.memory);
		}
	}

	now(): number {
		return ++time;
	}

	private note(outcome: ChangeOutcome): Told {
		if (outcome.kind === "done") {
			this.acknowledged.push(...outcome.change.entries.map(({ id }) => id));
		}
		return outcome.kind;
	}

	private async readPlan(): Promise<string> {
		return decodeUtf8(await promises.readFile(this.plan));
	}

	private async readJournal(): Promise<void> {
		const ledger = new Ledger();
		const text = new JournalText("roadmap.log.jsonl", (entry, line) => ledger.add(entry, "roadmap.log.jsonl", line));
		const file = await promises.open(this.journal, "r");
		try {
			text.read(await readAt(file, 0, (await file.stat()).size));
		} finally {
			await file.close();
		}
		this.ledger = ledger;
	}
}
