import { strict as assert } from "node:assert";
import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parsePlan } from "../../../src/plan/planParser.ts";
import { clearUp, type WorkbenchDriver, workbenchDriver } from "../support/workbenchDriver.ts";

describe("importing a Markdown roadmap", () => {
	const folder = mkdtempSync(join(tmpdir(), "waymark-ui-"));
	let driver: WorkbenchDriver;

	before(async () => {
		const markdown = readFileSync("test/unit/importer/markdown/roadmap.md", "utf8");
		driver = await workbenchDriver(folder, { "career.md": markdown }, { width: 1700 });
	});

	clearUp(folder, () => driver);

	it("leads from the welcome view to the first logged hour", async () => {
		const { workbench } = driver;
		const { page } = workbench;
		await workbench.openView();
		await page.getByRole("button", { name: "Import Roadmap" }).waitFor();
		await workbench.screenshot("import-welcome");
		// The file in an editor is the first choice; the button opens the same list.
		await workbench.openFile("career.md");
		await driver.run("Roadmap: Import Roadmap...");
		await driver.accept(/Open editor/);
		await driver.choice("On which day does the plan start?").waitFor();
		await workbench.screenshot("import-questions");
		await driver.accept(/Continue with these answers/);
		await driver.choice("Edit the proposal first").waitFor();
		await workbench.screenshot("import-proposal");
		const plan = join(folder, "roadmap.yaml");
		assert.equal(existsSync(plan), false, "nothing is written before");
		await driver.accept("Create roadmap.yaml");
		await workbench.row(/^Ward Lead with a Digital Record/).waitFor();
		const text = readFileSync(plan, "utf8");
		assert.doesNotMatch(text, /# career\.md/);
		assert.deepEqual(parsePlan(text).problems, []);
		await workbench.screenshot("import-accepted");
		await driver.run("Roadmap: Log Time...");
		await driver.answer("Log Time", "1h writing");
		await driver.accept(/Writing/);
		await driver.message("Logged").waitFor();
		assert.deepEqual(
			driver.lines().map(({ type, on, minutes }) => [type, on, minutes]),
			[["time", "writing", 60]],
		);
	});
});
