import { strict as assert } from "node:assert";
import { openWorkbench, type Workbench } from "./workbench.ts";

describe("a review, as a person holds it", () => {
	let workbench: Workbench;

	before(async () => {
		workbench = await openWorkbench({ width: 1280, height: 1500 });
	});

	after(() => workbench?.dispose());

	it("opens", async () => {
		await workbench.openView();
		await workbench
			.row(/current phase/)
			.first()
			.waitFor();
		await workbench.command("Roadmap: Open Review...");
		await workbench.page.locator(".quick-input-list .monaco-list-row").first().waitFor();
		await workbench.screenshot("review-pick");
		await workbench.page.keyboard.press("Enter");
		workbench.page.on("console", (message) => console.log("CONSOLE", message.type(), message.text().slice(0, 300)));
		await workbench.page.waitForTimeout(5000);
		for (const f of workbench.page.frames())
			console.log(
				"FRAME",
				f.url().slice(0, 100),
				(
					await f
						.locator("body")
						.innerHTML()
						.catch((e) => String(e))
				).slice(0, 300),
			);
		await workbench.command("Roadmap: Show Log");
		await workbench.page.waitForTimeout(2000);
		await workbench.screenshot("review-early");
		const frame = workbench.page.frameLocator("iframe.webview").frameLocator("#active-frame");
		await frame.getByRole("heading", { level: 1 }).waitFor();
		await workbench.page.waitForTimeout(1500);
		await workbench.screenshot("review");
		for (let part = 1; part < 6; part++) {
			await frame.locator("html").evaluate((html, to) => html.ownerDocument.defaultView?.scrollTo(0, to), part * 1300);
			await workbench.page.waitForTimeout(700);
			await workbench.screenshot(`review-${part}`);
		}
		assert.ok(frame);
	});
});
