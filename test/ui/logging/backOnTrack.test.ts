import { strict as assert } from "node:assert";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openWorkbench } from "../support/workbench.ts";
import { WorkbenchDriver } from "../support/workbenchDriver.ts";

const item = "Professional connections";

const ways = [
	["More", [/^hours: \{ .*: 4-5, .*: [\d.]+-[\d.]+ \} # the weekly aim/, /^hours: \{ .*: 1, .*: [\d.]+ \}$/]],
	["Later", [/goal: 100\+, track: management, when: by \d{4}-\d\d \}$/]],
	["Less", [/goal: \d\d\+, track: management \}$/]],
	["Drop", [/dropped: \{ on: \d{4}-\d\d-\d\d, why: Reorganisation \} \}$/]],
] as const;

for (const [name, theme, tried] of [
	["dark", "Default Dark Modern", ways],
	["light", "Default Light Modern", ways.slice(0, 1)],
] as const) {
	describe(`back on track on the sample, by keyboard, ${name}`, () => {
		let driver: WorkbenchDriver;
		let sample: string;

		const text = () => readFileSync(join(driver.workbench.folder, "roadmap.yaml"), "utf8");
		/** The lines that differ from the sample, without their indent. */
		const changed = () => {
			const old = new Set(sample.split("\n"));
			return text()
				.split("\n")
				.filter((line) => !old.has(line))
				.map((line) => line.trim());
		};

		before(async () => {
			driver = new WorkbenchDriver(await openWorkbench({ width: 1200, height: 800, theme }));
			await driver.workbench.openView();
			sample = text();
		});

		afterEach(() => driver?.reset());
		after(() => driver?.workbench.dispose());

		async function choose(option: string): Promise<void> {
			await driver.run("Roadmap: Get Back on Track...");
			await driver.prompt("Get Back on Track").waitFor();
			await driver.workbench.type(item);
			await driver.accept(item);
			await driver.choice("Drop it").waitFor();
			if (option === "More") await driver.workbench.screenshot(`back-on-track-options-${name}`);
			await driver.workbench.type(option);
			await driver.accept(option);
		}

		async function apply(): Promise<void> {
			await driver.accept("Show the changes");
			await driver.choice("Change the plan").waitFor();
			await driver.workbench.page
				.locator(".monaco-diff-editor .line-insert")
				.filter({ visible: true })
				.first()
				.waitFor();
		}

		async function giveReason(): Promise<void> {
			await driver.accept("Change the plan");
			await driver.answer("Reason for the change", "Reorganisation");
			await driver.press("Enter");
		}

		for (const [option, lines] of tried) {
			it(`${option}: shows the diff, asks for a reason, and is one step for Undo`, async () => {
				const before = driver.lines().length;
				await choose(option);
				await apply();
				await driver.workbench.screenshot(`back-on-track-${option.toLowerCase()}-${name}`);
				assert.equal(text(), sample);
				await giveReason();
				await driver.message("Replanned: Professional connections").waitFor();
				assert.equal(changed().length, lines.length, changed().join("\n"));
				for (const [index, line] of lines.entries()) assert.match(changed()[index] ?? "", line);
				const entries = driver.added(before);
				assert.equal(entries.length, lines.length);
				for (const { type, why } of entries) assert.deepEqual([type, why], ["plan", "Reorganisation"]);
				await driver.run("Roadmap: Undo Last Entry");
				await driver.message("Undone: ").waitFor();
				assert.equal(text(), sample);
			});
		}

		// In the other theme only the looks differ.
		if (tried.length < ways.length) return;

		it("treats several items in one go", async () => {
			await choose("Later");
			await driver.choice("Show the changes").waitFor();
			await driver.workbench.screenshot(`back-on-track-list-${name}`);
			await driver.workbench.type("Accepted as lead");
			await driver.accept("Accepted as lead");
			await driver.workbench.type("Drop");
			await driver.accept("Drop");
			await driver.choice("2 choices").waitFor();
			await apply();
			await giveReason();
			await driver.message("Back on track: 2 changes of the plan").waitFor();
			assert.equal(changed().length, 2);
			await driver.run("Roadmap: Undo Last Entry");
			await driver.message("Undone: ").waitFor();
			assert.equal(text(), sample);
		});

		it("computes and shows the changes again if the plan has changed meanwhile", async () => {
			await choose("Less");
			await apply();
			await driver.accept("Change the plan");
			await driver.prompt("Reason for the change").waitFor();
			const edited = sample.replace("# the weekly aim", "# my weekly aim");
			assert.notEqual(edited, sample);
			writeFileSync(join(driver.workbench.folder, "roadmap.yaml"), edited);
			await driver.press("Enter");
			await driver.message("The plan changed in the meantime. The changes were computed again.").waitFor();
			assert.equal(text(), edited);
			await giveReason();
			await driver.message("Replanned: Professional connections").waitFor();
			assert.ok(text().includes("# my weekly aim"));
			assert.equal(changed().length, 2, changed().join("\n"));
			writeFileSync(join(driver.workbench.folder, "roadmap.yaml"), sample);
		});
	});
}
