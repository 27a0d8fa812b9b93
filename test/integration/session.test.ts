import { strict as assert } from "node:assert";
import * as vscode from "vscode";
import { systemClock } from "../../src/host/clock.ts";
import type { Plans } from "../../src/host/planFinder.ts";
import { Session } from "../../src/host/session.ts";
import type { ViewOptions } from "../../src/present/viewOptions.ts";
import { eventually } from "./eventually.ts";
import { MemoryFiles } from "./memoryFiles.ts";
import { MemoryMemento } from "./memoryMemento.ts";

const good = "title: Mine\nphases: [{title: One, when: 2026}, {title: Two, when: 2027+}]\n";

const options: ViewOptions = { grouping: "phase", filter: "all", week: 0 };
const plans: Plans = { all: [], active: undefined };

describe("a session", () => {
	let files: MemoryFiles;
	let log: vscode.LogOutputChannel;
	let session: Session | undefined;
	let changes: number;

	before(() => {
		files = new MemoryFiles("waymark-session");
		log = vscode.window.createOutputChannel("Waymark test", { log: true });
	});
	afterEach(() => session?.dispose());
	after(() => vscode.Disposable.from(files, log).dispose());

	function open(path: string): Session {
		changes = 0;
		session = new Session(files.uri(path), log, systemClock, new MemoryMemento(), () => changes++);
		return session;
	}

	/** The rows at the top as `label: description`, and those under an open first one. */
	async function rows(of: Session | undefined = session): Promise<ReadonlyArray<string>> {
		const { rows } = (await of?.view("roadmap", options, plans)) ?? assert.fail("no session");
		return rows.map(({ label, description }) => `${label}: ${description?.replace(/\s/g, " ")}`);
	}

	it("shows the plan and says nothing about it in Problems", async () => {
		const uri = files.put("/roadmap.yaml", good);
		open("/roadmap.yaml");
		assert.deepEqual(await rows(), [
			"One: nothing to reach yet · Jan 1 – Dec 31, 2026",
			"Two: nothing to reach yet · from Jan 1, 2027",
		]);
		assert.deepEqual(vscode.languages.getDiagnostics(uri), []);
	});

	it("counts what the journals beside the plan say, also one that a sync tool left", async () => {
		files.put("/j/roadmap.yaml", "title: a\ntargets: {2026: [{title: Talks, goal: 4}]}\n");
		const entry = (id: string) =>
			`${JSON.stringify({ id, at: "2026-02-01", type: "progress", on: "talks", add: 1 })}\n`;
		files.put("/j/roadmap.log.jsonl", entry("1"));
		files.put("/j/roadmap.log.sync-conflict-20260201.jsonl", entry("1") + entry("2"));
		files.put("/j/other.log.jsonl", entry("3"));
		const { rows } = await open("/j/roadmap.yaml").view("roadmap", options, plans);
		assert.equal(rows[0]?.children?.()[0]?.accessibleName.split(", ")[3], "2 of 4");
	});

	it("follows a plan and a journal whose name has signs of a pattern", async () => {
		const name = "/odd/my [plan] {a,b}*";
		files.put(`${name}.yaml`, "title: a\n");
		open(`${name}.yaml`);
		await rows();
		files.put(`${name}.yaml`, "title: a\ntargets: {2026: [{title: Talks, goal: 4}]}\n");
		await eventually(async () => assert.match((await rows())[0] ?? "", /: 0 of 1 done$/));
		const entry = { id: "1", at: "2026-02-01", type: "progress", on: "talks", add: 4 };
		files.put(`${name}.log.jsonl`, `${JSON.stringify(entry)}\n`);
		await eventually(async () => assert.match((await rows())[0] ?? "", /: 1 of 1 done$/));
	});

	it("shows what is typed before it is saved", async () => {
		const uri = files.put("/typed/roadmap.yaml", good);
		open("/typed/roadmap.yaml");
		await rows();
		const document = await vscode.workspace.openTextDocument(uri);
		const edit = new vscode.WorkspaceEdit();
		edit.replace(
			uri,
			new vscode.Range(document.positionAt(good.indexOf("One")), document.positionAt(good.indexOf("One") + 3)),
			"Renamed",
		);
		await vscode.workspace.applyEdit(edit);
		assert.ok(document.isDirty);
		await eventually(async () => assert.match((await rows())[0] ?? "", /^Renamed: /));
		assert.ok(changes > 0);
		await vscode.window.showTextDocument(document);
		await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
		await eventually(async () => assert.match((await rows())[0] ?? "", /^One: /));
	});

	it("keeps the last good plan while the file is broken, and says where", async () => {
		const uri = files.put("/broken/roadmap.yaml", good);
		open("/broken/roadmap.yaml");
		await rows();
		files.put("/broken/roadmap.yaml", `${good}goal: [unclosed\n`);
		session?.read();
		assert.deepEqual((await rows()).slice(0, 2), [
			"The plan cannot be read: below is the last one that could",
			"One: nothing to reach yet · Jan 1 – Dec 31, 2026",
		]);
		const [problem] = vscode.languages.getDiagnostics(uri);
		assert.equal(problem?.source, "Waymark");
		assert.equal(problem?.code, "yaml");
		assert.equal(problem?.range.start.line, 3);
		files.put("/broken/roadmap.yaml", good);
		session?.read();
		await eventually(() => assert.deepEqual(vscode.languages.getDiagnostics(uri), []));
	});

	for (const [name, content, expected] of [
		["an empty file", "", /^The plan cannot be read: /],
		["a file that is not YAML", "{{{", /^The plan cannot be read: /],
		["a binary file", new Uint8Array([0, 255, 254, 1, 2, 3, 0]), /^The plan cannot be read: /],
		["a list instead of a map", "- one\n", /^The plan cannot be read: /],
		[
			"20 MB of YAML",
			`title: a\n${"# padding\n".repeat(2 * 1024 * 1024)}`,
			/^roadmap.yaml cannot be read: It has 20\.0 MB; /,
		],
		["600 KB of YAML", `title: a\n${"# padding\n".repeat(60 * 1024)}`, /^The plan cannot be read: /],
		["an alias bomb", bomb(), /^The plan cannot be read: /],
	] as const) {
		it(`says what is wrong with ${name}`, async () => {
			const folder = `/${name.replace(/\W/g, "-")}`;
			files.put(`${folder}/roadmap.yaml`, content);
			open(`${folder}/roadmap.yaml`);
			const [row, ...rest] = await rows();
			assert.match(row ?? "", expected);
			assert.deepEqual(rest, []);
		});
	}

	it("says what is wrong with a folder of that name", async () => {
		files.createDirectory(files.uri("/folder/roadmap.yaml"));
		open("/folder/roadmap.yaml");
		assert.match((await rows())[0] ?? "", /^roadmap.yaml cannot be read: It is a folder/);
	});

	it("says what is wrong with a file that may not be read", async () => {
		files.put("/locked/roadmap.yaml", good);
		files.lock("/locked/roadmap.yaml");
		open("/locked/roadmap.yaml");
		assert.match((await rows())[0] ?? "", /^roadmap.yaml cannot be read: You may not read it/);
	});

	it("warns where roadmap.yml is not read because roadmap.yaml is there", async () => {
		files.put("/both/roadmap.yaml", good);
		const second = files.put("/both/roadmap.yml", "title: Other\n");
		open("/both/roadmap.yaml");
		assert.match((await rows())[0] ?? "", /^One: /);
		const [problem] = vscode.languages.getDiagnostics(second);
		assert.equal(problem?.code, "second-plan");
		assert.match(problem?.message ?? "", /roadmap\.yaml beside it is the plan/);
	});

	it("can be closed while it is read", async function () {
		// The web host does not tell of what nobody caught.
		if (typeof process.on !== "function") this.skip();
		const rejected: Array<unknown> = [];
		const note = (reason: unknown) => rejected.push(reason);
		process.on("unhandledRejection", note);
		files.put("/closed/roadmap.yaml", good);
		files.put("/closed/roadmap.log.jsonl", "no entry\n");
		const first = open("/closed/roadmap.yaml");
		const answers: Array<Promise<unknown>> = [first.view("roadmap", options, plans), first.plan()];
		first.dispose();
		const second = open("/closed/roadmap.yaml");
		await second.view("roadmap", options, plans);
		second.read();
		answers.push(second.view("roadmap", options, plans), second.plan());
		second.dispose();
		await Promise.all(answers);
		await new Promise((resolve) => setImmediate(resolve));
		process.off("unhandledRejection", note);
		assert.deepEqual(rejected, []);
	});

	it("tells every file that cannot be read in a row of its own", async () => {
		files.createDirectory(files.uri("/rows/roadmap.yaml"));
		files.createDirectory(files.uri("/rows/roadmap.log.jsonl"));
		files.createDirectory(files.uri("/rows/roadmap.log.copy.jsonl"));
		const { rows } = await open("/rows/roadmap.yaml").view("roadmap", options, plans);
		assert.equal(new Set(rows.map(({ id }) => id)).size, 3);
	});

	it("drops a reading that a newer one has overtaken", async () => {
		files.put("/stale/roadmap.yaml", good);
		open("/stale/roadmap.yaml");
		files.put("/stale/roadmap.yaml", good.replace("One", "Newer"));
		session?.read();
		session?.read();
		assert.match((await rows())[0] ?? "", /^Newer: /);
	});
});

function bomb(): string {
	const lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"];
	for (let level = 1; level < 30; level++) {
		lines.push(
			`a${level}: &a${level} [${Array(10)
				.fill(`*a${level - 1}`)
				.join(", ")}]`,
		);
	}
	return lines.join("\n");
}
