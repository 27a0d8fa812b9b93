import { strict as assert } from "node:assert";
import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { clearUp, type Hands, handsOn } from "./hands.ts";
import type { Workbench } from "./workbench.ts";

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
	let hands: Hands;

	before(async () => {
		const lines = journal.map((line) => `${JSON.stringify(line)}\n`).join("");
		const files = { "roadmap.yaml": plan, "roadmap.log.jsonl": lines };
		hands = await handsOn(folder, files, { settings: { "waymark.timeZone": "UTC" } });
		({ workbench } = hands);
		await workbench.openView();
		await workbench.row(/^Talks given, target/).waitFor();
	});

	clearUp(folder, () => hands);

	const written = (ending: string): string => {
		const name = readdirSync(folder).find((each) => each.endsWith(ending)) ?? assert.fail(`no ${ending}`);
		return readFileSync(join(folder, name), "utf8");
	};

	/** Takes a row of the list of choices. */
	const choose = async (text: string) => {
		await hands.choice(text).first().waitFor();
		await workbench.type(text);
		await hands.choice(text).first().waitFor();
		await hands.press("Enter");
	};

	/** Types in place of what stands in an input. */
	const answer = async (asked: string, text: string) => {
		await hands.asked(asked).waitFor();
		await hands.press("Control+A");
		await workbench.type(text);
	};

	/** Takes the place that the dialog offers. */
	const save = async () => {
		await hands.asked(/Export (Impact Record|Calendar)/).waitFor();
		await hands.choice(/^\.\./).or(hands.choice("roadmap.yaml")).first().waitFor();
		await workbench.page.waitForTimeout(500);
		await hands.press("Enter");
		await hands.message("Exported without what is private").waitFor();
	};

	it("tell since the last annual review, in a document that opens", async () => {
		await hands.run("Roadmap: Export Impact Record...");
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
		await hands.run("View: Close All Editors");
	});

	it("tell of the days between two, asked for one after the other", async () => {
		await hands.run("Roadmap: Export Impact Record...");
		await choose("CSV");
		await choose("Between two days...");
		await answer("The first day", "2999-01-01");
		await hands.asked("Write a day up to today").waitFor();
		await answer("Write a day up to today", "2019-01-01");
		await hands.press("Enter");
		await answer("The last day", "2018-01-01");
		await hands.asked("Write a day from 2019-01-01 up to today").waitFor();
		await hands.back();
		await answer("The first day", "2019-06-01");
		await hands.press("Enter");
		await answer("The last day", "2020-01-01");
		await hands.press("Enter");
		await save();
		const lines = written(".csv").trimEnd().split("\r\n");
		assert.equal(lines.length, 2);
		assert.match(lines[1] ?? "", /^2019-12-01,Wins,Before day one,/);
		await hands.run("View: Close All Editors");
	});

	it("write what is still to come as a calendar", async () => {
		await hands.run("Roadmap: Export Calendar...");
		await save();
		assert.match(written(".ics"), /SUMMARY:Annual assessment\r\n/);
		assert.doesNotMatch(written(".ics"), /nobody knows/);
	});
});
