import { strict as assert } from "node:assert";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eventually } from "../../integration/support/eventually.ts";
import type { Workbench } from "../support/workbench.ts";
import { clearUp, type WorkbenchDriver, workbenchDriver } from "../support/workbenchDriver.ts";

const plan = `title: Mine
start: 2020-01-06
phases:
  - { title: Basics, when: years 1-40 }
targets:
  year 39:
    - Lead a team # at work
    - { id: talks, title: Talks, goal: 4, when: 2058-06 } # in June
`;

describe("the timeline of the overview, worked in the window", () => {
	const folder = mkdtempSync(join(tmpdir(), "waymark-ui-"));
	let workbench: Workbench;
	let driver: WorkbenchDriver;
	const page = () => workbench.page.frameLocator("iframe.webview.ready").last().frameLocator("#active-frame");
	const talks = () => page().getByRole("option", { name: /^Talks, target/ });
	const text = () => readFileSync(join(folder, "roadmap.yaml"), "utf8");

	before(async () => {
		driver = await workbenchDriver(folder, { "roadmap.yaml": plan }, { width: 1500, height: 900 });
		({ workbench } = driver);
		await workbench.openView();
		await workbench.row(/^Lead a team, target/).waitFor();
		await driver.run("Roadmap: Open Overview");
		await talks().waitFor();
	});

	clearUp(folder, () => driver);

	it("selects the row in the view and the line in the plan at a click, beside the page", async () => {
		await talks().click();
		await workbench.page.getByRole("tab", { name: "roadmap.yaml" }).waitFor();
		await workbench.page.locator(".sidebar .monaco-list-row.selected[aria-label^=Talks]").waitFor();
		assert.ok(await talks().isVisible());
	});

	it("moves the end of a bar that is dragged, after the reason and the preview of Replan, and one Undo reverts it", async () => {
		const list = page().getByRole("listbox");
		await list.press("End");
		await list.press("f");
		const grip = page().locator(".is-selected .tl-grip");
		const bar = page().locator(".is-selected .tl-bar");
		// Once it fills the window.
		await eventually(async () => assert.ok(((await bar.boundingBox())?.width ?? 0) > 200));
		const [from, whole] = [await grip.boundingBox(), await bar.boundingBox()];
		assert.ok(from && whole);
		const [x, y] = [from.x + from.width / 2, from.y + from.height / 2];
		await workbench.page.mouse.move(x, y);
		await workbench.page.mouse.down();
		await workbench.page.mouse.move(x - whole.width / 4, y, { steps: 4 });
		await workbench.page.mouse.move(x - whole.width / 2, y, { steps: 4 });
		await workbench.screenshot("overview-drag");
		await workbench.page.mouse.up();
		const input = driver.prompt("Replan").locator("input[type=text]");
		await eventually(async () => assert.match(await input.inputValue(), /^2058-06-01\.\.2058-06-1\d$/));
		const when = await input.inputValue();
		await driver.press("Enter");
		await driver.answer("Reason for the change", "Too late to prepare");
		await driver.press("Enter");
		await driver.prompt("What would move").waitFor();
		await driver.accept("Change the plan");
		await driver.message("Replanned: Talks").waitFor();
		await eventually(() => assert.equal(text(), plan.replace("2058-06 }", `${when} }`)));
		const [entry] = driver.lines().slice(-1);
		assert.deepEqual([entry?.["type"], entry?.["on"], entry?.["why"]], ["plan", "talks", "Too late to prepare"]);
		await driver.run("Roadmap: Undo Last Entry");
		await eventually(() => assert.equal(text(), plan));
	});

	it("replans with R, and logs with Enter and a double click", async () => {
		const list = page().getByRole("listbox");
		await list.press("End");
		await list.press("r");
		await driver.prompt("Replan").filter({ hasText: "Talks" }).waitFor();
		await driver.press("Escape");
		await list.press("Enter");
		await driver.prompt("Talks").waitFor();
		await driver.press("Escape");
		await driver.prompt("Talks").waitFor({ state: "hidden" });
		await talks().dblclick();
		await driver.prompt("Talks").waitFor();
	});
});
