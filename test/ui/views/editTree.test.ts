import { strict as assert } from "node:assert";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eventually } from "../../integration/support/eventually.ts";
import type { Workbench } from "../support/workbench.ts";
import { clearUp, type WorkbenchDriver, workbenchDriver } from "../support/workbenchDriver.ts";

const plan = `title: Mine
start: 2020-01-06
phases:
  - title: Basics # the first
    when: years 1-40
    outcomes:
      technical: [Terraform]
targets:
  year 39:
    - Lead a team # at work
    - { title: Talks, goal: 4, when: 2058-06 }
  year 40:
    - Write a book
`;

describe("the plan edited in the Roadmap view, by keyboard", () => {
	const folder = mkdtempSync(join(tmpdir(), "waymark-ui-"));
	let workbench: Workbench;
	let driver: WorkbenchDriver;

	before(async () => {
		driver = await workbenchDriver(folder, { "roadmap.yaml": plan }, { settings: { "waymark.timeZone": "UTC" } });
		({ workbench } = driver);
		await workbench.openView();
		await workbench.row(/^Lead a team, target/).waitFor();
	});

	clearUp(folder, () => driver);

	const text = () => readFileSync(join(folder, "roadmap.yaml"), "utf8");
	const journal = () =>
		readFileSync(join(folder, "roadmap.log.jsonl"), "utf8")
			.trim()
			.split("\n")
			.map((line) => JSON.parse(line));
	const becomes = (expected: string) => eventually(async () => assert.equal(text(), expected));
	async function undone(): Promise<void> {
		await driver.run("Roadmap: Undo Last Entry");
		await becomes(plan);
		await driver.reset();
	}
	/** Focuses a row with the arrow keys. */
	async function focus(name: RegExp): Promise<void> {
		await driver.run("View: Show Roadmap");
		await driver.run("Roadmap: Focus on Roadmap View");
		const row = workbench.page.locator(".sidebar .monaco-list-row.focused").filter({ visible: true });
		await driver.press("Home");
		for (let step = 0; step < 40; step++) {
			if (name.test((await row.first().getAttribute("aria-label")) ?? "")) return;
			await driver.press("ArrowDown");
		}
		assert.fail(`No row ${name} gets the focus.`);
	}

	it("adds a target with a goal, which one Undo reverts", async () => {
		await driver.run("Roadmap: Add to Plan...");
		await driver.prompt("Add to Plan").waitFor();
		await workbench.screenshot("add-kind");
		await driver.accept("Target");
		await driver.answer("Add a Target", "year 40");
		await driver.accept("year 40");
		await driver.answer("What is it called?", "Mentors: found");
		await driver.press("Enter");
		await driver.answer("How much?", "2+");
		await driver.press("Enter");
		await driver.message("Added: Mentors: found").waitFor();
		await becomes(`${plan}    - { title: "Mentors: found", goal: 2+ }\n`);
		await workbench.row(/^Mentors: found, target, not started/).waitFor();
		const { on, field, now } = journal().at(-1);
		assert.deepEqual({ on, field, now }, { on: "mentors-found", field: "added", now: "Mentors: found" });
		await undone();
	});

	it("keeps what was typed if the prompt is left", async () => {
		await driver.run("Roadmap: Add to Plan...");
		await driver.answer("Add to Plan", "Commitment");
		await driver.accept("Commitment");
		await driver.answer("What is it called?", "Reading");
		await driver.press("Enter");
		await driver.prompt("Hours per week").waitFor();
		await driver.press("Escape");
		await driver.run("Roadmap: Add to Plan...");
		await driver.answer("Add to Plan", "Commitment");
		await driver.accept("Commitment");
		await driver.prompt("What is it called? (not saved last time)").waitFor();
		await driver.press("Enter");
		await driver.answer("Hours per week", "2");
		await driver.press("Enter");
		await driver.message("Added: Reading").waitFor();
		await becomes(`${plan}commitments:\n  - { title: Reading, hours: 2 }\n`);
		await undone();
	});

	it("offers adding in Replan, beside time off and the weekly hours", async () => {
		await driver.run("Roadmap: Replan...");
		await driver.choice("Plan time off").waitFor();
		await driver.choice("Change the hours per week").waitFor();
		await driver.answer("Replan", "Add to");
		await driver.accept("Add to Plan");
		await driver.choice("a stretch of the plan with a focus").waitFor();
		await driver.reset();
	});

	it("renames the focused row by F2, and keeps its ID", async () => {
		await focus(/^Lead a team, target/);
		await driver.press("F2");
		await driver.prompt("The new title").waitFor();
		await workbench.screenshot("rename");
		await workbench.type("Lead two teams");
		await driver.press("Enter");
		await driver.message("Renamed: Lead two teams").waitFor();
		await becomes(plan.replace("Lead a team #", "{ title: Lead two teams, id: lead-a-team } #"));
		await workbench.row(/^Lead two teams, target/).waitFor();
		await undone();
	});

	it("moves the focused row to another year by Shift+F2, after a preview of its dates", async () => {
		await focus(/^Talks, target/);
		await driver.press("Shift+F2");
		await driver.answer("Move: Talks", "year 40");
		// The next list has a row that ends with these words.
		await driver.accept(/^year 40/);
		await driver.choice("Keep its own dates").waitFor();
		await driver.accept("Use the dates of year 40");
		await driver.prompt("What would move").waitFor();
		await workbench.screenshot("move-preview");
		await driver.accept("Change the plan");
		await driver.message("Moved to year 40: Talks").waitFor();
		const without = plan.replace("    - { title: Talks, goal: 4, when: 2058-06 }\n", "");
		await becomes(`${without}    - { title: Talks, goal: 4 }\n`);
		await undone();
	});

	it("adds to a phase from its row's menu", async () => {
		await focus(/^Basics, current phase/);
		await driver.press("Shift+F10");
		await workbench.page.getByRole("menuitem", { name: "Add to Plan..." }).waitFor();
		await workbench.screenshot("row-menu");
		await driver.press("Escape");
	});
});

describe("the plan edited in a narrow view", () => {
	const folder = mkdtempSync(join(tmpdir(), "waymark-ui-"));
	let driver: WorkbenchDriver;

	before(async () => {
		driver = await workbenchDriver(folder, { "roadmap.yaml": plan }, { width: 520, height: 700 });
		await driver.workbench.openView();
	});

	clearUp(folder, () => driver);

	for (const [name, theme] of [
		["light", "Default Light Modern"],
		["contrast", "Default High Contrast"],
	] as const) {
		it(`shows the title of a row beside its buttons, ${name}`, async () => {
			await driver.workbench.setTheme(theme);
			await driver.workbench.row(/^Basics, current phase/).waitFor();
			const focused = driver.workbench.page.locator(".sidebar .monaco-list-row.focused");
			// The view may take the focus late, and the row of the goal may come late.
			await driver.until(focused.locator('.action-label[aria-label^="Add to Plan"]'), async () => {
				await driver.run("Roadmap: Focus on Roadmap View");
				await driver.press("Home");
				await driver.press("ArrowDown");
			});
			await driver.workbench.screenshot(`tree-narrow-${name}`);
		});
	}
});
