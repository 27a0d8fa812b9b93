import { strict as assert } from "node:assert";
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { basename, join } from "node:path";
import * as vscode from "vscode";
import { planStem } from "../../src/host/core/planFileName.ts";
import { PlanFinder } from "../../src/host/plan/planFinder.ts";
import { eventually } from "./support/eventually.ts";

describe("the plan finder", () => {
	let root: string;
	let elsewhere: string;
	let finder: PlanFinder;
	let memory: Map<string, unknown>;
	/** The sample's plan, put aside while a test needs a folder without one. */
	let asides: Array<() => void>;

	beforeEach(() => {
		root = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? assert.fail("no folder is open");
		elsewhere = mkdtempSync(join(tmpdir(), "waymark-"));
		asides = ["roadmap.yaml", "roadmap.yml"].map((name) => putAside(join(root, name)));
		memory = new Map();
		finder = newFinder();
	});
	afterEach(async () => {
		finder.dispose();
		await setPlan(undefined);
		for (const bringBack of asides) {
			bringBack();
		}
		rmSync(elsewhere, { recursive: true, force: true });
	});

	it("finds nothing if there is no plan", async () => {
		const { all, active } = await finder.find();
		assert.deepEqual({ all, active }, { all: [], active: undefined });
	});

	it("tells the folder whose journal lies there without a plan, until there is one", async () => {
		const folder = vscode.workspace.workspaceFolders?.[0]?.uri ?? assert.fail();
		const bringBack = putAside(join(root, "roadmap.log.jsonl"));
		try {
			writeFileSync(join(root, "roadmap.log.jsonl"), "");
			assert.deepEqual(await finder.find(), { all: [], active: undefined, deserted: folder });
			writeFileSync(join(root, "roadmap.yml"), "");
			assert.equal((await finder.find()).deserted, undefined);
		} finally {
			bringBack();
		}
	});

	for (const [written, expected] of [
		[["roadmap.yaml"], "roadmap.yaml"],
		[["roadmap.yml"], "roadmap.yml"],
		[["roadmap.yml", "roadmap.yaml"], "roadmap.yaml"],
	] as const) {
		it(`finds ${expected} if a folder has ${written.join(" and ")}`, async () => {
			for (const name of written) {
				writeFileSync(join(root, name), "");
			}
			assert.deepEqual(await names(), { all: [expected], active: expected });
		});
	}

	it("uses the plan of the setting if no folder has one, and keeps it when a folder gets one", async () => {
		await setPlan(join(elsewhere, "career.yaml"));
		assert.deepEqual(await names(), { all: ["career.yaml"], active: "career.yaml" });
		writeFileSync(join(root, "roadmap.yaml"), "");
		assert.deepEqual(await names(), { all: ["roadmap.yaml", "career.yaml"], active: "roadmap.yaml" });
	});

	it("lists a plan once if both the setting and a folder have it", async () => {
		writeFileSync(join(root, "roadmap.yaml"), "");
		await setPlan(join(root, "roadmap.yaml"));
		assert.deepEqual(await names(), { all: ["roadmap.yaml"], active: "roadmap.yaml" });
	});

	it("remembers the choice, and that there was one", async () => {
		writeFileSync(join(root, "roadmap.yaml"), "");
		await setPlan(join(elsewhere, "career.yaml"));
		const [, career] = (await finder.find()).all;
		assert.ok(career);
		let changes = 0;
		finder.onDidChange(() => changes++);
		await finder.choose(career);
		assert.equal(changes, 1);
		assert.equal((await names()).active, "career.yaml");
		finder.dispose();
		finder = newFinder();
		assert.equal((await names()).active, "career.yaml");
		// A choice that is there no more does not stand in the way.
		await setPlan(undefined);
		assert.equal((await names()).active, "roadmap.yaml");
	});

	for (const [written, expected] of [
		["~/career/roadmap.yaml", vscode.Uri.file(join(homedir(), "career", "roadmap.yaml")).toString()],
		["  /plans/my plan.yaml ", "file:///plans/my%20plan.yaml"],
		["vscode-vfs://github/ann/career/roadmap.yaml", "vscode-vfs://github/ann/career/roadmap.yaml"],
		["career/roadmap.yaml", undefined],
		["~", undefined],
		["scheme:////no-authority", undefined],
	] as const) {
		it(`understands ${JSON.stringify(written)}`, async () => {
			await setPlan(written);
			assert.equal((await finder.find()).active?.toString(), expected);
		});
	}

	it("notices that a plan is created or deleted, in a folder and at the path of the setting", async function () {
		this.timeout(120_000);
		mkdirSync(join(elsewhere, "plans"));
		await setPlan(join(elsewhere, "plans", "career.yaml"));
		await finder.find();
		let changes = 0;
		finder.onDidChange(() => changes++);
		for (const file of [join(root, "roadmap.yaml"), join(elsewhere, "plans", "career.yaml")]) {
			for (const isThere of [true, false]) {
				// Repeated until VS Code watches; slowly, since what happens at once makes one event or none.
				await eventually(async () => {
					if (existsSync(file) === isThere) toggle(file);
					await new Promise((resolve) => setTimeout(resolve, 500));
					changes = 0;
					toggle(file);
					await eventually(() => assert.ok(changes > 0), 3000);
				}, 25_000);
			}
		}
	});

	it("notices that the setting has changed", async () => {
		let changes = 0;
		finder.onDidChange(() => changes++);
		await setPlan(join(elsewhere, "career.yaml"));
		await eventually(() => assert.equal(changes, 1));
	});

	it("knows the prefix of a journal's name", () => {
		assert.deepEqual(
			["roadmap.yaml", "roadmap.yml", "my.career.YAML", "plan"].map((name) =>
				planStem(vscode.Uri.file(`/a.yaml/${name}`)),
			),
			["roadmap", "roadmap", "my.career", "plan"],
		);
	});

	function newFinder(): PlanFinder {
		const memento: vscode.Memento = {
			keys: () => [...memory.keys()],
			get: (key: string) => memory.get(key) as never,
			update: async (key, value) => void memory.set(key, value),
		};
		return new PlanFinder(memento);
	}

	async function names() {
		const { all, active } = await finder.find();
		return { all: all.map(({ path }) => basename(path)), active: active && basename(active.path) };
	}
});

/** Makes a file, or takes it away where it is there. */
function toggle(file: string): void {
	if (existsSync(file)) {
		rmSync(file);
	} else {
		writeFileSync(file, "");
	}
}

/** Gives a file another name, or removes what comes in its place, until it is brought back. */
function putAside(file: string): () => void {
	const aside = `${file}.aside`;
	try {
		renameSync(file, aside);
	} catch {
		return () => rmSync(file, { force: true });
	}
	return () => renameSync(aside, file);
}

async function setPlan(path: string | undefined): Promise<void> {
	await vscode.workspace.getConfiguration("waymark").update("plan", path, vscode.ConfigurationTarget.Global);
}
