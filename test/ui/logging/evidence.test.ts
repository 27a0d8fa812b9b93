import { strict as assert } from "node:assert";
import { execFileSync } from "node:child_process";
import { appendFileSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { plan } from "../support/loggingPlan.ts";
import { clearUp, type WorkbenchDriver, workbenchDriver } from "../support/workbenchDriver.ts";

/** A review that is due. */
const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
const review = `checkpoints: [{ id: look, title: Look back, when: ${yesterday} }]\n`;

describe("evidence from commits, by keyboard", () => {
	const folder = mkdtempSync(join(tmpdir(), "waymark-ui-"));
	let driver: WorkbenchDriver;

	const git = (...args: ReadonlyArray<string>) => execFileSync("git", args, { cwd: folder, encoding: "utf8" });
	const commit = (message: string) => {
		writeFileSync(join(folder, "notes.txt"), message);
		git("add", "notes.txt");
		git("commit", "-q", "-m", message);
	};

	before(async () => {
		git("init", "-q", "-b", "main");
		git("config", "user.email", "me@example.com");
		git("config", "user.name", "Me");
		commit("Draft the outline");
		driver = await workbenchDriver(
			folder,
			{ "roadmap.yaml": plan + review },
			{ settings: { "waymark.timeZone": "UTC" } },
		);
		await driver.workbench.openView();
		await driver.workbench.row(/^Talks given, target/).waitFor();
	});

	clearUp(folder, () => driver);

	it("asks once which repositories may be read, then lists what could count", async () => {
		await driver.until(driver.choice(basename(folder)).first(), async () => {
			await driver.press("Escape");
			await driver.run("Roadmap: Review Evidence...");
		});
		await driver.press("Enter");
		await driver.choice(/about 30 min · waymark-ui/).waitFor();
		assert.match(await driver.choice(/about 30 min/).innerText(), /1 commit[\s\S]*Draft the outline/);
		await driver.workbench.screenshot("evidence");
	});

	it("logs a sitting on what is chosen, with its commit, and keeps it out of the list", async () => {
		await driver.until(driver.choice(/about 30 min · waymark-ui/).first(), async () => {
			await driver.press("Escape");
			await driver.run("Roadmap: Review Evidence...");
		});
		await driver.accept(/about 30 min/);
		await driver.accept("Log it on something else");
		await driver.choice("Executive networking").waitFor();
		await driver.workbench.type("Thought leadership");
		await driver.accept("Thought leadership");
		await driver.accept("Only this time");
		await driver.message("Logged: Thought leadership: 30 min").waitFor();
		const [entry] = driver.added(0);
		const { evidence, ...rest } = entry ?? {};
		assert.deepEqual(rest, { type: "time", on: "writing", minutes: 30, note: "Draft the outline" });
		const [{ commit: hash, repository }] = evidence as [Readonly<Record<string, string>>];
		assert.deepEqual([hash, repository], [git("rev-parse", "HEAD").trim(), basename(folder)]);
	});

	it("notices a commit of the terminal, proposes what was accepted before, and logs it with Enter", async () => {
		commit("Write the first part");
		const row = driver.workbench.row(/^1 commit could count/);
		await row.waitFor();
		await driver.workbench.screenshot("evidence-row");
		await row.click();
		await driver.choice(/Thought leadership \(as before\)/).waitFor();
		await driver.accept(/about 30 min/);
		await driver.accept(/30 min · Thought leadership · Today/);
		await driver.message("Logged: Thought leadership: 30 min").waitFor();
		await row.waitFor({ state: "hidden" });
		assert.equal(driver.lines().length, 2);
	});

	it("never proposes again what was ignored, and brings back what was undone", async () => {
		commit("Fix a typo");
		await driver.workbench.row(/^1 commit could count/).waitFor();
		await driver.run("Roadmap: Review Evidence...");
		await driver.accept(/about 30 min/);
		await driver.choice("Ignore").waitFor();
		await driver.workbench.type("Ignore");
		await driver.accept("Ignore");
		await driver.run("Roadmap: Undo Last Entry");
		await driver.workbench.row(/^1 commit could count/).waitFor();
		await driver.run("Roadmap: Review Evidence...");
		await driver.choice("Write the first part").waitFor();
		assert.equal(await driver.choice("Fix a typo").count(), 0);
	});

	it("proposes a note when a timer stops, which runs on after Escape", async () => {
		const begun = new Date(Date.now() - 3_600_000).toISOString();
		const timer = { id: "0-timer", at: begun, type: "timer", on: "networking" };
		appendFileSync(join(folder, "roadmap.log.jsonl"), `${JSON.stringify(timer)}\n`);
		commit("Prepare the meetup");
		await driver.workbench.row(/^2 commits could count/).waitFor();
		const before = driver.lines().length;
		const prompt = driver.prompt("Note, from what was committed and edited meanwhile");
		await driver.until(prompt, () => driver.run("Roadmap: Stop Timer"));
		await driver.workbench.screenshot("evidence-timer");
		await driver.press("Escape");
		await prompt.waitFor({ state: "hidden" });
		assert.equal(driver.lines().length, before);
		await driver.until(prompt, () => driver.run("Roadmap: Stop Timer"));
		await driver.press("Enter");
		await driver.message("Logged: Executive networking: 1 h").waitFor();
		const [{ on, note, timer: stopped, evidence } = assert.fail()] = driver.added(before);
		assert.deepEqual([on, note, stopped], ["networking", "Write the first part; Prepare the meetup", "0-timer"]);
		assert.equal((evidence as ReadonlyArray<unknown>).length, 2);
		await driver.workbench.row(/could count/).waitFor({ state: "hidden" });
	});

	it("has the hours in This Week and in the review, and the commits in the history", async () => {
		await driver.workbench.row(/^Executive networking.*1 h/).waitFor();
		const page = () => driver.workbench.page.frameLocator("iframe.webview.ready").last().frameLocator("#active-frame");
		await driver.run("Roadmap: Show History...");
		await driver.choice("Executive networking").waitFor();
		await driver.workbench.type("Executive networking");
		await driver.accept("Executive networking");
		await page().getByText("Write the first part; Prepare the meetup").waitFor();
		await page().getByText(git("rev-parse", "HEAD").slice(0, 7)).waitFor();
		await driver.workbench.screenshot("evidence-history");
		await driver.run("View: Close All Editors");
		await driver.run("Roadmap: Open Review...");
		await driver.accept("Look back");
		await page()
			.getByRole("row", { name: /Executive networking.*1 h/ })
			.first()
			.waitFor();
		await driver.workbench.screenshot("evidence-review");
	});
});
