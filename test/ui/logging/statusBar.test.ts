import { strict as assert } from "node:assert";
import { appendFileSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { plan } from "../support/loggingPlan.ts";
import type { Workbench } from "../support/workbench.ts";
import { clearUp, entryBody, WorkbenchDriver, workbenchDriver } from "../support/workbenchDriver.ts";

describe("the timer and the status bar, by keyboard", () => {
	const folder = mkdtempSync(join(tmpdir(), "waymark-ui-"));
	let workbench: Workbench;
	let driver: WorkbenchDriver;
	let settings: Readonly<Record<string, string>> = {};

	before(async () => {
		const files = { "roadmap.yaml": plan, ".vscode/settings.json": "{}" };
		driver = await workbenchDriver(folder, files, { settings: { "waymark.timeZone": "UTC" } });
		({ workbench } = driver);
		await workbench.openView();
		await workbench.row(/^Talks given, target/).waitFor();
	});

	clearUp(folder, () => driver);

	function writeSetting(name: string, value: string): void {
		settings = { ...settings, [name]: value };
		writeFileSync(join(folder, ".vscode", "settings.json"), JSON.stringify(settings));
	}

	it("starts a timer, shows it, keeps it over a reload and in another window, and switches and stops it", async () => {
		const before = driver.lines().length;
		await driver.run("Roadmap: Start Timer...");
		await driver.answer("Start Timer", "Thought");
		await driver.accept("Thought leadership");
		await driver.message("Timer started: Thought leadership").waitFor();
		await driver.status.filter({ hasText: /Thought leadership \d:\d\d/ }).waitFor();
		await workbench.row(/^Thought leadership, commitment.*timer running since/).waitFor();
		await workbench.screenshot("timer-running");
		await workbench.reload();
		await driver.status.filter({ hasText: /Thought leadership \d:\d\d/ }).waitFor();
		const other = new WorkbenchDriver(await workbench.openWindow());
		await other.status.filter({ hasText: /Thought leadership \d:\d\d/ }).waitFor();
		await other.run("Roadmap: Start Timer...");
		await other.answer("Start Timer", "Executive");
		await other.accept("Executive networking");
		await other.message("Timer switched to Executive networking.").waitFor();
		const timers = driver.lines().filter(({ type }) => type === "timer");
		assert.deepEqual(
			timers.map(({ on }) => on),
			["writing", "networking"],
		);
		const spoken = driver.status.locator("[aria-label*='Executive networking']");
		await spoken.waitFor();
		await driver.run("Roadmap: Stop Timer");
		await spoken.waitFor({ state: "detached" });
		await other.status.locator("[aria-label*='Executive networking']").waitFor({ state: "detached" });
		const ends = driver.lines().slice(before + 1);
		for (const { id } of timers) {
			assert.equal(ends.filter(({ timer, entry }) => timer === id || entry === id).length, 1, "each is stopped once");
		}
		await other.workbench.page.context().close();
	});

	it("offers to stop, to switch, and to log on a click while a timer runs", async () => {
		await driver.run("Roadmap: Start Timer...");
		await driver.accept("Thought leadership");
		await driver.status.filter({ hasText: /Thought leadership \d:\d\d/ }).waitFor();
		await driver.until(driver.prompt(/Thought leadership \d:\d\d/), () => driver.status.click());
		for (const action of ["Stop", "Switch...", "Log Time..."]) {
			await driver.choice(action).waitFor();
		}
		await workbench.screenshot("timer-click");
		await workbench.type("Switch");
		await driver.accept("Switch...");
		await driver.prompt("Start Timer").waitFor();
		await driver.choice("Strategic learning").waitFor();
		assert.equal(await driver.choice("Thought leadership").count(), 0, "it runs already");
		await workbench.type("Strategic");
		await driver.accept("Strategic learning");
		await driver.message("Timer switched to Strategic learning. Nothing was logged on Thought leadership.").waitFor();
		await driver.run("Roadmap: Running Timer...");
		await driver.accept("Stop");
		await driver.status.filter({ hasText: /Strategic learning/ }).waitFor({ state: "detached" });
	});

	it("asks for the duration if a timer starts in the future", async () => {
		const ids: Array<string> = [];
		// As Waymark makes them, so that what is started later is known to be later.
		const timer = () => {
			const time = Date.now().toString(16).padStart(12, "0");
			ids.push(`${time.slice(0, 8)}-${time.slice(8)}-7000-8000-000000000000`);
			return entry(ids.at(-1) ?? "");
		};
		const entry = (id: string) => ({
			id,
			at: new Date(Date.now() + 7_200_000).toISOString(),
			type: "timer",
			on: "writing",
		});
		for (const [typed, said] of [
			["40m", "Logged: Thought leadership: 40 min"],
			["", "Stopped. Nothing was logged."],
		] as const) {
			appendFileSync(join(folder, "roadmap.log.jsonl"), `${JSON.stringify(timer())}\n`);
			await driver.status.locator("[aria-label*='Thought leadership']").waitFor();
			await driver.run("Roadmap: Stop Timer");
			await driver.answer("the clock was set back", typed);
			await driver.press("Enter");
			await driver.message(said).waitFor();
			await driver.status.locator("[aria-label*='Thought leadership']").waitFor({ state: "detached" });
		}
		const [time, discarded] = driver
			.lines()
			.filter(({ type }) => type !== "timer")
			.slice(-2)
			.map(entryBody);
		assert.deepEqual(time, { type: "time", on: "writing", minutes: 40, timer: ids[0] });
		assert.deepEqual(discarded, { type: "void", entry: ids[1] });
	});

	it("shows the week in the tooltip, with working links", async () => {
		await driver.status.hover();
		const tooltip = workbench.page.locator(".monaco-hover", { hasText: "This week:" });
		await tooltip.waitFor();
		assert.match(
			(await tooltip.innerText()).replace(/\s/g, " "),
			/Thought leadership: .* of 3 h.*.*Executive networking: .*Strategic learning: /,
		);
		await workbench.page.screenshot({ path: "dist/screenshots/status-tooltip.png" });
		await tooltip.locator("a", { hasText: "What Next?" }).click();
		await driver.prompt("What Next?").waitFor();
	});

	it("lists what helps most, and starts its timer on Enter", async () => {
		await driver.run("Roadmap: What Next?");
		await driver.choice("Strategic learning").waitFor();
		await workbench.screenshot("what-next");
		await workbench.type("Strategic");
		await driver.choice("Thought leadership").waitFor({ state: "hidden" });
		await driver.accept("Strategic");
		await driver.status.locator("[aria-label*='Strategic learning']").waitFor();
		assert.deepEqual(entryBody(driver.lines().at(-1) ?? {}), { type: "timer", on: "strategic" });
		await driver.run("Roadmap: Start or Stop Timer");
		await driver.status.locator("[aria-label*='Strategic learning']").waitFor({ state: "detached" });
	});

	it("shows in the status bar what the setting says, and runs its command on a click", async () => {
		for (const [setting, text] of [
			["full", / of 6 h · \S/],
			["icon", /^\s*$/],
			["compact", / of 6 h\s*$/],
		] as const) {
			writeSetting("waymark.statusBar", setting);
			await driver.status.filter({ hasText: text }).waitFor();
		}
		writeSetting("waymark.statusBar", "off");
		await driver.status.waitFor({ state: "hidden" });
		writeSetting("waymark.statusBar", "compact");
		await driver.status.waitFor();
		for (const [setting, title] of [
			["whatNext", "What Next?"],
			["logTime", "Log Time"],
			["toggleTimer", "Start Timer"],
		] as const) {
			writeSetting("waymark.statusBarClick", setting);
			// The command of a click is not to be seen.
			await driver.until(driver.prompt(title), async () => {
				await driver.press("Escape");
				await driver.status.click();
			});
			await driver.press("Escape");
		}
	});
});
