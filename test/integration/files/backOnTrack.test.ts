import { strict as assert } from "node:assert";
import * as vscode from "vscode";
import { FileMemento } from "../../../src/host/core/fileMemento.ts";
import { runBackOnTrack } from "../../../src/host/logging/backOnTrack/backOnTrackFlow.ts";
import { finishPlanChange } from "../../../src/host/logging/changePlan.ts";
import { PlanSession } from "../../../src/host/session/planSession.ts";
import { Formatter } from "../../../src/viewmodel/text/formatter.ts";
import { type Answer, Answers } from "../support/answers.ts";
import { eventually } from "../support/eventually.ts";
import { fixedClock } from "../support/fixedClock.ts";
import { MemoryFiles } from "../support/memoryFiles.ts";
import { MemoryMemento } from "../support/memoryMemento.ts";

/** Both were due in the past. */
const original = `start: 2026-01-05
targets:
  month 2:
    - { id: talks, title: Talks, needs: [lab] } # soon
    - { id: lab, title: Lab, needs: [talks] }
  month 3: [Paper, { id: hidden, title: Secret, private: true }]
`;
const later = original.replace("needs: [lab] }", "needs: [lab], when: by 2026-10 }");
const pick =
	(label: string): Answer =>
	() =>
		label;
const canceled: Answer = () => undefined;
/** Moves the talks, up to the question for a reason. */
const toLater = [pick("Talks"), pick("Later"), pick("Show the changes"), pick("Change the plan")];
const applied = [pick("Show the changes"), pick("Change the plan"), pick("Reorganisation")];

