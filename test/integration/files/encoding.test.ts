import { strict as assert } from "node:assert";
import * as vscode from "vscode";
import { systemClock } from "../../../src/host/core/clock.ts";
import { writeErrorText } from "../../../src/host/core/fileErrorText.ts";
import { addUnionMerge } from "../../../src/host/journal/gitMerge.ts";
import { PlanSession } from "../../../src/host/session/planSession.ts";
import { makeChange } from "../../../src/journal/changeProtocol.ts";
import type { Entry } from "../../../src/journal/entry.ts";
import { MemoryFiles } from "../support/memoryFiles.ts";
import { MemoryMemento } from "../support/memoryMemento.ts";

const plan = "title: Größe\ntargets:\n  2026:\n    - { id: talks, title: Vorträge, goal: 4 }\n";
const swap = { before: plan, after: plan.replace("goal: 4", "goal: 9") };
const entry: Entry = { id: "1", at: "2026-02-01", type: "plan", on: "talks", field: "goal", now: "9" };

describe("a file in another encoding", () => {
	let files: MemoryFiles;
	let log: vscode.LogOutputChannel;
	let session: PlanSession | undefined;
	let folder: string;
	let folders = 0;

	before(() => {
		files = new MemoryFiles("waymark-encoding");
		log = vscode.window.createOutputChannel("Waymark encoding test", { log: true });
	});
	beforeEach(() => {
		folder = `/${++folders}`;
	});
	afterEach(async () => {
		session?.dispose();
		for (const document of vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty)) {
			await vscode.window.showTextDocument(document);
			await vscode.commands.executeCommand("workbench.action.files.revert");
		}
		await vscode.commands.executeCommand("workbench.action.closeAllEditors");
	});
	after(() => vscode.Disposable.from(files, log).dispose());

	function open(bytes: Uint8Array): PlanSession {
		const uri = files.put(`${folder}/roadmap.yaml`, bytes);
		session = new PlanSession(uri, log, systemClock, { state: new MemoryMemento(), onChange: () => undefined });
		return session;
	}

	const bytes = (path = `${folder}/roadmap.yaml`) => Uint8Array.from(files.readFile(files.uri(path)));

	/** Why the plan can't be read, as the first row of the view says it. */
	async function why(of: PlanSession): Promise<string | undefined> {
		const options = { grouping: "phase", filter: "all", week: 0 } as const;
		const { rows } = await of.view("roadmap", options, { all: [], active: undefined });
		return rows[0]?.label === "roadmap.yaml can't be read" ? rows[0].description : undefined;
	}

	for (const [name, content, expected] of [
		["Latin-1", latin1(plan), /^It's encoded in Windows-1252, not in UTF-8\./],
		["UTF-16", utf16(plan), /^It's encoded in UTF-16 LE, not in UTF-8\./],
		["UTF-16 with a mark", utf16(`\uFEFF${plan}`), /^It's encoded in UTF-16 LE, not in UTF-8\./],
		["UTF-8 with broken bytes", broken(plan, "Vorträge"), /^It isn't valid UTF-8: line 4 has invalid bytes\./],
	] as const) {
		it(`is reported by its name and never written: a plan in ${name}`, async () => {
			const opened = open(content);
			assert.match((await why(opened)) ?? "", expected);
			const outcome = await opened.enqueueChange((ports) => makeChange(ports, { swap, entries: [entry] }));
			assert.equal(outcome.kind, "not-saved");
			assert.match(writeErrorText("error" in outcome ? outcome.error : undefined), expected);
			assert.deepEqual(bytes(), content);
			assert.equal(opened.journal.ledger.get("1"), undefined);
		});

		it(`is reported while somebody types in it: a plan in ${name}`, async () => {
			const opened = open(content);
			const document = await vscode.workspace.openTextDocument(files.uri(`${folder}/roadmap.yaml`));
			const edit = new vscode.WorkspaceEdit();
			edit.insert(document.uri, new vscode.Position(0, 0), "# typed\n");
			assert.ok(await vscode.workspace.applyEdit(edit));
			assert.ok(document.isDirty);
			opened.reload();
			assert.notEqual(await why(opened), undefined);
		});

		it(`is read again once it is UTF-8: a plan in ${name}`, async () => {
			const opened = open(content);
			await why(opened);
			files.put(`${folder}/roadmap.yaml`, plan);
			opened.reload();
			assert.equal((await opened.plan())?.title, "Größe");
			assert.equal(await why(opened), undefined);
		});
	}

	it("is not reported: a plan in UTF-8 with a byte order mark, which it keeps", async () => {
		const opened = open(new TextEncoder().encode(`\uFEFF${plan}`));
		assert.equal((await opened.plan())?.title, "Größe");
		const outcome = await opened.enqueueChange((ports) => makeChange(ports, { swap, entries: [entry] }));
		assert.equal(outcome.kind, "done");
		assert.deepEqual(bytes(), new TextEncoder().encode(`\uFEFF${swap.after}`));
	});

	it("is not reported if only a setting names it: UTF-8 stays UTF-8", async () => {
		const settings = vscode.workspace.getConfiguration("files");
		await settings.update("encoding", "windows1252", vscode.ConfigurationTarget.Global);
		try {
			const opened = open(new TextEncoder().encode(plan));
			const outcome = await opened.enqueueChange((ports) => makeChange(ports, { swap, entries: [entry] }));
			assert.equal(outcome.kind, "done");
			assert.deepEqual(bytes(), new TextEncoder().encode(swap.after));
		} finally {
			await settings.update("encoding", undefined, vscode.ConfigurationTarget.Global);
		}
	});

	it("is never written: .gitattributes in Latin-1", async () => {
		const content = latin1("# für alle\n*.png binary\n");
		files.put(`${folder}/.gitattributes`, content);
		await assert.rejects(addUnionMerge(files.uri(folder), "roadmap"));
		assert.deepEqual(bytes(`${folder}/.gitattributes`), content);
	});

	it("is reported and kept: a journal in UTF-16, whose other files still count", async () => {
		const line = (id: string) => `${JSON.stringify({ id, at: "2026-02-01", type: "progress", on: "talks", add: 1 })}\n`;
		files.put(`${folder}/roadmap.log.jsonl`, utf16(line("a")));
		files.put(`${folder}/roadmap.log.laptop.jsonl`, line("b"));
		const opened = open(new TextEncoder().encode(plan));
		await opened.source();
		assert.deepEqual(
			opened.journal.unread().map(({ name, error }) => `${name}: ${error}`),
			["roadmap.log.jsonl: Error: the text is encoded in UTF-16 LE"],
		);
		assert.equal(opened.journal.ledger.on(["talks"]).length, 1);
		assert.deepEqual(bytes(`${folder}/roadmap.log.jsonl`), utf16(line("a")));
		files.put(`${folder}/roadmap.log.jsonl`, line("a"));
		await opened.journal.refresh(true);
		assert.deepEqual(opened.journal.unread(), []);
		assert.equal(opened.journal.ledger.on(["talks"]).length, 2);
	});
});

function latin1(text: string): Uint8Array {
	return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

function utf16(text: string): Uint8Array {
	return Uint8Array.from([...text].flatMap((letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8]));
}

/** A text in UTF-8 whose letter "ä" in a word has lost its second byte. */
function broken(text: string, word: string): Uint8Array {
	const end = text.indexOf(word) + word.indexOf("ä") + 1;
	const encode = (part: string) => [...new TextEncoder().encode(part)];
	return Uint8Array.from([...encode(text.slice(0, end)).slice(0, -1), ...encode(text.slice(end))]);
}
