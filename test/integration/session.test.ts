import { strict as assert } from "node:assert";
import * as vscode from "vscode";
import { TimeSlices } from "../../src/host/core/timeSlices.ts";
import type { FoundPlans } from "../../src/host/plan/planFinder.ts";
import { ForecastRunner } from "../../src/host/session/forecastRunner.ts";
import { PlanSession } from "../../src/host/session/planSession.ts";
import type { Snapshot } from "../../src/progress/snapshot.ts";
import type { ViewOptions } from "../../src/viewmodel/rows/viewOptions.ts";
import { eventually } from "./support/eventually.ts";
import { fixedClock } from "./support/fixedClock.ts";
import { MemoryFiles } from "./support/memoryFiles.ts";
import { MemoryMemento } from "./support/memoryMemento.ts";

const good = "title: Mine\nphases: [{title: One, when: 2026}, {title: Two, when: 2027+}]\n";

const options: ViewOptions = { grouping: "phase", filter: "all", week: 0 };
const plans: FoundPlans = { all: [], active: undefined };

describe("a session", () => {
	let files: MemoryFiles;
	let log: vscode.LogOutputChannel;
	let session: PlanSession | undefined;
	let changes: number;

	before(() => {
		files = new MemoryFiles("waymark-session");
		log = vscode.window.createOutputChannel("Waymark test", { log: true });
	});
	afterEach(() => session?.dispose());
	after(() => vscode.Disposable.from(files, log).dispose());

	function open(path: string): PlanSession {
		changes = 0;
		session = new PlanSession(files.uri(path), log, fixedClock, {
			state: new MemoryMemento(),
			onChange: () => changes++,
		});
		return session;
	}

	/** The rows at the top as `label: description`, and those under an open first one; once the journal has been read. */
	async function rows(of: PlanSession | undefined = session): Promise<ReadonlyArray<string>> {
		await of?.source();
		const { rows } = (await of?.view("roadmap", options, plans)) ?? assert.fail("no session");
		return rows.map(({ label, description }) => `${label}: ${description?.replace(/\s/g, " ")}`);
	}

	it("shows the plan and reports no problems", async () => {
		const uri = files.put("/roadmap.yaml", good);
		open("/roadmap.yaml");
		assert.deepEqual(await rows(), [
			"One: no goals yet · Jan 1 – Dec 31, 2026",
			"Two: no goals yet · from Jan 1, 2027",
		]);
		assert.deepEqual(vscode.languages.getDiagnostics(uri), []);
	});

	it("counts the journals next to the plan, also a copy of a sync tool", async () => {
		files.put("/j/roadmap.yaml", "title: a\ntargets: {2026: [{title: Talks, goal: 4}]}\n");
		const entry = (id: string) =>
			`${JSON.stringify({ id, at: "2026-02-01", type: "progress", on: "talks", add: 1 })}\n`;
		files.put("/j/roadmap.log.jsonl", entry("1"));
		files.put("/j/roadmap.log.sync-conflict-20260201.jsonl", entry("1") + entry("2"));
		files.put("/j/other.log.jsonl", entry("3"));
		const opened = open("/j/roadmap.yaml");
		await opened.source();
		const { rows } = await opened.view("roadmap", options, plans);
		assert.equal(rows[0]?.children?.()[0]?.accessibleName.split(", ")[3], "2 of 4");
	});

	it("shows rows without their forecasts, and sends a change event once they are known", async () => {
		files.put("/f/roadmap.yaml", "start: 2026-01-05\ntargets: {2026: [{id: talks, title: Talks, goal: 400}]}\n");
		const entry = (week: number) => {
			const at = new Date(Date.UTC(2026, 0, 5 + 7 * week)).toISOString().slice(0, 10);
			return JSON.stringify({ id: String(week + 10), at, type: "progress", on: "talks", add: 1 });
		};
		files.put("/f/roadmap.log.jsonl", `${Array.from({ length: 25 }, (_, week) => entry(week)).join("\n")}\n`);
		const opened = open("/f/roadmap.yaml");
		const row = async () => {
			const { rows } = await opened.view("roadmap", options, plans);
			return rows.flatMap((each) => [each, ...(each.children?.() ?? [])]).map(({ accessibleName }) => accessibleName);
		};
		// While the journal is read there is one row that says so.
		const first = await eventually(async () => {
			const names = await row();
			assert.match(names.join("\n"), /^Talks, target/m);
			return names.join("\n");
		});
		assert.match(first, /0 of 1 reached/);
		assert.doesNotMatch(first, /not at this rate|likely/);
		const before = changes;
		await eventually(() => assert.ok(changes > before, "a change event"));
		await eventually(async () => {
			const then = (await row()).join("\n");
			assert.match(then, /roadmap goal, 0 of 1 likely, 1 not at this rate/);
			assert.match(then, /^Talks, target, .*not at this rate/m);
		});
	});

	it("shows forecasts that are known while many others are computed", async () => {
		let computed = 0;
		const shownAt: Array<number> = [];
		const steps = function* (): Generator<void, boolean> {
			// About four seconds, which no number of items may keep the first forecasts back for.
			for (; computed < 200; computed++) {
				for (const end = performance.now() + 20; performance.now() < end; );
				yield;
			}
			return true;
		};
		const runner = new ForecastRunner(new TimeSlices(), () => shownAt.push(computed), log);
		runner.computeLater({ forecasts: { steps } } as unknown as Snapshot);
		await eventually(() => assert.equal(shownAt.at(-1), 200));
		runner.dispose();
		assert.ok(shownAt.length > 2 && (shownAt[0] ?? 200) < 100, shownAt.join());
	});

	it("watches a plan and a journal whose name contains glob characters", async () => {
		const name = "/odd/my [plan] {a,b}*";
		files.put(`${name}.yaml`, "title: a\n");
		open(`${name}.yaml`);
		await rows();
		files.put(`${name}.yaml`, "title: a\ntargets: {2026: [{title: Talks, goal: 4}]}\n");
		await eventually(async () => assert.match((await rows()).join("\n"), /^2026: 0%/m));
		const entry = { id: "1", at: "2026-02-01", type: "progress", on: "talks", add: 4 };
		files.put(`${name}.log.jsonl`, `${JSON.stringify(entry)}\n`);
		await eventually(async () => assert.match((await rows()).join("\n"), /^2026: 100%/m));
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

	it("doesn't use the file system while somebody types, and does when the file has changed", async () => {
		const uri = files.put("/asked/roadmap.yaml", good);
		open("/asked/roadmap.yaml");
		await rows();
		const document = await vscode.workspace.openTextDocument(uri);
		const type = async (title: string) => {
			const edit = new vscode.WorkspaceEdit();
			const line = document.lineAt(0).range;
			edit.replace(uri, line, `title: ${title}`);
			await vscode.workspace.applyEdit(edit);
			const before = changes;
			await eventually(() => assert.ok(changes > before, "the typed text is read"));
			await rows();
		};
		const asked = () => ["/asked/roadmap.yaml", "/asked/roadmap.yml"].map((path) => files.asked.get(path) ?? 0);
		await type("First");
		// What VS Code itself asks when a document becomes dirty is over by the second change.
		await type("Second");
		const before = asked();
		for (const title of ["a", "ab", "abc", "abcd"]) {
			await type(title);
		}
		// Under load, VS Code itself may ask once more for the first changes.
		const more = asked().map((count, index) => count - (before[index] ?? 0));
		assert.ok(
			more.every((count) => count <= 1),
			more.join(),
		);
		const beside = files.put("/asked/roadmap.yml", good);
		await eventually(() => assert.notDeepEqual(vscode.languages.getDiagnostics(beside), []));
		await vscode.window.showTextDocument(document);
		await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
	});

	it("keeps the last valid plan while the file is broken, and reports where", async () => {
		const uri = files.put("/broken/roadmap.yaml", good);
		open("/broken/roadmap.yaml");
		await rows();
		files.put("/broken/roadmap.yaml", "&a *a\n");
		session?.reload();
		await eventually(async () =>
			assert.deepEqual((await rows()).slice(0, 2), [
				"The plan can't be read: showing the last valid version",
				"One: no goals yet · Jan 1 – Dec 31, 2026",
			]),
		);
		const [problem] = vscode.languages.getDiagnostics(uri);
		assert.equal(problem?.source, "Waymark");
		assert.equal(problem?.code, "yaml");
		assert.equal(problem?.range.start.line, 0);
		files.put("/broken/roadmap.yaml", good);
		session?.reload();
		await eventually(() => assert.deepEqual(vscode.languages.getDiagnostics(uri), []));
	});

	for (const [name, content, expected, others = []] of [
		["an empty file", "", /^The plan can't be read: /, ["Start with a template...: undefined"]],
		["a file that is not YAML", "{{{", /^The plan can't be read: /],
		[
			"a binary file",
			new Uint8Array([0, 255, 254, 1, 2, 3, 0]),
			/^roadmap.yaml can't be read: It's encoded in Windows-1252/,
		],
		["a list instead of a map", "- one\n", /^The plan can't be read: /],
		[
			"20 MB of YAML",
			`title: a\n${"# padding\n".repeat(2 * 1024 * 1024)}`,
			/^roadmap.yaml can't be read: The file is 20\.0 MB; /,
		],
		["600 KB of YAML", `title: a\n${"# padding\n".repeat(60 * 1024)}`, /^The plan can't be read: /],
		["an alias bomb", bomb(), /^The plan can't be read: /],
	] as ReadonlyArray<readonly [string, string | Uint8Array<ArrayBuffer>, RegExp, ReadonlyArray<string>?]>) {
		it(`reports what is wrong with ${name}`, async () => {
			const folder = `/${name.replace(/\W/g, "-")}`;
			files.put(`${folder}/roadmap.yaml`, content);
			open(`${folder}/roadmap.yaml`);
			// On a busy machine, a row says first that the journal is being read.
			await eventually(async () => {
				const [row, ...rest] = await rows();
				assert.match(row ?? "", expected);
				assert.deepEqual(rest, others);
			});
		});
	}

	it("reports a folder of that name", async () => {
		files.createDirectory(files.uri("/folder/roadmap.yaml"));
		open("/folder/roadmap.yaml");
		assert.match((await rows())[0] ?? "", /^roadmap.yaml can't be read: A folder with this name is in the way/);
	});

	it("reports a file without read permission", async () => {
		files.put("/locked/roadmap.yaml", good);
		files.lock("/locked/roadmap.yaml");
		open("/locked/roadmap.yaml");
		assert.match((await rows())[0] ?? "", /^roadmap.yaml can't be read: You don't have permission to read this file/);
	});

	it("warns that roadmap.yml isn't read because there is a roadmap.yaml", async () => {
		files.put("/both/roadmap.yaml", good);
		const second = files.put("/both/roadmap.yml", "title: Other\n");
		open("/both/roadmap.yaml");
		assert.match((await rows())[0] ?? "", /^One: /);
		const [problem] = vscode.languages.getDiagnostics(second);
		assert.equal(problem?.code, "second-plan");
		assert.match(problem?.message ?? "", /roadmap\.yaml in the same folder is the plan/);
	});

	it("can be closed during a read", async function () {
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
		second.reload();
		answers.push(second.view("roadmap", options, plans), second.plan());
		second.dispose();
		await Promise.all(answers);
		await new Promise((resolve) => setImmediate(resolve));
		process.off("unhandledRejection", note);
		assert.deepEqual(rejected, []);
	});

	it("shows each file that can't be read in a separate row", async () => {
		files.createDirectory(files.uri("/rows/roadmap.yaml"));
		files.createDirectory(files.uri("/rows/roadmap.log.jsonl"));
		files.createDirectory(files.uri("/rows/roadmap.log.copy.jsonl"));
		const { rows } = await open("/rows/roadmap.yaml").view("roadmap", options, plans);
		assert.equal(new Set(rows.map(({ id }) => id)).size, 3);
	});

	it("sends a change event after the row for reading a journal, also if the plan is read last", async () => {
		const uri = files.put("/slow/roadmap.yaml", good);
		let go: () => void = () => assert.fail();
		const released = new Promise<void>((resolve) => {
			go = resolve;
		});
		const read = files.readFile.bind(files);
		const held = (of: vscode.Uri) => (of.path === uri.path ? released.then(() => read(of)) : read(of));
		Object.assign(files, { readFile: held });
		const first = await open("/slow/roadmap.yaml").view("roadmap", options, plans);
		assert.deepEqual(
			first.rows.map(({ label }) => label),
			["Reading the journal..."],
		);
		await session?.journal.settled();
		const told = changes;
		go();
		await eventually(() => assert.ok(changes > told));
		assert.match((await rows())[0] ?? "", /^One: /);
		Object.assign(files, { readFile: read });
	});

	it("drops a result that a newer one has overtaken", async () => {
		files.put("/stale/roadmap.yaml", good);
		open("/stale/roadmap.yaml");
		files.put("/stale/roadmap.yaml", good.replace("One", "Newer"));
		session?.reload();
		session?.reload();
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