describe("getting back on track", () => {
	let files: MemoryFiles;
	let log: vscode.LogOutputChannel;
	let sessions: Array<PlanSession>;
	let folder: string;
	let folders = 0;

	before(() => {
		files = new MemoryFiles("waymark-track");
		log = vscode.window.createOutputChannel("Waymark back on track test", { log: true });
	});
	beforeEach(() => {
		folder = `/${++folders}`;
		sessions = [];
		files.put(path(), original);
	});
	afterEach(async () => {
		files.failWrites(() => undefined);
		vscode.Disposable.from(...sessions).dispose();
		for (const document of vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty)) {
			await vscode.window.showTextDocument(document);
			await vscode.commands.executeCommand("workbench.action.files.revert");
		}
		await vscode.commands.executeCommand("workbench.action.closeAllEditors");
	});
	after(() => vscode.Disposable.from(files, log).dispose());

	const path = () => `${folder}/roadmap.yaml`;

	async function open(): Promise<PlanSession> {
		const session: PlanSession = new PlanSession(files.uri(path()), log, fixedClock, {
			state: new MemoryMemento(),
			onChange: () => undefined,
			onLateWrite: () => void finishPlanChange(session),
			shared: new FileMemento(files.uri(`${folder}/storage`)),
		});
		sessions.push(session);
		await session.source();
		return session;
	}

	/** Runs the command with answers; all of them must be needed. Gives what was shown. */
	async function run(session: PlanSession, given: ReadonlyArray<Answer>, formatter = new Formatter("en")) {
		const source = (await session.sourceWithForecasts()) ?? assert.fail();
		const answers = new Answers([...given]);
		try {
			await runBackOnTrack(session, { ...source, formatter });
		} finally {
			answers.dispose();
		}
		assert.equal(answers.left, 0, answers.shown.join("\n\n"));
		return answers.shown;
	}

	const entries = async () =>
		(await open()).journal.ledger
			.between()
			.map(({ entry }) => (entry.type === "plan" ? `${entry.on} ${entry.now} ${entry.why}` : entry.type));
	/** The messages of a kind that work shows. Nobody answers those that offer something. */
	async function withMessages(
		kind: "showErrorMessage" | "showInformationMessage",
		work: () => Promise<void>,
	): Promise<ReadonlyArray<string>> {
		const shown = vscode.window[kind];
		const messages: Array<string> = [];
		Object.assign(vscode.window, { [kind]: async (message: string) => void messages.push(message) });
		try {
			await work();
		} finally {
			Object.assign(vscode.window, { [kind]: shown });
		}
		return messages;
	}

	async function assertNothing(text = original): Promise<void> {
		assert.equal(files.text(path()), text);
		assert.deepEqual(await entries(), []);
	}

	it("lists what is off, changes the plan with an entry, and changes nothing if it is canceled", async () => {
		const session = await open();
		for (const given of [
			[canceled],
			[pick("Talks"), canceled],
			[pick("Talks"), pick("Later"), canceled],
			[pick("Talks"), pick("Later"), pick("Show the changes"), canceled],
			[...toLater, canceled],
		]) {
			await run(session, given);
			await assertNothing();
		}
		const shown = await run(session, [pick("Talks"), pick("Later"), ...applied]);
		assert.deepEqual(
			shown[0]?.split("\n").map((line) => line.split(" |")[0]),
			["Get Back on Track", "Talks", "Lab", "Paper", "Secret"],
		);
		assert.match(shown[3] ?? "", /Talks \| Mar 4, 2026 → Oct 31, 2026/);
		assert.equal(files.text(path()), later);
		assert.deepEqual(await entries(), ["talks by 2026-10 Reorganisation"]);
	});

	it("starts from the unsaved text of an editor, and saves both", async () => {
		const document = await vscode.workspace.openTextDocument(files.uri(path()));
		const edit = new vscode.WorkspaceEdit();
		edit.insert(document.uri, new vscode.Position(0, 0), "# typed\n");
		assert.ok(await vscode.workspace.applyEdit(edit));
		await run(await open(), [pick("Talks"), pick("Later"), ...applied]);
		assert.equal(files.text(path()), `# typed\n${later}`);
		assert.equal((await entries()).length, 1);
	});

	it("changes nothing if the plan or the journal can't be written", async () => {
		const document = await vscode.workspace.openTextDocument(files.uri(path()));
		for (const name of ["roadmap.yaml", "roadmap.log"]) {
			files.failWrites((written) =>
				written.startsWith(`${folder}/${name}`) ? vscode.FileSystemError.NoPermissions(written) : undefined,
			);
			const messages = await withMessages("showErrorMessage", async () => {
				await run(await open(), [pick("Talks"), pick("Later"), ...applied]);
			}).finally(() => files.failWrites(() => undefined));
			assert.equal(messages.length, 1, messages.join());
			await eventually(() => assert.deepEqual([document.getText(), document.isDirty], [original, false]));
			await assertNothing();
		}
	});

	it("changes nothing if the file was changed on disk under unsaved changes, which stay", async () => {
		const document = await vscode.workspace.openTextDocument(files.uri(path()));
		const edit = new vscode.WorkspaceEdit();
		edit.insert(document.uri, new vscode.Position(0, 0), "# typed\n");
		assert.ok(await vscode.workspace.applyEdit(edit));
		const other = `# another machine\n${original}`;
		files.slip(path(), other);
		const messages = await withMessages("showErrorMessage", async () => {
			await run(await open(), [pick("Talks"), pick("Later"), ...applied]);
		});
		assert.match(messages.join("\n"), /^The plan couldn't be saved\./);
		assert.equal(messages.length, 1);
		assert.deepEqual([document.getText(), document.isDirty], [`# typed\n${original}`, true]);
		await assertNothing(other);
	});

	describe("of a plan with the marks of a merge conflict", () => {
		const conflicted = original.replace(
			/.*id: lab.*\n/,
			(line) => `<<<<<<< HEAD\n${line}=======\n${line.replace("Lab", "Labs")}>>>>>>> other\n`,
		);

		it("says why no way back can be taken", async () => {
			files.put(path(), conflicted);
			const shown = await run(await open(), [pick("Talks"), pick("Later"), pick("Drop it"), canceled]);
			const [, ...options] = shown[1]?.split("\n") ?? [];
			assert.ok(options.length > 1);
			for (const option of options)
				assert.match(option, /The plan has errors\. Fix them in the Problems view first\.$/);
			await assertNothing(conflicted);
		});

		it("changes nothing if the conflict comes while the changes are shown", async () => {
			const messages = await withMessages("showInformationMessage", async () => {
				await run(await open(), [
					...toLater,
					() => {
						files.put(path(), conflicted);
						return "Reorganisation";
					},
				]);
			});
			assert.match(messages.at(-1) ?? "", /^The plan has errors\./);
			await assertNothing(conflicted);
		});
	});

	it("says so if nothing is off track, or not what was asked about, such as an item without a date", async () => {
		files.put(path(), original.replace("  month 2:", "  year 1+: [{ id: free, title: Free, goal: 9 }]\n  month 2:"));
		const told = (only?: string) =>
			withMessages("showInformationMessage", async () => {
				const session = await open();
				await runBackOnTrack(session, (await session.sourceWithForecasts()) ?? assert.fail(), { only });
			});
		assert.deepEqual(await told("item:free"), ["Nothing is off track."]);
		files.put(path(), "start: 2026-01-05\ntargets: { year 1: [Fine], year 1+: [{ title: Free, goal: 9 }] }\n");
		assert.deepEqual(await told(), ["Nothing is off track."]);
	});

	it("computes and shows the changes again if another window has changed the plan meanwhile", async () => {
		const [one, other] = [await open(), await open()];
		const dropped = original.replace("needs: [talks] }", "needs: [talks], dropped: { on: 2026-07-01, why: Other } }");
		const shown = await run(one, [
			...toLater,
			async () => {
				await run(other, [
					pick("Lab"),
					pick("Drop it"),
					pick("Show the changes"),
					pick("Change the plan"),
					pick("Other"),
				]);
				return "Reorganisation";
			},
			pick("Change the plan"),
			pick("Again"),
		]);
		assert.match(shown.at(-2) ?? "", /^What would change\n/);
		assert.equal(files.text(path()), dropped.replace("needs: [lab] }", "needs: [lab], when: by 2026-10 }"));
		assert.deepEqual((await entries()).sort(), ["lab 2026-07-01 Other", "talks by 2026-10 Again"]);
	});

	it("says so if what was chosen is no longer off track when it is applied", async () => {
		const done = original.replace("title: Talks,", "title: Talks, dropped: { on: 2026-07-01 },");
		await run(await open(), [
			...toLater,
			() => {
				files.put(path(), done);
				return "Reorganisation";
			},
		]);
		await assertNothing(done);
	});

	it("lists nothing private in discreet mode, and shows no text of the plan", async () => {
		const discreet = new Formatter("en", true);
		const shown = await run(
			await open(),
			[
				pick("Talks"),
				pick("Later"),
				pick("Show the changes"),
				() => {
					const diffs = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs);
					assert.ok(!diffs.some(({ input }) => input instanceof vscode.TabInputTextDiff));
					return undefined;
				},
			],
			discreet,
		);
		assert.doesNotMatch(shown.join("\n"), /Secret/);
		await assertNothing();
	});

	it("shows the plan beside its new text, and closes that again", async () => {
		const tabs = () => vscode.window.tabGroups.all.flatMap((group) => group.tabs).map(({ label }) => label);
		await run(await open(), [
			pick("Talks"),
			pick("Later"),
			pick("Show the changes"),
			async () => {
				await eventually(() => assert.deepEqual(tabs(), ["roadmap.yaml: Back on Track"]));
				return undefined;
			},
		]);
		await eventually(() => assert.deepEqual(tabs(), []));
	});

	it("lists what can't be changed with the reason, and doesn't take it", async () => {
		const shared = "start: 2026-01-05\nx: &x { id: a, title: A }\ntargets: { month 2: [*x] }\n";
		files.put(path(), shared);
		const shown = await run(await open(), [pick("A"), pick("Later"), pick("Drop it"), canceled]);
		assert.match(shown[1] ?? "", /Later: .*The item is shared through an alias\. Edit the plan manually\./);
		await assertNothing(shared);
	});

	it("takes a way back as a promise of a review instead, also one that can't be made", async () => {
		const session = await open();
		const source = (await session.sourceWithForecasts()) ?? assert.fail();
		const promises: Array<object> = [];
		const answers = new Answers([
			pick("Talks"),
			pick("Later"),
			pick("Promise it in the review"),
			pick("Lab"),
			pick("Drop it"),
			pick("Promise it in the review"),
			canceled,
		]);
		await runBackOnTrack(session, source, { promise: async (promise) => void promises.push(promise) });
		answers.dispose();
		assert.deepEqual(promises, [
			{ text: "Talks: by Oct 31, 2026", on: "talks", due: "2026-10-31" },
			{ text: "Lab: drop it", on: "lab" },
		]);
		assert.doesNotMatch(answers.shown[3] ?? "", /Talks/);
		await assertNothing();
	});
});
