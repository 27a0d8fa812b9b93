import { strict as assert } from "node:assert";
import * as vscode from "vscode";
import { FileMemento } from "../../../src/host/core/fileMemento.ts";
import { EditWatcher } from "../../../src/host/evidence/editWatcher.ts";
import { pickSitting, promptSitting } from "../../../src/host/logging/evidence/promptSitting.ts";
import { PlanSession } from "../../../src/host/session/planSession.ts";
import { type Commit, commitEvidence, commitKeys } from "../../../src/logging/evidence/commit.ts";
import { evidenceProposals } from "../../../src/logging/evidence/evidenceProposals.ts";
import { type Answer, Answers } from "../support/answers.ts";
import { eventually } from "../support/eventually.ts";
import { fixedClock } from "../support/fixedClock.ts";
import { MemoryFiles } from "../support/memoryFiles.ts";
import { MemoryMemento } from "../support/memoryMemento.ts";

const plan = `start: 2026-01-05
commitments:
  - { id: writing, title: Writing, hours: 3 }
targets:
  year 1:
    - { id: talks, title: Talks given, goal: 4 }
`;
/** Three hours and two and a half before the fixed clock. */
const commits = (["Draft the talk", "$(trash) [x](command:y) `z`\u202e"] as const).map(
	(message, index): Commit => ({
		...{ hash: `h${index}`, repository: "app", message },
		authored: fixedClock.now() - (180 - index * 30) * 60_000,
	}),
);
const note = "Draft the talk; $(trash) [x](command:y) `z`";
const evidence = commits.map(commitEvidence);

const pick =
	(label: string): Answer =>
	() =>
		label;
/** Accepts what is typed already. */
const same: Answer = ({ value }) => value;

describe("a sitting of commits", () => {
	const files = new MemoryFiles("waymark-sitting");
	const log = vscode.window.createOutputChannel("Waymark sitting test", { log: true });
	let session: PlanSession;
	let folder: string;
	let number = 0;

	beforeEach(async () => {
		folder = `/${++number}`;
		files.put(`${folder}/roadmap.yaml`, plan);
		session = new PlanSession(files.uri(`${folder}/roadmap.yaml`), log, fixedClock, {
			state: new MemoryMemento(),
			onChange: () => undefined,
			shared: new FileMemento(files.uri(`${folder}/storage`)),
		});
		await session.source();
	});
	afterEach(() => session.dispose());
	after(() => vscode.Disposable.from(files, log).dispose());

	const source = async () => (await session.source()) ?? assert.fail();
	const proposals = async (ignored: ReadonlyArray<string> = []) =>
		evidenceProposals(commits, await source(), { ignored: new Set(ignored), before: 30 });

	/** Picks the sitting, and answers what is asked about it. Gives what was shown. */
	async function review(...given: ReadonlyArray<Answer>): Promise<ReadonlyArray<string>> {
		const answers = new Answers([pick("about"), ...given]);
		try {
			const picked = await pickSitting(await proposals(), await source(), session);
			assert.ok(picked && picked !== "repositories");
			await promptSitting(picked, { session, source: await source() });
		} finally {
			answers.dispose();
		}
		assert.equal(answers.left, 0, answers.shown.join("\n\n"));
		return answers.shown;
	}

	const logged = () =>
		session.journal.ledger.between().map(({ entry }) => {
			const { id, at, logged: _, name, ...rest } = entry as unknown as Readonly<Record<string, unknown>>;
			return rest;
		});

	it("shows hostile messages as text, and logs nothing if it is canceled", async () => {
		const [list] = await review(() => undefined);
		assert.match(
			list ?? "",
			/about 1 h · app \| Today · 2 commits \| Draft the talk; \$\u2060\(trash\) \[x\]\u2060\(command:y\) `z`$/m,
		);
		assert.deepEqual(logged(), []);
	});

	it("is logged as time on what is chosen, once or from now on by a rule of the plan", async () => {
		await review(pick("Log it on something else"), pick("Writing"), pick("Always, for app"));
		const [entry, ...others] = logged();
		assert.deepEqual(entry, { type: "time", on: "writing", minutes: 60, note, evidence });
		// The change of the plan.
		assert.deepEqual(
			others.map(({ type, field }) => [type, field]),
			[["plan", "evidence"]],
		);
		assert.deepEqual(await proposals(), []);
		const text = files.text(`${folder}/roadmap.yaml`);
		assert.match(text, /\{ id: writing, title: Writing, hours: 3, evidence: \{ repo: app \} \}/);
	});

	it("is logged on something else than a rule of the plan says, and goes to the rule to change it", async () => {
		files.put(`${folder}/roadmap.yaml`, `${plan}    - { id: other, title: Other, evidence: { repo: app } }\n`);
		await session.reloadPlan();
		const { executeCommand } = vscode.commands;
		const opened: Array<unknown> = [];
		Object.assign(vscode.commands, {
			executeCommand: async (...args: ReadonlyArray<unknown>) => void opened.push(args),
		});
		try {
			const shown = await review(
				pick("Log it on something else"),
				pick("Writing"),
				pick("Then change the evidence rule"),
			);
			assert.match(shown[0] ?? "", /→ Other \(by a rule of the plan\)/);
		} finally {
			Object.assign(vscode.commands, { executeCommand });
		}
		assert.deepEqual(opened, [["waymark.openPlan", (await source()).plan.byId.get("other")]]);
		assert.deepEqual(
			logged().map(({ on }) => on),
			["writing"],
		);
	});

	it("is logged as of now if its clock was ahead", async () => {
		const [commit = assert.fail()] = commits;
		const ahead = { ...commit, authored: fixedClock.now() + 3 * 3_600_000 };
		const options = { ignored: new Set<string>(), before: 30 };
		const [proposal = assert.fail()] = evidenceProposals([ahead], await source(), options);
		const answers = new Answers([pick("30 min")]);
		try {
			await promptSitting({ ...proposal, on: "writing", why: "before" }, { session, source: await source() });
		} finally {
			answers.dispose();
		}
		assert.equal(session.journal.ledger.between()[0]?.entry.at.slice(0, 16), "2026-07-01T12:00");
	});

	it("is logged with another length and note", async () => {
		await review(pick("Change the length"), pick("Writing"), pick("25m"), same, pick("Only the talk"));
		assert.deepEqual(logged(), [{ type: "time", on: "writing", minutes: 25, note: "Only the talk", evidence }]);
		assert.deepEqual(await proposals(), []);
	});

	it("is logged as progress, with its commits", async () => {
		await review(pick("Log progress instead"), pick("Talks given"), pick("+1"), same, same);
		assert.deepEqual(logged(), [{ type: "progress", on: "talks", add: 1, note, evidence }]);
		assert.deepEqual(await proposals(), []);
	});

	it("is never proposed again once it is ignored", async () => {
		const keys: Array<string> = [];
		const { ignore } = session.inbox;
		session.inbox.ignore = async (more) => {
			keys.push(...more);
			await ignore.call(session.inbox, more);
		};
		await review(pick("Ignore"));
		assert.deepEqual(keys, evidence.flatMap(commitKeys));
		assert.deepEqual([await proposals(keys), logged()], [[], []]);
	});
});

