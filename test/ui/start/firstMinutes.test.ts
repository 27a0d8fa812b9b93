import { strict as assert } from "node:assert";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openWorkbench, type Workbench } from "../support/workbench.ts";
import { WorkbenchDriver } from "../support/workbenchDriver.ts";

describe("the first minutes", () => {
	const folder = mkdtempSync(join(tmpdir(), "waymark-ui-"));
	let workbench: Workbench;

	before(async () => {
		workbench = await openWorkbench({ folder, width: 1700 });
	});

	after(async () => {
		await workbench?.dispose();
		rmSync(folder, { recursive: true, force: true });
	});

	it("have a walkthrough with a picture for each step", async () => {
		assert.deepEqual(await workbench.notifications(), []);
		await workbench.command("Welcome: Open Walkthrough...");
		await workbench.page.locator(".quick-input-list .monaco-list-row", { hasText: "Your Roadmap" }).click();
		const steps = workbench.page.locator(".getting-started-step");
		await steps.first().waitFor();
		assert.equal(await steps.count(), 5);
		for (const [step, title] of ["Create", "See", "Log", "Record", "Review"].entries()) {
			await steps
				.filter({ has: workbench.page.locator(".step-title", { hasText: new RegExp(`^${title}\\b`) }) })
				.click();
			const picture = workbench.page.frameLocator(".getting-started-media iframe").frameLocator("#active-frame");
			await picture.locator("svg rect").first().waitFor();
			await workbench.screenshot(`walkthrough-${step + 1}`);
		}
	});

	it("offer a sample with progress in a new window", async () => {
		await workbench.openView();
		const opened = workbench.page.context().waitForEvent("page");
		await workbench.page.locator(".sidebar").getByRole("button", { name: "Open Sample" }).click();
		const page = await opened;
		page.setDefaultTimeout(30_000);
		await page.locator(".activitybar").getByRole("tab", { name: "Roadmap" }).click();
		const sidebar = page.locator(".sidebar");
		await sidebar
			.getByRole("treeitem", { name: /, current phase, \d\d% reached/ })
			.first()
			.waitFor();
		await sidebar.getByRole("treeitem", { name: /^All commitments, .* of 4–5 h/ }).waitFor();
		const driver = new WorkbenchDriver(workbench);
		assert.deepEqual(driver.lines(), []);
	});
});
