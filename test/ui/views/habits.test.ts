import { strict as assert } from "node:assert";
import { mkdirSync, mkdtempSync, rmdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Workbench } from "../support/workbench.ts";
import { clearUp, type WorkbenchDriver, workbenchDriver } from "../support/workbenchDriver.ts";

// No days are named, so that each habit can be done on any day.
const plan = `title: My year
start: 2020-01-06
commitments:
  - { id: gym, title: Gym, times: 3 }
  - { id: read, title: Read, times: 4-5 }
targets:
  year 1+:
    - { id: water, title: Glasses of water, goal: 6 per day }
`;

describe("the check box of a habit", () => {
	const folder = mkdtempSync(join(tmpdir(), "waymark-ui-"));
	let workbench: Workbench;
	let driver: WorkbenchDriver;

	before(async () => {
		driver = await workbenchDriver(folder, { "roadmap.yaml": plan }, { settings: { "waymark.timeZone": "UTC" } });
		({ workbench } = driver);
		await workbench.openView();
		await workbench.row(/^Gym, habit/).waitFor();
	});

	clearUp(folder, () => driver);

	const box = (name: RegExp) => workbench.row(name).getByRole("checkbox");

	it("logs one for today by a click and by Space, and stays as it was if nothing can be saved", async () => {
		const journal = join(folder, "roadmap.log.jsonl");
		mkdirSync(journal);
		await box(/^Gym, habit, 0 of 3 times/).click();
		await driver.message("A folder with the journal's name is in the way").waitFor();
		await workbench
			.row(/^Gym, habit, 0 of 3 times/)
			.getByRole("checkbox", { checked: false })
			.waitFor();
		rmdirSync(journal);
		await workbench.clearMessages();

		await box(/^Gym, habit, 0 of 3 times/).click();
		await driver.message("Logged: Gym: 1 of 3 times this week").waitFor();
		await workbench
			.row(/^Gym, habit, 1 of 3 times, .*done today/)
			.getByRole("checkbox", { checked: true })
			.waitFor();
		assert.deepEqual(driver.added(0), [{ type: "progress", on: "gym", add: 1 }]);
		await workbench.screenshot("habit-ticked");

		await box(/^Read, habit, 0 of 4/).press("Space");
		await driver.message("Logged: Read: 1 of 4–5 times this week").waitFor();
		await workbench
			.row(/^Read, habit, 1 of 4.*done today/)
			.getByRole("checkbox", { checked: true })
			.waitFor();
		assert.deepEqual(driver.added(1), [{ type: "progress", on: "read", add: 1 }]);
		await workbench.clearMessages();

		await box(/^Gym, habit, 1 of 3 times/).click();
		await driver.message("Logged: Gym: 0 of 3 times this week").waitFor();
		await workbench
			.row(/^Gym, habit, 0 of 3 times/)
			.getByRole("checkbox", { checked: false })
			.waitFor();
		await driver.run("Roadmap: Undo Last Entry");
		await workbench
			.row(/^Gym, habit, 1 of 3 times, .*done today/)
			.getByRole("checkbox", { checked: true })
			.waitFor();
		assert.deepEqual(
			driver.added(2).map(({ type }) => type),
			["progress", "void"],
		);
	});
});