describe("edits as evidence", () => {
	const files = new MemoryFiles("waymark-edits");
	const folder = files.uri("/app");
	const settings = () => vscode.workspace.getConfiguration("waymark");
	let now = fixedClock.now();
	let isTimerRunning = false;
	let changes = 0;
	let watcher: EditWatcher;

	before(async () => {
		for (const path of ["/app/talk.md", "/application/other.md"]) files.put(path, "");
		await settings().update("evidence.repositories", [folder.toString()], true);
		watcher = new EditWatcher({ now: () => now, isTimerRunning: () => isTimerRunning, onChange: () => changes++ });
	});
	after(async () => {
		watcher.dispose();
		await settings().update("evidence.repositories", undefined, true);
		// None is left with changes: without its file system it could be neither saved nor closed.
		for (const document of vscode.workspace.textDocuments.filter(({ uri }) => uri.scheme === folder.scheme)) {
			await document.save();
		}
		await vscode.commands.executeCommand("workbench.action.closeAllEditors");
		files.dispose();
	});

	/** Edits a file every ten minutes. */
	async function edit(path: string, minutes: number): Promise<void> {
		const document = await vscode.workspace.openTextDocument(files.uri(path));
		for (const end = now + minutes * 60_000; now < end; now += 10 * 60_000) {
			const edit = new vscode.WorkspaceEdit();
			edit.insert(document.uri, new vscode.Position(0, 0), "x");
			const { version } = document;
			await vscode.workspace.applyEdit(edit);
			await eventually(() => assert.ok(document.version > version));
		}
	}

	it("are nothing in other folders, while a timer runs, and for less than an hour", async () => {
		await edit("/application/other.md", 120);
		isTimerRunning = true;
		const begin = now;
		await edit("/app/talk.md", 120);
		isTimerRunning = false;
		assert.deepEqual([watcher.free.sittings(), changes], [[], 0]);
		assert.deepEqual(watcher.all.filesBetween(begin, now), ["talk.md"]);
		now += 180 * 60_000;
		await edit("/app/talk.md", 60);
		assert.deepEqual([watcher.free.sittings(), changes], [[], 0]);
	});

	it("become a sitting after an hour", async () => {
		await edit("/app/talk.md", 10);
		const [sitting, ...others] = watcher.free.sittings();
		assert.deepEqual(
			[sitting?.repository, sitting?.minutes, sitting?.files, others, changes],
			["app", 60, ["talk.md"], [], 1],
		);
	});
});
