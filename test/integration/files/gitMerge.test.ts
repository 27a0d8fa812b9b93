import { strict as assert } from "node:assert";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as vscode from "vscode";
import { setUpGitMerge } from "../../../src/host/commands/setUpGitMerge.ts";
import { needsGitMerge } from "../../../src/host/journal/gitMerge.ts";
import type { CommandContext } from "../../../src/host/roadmap/commandContext.ts";
import { readLines } from "../support/journalFolder.ts";

const line = "roadmap.log*.jsonl merge=union";

describe("setting up git's merge of the journal", () => {
	let root: string;
	let attributes: string;

	beforeEach(() => {
		root = mkdtempSync(join(tmpdir(), "waymark-"));
		attributes = join(root, ".gitattributes");
	});
	afterEach(() => rmSync(root, { recursive: true, force: true }));

	it("adds its line once, and git accepts it", async () => {
		git("init");
		assert.equal(mergeOf("roadmap.log.jsonl"), "unspecified");
		assert.equal(await needsGitMerge(planIn(root)), true);
		await setUp(root);
		assert.equal(readFileSync(attributes, "utf8"), `${line}\n`);
		assert.equal(mergeOf("roadmap.log.jsonl"), "union");
		assert.equal(mergeOf("roadmap.log.laptop.jsonl"), "union");
		assert.equal(mergeOf("roadmap.yaml"), "unspecified");
		assert.equal(await needsGitMerge(planIn(root)), false);
		const { mtimeMs } = statSync(attributes);
		await setUp(root);
		assert.equal(readFileSync(attributes, "utf8"), `${line}\n`);
		assert.equal(statSync(attributes).mtimeMs, mtimeMs);
	});

	for (const [what, before, after] of [
		["CRLF", "*.png binary\r\n# mine\r\n", `*.png binary\r\n# mine\r\n${line}\r\n`],
		["a last line without its end", "*.png binary", `*.png binary\n${line}\n`],
		["CRLF and a last line without its end", "*.txt text\r\n*.png binary", `*.txt text\r\n*.png binary\r\n${line}\r\n`],
		["an empty file", "", `${line}\n`],
		["another merge of the same files", "*.jsonl merge=binary\n", `*.jsonl merge=binary\n${line}\n`],
	] as const) {
		it(`keeps the existing content: ${what}`, async () => {
			git("init");
			writeFileSync(attributes, before);
			await setUp(root);
			assert.equal(readFileSync(attributes, "utf8"), after);
			assert.equal(mergeOf("roadmap.log.jsonl"), "union");
		});
	}

	it("keeps unsaved changes, and leaves saving to the user", async () => {
		git("init");
		writeFileSync(attributes, "*.png binary\n");
		const document = await vscode.workspace.openTextDocument(attributes);
		await vscode.window.showTextDocument(document);
		const typing = new vscode.WorkspaceEdit();
		typing.insert(document.uri, new vscode.Position(1, 0), "# typed\n");
		await vscode.workspace.applyEdit(typing);
		await setUp(root);
		assert.equal(document.getText(), `*.png binary\n# typed\n${line}\n`);
		assert.equal(readFileSync(attributes, "utf8"), "*.png binary\n");
		await document.save();
		assert.equal(mergeOf("roadmap.log.jsonl"), "union");
		await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
	});

	it("finds the repository above the folder of the roadmap", async () => {
		git("init");
		const folder = join(root, "my career", "plans");
		mkdirSync(folder, { recursive: true });
		const shown: Array<unknown> = [];
		const { showInformationMessage } = vscode.window;
		const answer = (choice: string | undefined) => {
			const show = async (text: unknown) => {
				shown.push(text);
				return choice;
			};
			Object.assign(vscode.window, { showInformationMessage: show });
		};
		try {
			answer(undefined);
			await setUp(folder);
			assert.deepEqual(shown, [`The repository is outside this workspace: ${root}`]);
			assert.throws(() => statSync(attributes), { code: "ENOENT" });
			answer("Set Up");
			await setUp(folder);
		} finally {
			Object.assign(vscode.window, { showInformationMessage });
		}
		assert.equal(readFileSync(attributes, "utf8"), `${line}\n`);
		assert.equal(mergeOf("my career/plans/roadmap.log.jsonl"), "union");
	});

	it("works in a worktree, where .git is a file", async () => {
		git("init");
		git("commit", "--allow-empty", "-m", "first");
		const tree = join(root, "tree");
		git("worktree", "add", tree, "-b", "other");
		assert.ok(statSync(join(tree, ".git")).isFile());
		await setUp(tree);
		assert.equal(readFileSync(join(tree, ".gitattributes"), "utf8"), `${line}\n`);
		assert.equal(mergeOf("roadmap.log.jsonl", tree), "union");
	});

	it("changes nothing if there is no repository", async () => {
		assert.equal(await needsGitMerge(planIn(root)), false);
		await setUp(root);
		assert.throws(() => statSync(attributes), { code: "ENOENT" });
	});

	it("lets git merge two journals with new entries, and keeps every line", async () => {
		git("init", "-b", "main");
		await setUp(root);
		const journal = join(root, "roadmap.log.jsonl");
		commit(journal, readLines("a"));
		git("checkout", "-b", "other");
		commit(journal, readLines("a", "b"));
		git("checkout", "main");
		commit(journal, readLines("a", "c"));
		git("merge", "other", "-m", "both");
		const ids = [...readFileSync(journal, "utf8").matchAll(/"id":"(\w)"/g)].map(([, id]) => id);
		assert.deepEqual(ids.sort(), ["a", "b", "c"]);
	});

	/** Runs the command as it is run for a plan in that folder. */
	async function setUp(folder: string): Promise<void> {
		const roadmap = { current: async () => ({ planUri: planIn(folder) }) };
		await setUpGitMerge({ roadmap } as unknown as CommandContext);
	}

	function planIn(folder: string): vscode.Uri {
		return vscode.Uri.file(join(folder, "roadmap.yaml"));
	}

	function commit(file: string, text: string): void {
		writeFileSync(file, text);
		git("add", ".");
		git("commit", "-m", "more");
	}

	function git(...args: ReadonlyArray<string>): string {
		return gitIn(root, ...args);
	}

	/** The merge driver that git uses for a path. */
	function mergeOf(path: string, folder = root): string {
		return gitIn(folder, "check-attr", "merge", "--", path).trim().split(": ").at(-1) ?? "";
	}
});

/** Runs git without what the person of this machine has configured. */
function gitIn(folder: string, ...args: ReadonlyArray<string>): string {
	const env = { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" };
	const author = ["-c", "user.name=Ann", "-c", "user.email=ann@example.com"];
	return execFileSync("git", [...author, ...args], { cwd: folder, env, encoding: "utf8", stdio: "pipe" });
}
