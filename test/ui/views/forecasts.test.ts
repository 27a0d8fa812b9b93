import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openWorkbench, type Workbench } from "../support/workbench.ts";

/** How far a turn of the wheel goes: about two rows of the tree, in pixels. */
const turnHeight = 50;
const mostTurns = 60;
const choice = ".quick-input-list .monaco-list-row";

for (const [name, theme] of [
	["dark", "Default Dark Modern"],
	["light", "Default Light Modern"],
	["contrast", "Default High Contrast"],
	["contrast-light", "Default High Contrast Light"],
] as const) {
	describe(`forecasts of the sample, ${name}`, () => {
		let workbench: Workbench;

		before(async () => {
			workbench = await openWorkbench({ width: 1000, height: 1000, theme });
			await workbench.openView();
		});

		after(() => workbench.dispose());

		it("appear in the row of the goal, above the plan, after the first render", async () => {
			const aim = workbench.row(/^Director-level role.*, roadmap goal, \d of 5 likely/);
			await aim.waitFor();
			const rows = await workbench.page.locator(".sidebar").getByRole("treeitem").allInnerTexts();
			assert.equal(rows.filter((text) => !text.startsWith("Needs attention"))[0], await aim.innerText());
			await workbench.screenshot(`forecasts-${name}`);
		});

		it("show in the tooltip of an item how likely it is", async () => {
			const { page } = workbench;
			const row = workbench.row(/^Professional connections/).first();
			await workbench.row(/^Director-level role.*, roadmap goal/).hover();
			// Only the rows in sight exist.
			for (let turns = 0; turns < mostTurns && !(await row.isVisible()); turns++) {
				await page.mouse.wheel(0, turnHeight);
			}
			await row.hover();
			await page.locator(".monaco-hover", { hasText: /Forecast.*(likely|not at this rate)/s }).waitFor();
			await page.screenshot({ path: `dist/screenshots/forecast-tooltip-${name}.png`, animations: "disabled" });
		});

		it("are drawn in a review as a range, with a table for those who can't see it", async () => {
			const { page } = workbench;
			await workbench.command("Roadmap: Open Review...");
			await page.locator(choice).first().waitFor();
			await page.keyboard.press("Enter");
			const review = page.frameLocator("iframe.webview.ready").last().frameLocator("#active-frame");
			const figure = review.locator("figure", { hasText: "Progress toward the goals" });
			// Charts are drawn when they come into sight.
			await figure.scrollIntoViewIfNeeded();
			await figure.getByText("likely range").waitFor();
			const picture = figure.getByRole("img", { name: /likely|not at this rate/ });
			await picture.scrollIntoViewIfNeeded();
			await workbench.screenshot(`forecast-review-${name}`);
			const table = figure.getByRole("button", { name: "Show as Table: Progress toward the goals" });
			await table.focus();
			await page.keyboard.press("Enter");
			await figure.getByRole("columnheader", { name: "Forecast" }).waitFor();
			assert.ok((await figure.getByRole("cell", { name: /^due: / }).count()) > 0);
		});

		it("are tried out with the keyboard, without writing anything", async () => {
			const plan = readFileSync(join(workbench.folder, "roadmap.yaml"), "utf8");
			const { page } = workbench;
			await workbench.command("Roadmap: What If...");
			await page.locator(choice, { hasText: "Professional connections" }).waitFor();
			await workbench.type("Professional");
			await workbench.accept("Professional connections");
			await page.locator(".quick-input-widget", { hasText: "What If: Professional connections" }).waitFor();
			await workbench.type("2 a week");
			await page.locator(choice, { hasText: "takes 2 a week" }).waitFor();
			await workbench.screenshot(`what-if-${name}`);
			await workbench.accept("takes 2 a week");
			const value = 'document.querySelector(".quick-input-widget input[type=text]").value';
			await page.waitForFunction(`/^by \\d{4}-\\d\\d-\\d\\d$/.test(${value})`);
			await page.keyboard.press("Escape");
			assert.equal(readFileSync(join(workbench.folder, "roadmap.yaml"), "utf8"), plan);
		});
	});
}
