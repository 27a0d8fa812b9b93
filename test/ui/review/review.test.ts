import { strict as assert } from "node:assert";
import { appendFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import axe from "axe-core";
import type { FrameLocator, Page } from "playwright-core";
import { bailHere } from "../support/bail.ts";
import { openWorkbench, type Workbench } from "../support/workbench.ts";
import { type Line, WorkbenchDriver } from "../support/workbenchDriver.ts";

const dayMs = 86_400_000;
const date = (days: number): string => new Date(Date.now() + days * dayMs).toISOString().slice(0, 10);

// Day one is such that the second monthly review fell due some days ago, and the first one was held.
const plan = `title: Way up
start: ${date(-65)}
week: { hours: 2-3 }
phases: [{ title: Now, when: months 1-12, outcomes: { technical: [Ship the first project] } }]
tracks:
  - { id: technical, title: Technical, share: 60%, stages: [{ title: Foundation, when: year 1, milestones: [{ id: certified, title: Certified, when: by month 2 }] }] }
  - { id: management, title: Management, share: 40% }
targets:
  year 1:
    - { id: articles, title: Articles, goal: 5+, track: technical }
    - { id: raise, title: A raise nobody knows of, private: true }
commitments: [{ id: writing, title: Writing, hours: 2, track: technical }]
checkpoints:
  - id: monthly
    title: Monthly review
    every: 1 month
    until: month 3
    questions:
      - { ask: On schedule?, evidence: [articles, certified] }
      - Anything in the way?
indicators: { leading: [{ id: interviews, title: Interview requests }] }
risks: [{ title: Money runs short, mitigations: [Savings plan] }]
`;

/** The page of the review in the active editor. */
function pageIn(page: Page): FrameLocator {
	return page.frameLocator("iframe.webview.ready").last().frameLocator("#active-frame");
}

describe("a review, as a person holds it", () => {
	// One review from its opening to its export: what a step leaves is what the next one finds.
	bailHere();
	const folder = mkdtempSync(join(tmpdir(), "waymark-ui-"));
	const journal = join(folder, "roadmap.log.jsonl");
	const reports = join(folder, "reviews");
	let workbench: Workbench;
	let driver: WorkbenchDriver;

	const frame = () => pageIn(workbench.page);
	const question = (text: string) => frame().getByRole("listitem").filter({ hasText: text }).first();
	const reviews = (): ReadonlyArray<Line> => driver.lines().filter(({ type }) => type === "review");

	/** Lists the formats. The page may take the focus late, which closes the list. */
	const chooseFormat = () =>
		driver.until(driver.choice("HTML").filter({ visible: true }), async () => {
			await driver.press("Escape");
			await driver.run("Roadmap: Export Review...");
		});

	/** Takes the place that the dialog offers. */
	const saveExport = async () => {
		await driver.choice("HTML").waitFor({ state: "hidden" });
		const offered = driver.prompt("Export Review");
		// The dialog ignores Enter while it looks up the folder.
		await driver.until(driver.message("Exported without private items"), async () => {
			if (await offered.isVisible()) await driver.press("Enter");
		});
	};

	const open = async () => {
		await workbench.openView();
		await workbench.row(/^Now, current phase/).waitFor();
		await driver.run("Roadmap: Open Review...");
		await driver.accept("was due");
		await frame().getByRole("heading", { level: 1, name: "Monthly review" }).waitFor();
	};

	before(async () => {
		writeFileSync(join(folder, "roadmap.yaml"), plan);
		const entry = (id: string, days: number, fields: Line) => `${JSON.stringify({ id, at: date(days), ...fields })}\n`;
		writeFileSync(
			journal,
			entry("1", -40, {
				type: "progress",
				on: "articles",
				set: 2,
				note: "Two are out",
				link: "https://example.com/two",
			}) +
				entry("2", -20, { type: "time", on: "writing", minutes: 90 }) +
				entry("3", -34, {
					type: "review",
					checkpoint: "monthly",
					occurrence: 1,
					answers: [{ question: "On schedule?", verdict: "yes" }],
					next: [{ id: "p1", text: "Write every week", on: "articles" }],
				}) +
				entry("4", -10, { type: "progress", on: "articles", add: 1 }),
		);
		workbench = await openWorkbench({ folder, width: 1280, height: 1400 });
		driver = new WorkbenchDriver(workbench);
		await open();
	});

	after(async () => {
		await workbench?.dispose();
		rmSync(folder, { recursive: true, force: true });
	});

	it("is filled in with the record", async () => {
		const text = await frame().locator("body").innerText();
		for (const part of [
			/Write every week/,
			/3 of 5\+, 2 before/,
			/Certified/,
			/1 h 30 min/,
			/Interview requests/,
			/Money runs short/,
		]) {
			assert.match(text, part);
		}
		for (const title of [
			"Status of this review",
			"Hours per week",
			"Split of the time by track",
			"Progress toward the goals",
		]) {
			await frame().getByRole("figure").filter({ hasText: title }).first().scrollIntoViewIfNeeded();
		}
		await frame().getByRole("img").nth(3).waitFor();
	});

	it("has no axe violations", async () => {
		const inner = await (await frame().locator("body").elementHandle())?.ownerFrame();
		assert.ok(inner);
		await inner.evaluate(axe.source);
		const found = await inner.evaluate(async () => {
			const { violations } = await (globalThis as unknown as { axe: typeof import("axe-core") }).axe.run();
			return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(" ")}`);
		});
		assert.deepEqual(found, []);
	});

	it("keeps a half-finished draft after a reload", async () => {
		await frame().getByRole("group", { name: "Write every week" }).getByRole("radio", { name: "partly" }).check();
		await question("On schedule?").getByRole("radio", { name: "yes" }).check();
		await question("On schedule?").getByRole("textbox").fill("Nearly all of it");
		await frame().getByRole("textbox", { name: "Summary" }).fill("A good month");
		await workbench.page.waitForTimeout(700);
		await workbench.reload();
		const isBack = frame().getByRole("heading", { level: 1, name: "Monthly review" }).waitFor({ timeout: 15_000 });
		// A window that goes at once may not have written down which editors were open.
		await isBack.catch(() => open());
		await frame().getByRole("heading", { level: 1, name: "Monthly review" }).waitFor();
		assert.equal(await question("On schedule?").getByRole("textbox").inputValue(), "Nearly all of it");
		assert.equal(await frame().getByRole("textbox", { name: "Summary" }).inputValue(), "A good month");
		assert.ok(await question("On schedule?").getByRole("radio", { name: "yes" }).isChecked());
	});

	it("keeps the draft outside of the window, in case that is closed", async () => {
		const other = await workbench.openWindow();
		try {
			await other.openView();
			await other.row(/^Now, current phase/).waitFor();
			await other.command("Roadmap: Open Review...");
			await other.page.locator(".quick-input-list .monaco-list-row", { hasText: "was due" }).first().click();
			const summary = pageIn(other.page).getByRole("textbox", { name: "Summary" });
			await summary.waitFor();
			assert.equal(await summary.inputValue(), "A good month");
		} finally {
			await other.page.context().close();
		}
	});

	it("follows the journal while it is filled in, and loses no key", async () => {
		const summary = frame().getByRole("textbox", { name: "Summary" });
		await summary.click();
		await workbench.page.keyboard.press("End");
		await workbench.type(", and ");
		appendFileSync(journal, `${JSON.stringify({ id: "5", at: date(-1), type: "progress", on: "articles", add: 1 })}\n`);
		await workbench.type("a long one");
		await frame().getByText("4 of 5+, 2 before").first().waitFor();
		await workbench.type(", too");
		assert.equal(await summary.inputValue(), "A good month, and a long one, too");
	});

	it("accepts a promise and a rating, and is saved as one step", async () => {
		await frame().getByRole("button", { name: "Add a Promise" }).click();
		await frame().getByRole("textbox", { name: "Promise 1" }).fill("Finish the fifth");
		await frame().getByLabel("Linked to").selectOption({ label: "Articles" });
		await frame().getByLabel("By when").fill(date(30));
		await frame()
			.getByRole("group", { name: /Interview requests/ })
			.getByRole("radio", { name: "rising" })
			.check();
		await workbench.screenshot("review-filled");
		await frame().getByRole("button", { name: "Save Review" }).click();
		await frame().getByRole("button", { name: "Amend" }).waitFor();
		const saved = reviews().at(-1) ?? {};
		assert.deepEqual(saved["answers"], [{ question: "On schedule?", verdict: "yes", note: "Nearly all of it" }]);
		assert.deepEqual(saved["kept"], [{ promise: "p1", verdict: "partly" }]);
		assert.equal(saved["summary"], "A good month, and a long one, too");
		const [promise] = saved["next"] as ReadonlyArray<Line>;
		assert.deepEqual({ ...promise, id: "" }, { id: "", text: "Finish the fifth", on: "articles", due: date(30) });
		assert.ok((saved["facts"] as ReadonlyArray<Line>).some(({ id, value }) => id === "articles" && value === 4));
		assert.equal(driver.lines().filter(({ on, set }) => on === "interviews" && set === "rising").length, 1);
	});

	it("asks once whether to write a report, and writes what the page shows", async () => {
		await workbench.page
			.locator(".notification-toast", { hasText: "save reviews as Markdown files" })
			.getByRole("button", { name: "Always" })
			.click();
		await driver.message("Report: reviews/").waitFor();
		const [name] = readdirSync(reports);
		assert.match(name ?? "", /^\d{4}-\d\d-\d\d-monthly\.md$/);
		const report = readFileSync(join(reports, name ?? ""), "utf8");
		for (const part of [
			/^# Monthly review/,
			/A good month, and a long one, too/,
			/Nearly all of it/,
			/Articles · started · 4 of 5\+/,
			/Finish the fifth/,
		]) {
			assert.match(report, part);
		}
		assert.doesNotMatch(report, /nobody knows/);
		const shown = await frame().locator("body").innerText();
		for (const words of ["A good month, and a long one, too", "Nearly all of it", "Finish the fifth"]) {
			assert.ok(shown.includes(words), words);
		}
		await driver.reset();
	});

	it("stays as it was shown, and lists what has changed since", async () => {
		appendFileSync(journal, `${JSON.stringify({ id: "6", at: date(-2), type: "progress", on: "articles", set: 9 })}\n`);
		await frame()
			.getByText(/Articles: .*10 of 5\+.*, was started, 4 of 5\+/)
			.waitFor();
		assert.match(await frame().locator("body").innerText(), /4 of 5\+, 2 before/);
	});

	it("is amended: the new entry and report replace the first ones", async () => {
		await frame().getByRole("button", { name: "Amend" }).click();
		const summary = frame().getByRole("textbox", { name: "Summary" });
		assert.equal(await summary.inputValue(), "A good month, and a long one, too");
		await summary.fill("Better than that");
		await frame().getByRole("button", { name: "Save Changes" }).click();
		await frame().getByRole("button", { name: "Amend" }).waitFor();
		const [, first, second] = reviews();
		assert.equal(second?.["replaces"], first?.["id"]);
		assert.equal(second?.["summary"], "Better than that");
		assert.deepEqual(second?.["next"], first?.["next"]);
		await driver.message("Report: reviews/").waitFor();
		assert.equal(readdirSync(reports).length, 1);
		assert.match(readFileSync(join(reports, readdirSync(reports)[0] ?? ""), "utf8"), /Better than that/);
		await driver.reset();
	});

	it("opens the previous review beside it, read-only", async () => {
		await frame().getByRole("button", { name: "Open Last Review to the Side" }).click();
		await workbench.page.locator(".editor-group-container").nth(1).waitFor();
		await frame().getByText("Write every week").first().waitFor();
		assert.equal(await frame().getByRole("button", { name: "Save Review" }).count(), 0);
		await workbench.screenshot("review-beside");
		await driver.run("View: Close All Editors in Group");
	});

	it("is exported as one file without scripts and private items", async () => {
		await frame().getByRole("heading", { level: 1 }).click();
		await chooseFormat();
		await driver.accept("HTML");
		await saveExport();
		const file = join(folder, "review-monthly-2.html");
		assert.ok(existsSync(file));
		const html = readFileSync(file, "utf8");
		assert.match(html, /Content-Security-Policy/);
		assert.match(html, /<svg/);
		assert.match(html, /Better than that/);
		assert.doesNotMatch(html, /<script|nobody knows/);
		await driver.reset();
	});

	it("is exported as Markdown, without private items", async () => {
		await frame().getByRole("heading", { level: 1 }).click();
		await chooseFormat();
		await workbench.screenshot("review-export-format");
		await workbench.type("Mark");
		await driver.accept("Markdown");
		await saveExport();
		const markdown = readFileSync(join(folder, "review-monthly-2.md"), "utf8");
		assert.match(markdown, /^# /);
		assert.match(markdown, /Better than that/);
		assert.doesNotMatch(markdown, /nobody knows/);
		await driver.reset();
	});

	it("shows its promises in the next review, and is reverted by Undo", async () => {
		await driver.run("Roadmap: Open Review...");
		// The next one is listed above those in the past.
		await driver.choice("Monthly review").first().click();
		await frame().getByText("Finish the fifth").first().waitFor();
		await driver.run("Roadmap: Undo Last Entry");
		await driver.message("Undone:").waitFor();
	});
});
