import { strict as assert } from "node:assert";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { eventually } from "../../integration/support/eventually.ts";
import { openWorkbench, type Workbench } from "../support/workbench.ts";

describe("the overview in the window", () => {
	let workbench: Workbench;
	const page = () => workbench.page.frameLocator("iframe.webview.ready").last().frameLocator("#active-frame");

	before(async () => {
		workbench = await openWorkbench({ width: 1300, height: 950 });
		await workbench.openView();
		await workbench.row(/roadmap goal/).waitFor();
	});

	after(() => workbench.dispose());

	it("opens from the palette, with the goal and the timeline", async () => {
		await workbench.command("Roadmap: Open Overview");
		await page().getByRole("heading", { level: 1, name: "Director of AI Engineering" }).waitFor();
		await page().getByText("0 of 5 likely").waitFor();
		await page()
			.getByRole("option", { name: /^AI Platform Engineering Manager/ })
			.waitFor();
		await workbench.screenshot("overview");
	});

	it("shows the line of a row in the plan at a click", async () => {
		await page()
			.getByRole("option", { name: /^AI Platform Engineering Manager/ })
			.click();
		await workbench.page.getByRole("tab", { name: "roadmap.yaml" }).waitFor();
		await workbench.page
			.locator(".editor-instance .view-line", { hasText: "AI Platform Engineering Manager" })
			.waitFor();
	});

	/** What of the page the user has chosen. */
	const chosen = () =>
		page()
			.locator("html")
			.evaluate((root) => ({
				folds: [...root.querySelectorAll("details:not([open])")].map(({ className }) => className),
				scroll: root.scrollTop,
				rowsScroll: root.querySelector(".tl-list")?.scrollTop ?? 0,
				ticks: [...root.querySelectorAll(".tl-tick")].map(({ textContent }) => textContent),
			}));

	/** What the window has stored about the editors that are open. */
	const storedEditors = () =>
		workbench.page.evaluate<string>(`(async () => {
			const result = (request) => new Promise((done, fail) => {
				request.onsuccess = () => done(request.result);
				request.onerror = () => fail(request.error);
			});
			let stored = "";
			for (const { name } of await indexedDB.databases()) {
				if (!/^vscode-web-state-db-(?!global)/.test(name)) continue;
				const database = await result(indexedDB.open(name));
				if (database.objectStoreNames.contains("ItemTable"))
					stored += await result(database.transaction("ItemTable").objectStore("ItemTable").get("memento/workbench.parts.editor"));
				database.close();
			}
			return stored;
		})()`);

	it("comes back with its zoom, folds, and scroll after it was hidden, and after a reload of the window", async () => {
		await workbench.command("Roadmap: Open Overview");
		const list = page().getByRole("listbox");
		await list.press("End");
		await list.press("y");
		await page().locator("summary", { hasText: "This Week" }).click();
		await page()
			.locator("html")
			.evaluate((root) => root.scrollTo(0, 120));
		await eventually(async () => {
			const { folds, scroll, rowsScroll } = await chosen();
			assert.ok(folds.join() === "fold is-week" && scroll === 120 && rowsScroll > 0);
		});
		const before = await chosen();
		await workbench.command("File: New Untitled Text File");
		await workbench.page.locator("iframe.webview.ready").waitFor({ state: "detached" });
		await workbench.command("View: Close Editor");
		await list.waitFor();
		await eventually(async () => assert.deepEqual(await chosen(), before));
		// In a browser, VS Code doesn't save on unload, but each minute while the window has the focus.
		await page()
			.locator("html")
			.click({ position: { x: 4, y: 300 } });
		await eventually(
			async () => assert.match(await storedEditors(), /^(?!.*untitled).*folds\W+week\b.*scroll\W+120\b/),
			120_000,
		);
		await workbench.reload();
		await list.waitFor();
		await eventually(async () => {
			const { scroll, ...others } = await chosen();
			assert.deepEqual({ ...others, scroll: before.scroll }, before);
			// The line of the goal gets longer with the forecasts, and what is below stays in its place.
			assert.ok(Math.abs(scroll - before.scroll) <= 40, String(scroll));
		});
		await list.press("Home");
	});

	it("shows the last valid version while the plan is broken, and says so", async () => {
		await workbench.command("Roadmap: Open Overview");
		await page().getByRole("heading", { level: 1 }).waitFor();
		writeFileSync(join(workbench.folder, "roadmap.yaml"), "{{{{");
		await page().getByText("The plan can't be read: showing the last valid version").waitFor();
		await page()
			.getByRole("option", { name: /^AI Platform Engineering Manager/ })
			.waitFor();
	});
});
