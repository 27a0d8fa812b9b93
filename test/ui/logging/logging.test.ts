import { strict as assert } from "node:assert";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { formatDay } from "../../../src/time/day.ts";
import { plan, today } from "../support/loggingPlan.ts";
import { openWorkbench, type Workbench } from "../support/workbench.ts";
import { clearUp, WorkbenchDriver, workbenchDriver } from "../support/workbenchDriver.ts";

/** A task that logs before it starts its process. */
const tasks = `{
	"version": "2.0.0",
	"tasks": [{ "label": "Log a block", "type": "process", "command": "node", "args": ["--version", "\${input:log}"], "problemMatcher": [] }],
	"inputs": [{ "id": "log", "type": "command", "command": "waymark.logTime", "args": { "on": "writing", "minutes": 50, "note": "From a task" } }]
}`;

const command = "waymark.logTime";
const keybindings = [
	{ key: "ctrl+alt+1", command, args: { on: "writing", minutes: 25, at: "2020-02-03", note: "Pomodoro" } },
	{ key: "ctrl+alt+2", command, args: { on: "wrting", minutes: 25 } },
	{ key: "ctrl+alt+3", command, args: { on: "writing", minutes: "25" } },
	{ key: "ctrl+alt+4", command, args: { on: "writing", minutes: 25, at: "yesterday" } },
];

