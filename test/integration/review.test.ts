import { strict as assert } from "node:assert";
import * as vscode from "vscode";

import { exportCalendar } from "../../src/host/commands/exportCalendar.ts";
import { exportImpactRecord } from "../../src/host/commands/exportImpactRecord.ts";
import { FileMemento } from "../../src/host/core/fileMemento.ts";
import { offerReport } from "../../src/host/review/offerReport.ts";
import { ReviewDrafts } from "../../src/host/review/reviewDrafts.ts";
import { ReviewPanels } from "../../src/host/review/reviewPanels.ts";
import type { CommandContext } from "../../src/host/roadmap/commandContext.ts";
import { PlanSession } from "../../src/host/session/planSession.ts";
import type { EntryOf } from "../../src/journal/entry.ts";
import { buildReview, findOccurrence, type Review } from "../../src/review/review.ts";
import { emptyDraft } from "../../src/review/reviewDraft.ts";
import { eventually } from "./support/eventually.ts";
import { fixedClock } from "./support/fixedClock.ts";
import { MemoryFiles } from "./support/memoryFiles.ts";
import { MemoryMemento } from "./support/memoryMemento.ts";

const plan = `title: Way up
start: 2025-01-06
targets:
  year 1: [{id: books, title: Books, goal: 12}, {id: secret, title: Secret plan, private: true}]
checkpoints:
  - {id: half, title: Half, every: 6 months, until: year 1, questions: [Enough?]}
  - {id: ../../../out, title: Led astray, when: month 3}
`;
const line = (fields: object) => `${JSON.stringify(fields)}\n`;
const journal =
	line({ id: "1", at: "2025-03-01", type: "note", text: "A win to tell", on: "books" }) +
	line({ id: "2", at: "2025-03-02", type: "note", text: "A win to hide", on: "secret" });
const days = { from: "2025-01-06", to: "2025-12-31" };

const encode = (text: string) => new TextEncoder().encode(text);
const tabs = () =>
	vscode.window.tabGroups.all
		.flatMap((group) => group.tabs)
		.filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith("waymark.review"))
		.map(({ label }) => label);
const closeAll = () => vscode.commands.executeCommand("workbench.action.closeAllEditors");

describe("reviews on disk", () => {
	let folder: vscode.Uri;
	const inFolder = (name: string) => vscode.Uri.joinPath(folder, name);
	const textOf = async (name: string) => new TextDecoder().decode(await vscode.workspace.fs.readFile(inFolder(name)));

	before(async () => {
		folder = vscode.workspace.workspaceFolders?.[0]?.uri ?? assert.fail("no folder is open");
		await vscode.workspace.fs.writeFile(inFolder("roadmap.yaml"), encode(plan));
		await vscode.workspace.fs.writeFile(inFolder("roadmap.log.jsonl"), encode(journal));
		await vscode.extensions.getExtension("waymark.waymark")?.activate();
		await vscode.commands.executeCommand("waymark.refresh");
	});
	afterEach(closeAll);
	after(async () => {
		for (const name of ["roadmap.yaml", "roadmap.log.jsonl", "record.md", "record.csv", "dates.ics"]) {
			await vscode.workspace.fs.delete(inFolder(name)).then(undefined, () => undefined);
		}
		await vscode.commands.executeCommand("waymark.refresh");
	});

	const open = (given: unknown) => vscode.commands.executeCommand("waymark.openReview", given);
	const opened = (...labels: ReadonlyArray<string>) => eventually(() => assert.deepEqual(tabs(), labels));

	it("opens a page for the review that the arguments name, once", async () => {
		await open({ checkpoint: "half", occurrence: 1 });
		await opened("Half");
		await open({ checkpoint: "half", occurrence: 1 });
		await opened("Half");
		await open({ checkpoint: "half", occurrence: 2 });
		await opened("Half", "Half");
	});

	it("opens the next review to hold if only the checkpoint is named, and that of a row", async () => {
		await open({ checkpoint: "half" });
		await opened("Half");
		await closeAll();
		await open({ row: { command: { args: [{ checkpoint: "../../../out", occurrence: 1 }] } } });
		await opened("Led astray");
	});

	for (const given of [
		{ checkpoint: "nobody", occurrence: 1 },
		{ checkpoint: "nobody" },
		{ checkpoint: "half", occurrence: 99 },
		{ checkpoint: "half", occurrence: 0.5 },
		{ checkpoint: "__proto__" },
	]) {
		it(`reports that there is no such review: ${JSON.stringify(given)}`, async () => {
			await open(given);
			assert.deepEqual(tabs(), []);
		});
	}

	it("exports the impact record and the calendar without what is private", async () => {
		await vscode.commands.executeCommand("waymark.exportImpactRecord", {
			...{ format: "markdown", file: "record.md" },
			...days,
		});
		assert.match(await textOf("record.md"), /A win to tell/);
		assert.doesNotMatch(await textOf("record.md"), /hide|Secret/);
		const file = inFolder("record.csv").toString();
		await vscode.commands.executeCommand("waymark.exportImpactRecord", { format: "csv", file, ...days });
		assert.match(await textOf("record.csv"), /A win to tell/);
		assert.doesNotMatch(await textOf("record.csv"), /hide|Secret/);
		await vscode.commands.executeCommand("waymark.exportCalendar", { file: inFolder("dates.ics").path });
		assert.match(await textOf("dates.ics"), /^BEGIN:VCALENDAR\r\n/);
		assert.doesNotMatch(await textOf("dates.ics"), /Secret/);
	});
});

