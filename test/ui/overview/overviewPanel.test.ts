import { writeFileSync } from "node:fs";
import { join } from "node:path";
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
