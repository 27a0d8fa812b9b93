import assert from "node:assert/strict";
import fc from "fast-check";
import {
	type ChangePorts,
	finishChange,
	type JournalState,
	makeChange,
	type PlanState,
} from "../../../src/journal/changeProtocol.ts";
import type { Entry } from "../../../src/journal/entry.ts";
import { type PlanSwap, swapEdits } from "../../../src/plan/edit/planSwap.ts";
import { setGoal } from "../../../src/plan/edit/setGoal.ts";
import { parsePlan } from "../../../src/plan/planParser.ts";
import { applyEdits } from "../../../src/util/textEdit.ts";
import { runs } from "../../harness/depth.ts";

const ids = ["a", "b", "c"];
const original = `targets:\n  2026:\n${ids.map((id) => `    - { id: ${id}, title: T, goal: 1 }\n    # more\n`).join("")}`;

/** What windows share: the files, and what one remembers for the others. */
class SharedFiles {
	plan = original;
	journal: ReadonlyArray<Entry> = [];
	kept: string | undefined;

	/** @param turn lets other windows come first, at every call */
	constructor(readonly turn: () => Promise<void>) {}
}

/** A window on them. Its editor compares the plan before it saves and may still be overtaken, as in VS Code. */
class SharingWindow implements ChangePorts {
	constructor(
		readonly owner: string,
		private readonly files: SharedFiles,
	) {}

	async swap(swap: PlanSwap): Promise<boolean> {
		const { files } = this;
		await files.turn();
		const text = files.plan;
		const edits = swapEdits(text, swap);
		await files.turn();
		if (edits === "unsafe" || files.plan !== text) {
			return false;
		}
		await files.turn();
		files.plan = applyEdits(text, edits);
		return true;
	}

	async planState(swap: PlanSwap): Promise<PlanState> {
		await this.files.turn();
		const edits = swapEdits(this.files.plan, swap);
		if (edits === "unsafe") return "neither";
		return edits.length === 0 ? "after" : "before";
	}

	async append(entries: ReadonlyArray<Entry>): Promise<void> {
		await this.files.turn();
		this.files.journal = [...this.files.journal, ...entries];
	}

	async journalState(entries: ReadonlyArray<Entry>): Promise<JournalState> {
		await this.files.turn();
		return entries.every(({ id }) => this.files.journal.some((each) => each.id === id)) ? "all" : "none";
	}

	async remember(text: string): Promise<boolean> {
		await this.files.turn();
		this.files.kept ??= text;
		return this.files.kept === text;
	}

	async remembered(): Promise<string | undefined> {
		await this.files.turn();
		return this.files.kept;
	}

	async forget(text: string): Promise<void> {
		await this.files.turn();
		if (this.files.kept === text) this.files.kept = undefined;
	}

	now(): number {
		return 1_800_000_000_000;
	}

	/** Gives an item another goal, as a person does who looks at the plan first. */
	async replan(item: number, goal: number): Promise<string> {
		await this.files.turn();
		const before = this.files.plan;
		const node = parsePlan(before).plan?.items[item] ?? assert.fail();
		const edits = setGoal(before, node.range.start, String(goal));
		if (typeof edits === "string") {
			assert.fail(edits);
		}
		const swap = { before, after: applyEdits(before, edits) };
		const id = `${this.owner}-${goal}`;
		const entry: Entry = { id, at: "2026-02-01", type: "plan", on: node.id, field: "goal", now: String(goal) };
		return (await makeChange(this, { swap, entries: [entry] })).kind;
	}
}

describe("a plan change in several windows at once", function () {
	this.timeout(60_000);
	const changes = fc.array(fc.record({ window: fc.nat(2), item: fc.nat(2) }), { minLength: 2, maxLength: 5 });

	it("loses no change that was reported as done, and plan and journal agree, whoever comes first", async () => {
		const told = new Set<string>();
		await fc.assert(
			fc.asyncProperty(changes, fc.scheduler(), async (planned, scheduler) => {
				const files = new SharedFiles(async () => void (await scheduler.schedule(Promise.resolve())));
				const windows = ["x", "y", "z"].map((owner) => new SharingWindow(owner, files));
				const play = async (window: SharingWindow, at: number) => {
					const done: Array<string> = [];
					for (const [index, each] of planned.entries()) {
						if (each.window !== at) continue;
						const goal = 2 + index;
						const kind = await window.replan(each.item, goal);
						told.add(kind);
						if (kind === "done") done.push(`${window.owner}-${goal}`);
					}
					return done;
				};
				const done = (await scheduler.waitFor(Promise.all(windows.map(play)))).flat();
				assert.deepEqual([...new Set(files.journal.map(({ id }) => id))].sort(), done.sort());
				const inJournal = ids.map((id) => {
					const last = files.journal.findLast((entry) => entry.type === "plan" && entry.on === id);
					return last?.type === "plan" ? last.now : "1";
				});
				const inPlan = parsePlan(files.plan).plan?.items.map(({ goal }) => goal?.text);
				assert.deepEqual(inPlan, inJournal);
				assert.equal(files.kept, undefined);
			}),
			{ numRuns: runs(1000) },
		);
		for (const kind of ["done", "busy", "unsafe"]) assert.ok(told.has(kind), kind);
	});

	it("doesn't block others if its record is damaged", async () => {
		const files = new SharedFiles(async () => undefined);
		files.kept = "{";
		const window = new SharingWindow("x", files);
		assert.equal(await finishChange(window), undefined);
		assert.equal(await window.replan(0, 9), "done");
		assert.equal(files.kept, undefined);
	});
});
