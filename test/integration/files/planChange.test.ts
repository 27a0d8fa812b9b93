import { strict as assert } from "node:assert";
import * as vscode from "vscode";
import { systemClock } from "../../../src/host/core/clock.ts";
import { FileMemento } from "../../../src/host/core/fileMemento.ts";
import { changePlan, finishPlanChange } from "../../../src/host/logging/changePlan.ts";
import { PlanSession } from "../../../src/host/session/planSession.ts";
import { type ChangeOutcome, makeChange } from "../../../src/journal/changeProtocol.ts";
import type { Entry } from "../../../src/journal/entry.ts";
import { type JournaledChange, writePending } from "../../../src/journal/pendingChange.ts";
import { reversed } from "../../../src/plan/edit/planSwap.ts";
import { eventually } from "../support/eventually.ts";
import { MemoryFiles } from "../support/memoryFiles.ts";
import { MemoryMemento } from "../support/memoryMemento.ts";

const original = "title: Mine\n# ä\ntargets:\n  2026:\n    - { id: talks, title: Talks, goal: 4 }\n";
const replanned = original.replace("goal: 4", "goal: 9");
/** So long ago, in ms, that no window can still be about to begin it. */
const longAgo = 3_600_000;

describe("a change of the plan", () => {
	let files: MemoryFiles;
	let log: vscode.LogOutputChannel;
	let memory: FileMemento;
	let sessions: Array<PlanSession>;
	let folder: string;
	let entries = 0;
	let folders = 0;

	before(() => {
		files = new MemoryFiles("waymark-change");
		log = vscode.window.createOutputChannel("Waymark change test", { log: true });
		memory = new FileMemento(files.uri("/storage"));
	});
	beforeEach(() => {
		folder = `/${++folders}`;
		sessions = [];
		files.put(path(), original);
	});
	afterEach(async () => {
		files.failWrites(() => undefined);
		files.holdWrites(() => undefined);
		vscode.Disposable.from(...sessions).dispose();
		const { scheme } = files.uri(path());
		const isOwn = ({ uri, isDirty }: vscode.TextDocument) => isDirty && uri.scheme === scheme;
		for (const document of vscode.workspace.textDocuments.filter(isOwn)) {
			await vscode.window.showTextDocument(document);
			await vscode.commands.executeCommand("workbench.action.files.revert");
		}
		await vscode.commands.executeCommand("workbench.action.closeAllEditors");
	});
	after(() => vscode.Disposable.from(files, log).dispose());

	const path = () => `${folder}/roadmap.yaml`;
	const isPlan = (written: string) => written === path();
	const isJournal = (written: string) => written.startsWith(`${folder}/roadmap.log`);
	const full = () => Object.assign(new Error("full"), { code: "ENOSPC" });

	async function open(writeLimitMs?: number): Promise<PlanSession> {
		const session: PlanSession = new PlanSession(files.uri(path()), log, systemClock, {
			state: new MemoryMemento(),
			onChange: () => undefined,
			onLateWrite: () => void finishPlanChange(session),
			shared: memory,
			...(writeLimitMs === undefined ? {} : { writeLimitMs }),
		});
		sessions.push(session);
		await session.source();
		return session;
	}

	function entry(now = "9"): Entry {
		const id = String(++entries).padStart(4, "0");
		return { id, at: "2026-02-01", type: "plan", on: "talks", field: "goal", was: "4", now };
	}

	const change = (): JournaledChange => ({ swap: { before: original, after: replanned }, entries: [entry()] });

	const make = (session: PlanSession, made: JournaledChange): Promise<ChangeOutcome> =>
		session.enqueueChange((ports) => makeChange(ports, made));

	/** How many entries about the plan another window finds. */
	async function counted(): Promise<number> {
		return (await open()).journal.ledger.on(["talks"]).length;
	}

	async function shown(): Promise<vscode.TextDocument> {
		const document = await vscode.workspace.openTextDocument(files.uri(path()));
		await vscode.window.showTextDocument(document);
		return document;
	}

	async function type(document: vscode.TextDocument, text: string): Promise<void> {
		const edit = new vscode.WorkspaceEdit();
		edit.insert(document.uri, document.lineAt(document.lineCount - 1).range.end, text);
		assert.ok(await vscode.workspace.applyEdit(edit));
	}

	/** Neither plan nor journal has it, and nothing of it is in the editor. */
	async function assertNothing(document?: vscode.TextDocument): Promise<void> {
		assert.equal(files.text(path()), original);
		assert.equal(document?.getText() ?? original, original);
		assert.equal(document?.isDirty ?? false, false);
		assert.equal(await counted(), 0);
	}

	it("is saved with its entry", async () => {
		assert.equal((await make(await open(), change())).kind, "done");
		assert.equal(files.text(path()), replanned);
		assert.equal(await counted(), 1);
	});

	it("also saves unsaved changes of the plan, so that the disk has both or neither", async () => {
		const document = await shown();
		await type(document, "# typed\n");
		assert.equal((await make(await open(), change())).kind, "done");
		assert.equal(files.text(path()), `${replanned}# typed\n`);
		assert.equal(await counted(), 1);
	});

	it("is undone in the editor if the plan can't be saved, and the next one starts from the file on disk", async () => {
		const document = await shown();
		const session = await open();
		files.failWrites((written) => (isPlan(written) ? vscode.FileSystemError.NoPermissions(written) : undefined));
		assert.equal((await make(session, change())).kind, "not-saved");
		await assertNothing(document);
		files.failWrites(() => undefined);
		assert.equal((await make(session, change())).kind, "done");
		assert.equal(files.text(path()), replanned);
		assert.equal(await counted(), 1);
	});

	it("leaves what was typed unsaved when the plan can't be saved", async () => {
		const document = await shown();
		await type(document, "# typed\n");
		files.failWrites((written) => (isPlan(written) ? full() : undefined));
		assert.equal((await make(await open(), change())).kind, "not-saved");
		assert.equal(document.getText(), `${original}# typed\n`);
		assert.ok(document.isDirty);
		assert.equal(files.text(path()), original);
	});

	it("is undone after a save conflict, and the editor shows what is on the disk", async () => {
		const document = await shown();
		const session = await open();
		const newer = original.replace("Mine", "Newer on the disk");
		const once = vscode.workspace.onDidChangeTextDocument((event) => {
			if (event.document === document && document.getText().includes("goal: 9")) {
				once.dispose();
				files.slip(path(), newer);
			}
		});
		assert.equal((await make(session, change())).kind, "not-saved");
		assert.equal(files.text(path()), newer);
		await eventually(() => assert.deepEqual([document.getText(), document.isDirty], [newer, false]));
		assert.equal(await counted(), 0);
	});

	it("is applied to the file on disk if the editor hasn't noticed its change yet", async () => {
		const document = await shown();
		const session = await open();
		files.slip(path(), original.replace("Mine", "Newer on the disk"));
		assert.equal((await make(session, change())).kind, "done");
		assert.equal(files.text(path()), replanned.replace("Mine", "Newer on the disk"));
		assert.equal(document.isDirty, false);
	});

	it("is undone in the plan when its entry can't be saved", async () => {
		const document = await shown();
		files.failWrites((written) => (isJournal(written) ? full() : undefined));
		const outcome = await make(await open(), change());
		assert.equal(outcome.kind, "not-saved");
		await assertNothing(document);
	});

	it("is completed later if nothing can be written in between", async () => {
		const session = await open();
		let isFull = false;
		files.failWrites((written) => {
			isFull ||= isJournal(written);
			return isFull && !written.startsWith("/storage") ? full() : undefined;
		});
		assert.equal((await make(session, change())).kind, "pending");
		assert.equal((await make(session, change())).kind, "pending");
		files.failWrites(() => undefined);
		await finishPlanChange(session);
		assert.equal(files.text(path()), replanned);
		assert.equal(await counted(), 1);
	});

	describe("whose save doesn't finish", () => {
		/** Lets the saves of the plan wait. Gives what ends them. */
		function hold(): () => void {
			let end = () => {};
			const ended = new Promise<void>((resolve) => {
				end = resolve;
			});
			files.holdWrites((written) => (isPlan(written) ? ended : undefined));
			return () => {
				files.holdWrites(() => undefined);
				end();
			};
		}

		it("is abandoned, nothing else is changed meanwhile, and it is completed once the save has finished", async () => {
			const end = hold();
			const session = await open(3000);
			const first = change();
			const outcome = await make(session, first);
			assert.equal(outcome.kind, "pending");
			assert.equal(outcome.kind === "pending" && (outcome.error as { code?: unknown }).code, "no-answer");
			assert.equal((await make(session, change())).kind, "pending");
			// Entries go on: it is the editor that waits, and not the disk.
			await session.journal.append([{ id: "0", at: "2026-02-01", type: "note", text: "n" }]);
			assert.equal(files.text(path()), original);
			end();
			await eventually(() => assert.ok(session.journal.ledger.get(first.entries[0]?.id ?? "")));
			assert.equal(files.text(path()), replanned);
			assert.equal(await counted(), 1);
		});

		it("and then fails is reported, and completed when it can be saved", async () => {
			const end = hold();
			const session = await open(3000);
			assert.equal((await make(session, change())).kind, "pending");
			files.failWrites((written) => (isPlan(written) ? full() : undefined));
			end();
			await eventually(async () => assert.equal((await make(session, change())).kind, "pending"));
			assert.equal(files.text(path()), original);
			assert.equal(await counted(), 0);
			files.failWrites(() => undefined);
			await finishPlanChange(session);
			assert.equal(files.text(path()), replanned);
			assert.equal(await counted(), 1);
		});

		it("is completed by the next window if this one is closed meanwhile", async () => {
			const end = hold();
			const session = await open(3000);
			assert.equal((await make(session, change())).kind, "pending");
			session.dispose();
			end();
			await eventually(() => assert.equal(files.text(path()), replanned));
			await finishPlanChange(await open());
			assert.equal(await counted(), 1);
		});
	});

	it("is made in one of two windows that try it at once, and not in the other", async () => {
		const [one, other] = [await open(), await open()];
		const outcomes = await Promise.all([
			make(one, change()),
			make(other, { swap: { before: original, after: original.replace("goal: 4", "goal: 7") }, entries: [entry("7")] }),
		]);
		const kinds = outcomes.map(({ kind }) => kind);
		assert.equal(kinds.filter((kind) => kind === "done").length, 1, kinds.join());
		assert.equal(files.text(path()), kinds[0] === "done" ? replanned : original.replace("goal: 4", "goal: 7"));
		assert.equal(await counted(), 1);
	});

	describe("that a reload interrupts", () => {
		/** Leaves a change as a window that ended before it was done. */
		async function leave(made: JournaledChange): Promise<void> {
			const session = await open();
			let text = "";
			await session.enqueueChange(async (ports) => {
				await ports.remember(writePending({ ...made, since: Date.now() - longAgo, owner: "gone" }));
				text = (await ports.remembered()) ?? "";
			});
			assert.notEqual(text, "");
		}

		it("before the plan was changed is not made", async () => {
			await leave(change());
			await finishPlanChange(await open());
			await assertNothing();
		});

		it("in the editor only is completed", async () => {
			const document = await shown();
			await leave(change());
			const edit = new vscode.WorkspaceEdit();
			edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), replanned);
			assert.ok(await vscode.workspace.applyEdit(edit));
			await finishPlanChange(await open());
			assert.equal(files.text(path()), replanned);
			assert.equal(await counted(), 1);
		});

		it("before the entry was saved is completed", async () => {
			await leave(change());
			files.put(path(), replanned);
			await finishPlanChange(await open());
			assert.equal(files.text(path()), replanned);
			assert.equal(await counted(), 1);
		});

		it("after both were saved is left as it is, also if it was undone since", async () => {
			const made = change();
			assert.equal((await make(await open(), made)).kind, "done");
			await leave(made);
			files.put(path(), original);
			await finishPlanChange(await open());
			assert.equal(files.text(path()), original);
			assert.equal(await counted(), 1);
		});

		it("and can't be completed is retried by the next window", async () => {
			await leave(change());
			files.put(path(), replanned);
			files.failWrites((written) => (written.startsWith(folder) ? full() : undefined));
			await finishPlanChange(await open());
			files.failWrites(() => undefined);
			await finishPlanChange(await open());
			assert.equal(files.text(path()), replanned);
			assert.equal(await counted(), 1);
		});
	});

	describe("can be undone", () => {
		async function undo(session: PlanSession, made: JournaledChange): Promise<ChangeOutcome["kind"]> {
			const voids = made.entries.map(
				({ id }): Entry => ({ id: `${id}-void`, at: "2026-02-01", type: "void", entry: id }),
			);
			return (await make(session, { swap: reversed(made.swap), entries: voids })).kind;
		}

		for (const [how, text, expected] of [
			["as it is", replanned, original],
			["where it was undone by hand", original, original],
			["where other lines were changed since", `# first\n${replanned}# last\n`, `# first\n${original}# last\n`],
			["where it was undone by hand and other lines were changed", `# first\n${original}`, `# first\n${original}`],
		] as const) {
			it(how, async () => {
				const session = await open();
				const made = change();
				assert.equal((await make(session, made)).kind, "done");
				files.put(path(), text);
				assert.equal(await undo(session, made), "done");
				assert.equal(files.text(path()), expected);
				assert.equal(await counted(), 0);
			});
		}

		it("but not if the same line was changed since, and then neither is changed", async () => {
			const session = await open();
			const made = change();
			assert.equal((await make(session, made)).kind, "done");
			const changed = replanned.replace("goal: 9", "goal: 12");
			files.put(path(), changed);
			assert.equal(await undo(session, made), "unsafe");
			assert.equal(files.text(path()), changed);
			assert.equal(await counted(), 1);
		});
	});

	it("is a separate step for Undo", async () => {
		const session = await open();
		assert.ok(
			await changePlan(session, { before: original, after: replanned }, [
				{ type: "plan", on: "talks", field: "goal", now: "9" },
			]),
		);
		assert.deepEqual(session.history.nextUndo(session.journal.ledger)?.plan, { before: original, after: replanned });
	});
});