describe("reviews in a folder of a virtual file system", () => {
	const files = new MemoryFiles("waymark-review");
	const log = vscode.window.createOutputChannel("Waymark test", { log: true });
	let number = 0;
	let folder: string;
	let session: PlanSession;

	beforeEach(() => {
		folder = `/${++number}`;
		files.createDirectory(files.uri(folder));
		files.put(`${folder}/roadmap.yaml`, plan);
		files.put(`${folder}/roadmap.log.jsonl`, journal);
		session = new PlanSession(files.uri(`${folder}/roadmap.yaml`), log, fixedClock, {
			state: new MemoryMemento(),
			onChange: () => undefined,
		});
	});
	afterEach(async () => {
		session.dispose();
		await closeAll();
	});
	after(() => vscode.Disposable.from(files, log).dispose());

	it("exports beside the plan without what is private", async () => {
		const context = { roadmap: { current: async () => session } } as unknown as CommandContext;
		await exportImpactRecord(context, { format: "csv", file: "record.csv", ...days });
		await exportCalendar(context, { file: files.uri(`${folder}/dates.ics`).toString() });
		assert.match(files.text(`${folder}/record.csv`), /A win to tell/);
		assert.doesNotMatch(files.text(`${folder}/record.csv`), /hide|Secret/);
		assert.match(files.text(`${folder}/dates.ics`), /^BEGIN:VCALENDAR/);
		assert.doesNotMatch(files.text(`${folder}/dates.ics`), /Secret/);
	});

	it("keeps drafts separately for each review and plan, and drops one that can't be read", async () => {
		const memory = new FileMemento(files.uri(folder));
		const drafts = new ReviewDrafts(memory, "plan-a");
		const key = { checkpoint: "half", occurrence: 1 };
		assert.equal(await drafts.get(key), undefined);
		void drafts.set(key, { at: 1, draft: { ...emptyDraft, summary: "first" } });
		void drafts.set(key, { at: 2, draft: { ...emptyDraft, summary: "last" } });
		assert.equal((await drafts.get(key))?.draft.summary, "last");
		assert.equal((await new ReviewDrafts(memory, "plan-a").get(key))?.at, 2);
		assert.equal(await new ReviewDrafts(memory, "plan-b").get(key), undefined);
		assert.equal(await drafts.get({ ...key, occurrence: 2 }), undefined);
		const [name] = files.names(folder).filter((each) => each.startsWith("review-"));
		for (const broken of ["", "{", "null", '{"at":1,"draft":{"summary":5}}']) {
			files.put(`${folder}/${name}`, broken);
			assert.equal(await drafts.get(key), undefined, broken);
		}
		await drafts.set(key, { at: 3, draft: emptyDraft });
		await drafts.delete(key);
		assert.equal(await drafts.get(key), undefined);
	});

	it("restores a page that was open, once, and closes one whose state is empty", async () => {
		const { extensionUri } = vscode.extensions.getExtension("waymark.waymark") ?? assert.fail("not installed");
		const context = { extensionUri, globalStorageUri: files.uri(folder) } as unknown as vscode.ExtensionContext;
		const changed = new vscode.EventEmitter<void>();
		const panels = new ReviewPanels(context, session, log, changed.event);
		const restored = (state: unknown) => {
			const panel = vscode.window.createWebviewPanel("waymark.review", "Restored", vscode.ViewColumn.Active);
			let isClosed = false;
			panel.onDidDispose(() => {
				isClosed = true;
			});
			panels.restore(panel, state);
			return () => isClosed;
		};
		for (const state of [
			undefined,
			null,
			5,
			"half",
			[],
			{},
			{ checkpoint: "half" },
			{ checkpoint: 1, occurrence: 1 },
		]) {
			assert.ok(restored(state)(), JSON.stringify(state));
		}
		const isFirstClosed = restored({ checkpoint: "half", occurrence: 1, scroll: "far", draft: 7 });
		assert.ok(!isFirstClosed());
		assert.ok(restored({ checkpoint: "half", occurrence: 1 })());
		assert.ok(!isFirstClosed());
		vscode.Disposable.from(panels, changed).dispose();
		assert.ok(isFirstClosed());
	});

	describe("with a report for each", () => {
		const configuration = () => vscode.workspace.getConfiguration("waymark");
		before(() => configuration().update("writeReviewReports", "always", vscode.ConfigurationTarget.Global));
		after(() => configuration().update("writeReviewReports", undefined, vscode.ConfigurationTarget.Global));

		const reports = () => `${folder}/reviews`;
		const now = async (checkpoint: string): Promise<Review> => {
			const source = (await session.source()) ?? assert.fail("no plan");
			const found = findOccurrence(source, { checkpoint, occurrence: 1 }) ?? assert.fail("no review");
			return buildReview(source, found);
		};
		const hold = async (checkpoint: string, id: string, summary: string, replaces?: string): Promise<Review> => {
			const before = await now(checkpoint);
			const entry: EntryOf<"review"> = {
				...{ id, at: "2025-07-08", type: "review", checkpoint, occurrence: 1, summary },
				...(replaces === undefined ? {} : { replaces }),
			};
			await session.journal.append([entry]);
			return before;
		};

		it("writes the report, and updates it if nobody has changed it", async () => {
			const before = await hold("half", "r1", "A fine half");
			await offerReport(session, before);
			assert.deepEqual(files.names(reports()), ["2025-07-08-half.md"]);
			assert.match(files.text(`${reports()}/2025-07-08-half.md`), /A fine half/);
			assert.doesNotMatch(files.text(`${reports()}/2025-07-08-half.md`), /Secret/);
			await offerReport(session, await hold("half", "r2", "Better still", "r1"));
			assert.match(files.text(`${reports()}/2025-07-08-half.md`), /Better still/);
		});

		it("doesn't overwrite a file that was changed by hand", async () => {
			await offerReport(session, await hold("half", "r1", "A fine half"));
			const mine = `${files.text(`${reports()}/2025-07-08-half.md`)}\nMine\n`;
			files.put(`${reports()}/2025-07-08-half.md`, mine);
			// It asks, and nobody answers.
			void offerReport(session, await hold("half", "r2", "Better still", "r1"));
			await new Promise((resolve) => setTimeout(resolve, 500));
			assert.equal(files.text(`${reports()}/2025-07-08-half.md`), mine);
		});

		it("stays in its folder, whatever the ID of the checkpoint", async () => {
			await offerReport(session, await hold("../../../out", "r1", "Led astray"));
			assert.deepEqual(files.names(reports()), ["2025-07-08-out.md"]);
		});
	});
});
