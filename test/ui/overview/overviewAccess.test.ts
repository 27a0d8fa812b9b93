import { overviewPage } from "../../../src/viewmodel/overview/overviewPage.ts";
import { overviewPatch } from "../../../src/viewmodel/overview/overviewPatch.ts";
import { sourceWith } from "../../unit/viewmodel/viewSourceFor.ts";
import { axeFindsNothing } from "../../webview/axeFindsNothing.ts";
import { sampleSource } from "../../webview/overviewSource.ts";
import type { ReviewInBrowser } from "../../webview/reviewInBrowser.ts";
import { reviewPages } from "../../webview/reviewPages.ts";
import { type Theme, themes } from "../../webview/themes.ts";

const full = overviewPage(sampleSource(), { notice: "The plan can't be read." });
const empty = overviewPage(sourceWith("title: Nothing yet"));

describe("the page of the overview, for assistive technology", () => {
	const pages = reviewPages();
	let overview: ReviewInBrowser;

	for (const theme of Object.keys(themes) as ReadonlyArray<Theme>) {
		it(`has no axe violations in any state, theme ${theme}`, async () => {
			overview = await pages.open({ theme, content: { kind: "overview", patch: full } });
			const { page } = overview;
			await page.getByRole("listbox").waitFor();
			await axeFindsNothing(page, "as it opens");
			await page.getByRole("listbox").getByRole("option").nth(3).click();
			const { id } = await overview.request("show");
			await overview.send({ kind: "answer", id, ok: false, error: "The file can't be read." });
			await page.getByRole("alert").waitFor();
			for (const section of await page.locator(".overview-sections .switch").all()) await section.click();
			await axeFindsNothing(page, "a selected row, an error, and tables");
			await page.getByRole("listbox").press("i");
			const tip = await overview.request("tip");
			await overview.send({ kind: "answer", id: tip.id, ok: true, tip: "Reached: 2 of 3" });
			await page.getByRole("status").filter({ hasText: "Reached: 2 of 3" }).waitFor();
			await axeFindsNothing(page, "a tooltip");
			const filter = page.getByRole("combobox", { name: "Show" });
			await filter.selectOption({ label: "Due and overdue" });
			const nothingDue = { ...full.timeline, rows: full.timeline.rows.filter(({ isDue }) => !isDue) };
			await overview.send({ kind: "overview", patch: overviewPatch({ ...full, timeline: nothingDue }).patch });
			await page.locator(".tl-none").waitFor();
			await axeFindsNothing(page, "a filter that leaves nothing");
			await filter.selectOption({ label: "All" });
			await page.getByRole("listbox").waitFor();
			await page.getByRole("button", { name: "Show as Table", exact: true }).first().click();
			await page.locator("summary").first().click();
			await axeFindsNothing(page, "a folded section");
			await page.locator("summary").first().click();
			await axeFindsNothing(page, "the table of the timeline");
			await overview.send({ kind: "overview", patch: overviewPatch(empty).patch });
			await page.getByText("Nothing in the plan has dates yet.").waitFor();
			await axeFindsNothing(page, "an empty plan");
		});
	}
});
