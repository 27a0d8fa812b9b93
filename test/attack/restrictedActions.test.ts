import assert from "node:assert/strict";
import { mkdirSync, readdirSync, symlinkSync } from "node:fs";
import { formatDay } from "../../src/time/day.ts";
import { versionVariable } from "../harness/vscode/versions.ts";
import { plan, today } from "../ui/support/loggingPlan.ts";
import { openWorkbench, type Workbench } from "../ui/support/workbench.ts";
import { WorkbenchDriver } from "../ui/support/workbenchDriver.ts";
import { StrangersFolder } from "./strangersFolder.ts";

const version = process.env[versionVariable] === "oldest" ? "oldest" : "newest";
const reviewed = `${plan}checkpoints:\n  - { id: monthly, title: Monthly review, every: 1 month, until: 9999 }\n`;

describe(`what a stranger's folder makes of its reviews and settings, in the ${version} VS Code`, function () {
	if (process.platform === "win32") return;
	this.timeout(240_000);
	let folder: StrangersFolder;
	let workbench: Workbench | undefined;

	beforeEach(() => {
		folder = new StrangersFolder();
	});
	afterEach(async () => {
		await workbench?.dispose();
		folder.dispose();
	});

	async function open(own: Readonly<Record<string, unknown>> = {}): Promise<WorkbenchDriver> {
		const settings = { "waymark.timeZone": "UTC", ...own };
		workbench = await openWorkbench({ version, height: 1200, folder: folder.path, isRestricted: true, settings });
		await workbench.openView();
		return new WorkbenchDriver(workbench);
	}

	for (const [what, set] of [
		["a link to a folder outside", (path: string) => symlinkSync(folder.outer("pages"), path)],
		["a link to nothing", (path: string) => symlinkSync(folder.outer("new"), path)],
	] as const) {
		it(`writes no report through ${what} in the place of reviews, says so, and keeps the review`, async () => {
			mkdirSync(folder.outer("pages"));
			folder.write(folder.file("roadmap.yaml"), reviewed);
			set(folder.file("reviews"));
			const driver = await open({ "waymark.writeReviewReports": "always" });
			await driver.status.waitFor();
			await driver.run("Roadmap: Open Review...");
			await driver.accept("Monthly review");
			const page = driver.workbench.page.frameLocator("iframe.webview.ready").last().frameLocator("#active-frame");
			await page.getByRole("textbox", { name: "Summary" }).fill("A good month");
			await page.getByRole("button", { name: "Save Review" }).click();
			await driver.message(/The report couldn't be written: reviews is a link/).waitFor();
			const journal = folder.read(folder.file("roadmap.log.jsonl")) ?? "";
			assert.match(journal, /"type":"review".*"summary":"A good month"/);
			assert.deepEqual(readdirSync(folder.outside), ["pages"]);
			assert.deepEqual(readdirSync(folder.outer("pages")), []);
		});
	}

	it("shows no reminder because of its settings, until it is trusted", async () => {
		folder.write(folder.file("roadmap.yaml"), plan);
		const entry = { id: "1", at: formatDay(today() - 28), type: "time", on: "writing", minutes: 5 };
		folder.write(folder.file("roadmap.log.jsonl"), `${JSON.stringify(entry)}\n`);
		folder.write(folder.file(".vscode/settings.json"), JSON.stringify({ "waymark.nudge.notify": true }));
		const driver = await open();
		await driver.status.waitFor();
		for (let times = 0; times < 3; times++) {
			await driver.run("Roadmap: Refresh");
			// What is not to come has no condition to wait for.
			await driver.workbench.page.waitForTimeout(1000);
		}
		assert.deepEqual(await driver.workbench.notifications(), []);
		await driver.run("Workspaces: Manage Workspace Trust");
		await driver.workbench.page.getByRole("button", { name: "Trust", exact: true }).first().click();
		await driver.until(driver.message(/Nothing was logged for \d weeks\./), () => driver.run("Roadmap: Refresh"));
	});
});
