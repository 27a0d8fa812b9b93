import { strict as assert } from "node:assert";
import { overviewPage } from "../../../src/viewmodel/overview/overviewPage.ts";
import type { SavedOverview } from "../../../src/viewmodel/overview/overviewProtocol.ts";
import { sampleSource } from "../../webview/overviewSource.ts";
import type { ReviewInBrowser } from "../../webview/reviewInBrowser.ts";
import { reviewPages } from "../../webview/reviewPages.ts";

describe("the page of the overview", () => {
	const pages = reviewPages();
	let overview: ReviewInBrowser;

	async function show(): Promise<void> {
		overview = await pages.open({
			height: 1000,
			content: { kind: "overview", parts: overviewPage(sampleSource()) },
		});
		await overview.page.getByRole("listbox").waitFor();
	}

	const days = async () => {
		const { view } = (await overview.state()) as SavedOverview;
		return view ? view.last - view.first : undefined;
	};
	const row = (name: string | RegExp) => overview.page.getByRole("option", { name });

	it("is worked by keyboard: selects, zooms, fits, shows in the plan, and replans", async () => {
		await show();
		const { keyboard } = overview.page;
		await overview.page.getByRole("listbox").focus();
		await keyboard.press("ArrowDown");
		await row(/^AI Platform Engineering Manager/)
			.and(overview.page.locator("[aria-selected=true]"))
			.waitFor();
		await keyboard.press("0");
		await keyboard.press("+");
		const zoomed = await days();
		await keyboard.press("f");
		assert.notEqual(await days(), zoomed);
		await keyboard.press("Space");
		assert.deepEqual((await overview.request("show")).request, { do: "show", key: "phase:1" });
		const last = row(/^Accepted as lead/);
		await last.click();
		await keyboard.press("r");
		const { request } = await overview.request("replan");
		assert.match(JSON.stringify(request), /"item:/);
	});

	it("is worked by mouse: a wheel with Ctrl zooms to one week, and a click shows the line", async () => {
		await show();
		const box = await overview.page.getByRole("listbox").boundingBox();
		assert.ok(box);
		await overview.page.mouse.move(box.x + box.width * 0.7, box.y + 200);
		await overview.page.keyboard.down("Control");
		for (let times = 0; times < 12; times++) await overview.page.mouse.wheel(0, -60);
		await overview.page.keyboard.up("Control");
		await overview.page.waitForFunction("window.kept.view.last - window.kept.view.first < 7.01");
		await row(/^Foundation/).click();
		assert.deepEqual((await overview.request("show")).request, { do: "show", key: "stage:technical:0" });
	});

	it("says the same in a table, and has every section", async () => {
		await show();
		await overview.page.getByRole("button", { name: "Show as Table", exact: true }).first().click();
		const table = overview.page.getByRole("region", { name: "Timeline" });
		await table.locator("tbody tr").nth(30).waitFor();
		assert.equal(await overview.page.locator("h2").count(), 8);
	});
});
