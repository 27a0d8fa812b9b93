import { strict as assert } from "node:assert";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { today } from "../support/loggingPlan.ts";
import type { Workbench } from "../support/workbench.ts";
import { clearUp, type WorkbenchDriver, workbenchDriver } from "../support/workbenchDriver.ts";

const date = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);
const weekday = new Intl.DateTimeFormat("en", { weekday: "long", timeZone: "UTC" }).format(new Date());
/** The week begins with the only working day, which is today: it is the last one too. */
const plan = `title: Mine
start: ${date(today() - 240)}
week: { starts: ${weekday.toLowerCase()}, days: ${weekday.toLowerCase()} }
phases: [{ title: Ward, when: month 1+ }]
tracks:
  - title: Management
    stages: [{ title: First, when: month 1+, milestones: [{ id: charge, title: Charge nurse }] }]
commitments:
  - { id: writing, title: Thought leadership, hours: 3 }
  - { id: reading, title: Strategic reading, hours: 1 }
`;
const entry = { id: "1", at: date(today() - 20), type: "time", on: "charge", minutes: 90, note: "Shadowed the lead" };

describe("the end of a week and of a milestone, by keyboard", () => {
	const folder = mkdtempSync(join(tmpdir(), "waymark-ui-"));
	let workbench: Workbench;
	let driver: WorkbenchDriver;

	before(async () => {
		const files = { "roadmap.yaml": plan, "roadmap.log.jsonl": `${JSON.stringify(entry)}\n` };
		const settings = { "waymark.timeZone": "UTC", "waymark.nudge.fromHour": 0 };
		driver = await workbenchDriver(folder, files, { settings });
		({ workbench } = driver);
		await workbench.openView();
		await workbench.row(/^Thought leadership, commitment/).waitFor();
	});

	clearUp(folder, () => driver);

	it("is offered in the tooltip of the status bar until the week has its line", async () => {
		await driver.status.hover();
		const hover = workbench.page.locator(".monaco-hover", { hasText: "The week ends soon" }).first();
		await hover.getByText("2 commitments have time to go").waitFor();
		await hover.getByRole("link", { name: "Close Week" }).waitFor();
		await workbench.page.screenshot({ path: "dist/screenshots/week-close-tooltip.png" });
		await driver.press("Escape");
	});

	it("takes what is missing and one line, in a minute", async () => {
		const before = driver.lines().length;
		await driver.run("Roadmap: Close Week...");
		await driver.choice(/Thought leadership.*3 h to go/).waitFor();
		await driver.choice(/Strategic reading.*1 h to go/).waitFor();
		await workbench.screenshot("week-close");
		await driver.accept("Thought leadership");
		await driver.prompt("Thought leadership").waitFor();
		await workbench.type("3h wrote it up");
		await driver.choice(/3 h · Thought leadership.*wrote it up/).waitFor();
		await driver.press("Enter");
		await driver.choice(/Strategic reading.*1 h to go/).waitFor();
		assert.equal(await driver.choice("Thought leadership").count(), 0);
		await workbench.type("close");
		await driver.accept("Close the week");
		await driver.answer("One line about the week", "Good pace");
		await driver.press("Escape");
		await driver.run("Roadmap: Close Week...");
		await driver.choice("Close the week").waitFor();
		await workbench.type("close");
		await driver.accept("Close the week");
		await driver.prompt("One line about the week (optional) (not saved last time)").waitFor();
		await workbench.screenshot("week-close-line");
		await driver.press("Enter");
		await driver.message(/Logged: Week of .*: Good pace/).waitFor();
		assert.deepEqual(driver.added(before), [
			{ type: "time", on: "writing", minutes: 180, note: "wrote it up" },
			{ type: "note", text: "Good pace", week: date(today()) },
		]);
		await workbench.row(/^Good pace, note of the week/).waitFor();
		await workbench.screenshot("week-closed");
	});

	it("says what a milestone took, once", async () => {
		await driver.run("Roadmap: Mark Done...");
		await driver.choice("Charge nurse").waitFor();
		await workbench.type("Charge");
		await driver.accept("Charge nurse");
		await driver.message(/Milestone reached: Charge nurse\. It took 7 months and 1 h 30 min\./).waitFor();
		await workbench.screenshot("milestone-moment");
		await driver.reset();
		await driver.run("Roadmap: Undo Last Entry");
		await driver.message("Undone:").waitFor();
		await driver.reset();
		await driver.run("Roadmap: Redo Entry");
		await driver.message("Redone:").waitFor();
		assert.equal(await driver.message("Milestone reached").count(), 0);
	});
});
