import { strict as assert } from "node:assert";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { plan, today } from "../support/loggingPlan.ts";
import type { Workbench } from "../support/workbench.ts";
import { clearUp, type WorkbenchDriver, workbenchDriver } from "../support/workbenchDriver.ts";

const date = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);
const text = `${plan}checkpoints:
  - { id: monthly, title: Monthly review, every: 1 month, until: year 30 }
risks:
  - { title: The budget is cut, note: Ask finance in Lisbon first }
`;
const entries = [
	{
		id: "1",
		at: date(today() - 40),
		type: "progress",
		on: "talks",
		add: 1,
		note: "Porto meetup",
		link: "https://a.example/porto",
	},
	{ id: "2", at: date(today() - 9), type: "time", on: "writing", minutes: 45, note: "Drafted the article" },
	{ id: "3", at: date(today() - 5), type: "plan", on: "talks", field: "goal", was: "3", now: "4", why: "Went well" },
	{ id: "4", at: "2020-03-04", type: "review", checkpoint: "monthly", occurrence: 1, summary: "A slow start" },
];

describe("finding things, by keyboard", () => {
	const folder = mkdtempSync(join(tmpdir(), "waymark-ui-"));
	let workbench: Workbench;
	let driver: WorkbenchDriver;

	const tab = (name: string | RegExp) => workbench.page.locator(".tabs-container").getByRole("tab", { name });
	const line = (number: number) => workbench.page.getByRole("button", { name: new RegExp(`^Ln ${number}, Col 1\\b`) });
	const search = async (typed: string, hit: string | RegExp) => {
		await driver.run("Roadmap: Search...");
		await driver.prompt("Search Roadmap").waitFor();
		await driver.press("Control+A");
		await workbench.type(typed);
		await driver.choice(hit).first().waitFor();
		return () => driver.accept(hit);
	};
	/** The number of a line of the plan with that text. */
	const lineOf = (words: string) => text.split("\n").findIndex((each) => each.includes(words)) + 1;
	const preview = () => workbench.page.frameLocator("iframe.webview.ready").last().frameLocator("#active-frame");

	before(async () => {
		const lines = entries.map((entry) => `${JSON.stringify(entry)}\n`).join("");
		const files = { "roadmap.yaml": text, "roadmap.log.jsonl": lines };
		driver = await workbenchDriver(folder, files, { settings: { "waymark.timeZone": "UTC" } });
		({ workbench } = driver);
		await workbench.openView();
		await workbench.row(/^Talks given, target/).waitFor();
	});

	clearUp(folder, () => driver);

	afterEach(() => driver.run("View: Close All Editors"));

	it("searches the plan, the journal, and the reviews, and opens each hit at its place", async () => {
		let open = await search("lisbon", "The budget is cut");
		await open();
		await tab("roadmap.yaml").waitFor();
		await workbench.page.getByRole("button", { name: new RegExp(`^Ln ${lineOf("The budget")}, `) }).waitFor();
		open = await search("drafted article", "Drafted the article");
		await workbench.screenshot("search");
		await open();
		await tab("roadmap.log.jsonl").waitFor();
		await line(2).waitFor();
		open = await search("slow start", "Monthly review");
		await open();
		await tab("Monthly review").waitFor();
	});

	it("offers the last search again, and says if nothing was found", async () => {
		await search("slow star", "Monthly review");
		await driver.press("Escape");
		await driver.run("Roadmap: Search...");
		await driver.prompt("Search Roadmap").waitFor();
		await workbench.type("zzqzz");
		await driver.choice("Nothing was found.").waitFor();
		await driver.press("Escape");
	});

	it("goes to items, commitments, and reviews with Go to Symbol in Workspace", async () => {
		for (const [typed, row] of [
			["AWS Sec", "AWS Security"],
			["Executive", "Executive networking"],
			["Monthly", "Monthly review"],
		] as const) {
			await driver.press("Control+T");
			await workbench.type(typed);
			await driver.choice(row).first().waitFor();
			if (row === "Monthly review") {
				await driver.choice("review, held Mar 4, 2020").waitFor();
				await workbench.screenshot("workspace-symbols");
			}
			await driver.accept(row);
			await driver.prompt(typed).waitFor({ state: "hidden" });
			await workbench.page.locator(".editor-instance .view-line").first().waitFor();
		}
	});

	it("shows the history of an item as a page, which follows the journal", async () => {
		await driver.run("Roadmap: Show History...");
		await driver.choice("Talks given").waitFor();
		await workbench.type("Talks");
		await driver.accept("Talks given");
		await tab(/History of Talks given/).waitFor();
		await preview().getByRole("heading", { level: 1, name: "Talks given" }).waitFor();
		await preview().getByText("Porto meetup").waitFor();
		await preview().getByText("Went well").waitFor();
		assert.equal(await preview().getByRole("link", { name: "https://a.example/porto" }).count(), 1);
		await workbench.screenshot("history");
		await driver.run("Roadmap: Log Progress...");
		await driver.answer("Log Progress", "talks +1 second one");
		await driver.choice(/Talks given.*second one/).waitFor();
		await driver.press("Enter");
		await driver.message("Logged: Talks given").waitFor();
		await preview().getByText("second one").waitFor();
	});

	it("opens the history from the context menu of a row", async () => {
		const menu = workbench.page.locator(".monaco-menu .action-item");
		const item = menu.filter({ hasText: "Show History..." });
		const focused = workbench.page.locator(".sidebar .monaco-list-row.focused[aria-label^='Talks given']");
		await driver.until(item, async () => {
			await driver.press("Escape");
			await driver.run("Roadmap: Focus on Roadmap View");
			await driver.press("Home");
			for (let down = 0; down < 5 && !(await focused.isVisible()); down++) await driver.press("ArrowDown");
			await driver.press("Shift+F10");
		});
		await workbench.screenshot("history-menu");
		while (!(await menu.and(workbench.page.locator(".focused")).filter({ hasText: "Show History..." }).count())) {
			await driver.press("ArrowDown");
		}
		await driver.press("Enter");
		await tab(/History of Talks given/).waitFor();
	});
});
