import { strict as assert } from "node:assert";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeSample } from "../../../scripts/sampleFolder.ts";
import { eventually } from "../../integration/support/eventually.ts";
import { openWorkbench, type Workbench } from "../support/workbench.ts";

const phases = [
	"Mid-level DevOps engineer with AI, past phase,",
	"AI Platform Engineering Manager, current phase,",
	"Senior AI Platform Manager, future phase,",
	"Director of AI Engineering, future phase,",
	"VP Engineering / CTO track, future phase,",
];

describe("the main job, on the sample", () => {
	const folder = mkdtempSync(join(tmpdir(), "waymark-ui-"));
	const plan = join(folder, "roadmap.yaml");
	let workbench: Workbench;
	let original: string;

	before(async () => {
		writeSample(folder);
		original = readFileSync(plan, "utf8");
		workbench = await openWorkbench({ folder, width: 1280, height: 1400 });
		await workbench.openView();
		// The rows that a view has no room for are not there: the others make room.
		for (const view of ["This Week", "Reviews"]) {
			await workbench.page.locator('.sidebar .pane-header[aria-expanded="true"]', { hasText: view }).click();
		}
	});

	after(async () => {
		await workbench?.dispose();
		rmSync(folder, { recursive: true, force: true });
	});

	const row = (start: string) => workbench.row(new RegExp(`^${start.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&")}`));
	const expanded = (start: string) => row(start).getAttribute("aria-expanded");

	it("shows the phases with their state, progress and dates; the current one expanded, the others collapsed", async () => {
		await row(phases[1] ?? "").waitFor();
		const states = await Promise.all(phases.map(expanded));
		assert.deepEqual(states, ["false", "true", "false", "false", "false"]);
		const name = await row(phases[1] ?? "").getAttribute("aria-label");
		assert.match(name ?? "", /current phase, \d+% reached, .*\d{4}.*\d{4}/);
		await workbench.screenshot("roadmap-dark");
	});

	it("shows outcomes, milestones and targets with what was logged", async () => {
		await row("AWS AI/ML specialty, outcome, ").waitFor();
		await row("Kubernetes fundamentals, milestone, not started, in ").waitFor();
		const connections = row("Professional connections, target, started, ");
		assert.match((await connections.getAttribute("aria-label")) ?? "", /, \d+ of 100\+, likely .*, in .*, by /);
		await row(phases[0] ?? "").click();
		await row("Accepted as lead for the ML platform, outcome, overdue, was due ").waitFor();
		await row("AWS Solutions Architect Associate, milestone, done").waitFor();
	});

	it("opens the plan at the line of a row", async () => {
		await row("AWS AI/ML specialty, outcome, ").click();
		await workbench.page.locator(".editor-instance .view-line", { hasText: "AWS AI/ML specialty" }).waitFor();
	});

	it("shows what is typed before it is saved", async () => {
		const { keyboard } = workbench.page;
		await workbench.openFile("roadmap.yaml");
		await keyboard.press("Control+H");
		await workbench.page.locator(".find-widget.visible").waitFor();
		await keyboard.insertText("Senior AI Platform Manager");
		await keyboard.press("Tab");
		await keyboard.insertText("Head of AI Platforms");
		await keyboard.press("Control+Alt+Enter");
		await row("Head of AI Platforms, future phase,").waitFor();
		assert.equal(readFileSync(plan, "utf8"), original, "nothing was saved");
		await keyboard.press("Escape");
		await workbench.command("File: Revert File");
		await row("Senior AI Platform Manager, future phase,").waitFor();
	});

	it("picks up changes by another program", async () => {
		writeFileSync(plan, original.replace("title: AI Platform Engineering Manager", "title: Platform Lead"));
		await row("Platform Lead, current phase,").waitFor();
		const entry = { id: "1", at: "2020-01-01", type: "progress", on: "aws-ml", set: true };
		writeFileSync(join(folder, "roadmap.log.other.jsonl"), `${JSON.stringify(entry)}\n`);
		await row("AWS AI/ML specialty, outcome, done").waitFor();
	});

	it("keeps the last valid tree while the plan is broken, reports each problem, and goes to its line", async () => {
		writeFileSync(plan, "&a *a\n");
		await row("The plan can't be read, ").waitFor();
		await row(phases[1]?.replace("AI Platform Engineering Manager", "Platform Lead") ?? "").waitFor();
		const problem = row("Line 1: YAML can't read this");
		await workbench.screenshot("broken-dark");
		await problem.click();
		await workbench.page.locator(".editor-instance .squiggly-error").first().waitFor();
		writeFileSync(plan, original);
		await row(phases[1] ?? "").waitFor();
		await row("The plan can't be read, ").waitFor({ state: "detached" });
	});

	const wrong: ReadonlyArray<readonly [name: string, put: () => void, expected: string]> = [
		["an empty file", () => writeFileSync(plan, ""), "Line 1: The plan is empty"],
		["a list", () => writeFileSync(plan, "- a\n"), "Line 1: A plan is a map with keys"],
		[
			"20 MB",
			() => writeFileSync(plan, `title: a\n${"# pad\n".repeat(3.5e6)}`),
			"roadmap.yaml can't be read: The file is 20.0 MB",
		],
		[
			"a folder of that name",
			() => mkdirSync(plan),
			"roadmap.yaml can't be read: A folder with this name is in the way",
		],
	];
	for (const [name, put, expected] of wrong) {
		it(`reports what is wrong with ${name}`, async () => {
			// VS Code itself is slow with 20 MB in an editor.
			await workbench.command("View: Close All Editors");
			rmSync(plan, { recursive: true, force: true });
			put();
			await row(expected).waitFor();
		});
	}

	it("says that the plan of the journal is gone, and finds it by keyboard under another name", async () => {
		rmSync(plan, { recursive: true, force: true });
		writeFileSync(join(folder, "career.yaml"), original);
		await workbench.page.getByText("This folder has a journal").waitFor();
		await workbench.screenshot("only-journal");
		await workbench.command("Roadmap: Find Roadmap...");
		await workbench.accept("career.yaml");
		await row(phases[1] ?? "").waitFor();
		assert.equal(readFileSync(plan, "utf8"), original);
	});
});

