import { strict as assert } from "node:assert";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { clearUp, type WorkbenchDriver, workbenchDriver } from "../support/workbenchDriver.ts";

const plan = `start: 2026-01-05
commitments:
  - { id: writing, title: Writing, hours: 2 }
  - { id: study, title: Study, hours: 2 }
`;
const csv = `Project,Description,Start date,Start time,Duration
Writing,A draft,2026-03-02,09:00:00,01:30:00
College,Chapter 1,2026-03-03,09:00:00,00:45:00
College,,2026-02-30,09:00:00,01:00:00
`;

describe("importing time", () => {
	const folder = mkdtempSync(join(tmpdir(), "waymark-ui-"));
	let driver: WorkbenchDriver;

	before(async () => {
		driver = await workbenchDriver(folder, { "roadmap.yaml": plan, "hours.csv": csv }, { width: 1400 });
	});

	clearUp(folder, () => driver);

	it("shows what it adds, logs it once, and is undone in one step", async () => {
		const { workbench } = driver;
		await workbench.openView();
		await workbench.openFile("hours.csv");
		await driver.run("Roadmap: Import Time...");
		await driver.accept(/Open editor/);
		await driver.choice("Import 1 entry").waitFor();
		await workbench.screenshot("import-time-preview");
		await workbench.type("College");
		await driver.accept(/College/);
		await driver.choice("Leave out").waitFor();
		await workbench.type("Study");
		await driver.accept(/Study/);
		await driver.choice("Import 2 entries").waitFor();
		await driver.accept(/Import 2 entries/);
		await driver.message("Logged: 2 entries").waitFor();
		const logged = driver.lines().map(({ type, on, minutes, note }) => [type, on, minutes, note]);
		assert.deepEqual(logged, [
			["time", "writing", 90, "A draft"],
			["time", "study", 45, "Chapter 1"],
		]);
		await driver.run("Roadmap: Import Time...");
		await driver.accept(/Open editor/);
		await driver.choice("Nothing new to import").waitFor();
		await workbench.screenshot("import-time-again");
		await workbench.page.keyboard.press("Escape");
		await driver.run("Roadmap: Undo Last Entry");
		await driver.message("Undone").waitFor();
		assert.deepEqual(
			driver.lines().map(({ type }) => type),
			["time", "time", "void", "void"],
		);
	});
});
