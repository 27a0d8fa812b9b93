import assert from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { Ledger } from "../../src/journal/ledger/ledger.ts";
import { JournalText } from "../../src/journal/text/journalText.ts";
import { parsePlan } from "../../src/plan/planParser.ts";
import { runs } from "../harness/depth.ts";
import { LyingDisk, lies, PlayedProcess } from "./lyingDisk.ts";
import { PlayedWindow, type Told } from "./playedWindow.ts";

const sequences = runs(5000);

const plan = `# A comment, ä
title: Fuzz
targets:
  2026:
    - { id: a, title: A, goal: 1 }
    - { id: b, title: B, goal: 1 }
    # Another comment
    - id: c
      title: C
      goal: 1
`;

type Action =
	| { readonly kind: "log" | "undo" | "redo" | "restart" | "comment" }
	| { readonly kind: "replan"; readonly item: number; readonly goal: number };

const action: fc.Arbitrary<Action> = fc.oneof(
	fc.constantFrom<Action>({ kind: "log" }, { kind: "undo" }, { kind: "undo" }, { kind: "redo" }),
	fc.constantFrom<Action>({ kind: "restart" }, { kind: "comment" }),
	fc.record({ kind: fc.constant("replan" as const), item: fc.nat(2), goal: fc.integer({ min: 2, max: 99 }) }),
	fc.record({ kind: fc.constant("replan" as const), item: fc.nat(2), goal: fc.integer({ min: 2, max: 99 }) }),
);

const planned = fc.array(fc.record({ after: fc.nat(25), lie: fc.constantFrom(...lies) }), { maxLength: 6 });

describe("a disk that lies", function () {
	this.timeout(sequences * 200);
	let root: string;
	let disk: LyingDisk;
	let rounds = 0;

	before(() => {
		root = mkdtempSync(join(tmpdir(), "waymark-attack-"));
		disk = new LyingDisk();
	});
	after(() => {
		disk.dispose();
		rmSync(root, { recursive: true, force: true });
	});

	it(`loses nothing that was reported as saved, and plan and journal agree: ${sequences} sequences`, async () => {
		const told = new Map<Told | "ended", number>();
		await fc.assert(
			fc.asyncProperty(fc.array(action, { minLength: 1, maxLength: 10 }), planned, async (actions, planned) => {
				const folder = join(root, String(++rounds));
				mkdirSync(folder);
				writeFileSync(join(folder, "roadmap.yaml"), plan);
				writeFileSync(join(folder, "roadmap.log.jsonl"), "");
				disk.plan(planned);
				const acknowledged = await play(folder, actions, (outcome) => told.set(outcome, (told.get(outcome) ?? 0) + 1));
				disk.plan([]);
				await disk.closeFiles();
				// A window that opens when all is well again.
				const last = new PlayedWindow(folder);
				assert.notEqual(await last.start(), "pending");
				const ledger = ledgerIn(folder);
				const lost = [...acknowledged, ...last.acknowledged].filter((id) => !ledger.get(id));
				assert.deepEqual(lost, []);
				assertAgreement(folder);
				rmSync(folder, { recursive: true });
			}),
			{ numRuns: sequences },
		);
		// The sequences reach every outcome: what is never reached would be never tested.
		for (const outcome of ["done", "not-saved", "pending", "ended"] as const) {
			assert.ok((told.get(outcome) ?? 0) > sequences / 100, `${outcome}: ${told.get(outcome)}`);
		}
	});

	/** Does it all, in as many windows as it takes. Returns the IDs of the entries that were reported as saved. */
	async function play(
		folder: string,
		actions: ReadonlyArray<Action>,
		onTold: (told: Told | "ended") => void,
	): Promise<ReadonlyArray<string>> {
		const acknowledged: Array<string> = [];
		let window: PlayedWindow | undefined;
		let played = new PlayedProcess();
		for (const each of actions) {
			if (!window || each.kind === "restart") {
				played.end();
				acknowledged.push(...(window?.acknowledged ?? []));
				played = new PlayedProcess();
				window = new PlayedWindow(folder);
				const opened = window;
				await disk.run(played, () => opened.start());
			}
			if (each.kind === "comment") {
				writeFileSync(join(folder, "roadmap.yaml"), `${readFileSync(join(folder, "roadmap.yaml"), "utf8")}# more\n`);
			}
			const at = window;
			const told = await disk.run(played, () => act(at, each));
			onTold(told);
			assertTold(folder, told);
			if (told === "ended") {
				acknowledged.push(...window.acknowledged);
				window = undefined;
			}
		}
		played.end();
		return [...acknowledged, ...(window?.acknowledged ?? [])];
	}
});

async function act(window: PlayedWindow, action: Action): Promise<Told> {
	switch (action.kind) {
		case "log":
			return window.log();
		case "undo":
		case "redo":
			return window.step(action.kind);
		case "replan":
			return window.replan(action.item, action.goal);
		case "restart":
		case "comment":
			return "nothing-to-do";
	}
}

/** What was reported to the user is true at that moment. Plan and journal differ only while the change is pending. */
function assertTold(folder: string, told: Told | "ended"): void {
	const isRemembered = existsSync(join(folder, "memory.txt"));
	if (told === "pending") {
		assert.ok(isRemembered, "what is pending is remembered");
	} else if (!isRemembered) {
		assertAgreement(folder);
	}
}

/** Each goal in the plan is that of the newest entry about it that counts. */
function assertAgreement(folder: string): void {
	const items = parsePlan(readFileSync(join(folder, "roadmap.yaml"), "utf8")).plan?.items ?? [];
	const ledger = ledgerIn(folder);
	const inPlan = items.map(({ id, goal }) => `${id}: ${goal?.text}`);
	const inJournal = items.map(({ id }) => {
		const entries = ledger.on([id]).flatMap(({ entry }) => (entry.type === "plan" ? [entry] : []));
		const newest = entries.toSorted((a, b) => (a.id < b.id ? 1 : -1))[0];
		return `${id}: ${newest?.now ?? "1"}`;
	});
	assert.deepEqual(inPlan, inJournal);
	assert.equal(items.length, 3);
}

function ledgerIn(folder: string): Ledger {
	const ledger = new Ledger();
	const name = "roadmap.log.jsonl";
	new JournalText(name, (entry, line) => ledger.add(entry, name, line)).read(readFileSync(join(folder, name)));
	return ledger;
}