describe("logging, by keyboard", () => {
	const folder = mkdtempSync(join(tmpdir(), "waymark-ui-"));
	let workbench: Workbench;
	let driver: WorkbenchDriver;

	before(async () => {
		const files = { "roadmap.yaml": plan, ".vscode/settings.json": "{}", ".vscode/tasks.json": tasks };
		driver = await workbenchDriver(folder, files, { settings: { "waymark.timeZone": "UTC" }, keybindings });
		({ workbench } = driver);
		await workbench.openView();
		await workbench.row(/^Talks given, target/).waitFor();
	});

	clearUp(folder, () => driver);

	it("accepts one line with target, duration, day, and note, and shows a preview before Enter", async () => {
		await driver.run("Roadmap: Log Time...");
		await driver.answer("Log Time", "45m writing yesterday drafted the article");
		await driver
			.choice(/45 min · Thought leadership · Yesterday.* · drafted the article/)
			.first()
			.waitFor();
		await workbench.screenshot("log-preview");
		await driver.accept(/45 min · Thought leadership · Yesterday.* · drafted the article/);
		await driver.message(/Logged: Thought leadership: 45 min/).waitFor();
		const [line] = driver.lines();
		assert.equal(line?.["at"], formatDay(today() - 1));
		assert.deepEqual(driver.added(0), [{ type: "time", on: "writing", minutes: 45, note: "drafted the article" }]);
	});

	it("asks about ambiguous input: Enter alone does nothing, a choice does", async () => {
		const before = driver.lines().length;
		await driver.run("Roadmap: Log Time...");
		await driver.answer("Log Time", "2 writing");
		await driver.choice("How much did you mean?").waitFor();
		// VS Code focuses the first row of a new list, before it hears that none is to be.
		await workbench.page.locator(".quick-input-list .monaco-list-row.focused").waitFor({ state: "detached" });
		await driver.press("Enter");
		await workbench.page.waitForTimeout(300);
		assert.equal(driver.lines().length, before);
		await driver.press("ArrowDown");
		await driver.press("Enter");
		await driver.message("Logged: Thought leadership: 2 h").waitFor();
		assert.deepEqual(driver.added(before), [{ type: "time", on: "writing", minutes: 120 }]);
	});

	it("asks step by step, and can go back", async () => {
		const before = driver.lines().length;
		await driver.run("Roadmap: Log Time...");
		await driver.choice("Something else, step by step").waitFor();
		await driver.answer("Log Time", "45m");
		await driver.choice(/45 min · Executive networking/).waitFor();
		await workbench.page.locator(".quick-input-list .monaco-list-row.focused").waitFor({ state: "detached" });
		for (let row = 0; row < 4; row++) await driver.press("ArrowDown");
		await driver.accept("What was it about?");
		await driver.choice(/Executive networking\s*commitment/).waitFor();
		await driver.answer("Log Time", "Executive");
		await driver.accept(/Executive networking\s*commitment/);
		await driver.prompt("How long it took").waitFor();
		await driver.press("Enter");
		await driver.prompt("When it happened").waitFor();
		await driver.back();
		await driver.answer("How long it took", "1h30");
		await driver.press("Enter");
		await driver.answer("When it happened", "yesterday");
		await driver.press("Enter");
		await driver.answer("What it was about", "Dinner");
		await workbench.screenshot("log-steps");
		await driver.press("Enter");
		await driver.message("Logged: Executive networking: 1 h 30 min").waitFor();
		assert.deepEqual(driver.added(before), [{ type: "time", on: "networking", minutes: 90, note: "Dinner" }]);
	});

	it("edits the recognized parts step by step with the pencil button", async () => {
		const before = driver.lines().length;
		await driver.run("Roadmap: Log Time...");
		await driver.answer("Log Time", "30m executive coffee");
		await driver.choice(/30 min · Executive networking .*coffee/).waitFor();
		// From the input to the list, from there to the button of the row.
		await driver.press("Tab");
		await driver.press("Tab");
		await workbench.page.locator(".quick-input-list a[aria-label='Step by Step']:focus").waitFor();
		await driver.press("Enter");
		await driver.answer("How long it took", "35m");
		for (const asked of ["How long it took", "When it happened", "What it was about"]) {
			await driver.prompt(asked).waitFor();
			await driver.press("Enter");
		}
		await driver.message("Logged: Executive networking: 35 min").waitFor();
		assert.deepEqual(driver.added(before), [{ type: "time", on: "networking", minutes: 35, note: "coffee" }]);
	});

	it("logs three entries after one preview, and one Undo removes all three", async () => {
		const before = driver.lines().length;
		await driver.run("Roadmap: Log Time...");
		await driver.answer("Log Time", "writing 2h, executive 30m, strategic 1h");
		await driver.accept(/2 h.*30 min.*1 h/);
		await driver.message(/Logged: .* and 2 more/).waitFor();
		assert.deepEqual(
			driver.added(before).map(({ on, minutes }) => `${on} ${minutes}`),
			["writing 120", "networking 30", "strategic 60"],
		);
		await driver.run("Roadmap: Undo Last Entry");
		await driver.message("Undone: ").waitFor();
		assert.deepEqual(
			driver.added(before + 3).map(({ entry }) => entry),
			driver
				.lines()
				.slice(before, before + 3)
				.map(({ id }) => id),
		);
	});

	it("logs time and progress at once", async () => {
		const before = driver.lines().length;
		await driver.run("Roadmap: Log Time...");
		await driver.answer("Log Time", "2h aws-saa done");
		await driver.accept(/2 h · AWS Solutions Architect · done/);
		await driver.message("Logged: ").waitFor();
		assert.deepEqual(driver.added(before), [
			{ type: "time", on: "aws-saa", minutes: 120 },
			{ type: "progress", on: "aws-saa", set: true },
		]);
	});

	it("logs progress with a link, and names the new value", async () => {
		const before = driver.lines().length;
		await driver.run("Roadmap: Log Progress...");
		await driver.answer("Log Progress", "talks +1 https://example.com/talk");
		await driver.accept(/Talks given/);
		await driver.message("Logged: Talks given: 1 of 4").waitFor();
		assert.deepEqual(driver.added(before), [
			{ type: "progress", on: "talks", add: 1, link: "https://example.com/talk" },
		]);
	});

	it("logs progress from a row of the sidebar, which needs no name", async () => {
		const before = driver.lines().length;
		const menu = workbench.page.locator(".monaco-menu .action-item");
		const item = menu.filter({ hasText: "Log Progress..." });
		// The view takes the focus a moment after the command is over: keys that come before that go elsewhere.
		for (let attempt = 0; attempt < 5 && !(await item.isVisible()); attempt++) {
			await driver.press("Escape");
			await driver.run("Roadmap: Focus on Roadmap View");
			await driver.press("Home");
			const focused = workbench.page.locator(".sidebar .monaco-list-row.focused[aria-label^='Talks given']");
			for (let down = 0; down < 5 && !(await focused.isVisible()); down++) await driver.press("ArrowDown");
			await driver.press("Shift+F10");
			await item.waitFor({ timeout: 3000 }).catch(() => undefined);
		}
		while (!(await menu.and(workbench.page.locator(".focused")).filter({ hasText: "Log Progress..." }).count())) {
			await driver.press("ArrowDown");
		}
		await driver.press("Enter");
		await driver.answer("Talks given", "3 at the meetup");
		await driver.accept(/Talks given · 3 .*at the meetup/);
		await driver.message("Logged: Talks given: 3 of 4").waitFor();
		assert.deepEqual(driver.added(before), [{ type: "progress", on: "talks", set: 3, note: "at the meetup" }]);
	});

	it("marks done and not done", async () => {
		const before = driver.lines().length;
		for (const [title, said] of [
			["Mark Done", "AWS Security: done"],
			["Mark Not Done", "AWS Security: not done"],
		] as const) {
			await driver.run(`Roadmap: ${title}...`);
			await driver.answer(title, "AWS Security");
			await driver.accept("AWS Security");
			await driver.message(`Logged: ${said}`).waitFor();
		}
		assert.deepEqual(
			driver.added(before).map(({ on, set }) => `${on} ${set}`),
			["aws-security true", "aws-security false"],
		);
	});

	it("notes a win with its amount, a link and targets", async () => {
		const before = driver.lines().length;
		await driver.run("Roadmap: Note a Win...");
		await driver.answer("In one sentence", "Cut the bill of the platform");
		await driver.press("Enter");
		await driver.answer("Amount", "$140K");
		await driver.press("Enter");
		await driver.answer("A link as evidence", "https://example.com/bill");
		await driver.press("Enter");
		await driver.choice("Business impact").waitFor();
		await driver.answer("Note a Win", "Business");
		// The list follows what is typed after a moment.
		await driver.choice("Thought leadership").waitFor({ state: "hidden" });
		await driver.press("ArrowDown");
		await driver.press("Space");
		await driver.press("Enter");
		await driver.message("Logged: ").waitFor();
		assert.deepEqual(driver.added(before), [
			{
				type: "note",
				text: "Cut the bill of the platform",
				amount: "$140K",
				link: "https://example.com/bill",
				on: ["impact"],
			},
		]);
	});

	it("snoozes reminders until a chosen date", async () => {
		await driver.run("Roadmap: Snooze Reminders...");
		await driver.choice("Until the next phase").waitFor();
		await driver.answer("Snooze Reminders", "This week");
		await driver.accept("This week");
		await driver.message("Reminders are snoozed through").waitFor();
	});

	it("can be called from keybindings, and reports invalid arguments", async () => {
		const before = driver.lines().length;
		for (const [key, message] of [
			["2", 'No item in the plan has the ID "wrting".'],
			["3", "`minutes` must be a number greater than 0 and at most 1440."],
			["4", "`at` must be a date or time"],
		] as const) {
			// VS Code reads the file of keys when it comes to it; what is wrong may be told twice.
			await driver.until(driver.message(message), () => driver.press(`Control+Alt+${key}`));
			await driver.reset();
		}
		await driver.press("Control+Alt+1");
		await driver.message("Logged: Thought leadership: 25 min").waitFor();
		assert.equal(driver.lines().at(-1)?.["at"], "2020-02-03");
		assert.deepEqual(driver.added(before), [{ type: "time", on: "writing", minutes: 25, note: "Pomodoro" }]);
	});

	it("is called from a task, as an input with arguments", async () => {
		const before = driver.lines().length;
		await driver.run("Tasks: Run Task");
		await driver.choice("Log a block").first().waitFor();
		await workbench.type("Log a block");
		// Other kinds of tasks are listed a moment later.
		await driver.choice("Configure a Task").waitFor({ state: "hidden" });
		await driver.press("Enter");
		await driver.message("Logged: Thought leadership: 50 min").waitFor();
		assert.deepEqual(driver.added(before), [{ type: "time", on: "writing", minutes: 50, note: "From a task" }]);
	});
});

describe("logging without a plan", () => {
	const folder = mkdtempSync(join(tmpdir(), "waymark-ui-"));
	let workbench: Workbench;
	let driver: WorkbenchDriver;

	before(async () => {
		workbench = await openWorkbench({ folder });
		driver = new WorkbenchDriver(workbench);
		await workbench.openView();
	});

	after(async () => {
		await workbench?.dispose();
		rmSync(folder, { recursive: true, force: true });
	});

	it("has no commands in the palette and no status bar item", async () => {
		await driver.press("F1");
		await workbench.type("Roadmap: ");
		await driver.choice("Roadmap: Create Roadmap").waitFor();
		assert.equal(await driver.choice("Roadmap: Log Time").count(), 0);
		assert.equal(await driver.choice("Roadmap: Start Timer").count(), 0);
		assert.equal(await driver.status.isVisible(), false);
	});
});
