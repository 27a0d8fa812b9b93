import { strict as assert } from "node:assert";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as vscode from "vscode";
import { systemClock } from "../../../src/host/core/clock.ts";
import { editText } from "../../../src/host/core/editText.ts";
import { writeErrorText } from "../../../src/host/core/fileErrorText.ts";
import { FileWriter } from "../../../src/host/core/fileWriter.ts";
import { needsGitMerge } from "../../../src/host/journal/gitMerge.ts";
import type { FoundPlans } from "../../../src/host/plan/planFinder.ts";
import { PlanSession } from "../../../src/host/session/planSession.ts";
import { makeChange } from "../../../src/journal/changeProtocol.ts";
import type { ViewOptions } from "../../../src/viewmodel/rows/viewOptions.ts";
import { progress } from "../support/journalFolder.ts";
import { MemoryMemento } from "../support/memoryMemento.ts";

const options: ViewOptions = { grouping: "phase", filter: "all", week: 0 };
const plans: FoundPlans = { all: [], active: undefined };
/** More than there are threads for files: what waits for one of them would hold all. */
const manyTimes = 10;

describe("pipes and links beside the plan", () => {
	let folder: string;
	let log: vscode.LogOutputChannel;
	let session: PlanSession | undefined;

	before(function () {
		if (process.platform === "win32") this.skip();
		log = vscode.window.createOutputChannel("Waymark test", { log: true });
	});
	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), "waymark-"));
	});
	afterEach(() => {
		session?.dispose();
		rmSync(folder, { recursive: true, force: true });
	});
	after(() => log?.dispose());

	const at = (name: string) => join(folder, name);
	const pipe = (name: string) => void execFileSync("mkfifo", [at(name)]);
	const write = (name: string, text: string) => writeFileSync(at(name), text);

	function open(): PlanSession {
		session = new PlanSession(vscode.Uri.file(at("roadmap.yaml")), log, systemClock, {
			state: new MemoryMemento(),
			onChange: () => undefined,
		});
		return session;
	}

	async function rows(): Promise<ReadonlyArray<string>> {
		const { rows } = (await session?.view("roadmap", options, plans)) ?? assert.fail("no session");
		return rows.map(({ label, description }) => `${label}: ${description}`);
	}

	for (const [what, set] of [
		["a pipe", (name: string) => pipe(name)],
		["a link to a device", (name: string) => symlinkSync("/dev/zero", at(name))],
	] as const) {
		it(`are reported and block nothing: the plan as ${what}`, async () => {
			set("roadmap.yaml");
			open();
			for (let times = 0; times < manyTimes; times++) {
				session?.reload();
				assert.match((await rows())[0] ?? "", /^roadmap.yaml can't be read: It isn't a regular file\./);
			}
			write("other", "goes on");
			assert.equal(String(await vscode.workspace.fs.readFile(vscode.Uri.file(at("other")))), "goes on");
		});

		it(`are reported and block nothing: the journal as ${what}`, async () => {
			write("roadmap.yaml", "title: Mine\n");
			set("roadmap.log.jsonl");
			set("roadmap.log.copy.jsonl");
			const { journal } = open();
			for (let times = 0; times < manyTimes; times++) {
				await journal.refresh(true);
				assert.equal((await rows()).filter((row) => /can't be read: It isn't a regular file\./.test(row)).length, 2);
				await assert.rejects(journal.append([progress("a")]));
			}
			write("other", "goes on");
			assert.equal(String(await vscode.workspace.fs.readFile(vscode.Uri.file(at("other")))), "goes on");
		});

		it(`are not read for git: .gitattributes as ${what}`, async () => {
			write("roadmap.yaml", "title: Mine\n");
			write(".git", "");
			set(".gitattributes");
			for (let times = 0; times < manyTimes; times++) {
				assert.equal(await needsGitMerge(vscode.Uri.file(at("roadmap.yaml"))), false);
			}
		});
	}

	it("are not written through by the editor: the plan as a link", async () => {
		write("theirs", "title: Theirs\n");
		symlinkSync(at("theirs"), at("roadmap.yaml"));
		const edit = () => [{ start: 0, end: 0, text: "# mine\n" }];
		await assert.rejects(
			editText(new FileWriter(), vscode.Uri.file(at("roadmap.yaml")), edit),
			/^Error: roadmap\.yaml is a link, /,
		);
		assert.equal(readFileSync(at("theirs"), "utf8"), "title: Theirs\n");
		rmSync(at("roadmap.yaml"));
		write("roadmap.yaml", "title: Mine\n");
		assert.equal(await editText(new FileWriter(), vscode.Uri.file(at("roadmap.yaml")), edit), undefined);
		assert.equal(readFileSync(at("roadmap.yaml"), "utf8"), "# mine\ntitle: Mine\n");
	});

	it("are checked before each reading: a plan that has become huge since it was shown", async () => {
		write("roadmap.yaml", "title: Mine\n");
		const opened = open();
		assert.equal((await opened.plan())?.title, "Mine");
		truncateSync(at("roadmap.yaml"), 40 * 2 ** 20);
		const uri = vscode.Uri.file(at("roadmap.yaml"));
		const edit = () => [{ start: 0, end: 0, text: "# mine\n" }];
		await assert.rejects(editText(new FileWriter(), uri, edit), /^Error: The file is 40\.0 MB; the limit is 512 KB\./);
		const swap = { before: "title: Mine\n", after: "title: Yours\n" };
		const outcome = await opened.enqueueChange((ports) => makeChange(ports, { swap, entries: [progress("a")] }));
		assert.equal(outcome.kind, "not-saved");
		const why = writeErrorText("error" in outcome ? outcome.error : undefined);
		assert.match(why, /^The file is 40\.0 MB; the limit is 512 KB\./);
		assert.equal(opened.journal.ledger.size, 0);
		assert.ok(!vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri.toString()));
	});
});
