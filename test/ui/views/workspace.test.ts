import { strict as assert } from "node:assert";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openWorkbench, type Workbench } from "../support/workbench.ts";

const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
const planOf = (name: string) => `title: ${name}
start: 2020-01-06
commitments: [{ id: writing, title: Writing, hours: 1 }]
targets:
  year 1+:
    - { title: First of ${name}, when: ${yesterday} }
    - Second of ${name}
`;

describe("a workspace of two folders with a plan, and its settings", () => {
	const folder = mkdtempSync(join(tmpdir(), "waymark-ui-"));
	const file = join(folder, "both.code-workspace");
	let workbench: Workbench;

	const textWith = (settings: Readonly<Record<string, unknown>>) =>
		JSON.stringify({ folders: [{ path: "work" }, { path: "home" }], settings });
	const row = (name: RegExp) => workbench.page.locator(".sidebar").getByRole("treeitem", { name });
	const choice = (label: string) => workbench.page.locator(".quick-input-list .monaco-list-row", { hasText: label });
	const badge = () => workbench.page.locator(".activitybar .badge-content").filter({ hasText: /^1$/ });
	const selected = (start: string) =>
		workbench.page.locator(`.sidebar [role=treeitem][aria-selected="true"][aria-label^="${start}"]`);

	before(async () => {
		for (const name of ["work", "home"]) {
			mkdirSync(join(folder, name));
			writeFileSync(join(folder, name, "roadmap.yaml"), planOf(name));
		}
		writeFileSync(file, textWith({ "waymark.badge": false, "waymark.revealInView": false }));
		workbench = await openWorkbench({ folder: file });
		await workbench.openView();
		await row(/^First of work, target, overdue/).waitFor();
	});

	after(async () => {
		await workbench?.dispose();
		rmSync(folder, { recursive: true, force: true });
	});

	it("uses the plan that is chosen by the row, also after a reload, and by the command", async () => {
		await row(/^Plan: work\/roadmap\.yaml, 1 of 2 plans\. Choose another one\./).click();
		await choice("home/roadmap.yaml").click();
		await row(/^First of home, target, overdue/).waitFor();
		await row(/^First of work/).waitFor({ state: "detached" });
		await workbench.page.waitForTimeout(500);
		await workbench.reload();
		await workbench.openView();
		await row(/^Plan: home\/roadmap\.yaml/).waitFor();
		await row(/^First of home, target, overdue/).waitFor();
		await workbench.command("Roadmap: Choose Roadmap...");
		await choice("work/roadmap.yaml").click();
		await row(/^First of work, target, overdue/).waitFor();
	});

	it("counts on the icon and reveals rows only if the settings say so", async () => {
		await workbench.command("Roadmap: Open Plan");
		const line = (text: string) => workbench.page.locator(".editor-instance .view-line", { hasText: text }).first();
		await line("First of work").click();
		await workbench.page.waitForTimeout(1000);
		assert.deepEqual([await badge().count(), await selected("First of work").count()], [0, 0]);
		const settings = textWith({ "waymark.badge": true, "waymark.revealInView": true });
		writeFileSync(file, settings);
		await badge().waitFor();
		await workbench.command("Roadmap: Open Plan");
		await line("Second of work").click();
		await selected("Second of work").waitFor();
	});
});
