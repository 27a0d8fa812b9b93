import { strict as assert } from "node:assert";
import { execFileSync } from "node:child_process";
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openWorkbench, type Workbench } from "./workbench.ts";

const plan = `title: Mine
start: 2026-01-05
commitments:
  - { id: writing, title: Thought leadership, hours: 2 }
targets:
  2026:
    - { title: Talks given, goal: 4 } # the old name is gone
`;

type Line = Readonly<Record<string, unknown>>;

describe("the journal, by keyboard", () => {
	const folder = mkdtempSync(join(tmpdir(), "waymark-ui-"));
	const journal = join(folder, "roadmap.log.jsonl");
	let workbench: Workbench;

	const lines = (): ReadonlyArray<Line> =>
		readFileSync(journal, "utf8")
			.trimEnd()
			.split("\n")
			.map((line) => JSON.parse(line));
	const line = (fields: Line) => `${JSON.stringify(fields)}\n`;
	const labels = async () => {
		const texts = await workbench.page.locator(".quick-input-list .label-name").allInnerTexts();
		return texts.map((text) => text.trim());
	};
	const pick = (text: string) => workbench.page.locator(".quick-input-list .monaco-list-row", { hasText: text });
	const button = (name: string) => workbench.page.locator(".notification-toast").getByRole("button", { name }).first();
	const message = (text: string) => workbench.page.locator(".notification-toast", { hasText: text }).first();
	const press = (key: string) => workbench.page.keyboard.press(key);

	before(async () => {
		writeFileSync(join(folder, "roadmap.yaml"), plan);
		const at = "2026-11-02T09:30:00-06:00";
		writeFileSync(
			journal,
			line({ id: "1", at, type: "time", on: "writing", name: "Thought leadership", minutes: 90, note: "Outline" }) +
				line({ id: "2", at: "2026-11-03", type: "time", on: "writing", minutes: 45, later: { kept: true } }) +
				line({ id: "3", at: "2026-11-03", type: "progress", on: "talks", name: "Talks", add: 1 }) +
				line({ id: "4", at: "2026-11-04", type: "progress", on: "talks", name: "Talks", add: 1, link: "https://a.b" }),
		);
		execFileSync("git", ["init", "--quiet"], { cwd: folder });
		workbench = await openWorkbench({ folder });
		await workbench.openView();
		await workbench.row(/^Talks given, target/).waitFor();
	});

	after(async () => {
		await workbench?.dispose();
		rmSync(folder, { recursive: true, force: true });
	});

	// VS Code shows three messages at once, and a fourth within 800 ms not at all.
	afterEach(async () => {
		await workbench?.command("Notifications: Clear All Notifications");
		await workbench?.page.waitForTimeout(900);
	});

	async function show(filter: string): Promise<void> {
		await workbench.command("Roadmap: Show Journal");
		await pick("Thought leadership").first().waitFor();
		await workbench.type(filter);
	}

	it("lists the newest entries first, each day under its name, and says what is not in the plan", async () => {
		await show("");
		assert.deepEqual(await labels(), [
			"Talks: +1",
			"Talks: +1",
			"Thought leadership: 45 min",
			"Thought leadership: 1 h 30 min",
		]);
		const first = await pick("Talks: +1").first().innerText();
		assert.match(first, /not in the plan/);
		assert.match(first, /Wednesday, Nov 4, 2026/);
		await workbench.screenshot("journal");
		await press("Escape");
	});

	it("corrects an entry in place, by adding one, and keeps what a newer version wrote", async () => {
		await show("45 min");
		await pick("Thought leadership: 1 h").waitFor({ state: "detached" });
		await press("Enter");
		await pick("Time").waitFor();
		await press("Enter");
		await workbench.page.locator(".quick-input-widget", { hasText: "How long it took" }).waitFor();
		await workbench.type("7");
		await workbench.page.locator(".quick-input-message", { hasText: "Write 7h or 7m." }).waitFor();
		await workbench.type("5m");
		await press("Enter");
		await message("Corrected: Thought leadership: 1 h 15 min (Nov 3, 2026)").waitFor();
		await press("Escape");
		await message("The roadmap is in a git repository.").waitFor();
		await button("Set Up").click();
		await message("Git merges the journal by itself now.").waitFor();
		const { id, logged, ...rest } = lines().at(-1) ?? {};
		assert.match(String(id), /^[\da-f]{8}-[\da-f]{4}-7/);
		assert.ok(logged);
		assert.deepEqual(rest, {
			at: "2026-11-03",
			type: "time",
			on: "writing",
			minutes: 75,
			later: { kept: true },
			replaces: "2",
		});
	});

	it("sets up git's merge once, as was offered with the first entry", async () => {
		await workbench.command("Roadmap: Set Up Git Merge for the Journal");
		await message("Git merges the journal by itself already; nothing was changed.").waitFor();
		assert.equal(readFileSync(join(folder, ".gitattributes"), "utf8"), "roadmap.log*.jsonl merge=union\n");
	});

	it("undoes and redoes it, and says what that was", async () => {
		await workbench.command("Roadmap: Undo Last Entry");
		await message("Undone: change to Thought leadership: 1 h 15 min (Nov 3, 2026)").waitFor();
		assert.equal(lines().at(-1)?.["type"], "void");
		await workbench.command("Roadmap: Redo Entry");
		await message("Redone: change to Thought leadership: 1 h 15 min (Nov 3, 2026)").waitFor();
		assert.equal(lines().at(-1)?.["entry"], lines().at(-2)?.["id"]);
		await show("writing");
		await pick("Thought leadership: 1 h 15 min").waitFor();
		await press("Escape");
	});

	it("removes an entry from the list and brings it back", async () => {
		await show("outline");
		const row = pick("Outline");
		await row.hover();
		await row.getByRole("button", { name: "Remove" }).click();
		await message("Removed: Thought leadership: 1 h 30 min (Nov 2, 2026)").waitFor();
		await pick("Outline").waitFor({ state: "detached" });
		await press("Escape");
		await workbench.command("Roadmap: Undo Last Entry");
		await message("Undone: removal of Thought leadership: 1 h 30 min (Nov 2, 2026)").waitFor();
		await show("outline");
		await pick("Outline").waitFor();
		await press("Escape");
	});

	it("counts the entries of an id that is gone for what it is called now, all at once", async () => {
		await show("not in");
		await press("Escape");
		await show("talks");
		await press("Enter");
		await pick('Say what "Talks" is in the plan...').waitFor();
		await press("Enter");
		await workbench.page.locator(".quick-input-title", { hasText: 'What is "Talks" in the plan?' }).waitFor();
		await workbench.type("talks given");
		await press("Enter");
		await message('The entries of "Talks" count for "Talks given" now.').waitFor();
		await press("Escape");
		await workbench.row(/^Talks given, target, started, 2 of 4/).waitFor();
		assert.equal(
			readFileSync(join(folder, "roadmap.yaml"), "utf8"),
			plan.replace("goal: 4 }", "goal: 4, formerly: [talks] }"),
		);
		assert.ok(!lines().some(({ on }) => on === "talks-given"), "the journal stays as it is");
	});

	it("tells that the journal cannot be read, and goes on when it can", async () => {
		const aside = join(folder, "aside");
		renameSync(journal, aside);
		mkdirSync(journal);
		await workbench.row(/^roadmap.log.jsonl cannot be read: It is a folder/).waitFor();
		rmSync(journal, { recursive: true });
		renameSync(aside, journal);
		await workbench.row(/^roadmap.log.jsonl cannot be read/).waitFor({ state: "detached" });
	});

	it("tells why an entry is not saved, keeps what was typed, and saves it on Retry", async () => {
		const before = lines().length;
		const aside = join(folder, "aside");
		await show("outline");
		await press("Enter");
		await pick("Note").waitFor();
		await workbench.type("note");
		await press("Enter");
		await workbench.page.locator(".quick-input-widget", { hasText: "Leave it empty to remove it." }).waitFor();
		await workbench.type("Outline and title");
		renameSync(journal, aside);
		mkdirSync(journal);
		await press("Enter");
		await message("Not saved. A folder has the name of the journal.").waitFor();
		rmSync(journal, { recursive: true });
		renameSync(aside, journal);
		assert.equal(lines().length, before);
		await button("Retry").click();
		await message("Corrected: Thought leadership: 1 h 30 min (Nov 2, 2026)").waitFor();
		await pick("Outline and title").waitFor();
		await press("Escape");
		assert.equal(lines().length, before + 1);
		assert.equal(lines().at(-1)?.["note"], "Outline and title");
	});

	it("shows a torn line in Problems, at its place, and goes on behind it", async () => {
		const before = lines().length;
		appendFileSync(journal, '{"id":"torn","at":"2026');
		await workbench.command("Roadmap: Undo Last Entry");
		await message("Undone: ").waitFor();
		const texts = readFileSync(journal, "utf8").split("\n");
		assert.equal(texts[before], '{"id":"torn","at":"2026');
		assert.equal(JSON.parse(texts[before + 1] ?? "").type, "void");
		await workbench.command("View: Focus Problems");
		const problem = workbench.page.locator(".markers-panel").getByRole("treeitem", { name: /This is no entry/ });
		await problem.waitFor();
		assert.match((await problem.getAttribute("aria-label")) ?? "", new RegExp(`line ${before + 1}\\b`));
	});
});
