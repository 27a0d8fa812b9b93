import { strict as assert } from "node:assert";
import * as vscode from "vscode";
import type { WaymarkApi } from "../../src/api/waymarkApi.ts";
import { viewIds } from "../../src/viewmodel/rows/viewOptions.ts";
import { eventually } from "./support/eventually.ts";

const id = "waymark.waymark";

function extension(): vscode.Extension<unknown> {
	return vscode.extensions.getExtension(id) ?? assert.fail(`${id} is not installed`);
}

function inWorkspace(name: string): vscode.Uri {
	const folder = vscode.workspace.workspaceFolders?.[0] ?? assert.fail("no folder is open");
	return vscode.Uri.joinPath(folder.uri, name);
}

describe("the extension", () => {
	before(() => extension().activate());

	it("registers every command that its manifest contributes, and no other", async () => {
		const contributed: ReadonlyArray<{ readonly command: string }> = extension().packageJSON.contributes.commands;
		const registered = (await vscode.commands.getCommands(true)).filter(
			// VS Code itself makes commands from the ids of views and containers.
			(command) =>
				command.startsWith("waymark.") &&
				!viewIds.some((id) => command.startsWith(`waymark.${id}.`)) &&
				!command.includes("resetViewContainer"),
		);
		assert.deepEqual(registered.sort(), contributed.map(({ command }) => command).sort());
	});

	it("finds a plan that is created while the window is open, and publishes its problems", async () => {
		const plan = inWorkspace("roadmap.yaml");
		await vscode.workspace.fs.writeFile(plan, new TextEncoder().encode("title: a\nphases: [{title: b, when: soon}]\n"));
		try {
			await eventually(() => {
				const [problem] = vscode.languages.getDiagnostics(plan);
				assert.equal(problem?.code, "bad-period");
				assert.deepEqual(problem?.range, new vscode.Range(1, 26, 1, 30));
			}, 10_000);
		} finally {
			await vscode.workspace.fs.delete(plan);
		}
		await eventually(() => assert.deepEqual(vscode.languages.getDiagnostics(plan), []), 10_000);
	});

	it("logs what a fix of the light bulb takes out of the plan, here of a part", async () => {
		const plan = inWorkspace("roadmap.yaml");
		const { fs } = vscode.workspace;
		const read = async (uri: vscode.Uri) => new TextDecoder().decode(await fs.readFile(uri));
		// Without a disk, the window writes to a file of its own.
		const journals = async () => {
			const files = await fs.readDirectory(inWorkspace("."));
			const names = files.map(([name]) => name).filter((name) => name.startsWith("roadmap.log"));
			return new Map(await Promise.all(names.map(async (name) => [name, await read(inWorkspace(name))] as const)));
		};
		const before = await journals();
		const text = `title: a
start: 2026-01-05
targets:
  year 1:
    - title: Course
      parts:
        - { title: Lectures, done: true }
        - Exam
        - { title: Thesis, optional: true }
`;
		await fs.writeFile(plan, new TextEncoder().encode(text));
		try {
			await vscode.commands.executeCommand("waymark.refresh");
			await vscode.window.showTextDocument(plan);
			const fix = await eventually(async () => {
				const [problem, ...others] = vscode.languages.getDiagnostics(plan);
				assert.ok(problem);
				assert.deepEqual(others, []);
				const actions = await vscode.commands.executeCommand<ReadonlyArray<vscode.CodeAction>>(
					"vscode.executeCodeActionProvider",
					plan,
					problem.range,
				);
				return (
					actions.find(({ command }) => command?.command === "waymark.applyFix") ?? assert.fail("no fix that logs")
				);
			}, 10_000);
			assert.ok(fix.command);
			await vscode.commands.executeCommand(fix.command.command, ...(fix.command.arguments ?? []));
			assert.equal(await read(plan), text.replace("{ title: Lectures, done: true }", "{ title: Lectures }"));
			const added = [...(await journals())].map(([name, now]) => now.slice(before.get(name)?.length ?? 0)).join("");
			const { type, on, set } = JSON.parse(added);
			assert.deepEqual({ type, on, set }, { type: "progress", on: "lectures", set: true });
			await eventually(async () => {
				assert.deepEqual(vscode.languages.getDiagnostics(plan), []);
				const status = await (extension().exports as WaymarkApi).status();
				assert.deepEqual(
					status?.items.map(({ id, share, partOf }) => [id, share, partOf]),
					[
						["course", 0.5, undefined],
						["lectures", 1, "course"],
						["exam", 0, "course"],
						["thesis", 0, "course"],
					],
				);
			}, 10_000);
			await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
		} finally {
			await fs.delete(plan);
			for (const name of (await journals()).keys()) {
				const content = before.get(name);
				const uri = inWorkspace(name);
				await (content === undefined ? fs.delete(uri) : fs.writeFile(uri, new TextEncoder().encode(content)));
			}
		}
	});

	it("opens the plan at the given position", async () => {
		const plan = inWorkspace("roadmap.yaml");
		await vscode.workspace.fs.writeFile(plan, new TextEncoder().encode("title: a\ngoal: b\n"));
		try {
			await vscode.commands.executeCommand("waymark.refresh");
			await vscode.commands.executeCommand("waymark.openPlan", { range: { start: 9, end: 16 } });
			const editor = vscode.window.activeTextEditor;
			assert.equal(editor?.document.uri.toString(), plan.toString());
			assert.equal(editor?.selection.start.line, 1);
			await vscode.commands.executeCommand("waymark.openPlan", { range: "nonsense" });
			await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
		} finally {
			await vscode.workspace.fs.delete(plan);
		}
	});

	/** Presses Enter in the prompts of a command until a file has the text. */
	async function acceptUntil(file: vscode.Uri, text: RegExp): Promise<void> {
		await eventually(async () => {
			await vscode.commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");
			const read = await vscode.workspace.fs.readFile(file);
			assert.match(new TextDecoder().decode(read), text);
		});
	}

	async function written(name: string, text: string): Promise<void> {
		await vscode.workspace.fs.writeFile(inWorkspace(name), new TextEncoder().encode(text));
	}

	async function deleted(...names: ReadonlyArray<string>): Promise<void> {
		await vscode.commands.executeCommand("workbench.action.closeAllEditors");
		for (const name of names) {
			await vscode.workspace.fs.delete(inWorkspace(name)).then(undefined, () => undefined);
		}
		await vscode.commands.executeCommand("waymark.refresh");
	}

	it("brings a plan back that was renamed beside its journal", async () => {
		const entry = '{"id":"1","at":"2026-03-02","type":"note","text":"Won"}\n';
		await written("career.yaml", "title: Mine\n");
		await written("roadmap.log.jsonl", entry);
		try {
			await vscode.commands.executeCommand("waymark.refresh");
			const found = vscode.commands.executeCommand("waymark.findRoadmap");
			await acceptUntil(inWorkspace("roadmap.yaml"), /^title: Mine/);
			await found;
			assert.ok(!(await vscode.workspace.fs.readDirectory(inWorkspace("."))).some(([name]) => name === "career.yaml"));
		} finally {
			await deleted("roadmap.yaml", "career.yaml", "roadmap.log.jsonl");
		}
	});
});
