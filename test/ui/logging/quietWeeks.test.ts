import { strict as assert } from "node:assert";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { formatDay } from "../../../src/time/day.ts";
import { plan, today } from "../support/loggingPlan.ts";
import type { Workbench } from "../support/workbench.ts";
import { clearUp, type WorkbenchDriver, workbenchDriver } from "../support/workbenchDriver.ts";

describe("after quiet weeks, by keyboard", () => {
	const folder = mkdtempSync(join(tmpdir(), "waymark-ui-"));
	const file = join(folder, "roadmap.yaml");
	let workbench: Workbench;
	let driver: WorkbenchDriver;

	before(async () => {
		const entry = { id: "1", at: formatDay(today() - 28), type: "time", on: "writing", minutes: 5 };
		const files = { "roadmap.yaml": plan, "roadmap.log.jsonl": `${JSON.stringify(entry)}\n` };
		const settings = { "waymark.timeZone": "UTC", "waymark.nudge.notify": true };
		driver = await workbenchDriver(folder, files, { settings });
		({ workbench } = driver);
		await workbench.openView();
	});

	clearUp(folder, () => driver);

	const text = () => readFileSync(file, "utf8");

	it("offers to resume, once", async () => {
		await driver
			.message(
				/^.*Nothing was logged for \d weeks\. Was it time off, do you want a smaller week, or is there something to log\?/,
			)
			.waitFor();
		await workbench.screenshot("quiet-weeks");
		await driver.reset();
		await workbench.reload();
		await driver.status.waitFor();
		// What is not to come has no condition to wait for.
		await workbench.page.waitForTimeout(2000);
		assert.deepEqual(await workbench.notifications(), []);
	});

	it("adds them as time off, which one Undo reverts", async () => {
		await driver.run("Roadmap: Resume After a Break...");
		await driver.accept("It was time off");
		await driver.message("Time off: ").waitFor();
		assert.match(text(), /time_off:\n {2}- \d{4}-\d\d-\d\d\.\.\d{4}-\d\d-\d\d\n/);
		await driver.run("Roadmap: Undo Last Entry");
		await driver.message("Undone: ").waitFor();
		assert.equal(text(), plan);
	});

	it("plans a smaller week, which one Undo reverts", async () => {
		await driver.run("Roadmap: Resume After a Break...");
		await driver.answer("Welcome Back", "smaller");
		await driver.accept("smaller");
		await driver.answer("Hours per week from now on", "2-3");
		await driver.press("Enter");
		await driver.message("The weekly target is now 2-3 h").waitFor();
		assert.equal(text(), plan.replace("hours: 6", "hours: 2-3"));
		await driver.run("Roadmap: Undo Last Entry");
		await driver.message("Undone: ").waitFor();
		assert.equal(text(), plan);
	});

	it("opens Log Time to add what was done", async () => {
		await driver.run("Roadmap: Resume After a Break...");
		await driver.answer("Welcome Back", "Log what you did");
		await driver.accept("Log what you did");
		await driver.choice("Something else, step by step").waitFor();
		await driver.answer("Log Time", "1h writing 2 days ago");
		await driver.accept(/1 h · Thought leadership/);
		await driver.message("Logged: Thought leadership: 1 h").waitFor();
		assert.equal(driver.lines().at(-1)?.["at"], formatDay(today() - 2));
	});
});
