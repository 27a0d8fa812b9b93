import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { today } from "../support/loggingPlan.ts";
import type { Workbench } from "../support/workbench.ts";
import { clearUp, type WorkbenchDriver, workbenchDriver } from "../support/workbenchDriver.ts";

const date = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);
const weekdayOf = (day: number) =>
	new Intl.DateTimeFormat("en", { weekday: "long", timeZone: "UTC" }).format(day * 86_400_000).toLowerCase();
/** The plan starts today, in a week that began yesterday and ends in five days. */
const plan = `title: New
start: ${date(today())}
week: { starts: ${weekdayOf(today() - 1)} }
commitments: [{ id: writing, title: Writing, hours: 7 }]
time_off: [{ when: ${date(today() + 7)}..${date(today() + 8)}, why: Sailing }]
targets:
  year 1: [{ id: exam, title: First exam, when: ${date(today() + 9)} }]
checkpoints: [{ id: check, title: Early check, when: ${date(today() + 10)} }]
`;

describe("the first week and the week to come, by keyboard", () => {
	const folder = mkdtempSync(join(tmpdir(), "waymark-ui-"));
	let workbench: Workbench;
	let driver: WorkbenchDriver;

	before(async () => {
		const settings = { "waymark.timeZone": "UTC" };
		driver = await workbenchDriver(folder, { "roadmap.yaml": plan }, { settings });
		({ workbench } = driver);
		await workbench.openView();
		await workbench.row(/^Writing, commitment/).waitFor();
	});

	clearUp(folder, () => driver);

	it("say why the aim of the first week is smaller", async () => {
		const start = new Intl.DateTimeFormat("en", { weekday: "short", day: "numeric", month: "short", timeZone: "UTC" });
		const reason = `the plan starts ${start.format(today() * 86_400_000)}`;
		await workbench.row(new RegExp(`^All commitments, 0 min of 6 h · on pace, ${reason}`)).waitFor();
		await workbench.screenshot("first-week");
	});

	it("show the time off and what is due next week", async () => {
		await driver.run("Roadmap: Next Week");
		await workbench.page.locator(".pane-header", { hasText: "Next Week" }).waitFor();
		await workbench.row(/^All commitments, 5 h planned, Sailing$/).waitFor();
		await workbench.row(/^Due in this week, 2$/).waitFor();
		await workbench
			.row(/^First exam, target/)
			.first()
			.waitFor();
		await workbench
			.row(/^Early check, /)
			.first()
			.waitFor();
		await workbench.screenshot("week-to-come");
		await driver.run("Roadmap: This Week");
		await workbench.row(/^All commitments, 0 min of 6 h/).waitFor();
	});

	it("show that discreet mode is on, in the header and in the status bar", async () => {
		await driver.run("Roadmap: Toggle Discreet Mode");
		await workbench.page.locator(".pane-header", { hasText: "discreet mode" }).waitFor();
		await driver.status.locator(".codicon-eye-closed").waitFor();
		await workbench.screenshot("discreet-on");
		await driver.run("Roadmap: Toggle Discreet Mode");
		await driver.status.locator(".codicon-eye-closed").waitFor({ state: "detached" });
	});
});
