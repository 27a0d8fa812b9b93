import { strict as assert } from "node:assert";
import { execFileSync } from "node:child_process";
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openWorkbench, type Workbench } from "../support/workbench.ts";
import { type Line, WorkbenchDriver } from "../support/workbenchDriver.ts";

const plan = `title: Mine
start: 2026-01-05
commitments:
  - { id: writing, title: Thought leadership, hours: 2 }
targets:
  2026:
    - { title: Talks given, goal: 4 } # the old name is gone
`;

describe("the journal, by keyboard", () => {
	const folder = mkdtempSync(join(tmpdir(), "waymark-ui-"));
	const journal = join(folder, "roadmap.log.jsonl");
	let workbench: Workbench;
	let driver: WorkbenchDriver;

	const line = (fields: Line) => `${JSON.stringify(fields)}\n`;
	const labels = async () => {
		const texts = await workbench.page.locator(".quick-input-list .label-name").allInnerTexts();
		return texts.map((text) => text.trim());
	};
	const button = (name: string) => workbench.page.locator(".notification-toast").getByRole("button", { name }).first();

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
		driver = new WorkbenchDriver(workbench);
		await workbench.openView();
		await workbench.row(/^Talks given, target/).waitFor();
	});

	after(async () => {
		await workbench?.dispose();
		rmSync(folder, { recursive: true, force: true });
	});

	afterEach(() => workbench?.clearMessages());

	async function show(filter: string): Promise<void> {
		await workbench.command("Roadmap: Show Journal");
		await driver.choice("Thought leadership").first().waitFor();
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
		const first = await driver.choice("Talks: +1").first().innerText();
		assert.match(first, /not in the plan/);
		assert.match(first, /Wednesday, Nov 4, 2026/);
		await workbench.screenshot("journal");
		await driver.press("Escape");
	});

	/** Leaves the list once it is back after a change. */
	async function leaveList(): Promise<void> {
		await workbench.page.locator(".quick-input-title", { hasText: /^Journal$/ }).waitFor();
		await driver.press("Escape");
	}

	it("corrects an entry by adding one, and keeps fields of newer versions", async () => {
		await show("45 min");
		await driver.accept("Thought leadership: 45 min");
		await driver.accept("Time");
		await workbench.page.locator(".quick-input-widget", { hasText: "How long it took" }).waitFor();
		await workbench.type("7");
		await workbench.page.locator(".quick-input-message", { hasText: "Enter 7h or 7m." }).waitFor();
		await workbench.type("5m");
		await driver.press("Enter");
		await driver.message("Corrected: Thought leadership: 1 h 15 min (Nov 3, 2026)").waitFor();
		await leaveList();
		await driver.message("The roadmap is in a Git repository.").waitFor();
		await button("Set Up").click();
		await driver.message("Git now merges the journal automatically.").waitFor();
		const { id, logged, ...rest } = driver.lines().at(-1) ?? {};
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
		await driver.message("Git already merges the journal automatically. Nothing was changed.").waitFor();
		assert.equal(readFileSync(join(folder, ".gitattributes"), "utf8"), "roadmap.log*.jsonl merge=union\n");
	});

	it("undoes and redoes it, and names the entry", async () => {
		await workbench.command("Roadmap: Undo Last Entry");
		await driver.message("Undone: change to Thought leadership: 1 h 15 min (Nov 3, 2026)").waitFor();
		assert.equal(driver.lines().at(-1)?.["type"], "void");
		await workbench.command("Roadmap: Redo Entry");
		await driver.message("Redone: change to Thought leadership: 1 h 15 min (Nov 3, 2026)").waitFor();
		assert.equal(driver.lines().at(-1)?.["entry"], driver.lines().at(-2)?.["id"]);
		await show("writing");
		await driver.choice("Thought leadership: 1 h 15 min").waitFor();
		await driver.press("Escape");
	});

	it("removes an entry from the list and brings it back", async () => {
		await show("outline");
		const row = driver.choice("Outline");
		// Until the list is filtered, the row moves.
		await driver.choice("Talks: +1").first().waitFor({ state: "detached" });
		await row.hover();
		await row.getByRole("button", { name: "Remove" }).click();
		await driver.message("Removed: Thought leadership: 1 h 30 min (Nov 2, 2026)").waitFor();
		await driver.choice("Outline").waitFor({ state: "detached" });
		await leaveList();
		await workbench.command("Roadmap: Undo Last Entry");
		await driver.message("Undone: removal of Thought leadership: 1 h 30 min (Nov 2, 2026)").waitFor();
		await show("outline");
		await driver.choice("Outline").waitFor();
		await driver.press("Escape");
	});

	it("maps all entries of an unknown ID to a plan item at once", async () => {
		await show("not in");
		await driver.press("Escape");
		await show("talks");
		await driver.accept("Talks: +1");
		await driver.accept('Map "Talks" to a Plan Item...');
		await workbench.page.locator(".quick-input-title", { hasText: 'What is "Talks" in the plan?' }).waitFor();
		await workbench.type("talks given");
		await driver.accept("Talks given");
		await driver.message('The entries of "Talks" now count toward "Talks given".').waitFor();
		await leaveList();
		await workbench.row(/^Talks given, target, started, 2 of 4/).waitFor();
		assert.equal(
			readFileSync(join(folder, "roadmap.yaml"), "utf8"),
			plan.replace("goal: 4 }", "goal: 4, formerly: [talks] }"),
		);
		assert.ok(!driver.lines().some(({ on }) => on === "talks-given"), "the journal stays as it is");
	});

	it("reports that the journal can't be read, and continues when it can", async () => {
		const aside = join(folder, "aside");
		renameSync(journal, aside);
		mkdirSync(journal);
		await workbench.row(/^roadmap.log.jsonl can't be read: A folder with this name is in the way/).waitFor();
		rmSync(journal, { recursive: true });
		renameSync(aside, journal);
		await workbench.row(/^roadmap.log.jsonl can't be read/).waitFor({ state: "detached" });
	});

	it("reports why an entry isn't saved, keeps the input, and saves it on Retry", async () => {
		const before = driver.lines().length;
		const aside = join(folder, "aside");
		await show("outline");
		await driver.accept("Outline");
		await driver.choice("Note").waitFor();
		await workbench.type("note");
		await driver.accept("Note");
		await workbench.page.locator(".quick-input-widget", { hasText: "Leave empty to remove it." }).waitFor();
		await workbench.type("Outline and title");
		renameSync(journal, aside);
		mkdirSync(journal);
		await driver.press("Enter");
		await driver.message("Couldn't save. A folder with the journal's name is in the way.").waitFor();
		rmSync(journal, { recursive: true });
		renameSync(aside, journal);
		assert.equal(driver.lines().length, before);
		await button("Retry").click();
		await driver.message("Corrected: Thought leadership: 1 h 30 min (Nov 2, 2026)").waitFor();
		await driver.choice("Outline and title").waitFor();
		await driver.press("Escape");
		assert.equal(driver.lines().length, before + 1);
		assert.equal(driver.lines().at(-1)?.["note"], "Outline and title");
	});

	it("shows a torn line in Problems at its range, and reads the lines after it", async () => {
		const before = driver.lines().length;
		appendFileSync(journal, '{"id":"torn","at":"2026');
		await workbench.command("Roadmap: Undo Last Entry");
		await driver.message("Undone: ").waitFor();
		const texts = readFileSync(journal, "utf8").split("\n");
		assert.equal(texts[before], '{"id":"torn","at":"2026');
		assert.equal(JSON.parse(texts[before + 1] ?? "").type, "void");
		await workbench.command("View: Focus Problems");
		const problem = workbench.page.locator(".markers-panel").getByRole("treeitem", { name: /isn't a valid entry/ });
		await problem.waitFor();
		assert.match((await problem.getAttribute("aria-label")) ?? "", new RegExp(`line ${before + 1}\\b`));
	});
});
