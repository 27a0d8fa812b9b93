import { strict as assert } from "node:assert";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eventually } from "../../integration/support/eventually.ts";
import { plan } from "../support/loggingPlan.ts";
import type { Workbench } from "../support/workbench.ts";
import { clearUp, type WorkbenchDriver, workbenchDriver } from "../support/workbenchDriver.ts";

const annual = `checkpoints:
  - { id: annual, title: Annual review, when: by 2040-06, questions: [On track?, What was hard?] }
`;

describe("daily use, by keyboard", () => {
	const folder = mkdtempSync(join(tmpdir(), "waymark-ui-"));
	let workbench: Workbench;
	let driver: WorkbenchDriver;

	before(async () => {
		driver = await workbenchDriver(
			folder,
			{ "roadmap.yaml": plan + annual },
			{ settings: { "waymark.timeZone": "UTC" } },
		);
		({ workbench } = driver);
		await workbench.openView();
		await workbench.row(/^Talks given, target/).waitFor();
	});

	clearUp(folder, () => driver);

	it("offers a typed line again after Escape, another command and a reload", async () => {
		const before = driver.lines().length;
		await driver.run("Roadmap: Log Time...");
		await driver.answer("Log Time", "45m writing drafted the article");
		await driver.choice(/45 min · Thought leadership/).waitFor();
		await driver.press("Escape");
		await driver.run("Roadmap: Log Time...");
		await driver.choice("Continue: 45m writing drafted the article").waitFor();
		await driver.run("View: Toggle Terminal");
		await workbench.reload();
		await driver.status.waitFor();
		await driver.run("Roadmap: Log Time...");
		await driver.choice("Continue: 45m writing drafted the article").waitFor();
		await workbench.screenshot("daily-continue");
		await driver.press("Enter");
		await driver.choice(/45 min · Thought leadership.*drafted the article/).waitFor();
		await driver.press("Enter");
		await driver.message("Logged: Thought leadership: 45 min").waitFor();
		assert.deepEqual(driver.added(before), [{ type: "time", on: "writing", minutes: 45, note: "drafted the article" }]);
		await driver.run("Roadmap: Log Time...");
		await driver.choice("Something else, step by step").waitFor();
		assert.equal(await driver.choice("Continue").count(), 0);
		await driver.press("Escape");
	});

	it("keeps a win when its optional last step is canceled", async () => {
		const before = driver.lines().length;
		await driver.run("Roadmap: Note a Win...");
		await driver.answer("In one sentence", "Cut the bill of the platform");
		await driver.press("Enter");
		await driver.answer("Amount", "$140K");
		await driver.press("Enter");
		await driver.prompt("A link as evidence").waitFor();
		await driver.press("Enter");
		await driver.choice("Business impact").waitFor();
		await driver.press("Escape");
		await workbench.reload();
		await driver.status.waitFor();
		await driver.run("Roadmap: Note a Win...");
		await driver.prompt("In one sentence, in your own words (not saved last time)").waitFor();
		await workbench.screenshot("daily-win");
		await driver.press("Enter");
		await driver.prompt("Amount").waitFor();
		await driver.press("Enter");
		await driver.prompt("A link as evidence").waitFor();
		await driver.press("Enter");
		await driver.choice("Business impact").waitFor();
		await driver.press("Enter");
		await driver.message("Logged: ").waitFor();
		assert.deepEqual(driver.added(before), [{ type: "note", text: "Cut the bill of the platform", amount: "$140K" }]);
		await driver.run("Roadmap: Note a Win...");
		await driver.prompt("In one sentence").waitFor();
		assert.equal(await driver.prompt("not saved last time").count(), 0);
		await driver.press("Escape");
	});

	it("lists commitments first for a weak match, and Enter alone takes none", async () => {
		const before = driver.lines().length;
		await driver.run("Roadmap: Log Time...");
		await driver.answer("Log Time", "1h solutions reading");
		await driver.choice(/1 h · Thought leadership .*solutions reading/).waitFor();
		await driver.choice(/1 h · AWS Solutions Architect .*reading/).waitFor();
		await workbench.screenshot("daily-candidates");
		await workbench.page.locator(".quick-input-list .monaco-list-row.focused").waitFor({ state: "detached" });
		await driver.press("Enter");
		await workbench.page.waitForTimeout(300);
		assert.equal(driver.lines().length, before);
		await driver.press("ArrowDown");
		await driver.press("Enter");
		await driver.message("Logged: ").waitFor();
		assert.deepEqual(
			driver.added(before).map(({ type, minutes, note }) => ({ type, minutes, note })),
			[{ type: "time", minutes: 60, note: "solutions reading" }],
		);
		await driver.reset();
		await driver.run("Roadmap: Log Time...");
		await driver.answer("Log Time", "1h strategic in 2 days");
		await driver.choice("The date is in the future.").waitFor();
		await driver.press("Escape");
	});

	it("keeps the list while only a time or only a title is typed", async () => {
		const before = driver.lines().length;
		await driver.run("Roadmap: Log Time...");
		await driver.answer("Log Time", "25m");
		await driver.choice("What was it about?").waitFor();
		await driver.choice(/25 min · Executive networking/).waitFor();
		await workbench.screenshot("daily-time-only");
		while (!(await workbench.page.locator(".monaco-list-row.focused", { hasText: "Executive networking" }).count())) {
			await driver.press("ArrowDown");
		}
		await driver.press("Enter");
		await driver.message("Logged: Executive networking: 25 min").waitFor();
		assert.deepEqual(driver.added(before), [{ type: "time", on: "networking", minutes: 25 }]);
		await driver.reset();
		await driver.run("Roadmap: Log Progress...");
		await driver.answer("Log Progress", "talks");
		await driver.choice(/Talks given\s*.*4/).waitFor();
		await workbench.screenshot("daily-title-only");
		// A match is never taken by Enter alone.
		await driver.press("ArrowDown");
		await driver.accept(/Talks given\s*.*4/);
		await driver.prompt("Talks given (1/3)").waitFor();
		await driver.prompt("Now: 0 of 4. The new value or the change").waitFor();
		await workbench.screenshot("daily-value");
		await driver.press("Escape");
	});

	it("asks before a review is held long before it is due, and keeps the draft on Escape", async () => {
		const reviews = () => driver.lines().filter(({ type }) => type === "review");
		await driver.run("Roadmap: Open Review...");
		await driver.choice("Annual review").waitFor();
		await driver.press("Enter");
		const page = workbench.page.frameLocator("iframe.webview.ready").last().frameLocator("#active-frame");
		await page.getByRole("textbox", { name: "Summary" }).focus();
		await workbench.type("Early");
		await driver.press("Control+S");
		const dialog = workbench.page.locator(".monaco-dialog-box", { hasText: "Do you want to hold it now instead?" });
		await dialog.getByText("2 questions are unanswered").waitFor();
		await workbench.screenshot("daily-early");
		await driver.press("Escape");
		await page.getByText("Your changes are kept as a draft").waitFor();
		assert.equal(reviews().length, 0);
		await page.getByRole("textbox", { name: "Summary" }).focus();
		await driver.press("Control+S");
		await dialog.waitFor();
		await driver.press("Tab");
		await dialog
			.getByRole("button", { name: "Hold an Extra Review", exact: true })
			.and(workbench.page.locator(":focus"))
			.waitFor();
		await driver.press("Enter");
		await driver.message("Saved: Annual review").waitFor();
		// The saved one is shown; the scheduled one is still to hold.
		await page.getByText("extra review", { exact: true }).waitFor();
		await workbench.screenshot("daily-extra");
		await driver.run("Roadmap: Open Review...");
		await driver.choice(/Annual review.*2040/).waitFor();
		await driver.press("Enter");
		await page.getByRole("textbox", { name: "Summary" }).focus();
		await workbench.type("Now");
		await driver.press("Control+S");
		await dialog.waitFor();
		await driver.press("Enter");
		// The message of the extra review may still be there.
		await eventually(() => assert.equal(reviews().length, 2));
		assert.deepEqual(
			reviews().map(({ summary, occurrence }) => [summary, typeof occurrence]),
			[
				["Early", "string"],
				["Now", "number"],
			],
		);
	});
});
