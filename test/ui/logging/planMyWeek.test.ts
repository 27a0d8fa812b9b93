import { strict as assert } from "node:assert";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { plan, today } from "../support/loggingPlan.ts";
import { clearUp, type WorkbenchDriver, workbenchDriver } from "../support/workbenchDriver.ts";

const date = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);
const weekday = new Intl.DateTimeFormat("en", { weekday: "long", timeZone: "UTC" }).format(new Date()).toLowerCase();
/** The week begins today. */
const thisWeek = plan.replace("week: {", `week: { starts: ${weekday},`);
const last = { id: "1", at: date(today() - 7), type: "focus", week: date(today() - 7), on: ["talks"] };

describe("planning the week, by keyboard", () => {
	const folder = mkdtempSync(join(tmpdir(), "waymark-ui-"));
	let driver: WorkbenchDriver;

	before(async () => {
		const files = { "roadmap.yaml": thisWeek, "roadmap.log.jsonl": `${JSON.stringify(last)}\n` };
		driver = await workbenchDriver(folder, files, { settings: { "waymark.timeZone": "UTC" } });
		await driver.workbench.openView();
		await driver.workbench.row(/^What became of the last focus\?/).waitFor();
	});

	clearUp(folder, () => driver);

	it("asks what became of the last focus, then for what to focus on, and puts it on top of This Week", async () => {
		await driver.workbench.row(/^What became of the last focus\?/).click();
		await driver.choice("partly done").waitFor();
		await driver.workbench.type("partly");
		await driver.accept("partly done");
		await driver.choice(/Thought leadership.*3 h left over/).waitFor();
		await driver.workbench.screenshot("plan-my-week");
		await driver.workbench.type("Thought leadership");
		await driver.choice("Thought leadership").waitFor();
		await driver.press("ArrowDown");
		await driver.press("Space");
		await driver.press("Enter");
		await driver.message("Logged: focus on Thought leadership").waitFor();
		await driver.workbench.row(/^Focus, 1 thing/).waitFor();
		await driver.workbench.row(/^Thought leadership, commitment.*in focus/).waitFor();
		await driver.workbench.screenshot("focus");
		assert.deepEqual(driver.added(1), [
			{ type: "focus", on: ["writing"], week: date(today()) },
			{
				type: "focus",
				on: ["talks"],
				week: date(today() - 7),
				replaces: "1",
				kept: [{ on: "talks", verdict: "partly" }],
			},
		]);
	});
});
