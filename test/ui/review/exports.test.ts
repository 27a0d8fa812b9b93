import { strict as assert } from "node:assert";
import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Workbench } from "../support/workbench.ts";
import { clearUp, type WorkbenchDriver, workbenchDriver } from "../support/workbenchDriver.ts";

const plan = `title: Way up
start: 2020-01-06
targets:
  year 1+:
    - { id: talks, title: Talks given, goal: 2 }
    - { id: raise, title: A raise nobody knows of, private: true }
checkpoints:
  - { id: annual, title: Annual assessment, every: 12 months, until: year 30 }
  - { id: monthly, title: Monthly, every: 1 month, until: year 30 }
`;
const journal = [
	{ id: "1", at: "2019-12-01", type: "note", text: "Before day one" },
	{ id: "2", at: "2020-12-31", type: "review", checkpoint: "annual", occurrence: 1 },
	{ id: "3", at: "2021-02-01", type: "note", text: "Budget approved", amount: "$140K" },
	{ id: "4", at: "2021-03-01", type: "review", checkpoint: "monthly", occurrence: 14 },
	{ id: "5", at: "2021-04-01", type: "progress", on: "raise", set: true, note: "nobody knows" },
];

describe("exports, by keyboard", () => {
	const folder = mkdtempSync(join(tmpdir(), "waymark-ui-"));
	let workbench: Workbench;
	let driver: WorkbenchDriver;

	before(async () => {
		const lines = journal.map((line) => `${JSON.stringify(line)}\n`).join("");
		const files = { "roadmap.yaml": plan, "roadmap.log.jsonl": lines };
		driver = await workbenchDriver(folder, files, { settings: { "waymark.timeZone": "UTC" } });
		({ workbench } = driver);
		await workbench.openView();
		await workbench.row(/^Talks given, target/).waitFor();
	});

	clearUp(folder, () => driver);

	const written = (ending: string): string => {
		const name = readdirSync(folder).find((each) => each.endsWith(ending)) ?? assert.fail(`no ${ending}`);
		return readFileSync(join(folder, name), "utf8");
	};

	/** Takes a row of the list of choices. */
	const choose = async (text: string) => {
		await driver.choice(text).first().waitFor();
		await workbench.type(text);
		await driver.accept(text);
	};

	/** Types in place of what stands in an input. */
	const answer = async (asked: string, text: string) => {
		await driver.prompt(asked).waitFor();
		await driver.press("Control+A");
		await workbench.type(text);
	};

	/** Takes the place that the dialog offers. */
	const save = async () => {
		await driver.prompt(/Export (Impact Record|Calendar)/).waitFor();
		await driver.choice(/^\.\./).or(driver.choice("roadmap.yaml")).first().waitFor();
		// The dialog ignores Enter while it looks up the folder.
		const offered = driver.prompt(/Export (Impact Record|Calendar)/);
		await driver.until(driver.message("Exported without private items"), async () => {
			if (await offered.isVisible()) await driver.press("Enter");
		});
	};

	it("cover the time since the last annual review, and open in an editor", async () => {
		await driver.run("Roadmap: Export Impact Record...");
		await choose("Markdown");
		await choose("Since the last annual review");
		await save();
		await workbench.page
			.locator(".tabs-container")
			.getByRole("tab", { name: /^impact-\d{4}-\d{2}-\d{2}\.md/ })
			.waitFor();
		assert.match(written(".md"), /\*\*Budget approved\*\* · Feb 1, 2021 · \$140K/);
		assert.doesNotMatch(written(".md"), /Before day one|nobody knows/i);
		await workbench.screenshot("impact-record");
		await driver.run("View: Close All Editors");
	});

	it("cover a date range that is entered in two steps", async () => {
		await driver.run("Roadmap: Export Impact Record...");
		await choose("CSV");
		await choose("Custom range...");
		await answer("First day", "2999-01-01");
		await driver.prompt("Enter a date no later than today").waitFor();
		await answer("Enter a date no later than today", "2019-01-01");
		await driver.press("Enter");
		await answer("Last day", "2018-01-01");
		await driver.prompt("Enter a date between 2019-01-01 and today").waitFor();
		await driver.back();
		await answer("First day", "2019-06-01");
		await driver.press("Enter");
		// What was typed there before is offered again, and still wrong.
		await answer("Enter a date between 2019-06-01 and today", "2020-01-01");
		await driver.press("Enter");
		await save();
		const lines = written(".csv").trimEnd().split("\r\n");
		assert.equal(lines.length, 2);
		assert.match(lines[1] ?? "", /^2019-12-01,Wins,Before day one,/);
		await driver.run("View: Close All Editors");
	});

	it("write future dates as a calendar", async () => {
		await driver.run("Roadmap: Export Calendar...");
		await save();
		assert.match(written(".ics"), /SUMMARY:Annual assessment\r\n/);
		assert.doesNotMatch(written(".ics"), /nobody knows/);
	});
});