describe("an empty folder", () => {
	const folder = mkdtempSync(join(tmpdir(), "waymark-ui-"));
	let workbench: Workbench;

	before(async () => {
		workbench = await openWorkbench({ folder, theme: "Default Light Modern" });
		await workbench.openView();
	});

	after(async () => {
		await workbench?.dispose();
		rmSync(folder, { recursive: true, force: true });
	});

	const plan = join(folder, "roadmap.yaml");
	const quickInput = () => workbench.page.locator(".quick-input-widget");
	const step = (number: number) => quickInput().getByText(`Create Roadmap (${number}/2)`);

	/** Goes from an open list of templates to the plan. Text as a person types it: the list is filtered by it. */
	async function create(template: string, start: string): Promise<void> {
		const { keyboard } = workbench.page;
		await step(1).waitFor();
		await workbench.type(template);
		await workbench.accept(template);
		await step(2).waitFor();
		await workbench.type(start);
		await keyboard.press("Enter");
	}

	it("shows what to do, with a button for it", async () => {
		const { page } = workbench;
		await page.getByText("There's no roadmap.yaml in this folder yet").waitFor();
		await workbench.screenshot("welcome-light");
		await page.getByRole("button", { name: "Create Roadmap" }).click();
		await step(1).waitFor();
		const names = await quickInput().locator(".monaco-list-row").allInnerTexts();
		assert.deepEqual(
			names.map((name) => name.trim().split("\n")[0]),
			[
				"A filled-in example",
				"A one-year learning plan",
				"A plan for a career in care",
				"A plan for a creative project",
				"A year of personal goals",
				"OKRs by quarter",
				"A blank plan",
				"Use an existing roadmap...",
			],
		);
		await workbench.screenshot("templates-light");
		await page.keyboard.press("Enter");
		await page.getByText("The first day of the plan").waitFor();
		assert.match(await quickInput().locator("input[type=text]").inputValue(), /^\d{4}-\d{2}-\d{2}$/);
		await page.keyboard.insertText("2026-02-31");
		await page.getByText("Enter a date as YYYY-MM-DD").waitFor();
		await page.keyboard.press("Enter");
		await workbench.screenshot("start-light");
		await page.keyboard.press("Control+A");
		await page.keyboard.insertText("2026-03-02");
		await page.getByText("Enter a date as YYYY-MM-DD").waitFor({ state: "hidden" });
		await page.keyboard.press("Enter");
		await workbench.row(/^AI Platform Engineering Manager, .*Mar 2, 2026/).waitFor();
		assert.match(readFileSync(plan, "utf8"), /^start: 2026-03-02$/m);
		await workbench.screenshot("created-light");
	});

	it("is kept: Ctrl+Z undoes typing, but never removes the file", async () => {
		const { page } = workbench;
		const created = readFileSync(plan, "utf8");
		await page.keyboard.press("Control+Home");
		await page.keyboard.insertText("# typed");
		await page.keyboard.press("Control+S");
		await eventually(() => assert.equal(readFileSync(plan, "utf8"), `# typed${created}`));
		for (let times = 0; times < 4; times++) await page.keyboard.press("Control+Z");
		await page.keyboard.press("Control+S");
		await eventually(() => assert.equal(readFileSync(plan, "utf8"), created));
	});

	it("fills a plan that has nothing but comments with a template", async () => {
		await workbench.command("View: Close All Editors");
		writeFileSync(plan, "# my plan\n\n# soon\n");
		await workbench.row(/^Start with a template/).waitFor();
		await workbench.command("Roadmap: Create Roadmap...");
		await create("care", "2028-02-29");
		await workbench.row(/^Know the ward, /).waitFor();
		await eventually(() => assert.match(readFileSync(plan, "utf8"), /^start: 2028-02-29$/m));
	});

	for (const name of ["roadmap.yaml", "roadmap.yml"]) {
		it(`never writes next to or over an existing ${name}`, async () => {
			rmSync(plan, { force: true });
			const existing = join(folder, name);
			writeFileSync(existing, "title: Mine\n");
			await workbench.command("Roadmap: Create Roadmap...");
			await workbench.page.getByText(`already contains ${name}`).first().waitFor();
			assert.equal(readFileSync(existing, "utf8"), "title: Mine\n");
			assert.deepEqual(readdirSync(folder), [name]);
			await workbench.command("Notifications: Clear All Notifications");
			rmSync(existing);
		});
	}

	it("never overwrites a plan that is created during the prompts", async () => {
		await workbench.command("Roadmap: Create Roadmap...");
		await step(1).waitFor();
		await workbench.page.keyboard.press("Enter");
		await step(2).waitFor();
		writeFileSync(plan, "title: Mine\n");
		await workbench.page.keyboard.press("Enter");
		await workbench.page.getByText("already contains roadmap.yaml").first().waitFor();
		assert.equal(readFileSync(plan, "utf8"), "title: Mine\n");
		await workbench.command("Notifications: Clear All Notifications");
		rmSync(plan);
	});

	it("goes back to the templates and keeps what was chosen and typed; Escape writes nothing", async () => {
		const { page } = workbench;
		await workbench.command("Roadmap: Create Roadmap...");
		await step(1).waitFor();
		await page.keyboard.press("ArrowDown");
		await page.keyboard.press("Enter");
		await step(2).waitFor();
		await workbench.type("2027-05");
		await quickInput().getByRole("button", { name: "Back" }).click();
		await step(1).waitFor();
		await quickInput().locator(".monaco-list-row.focused", { hasText: "A one-year learning plan" }).waitFor();
		await page.keyboard.press("Enter");
		await step(2).waitFor();
		assert.equal(await quickInput().locator("input[type=text]").inputValue(), "2027-05");
		await page.getByText("Enter a date as YYYY-MM-DD").waitFor();
		await page.keyboard.press("Escape");
		await quickInput().waitFor({ state: "hidden" });
		await workbench.command("Roadmap: Create Roadmap...");
		await step(1).waitFor();
		await page.keyboard.press("Escape");
		await quickInput().waitFor({ state: "hidden" });
		assert.deepEqual(readdirSync(folder), []);
	});

	for (const [template, first] of [
		["filled-in", /^AI Platform Engineering Manager, .*Feb 29\b/],
		["learning", /^Foundations, .*Feb 29\b/],
		["blank", /^My first phase, .*Feb 29\b/],
	] as const) {
		it(`creates and shows a plan without problems: ${template}`, async () => {
			await workbench.command("View: Close All Editors");
			await workbench.command("Roadmap: Create Roadmap...");
			await create(template, "2028-02-29");
			await workbench.row(first).waitFor();
			await workbench.page.getByRole("tab", { name: "roadmap.yaml" }).waitFor();
			assert.match(readFileSync(plan, "utf8"), /^start: 2028-02-29$/m);
			assert.equal(await workbench.row(/^(Problems in the plan|The plan can't be read)/).count(), 0);
			await workbench.screenshot(`created-${template}`);
			rmSync(plan);
			await workbench.page.getByText("There's no roadmap.yaml in this folder yet").waitFor();
		});
	}
});
