import { strict as assert } from "node:assert";
import { openWorkbench, type Workbench } from "../support/workbench.ts";

for (const version of ["newest", "oldest"] as const) {
	describe(`a window of the ${version} VS Code`, () => {
		let workbench: Workbench;

		before(async () => {
			workbench = await openWorkbench({ version });
		});

		after(async () => {
			await workbench?.dispose();
		});

		it("has the roadmap in the Activity Bar, and the view opens", async () => {
			await workbench.openView();
			await workbench.page.locator(".sidebar").getByRole("treeitem").first().waitFor();
		});

		it("opens the plan from the command palette and by its name", async () => {
			await workbench.openFile("roadmap.yaml");
			await workbench.command("View: Close All Editors");
			await workbench.command("Roadmap: Open Plan");
			await workbench.page.locator(".tabs-container").getByRole("tab", { name: "roadmap.yaml" }).waitFor();
			await workbench.screenshot(`smoke-${version}`);
			assert.deepEqual(await workbench.notifications(), []);
		});
	});
}
