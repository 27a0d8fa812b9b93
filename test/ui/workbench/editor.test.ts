import { strict as assert } from "node:assert";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openWorkbench, type Workbench } from "../support/workbench.ts";

const plan = `title: Mine
start: 2026-01-05
measures: [{ id: reports, title: Reports }]
targets:
  year 1:
    - { id: people, title: People, gaol: 100+ }
    - { title: Both, needs: [people] }
    - { of: reports, goal: 3 }
commitments:
  - { id: writing, title: Writing, hours: 2 }
`;

describe("the plan in its editor", () => {
	const folder = mkdtempSync(join(tmpdir(), "waymark-ui-"));
	const file = join(folder, "roadmap.yaml");
	let workbench: Workbench;

	const editor = () => workbench.page.locator(".editor-instance");
	const lens = (text: string | RegExp) => editor().locator(".codelens-decoration a", { hasText: text }).first();
	const title = (text: string) => workbench.page.locator(".quick-input-title", { hasText: text });
	const press = (key: string) => workbench.page.keyboard.press(key);

	before(async () => {
		writeFileSync(file, plan);
		workbench = await openWorkbench({ folder });
		await workbench.openFile("roadmap.yaml");
		await lens("Log Time").waitFor();
	});

	after(async () => {
		await workbench?.dispose();
		rmSync(folder, { recursive: true, force: true });
	});

	/** Puts the cursor at a line and column, both counted from 1. */
	async function goTo(line: number, column: number): Promise<void> {
		await press("Control+G");
		const input = workbench.page.locator(".quick-input-widget input[type=text]");
		await input.fill(`:${line}:${column}`);
		await press("Enter");
		await workbench.page.locator(".quick-input-widget").waitFor({ state: "hidden" });
	}

	/** Takes a quick fix at the cursor. Suggestions may come late, and get in its way. */
	async function takeFix(title: string): Promise<void> {
		const action = workbench.page.locator(".action-widget .monaco-list-row", { hasText: title }).first();
		await workbench.until(action, async () => {
			await press("Escape");
			await press("Control+.");
		});
		await action.click();
	}

	/** The plan as it is on disk once it was saved. */
	async function saved(): Promise<string> {
		await press("Control+S");
		await workbench.page.locator(".tabs-container .tab.dirty").waitFor({ state: "detached" });
		return readFileSync(file, "utf8");
	}

	/** What the last entry of the journal is about, and says. */
	function logged(): { readonly on: string; readonly set: unknown } {
		const lines = readFileSync(join(folder, "roadmap.log.jsonl"), "utf8").trimEnd().split("\n");
		const { on, set } = JSON.parse(lines.at(-1) ?? "");
		return { on, set };
	}

	it("corrects a key by a quick fix", async () => {
		await editor().locator(".squiggly-error").first().waitFor();
		await goTo(6, 36);
		await takeFix("Change to goal");
		await editor().locator(".squiggly-error").first().waitFor({ state: "detached" });
		assert.equal(await saved(), plan.replace("gaol", "goal"));
	});

	it("logs progress by a click above the target", async () => {
		await editor().locator(".codelens-decoration", { hasText: "100+" }).first().waitFor();
		await workbench.screenshot("editor");
		await workbench.until(title("100+"), () => lens("Log Progress").click());
		await workbench.type("34");
		await workbench.accept("34");
		await editor()
			.locator(".codelens-decoration", { hasText: /34.of.100\+/ })
			.first()
			.waitFor();
		assert.deepEqual(logged(), { on: "people", set: 34 });
	});

	it("logs on the measure that several targets share", async () => {
		const ofMeasure = editor().locator(".codelens-decoration", { hasText: /^0.of.3 ·.*Log Progress/ });
		await workbench.until(title("0 of 3"), () => ofMeasure.getByText("Log Progress").click());
		await workbench.type("2");
		await workbench.accept("2");
		await editor()
			.locator(".codelens-decoration", { hasText: /2.of.3/ })
			.first()
			.waitFor();
		assert.deepEqual(logged(), { on: "reports", set: 2 });
	});

	it("shows the dates of a period after it", async () => {
		await editor()
			.locator(".view-line", { hasText: /year.1:.*Jan.5,.2026/ })
			.waitFor();
	});

	it("renames an ID everywhere, and its entries still count", async () => {
		await goTo(6, 14);
		await press("F2");
		const input = workbench.page.locator(".rename-box input");
		await input.waitFor();
		await input.fill("contacts");
		await press("Enter");
		await editor()
			.locator(".view-line", { hasText: /needs:.\[contacts\]/ })
			.waitFor();
		await editor()
			.locator(".codelens-decoration", { hasText: /34.of.100\+/ })
			.first()
			.waitFor();
		assert.match(await saved(), /\{ id: contacts, title: People, goal: 100\+, formerly: \[people\] \}/);
	});

	it("completes a key and an ID of the expected kind", async () => {
		await press("Control+End");
		await workbench.type("checkpo");
		const row = (text: string) => workbench.page.locator(".suggest-widget .monaco-list-row", { hasText: text }).first();
		await row("checkpoints").waitFor();
		await press("Tab");
		await workbench.type("Half");
		assert.match(await saved(), /\ncheckpoints:\n {2}- title: Half\n {4}every: 6 months$/);
		await press("Escape");
		await press("Control+End");
		await press("Enter");
		await workbench.type("replaces: [ha");
		await row("half").waitFor();
		await press("Tab");
		await workbench.type("]");
		assert.match(await saved(), /\n {4}replaces: \[half\]$/);
	});

	it("completes a key of the item above where Enter leaves the caret, in the column of its keys", async () => {
		await press("Control+End");
		await press("Enter");
		await press("Backspace");
		await workbench.type("- title: Annual");
		await press("Enter");
		await workbench.type("eve");
		const row = workbench.page.locator(".suggest-widget .monaco-list-row", { hasText: "every" }).first();
		await row.waitFor();
		await workbench.screenshot("editor-item-above");
		await press("Tab");
		assert.match(await saved(), /\n {2}- title: Annual\n {4}every: 6 months$/);
		await press("Escape");
	});

	it("closes a bracket that is missing by a quick fix", async () => {
		await press("Control+End");
		await press("Enter");
		await workbench.type("replaces: [half");
		await press("Escape");
		// The editor closed the bracket.
		await press("Delete");
		await editor().locator(".squiggly-error").first().waitFor();
		await takeFix("Add the missing ]");
		await editor().locator(".squiggly-error").first().waitFor({ state: "detached" });
		assert.match(await saved(), /\n {4}replaces: \[half ?\]$/);
	});
});
