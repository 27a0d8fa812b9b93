import { strict as assert } from "node:assert";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inWebHost } from "../harness/vscode/settings.ts";
import { versionVariable } from "../harness/vscode/versions.ts";
import { openWorkbench, type Workbench, type WorkbenchOptions } from "../ui/support/workbench.ts";
import { WorkbenchDriver } from "../ui/support/workbenchDriver.ts";

const version = process.env[versionVariable] === "oldest" ? "oldest" : "newest";
const planOf = (title: string) =>
	`title: ${title}\ncommitments: [{ id: writing, title: Writing, hours: 3 }]\nphases: [{ title: Phase of ${title}, when: 2020+, outcomes: { all: [First step] } }]\n`;

/** The main job, in a window: see the plan, log, tick; gives the lines of all journals. */
async function mainJob(workbench: Workbench): Promise<string> {
	const driver = new WorkbenchDriver(workbench);
	await workbench.openView();
	await workbench.row(/^Writing, commitment/).waitFor();
	await workbench.page.waitForTimeout(900);
	await driver.run("Roadmap: Log Time...");
	await driver.answer("Log Time", "25m writing");
	await driver.accept(/25 min · Writing/);
	await driver.message("Logged: Writing: 25 min").waitFor();
	await workbench.row(/^Writing, commitment, 25 min of 3 h/).waitFor();
	await workbench
		.row(/^First step, outcome, not started/)
		.getByRole("checkbox")
		.click();
	await workbench.row(/^First step, outcome, done/).waitFor();
	return journalOf(workbench.folder);
}

function journalOf(folder: string): string {
	const journals = readdirSync(folder).filter((name) => name.startsWith("roadmap.log"));
	return journals.map((name) => readFileSync(join(folder, name), "utf8")).join("");
}

/** Ends the hosts in which extensions run, of servers that this process started, as a crash does. */
function killHosts(): number {
	const parents = new Map<number, number>();
	const hosts: Array<number> = [];
	for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
		try {
			// The name in the brackets may hold anything; the parent is the second field behind it.
			const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ");
			parents.set(Number(pid), Number(fields?.[1]));
			if (readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("--type=extensionHost")) hosts.push(Number(pid));
		} catch {
			// It has ended meanwhile.
		}
	}
	const isOurs = (pid: number | undefined): boolean =>
		pid !== undefined && pid > 1 && (pid === process.pid || isOurs(parents.get(pid)));
	// That of a window that was closed ends by itself, at any moment.
	return hosts.filter((pid) => isOurs(pid) && kill(pid)).length;
}

/** Gives whether there was such a process. */
function kill(pid: number): boolean {
	try {
		return process.kill(pid, "SIGKILL");
	} catch {
		return false;
	}
}

describe(`in the ${version} VS Code, the main job is done`, function () {
	this.timeout(120_000);
	const root = mkdtempSync(join(tmpdir(), "waymark-places-"));
	const open: Array<Workbench> = [];

	/** A folder with a plan. */
	function folderOf(name: string): string {
		const folder = join(root, name);
		mkdirSync(folder);
		writeFileSync(join(folder, "roadmap.yaml"), planOf(name));
		return folder;
	}

	async function workbenchOf(options: WorkbenchOptions): Promise<Workbench> {
		const workbench = await openWorkbench({ version, height: 1000, isHostOwn: true, ...options });
		open.push(workbench);
		return workbench;
	}

	afterEach(async () => {
		for (const workbench of open.splice(0)) await workbench.dispose();
	});

	after(() => rmSync(root, { recursive: true, force: true }));

	it("in the web extension host, where there is no disk", async () => {
		const workbench = await workbenchOf({ folder: folderOf("web"), settings: inWebHost });
		const journal = await mainJob(workbench);
		assert.match(journal, /"minutes":25/);
		// Without a disk each session has a file of its own: that is how one knows where it ran.
		assert.ok(!readdirSync(workbench.folder).includes("roadmap.log.jsonl"));
		await workbench.page.waitForTimeout(500);
		await workbench.reload();
		await workbench.openView();
		await workbench.row(/^Writing, commitment, 25 min of 3 h/).waitFor();
	});

	it("in Restricted Mode", async () => {
		const workbench = await workbenchOf({ folder: folderOf("restricted"), isRestricted: true });
		assert.match(await mainJob(workbench), /"minutes":25/);
	});

	it("with several folders, with two windows at once, and again after a reload and after the host was killed", async () => {
		const [one, two] = [folderOf("one"), folderOf("two")];
		const file = join(root, "both.code-workspace");
		writeFileSync(file, JSON.stringify({ folders: [{ path: "one" }, { path: "two" }] }));
		const first = await workbenchOf({ folder: one });
		assert.match(await mainJob(first), /"minutes":25/);

		const both = await first.openWorkspace(file);
		await both.openView();
		// At times VS Code opens the file of a workspace without its folders.
		const noFolder = both.page.locator(".sidebar").getByRole("button", { name: "Open Folder" });
		const plan = both.row(/^Phase of one, current phase/);
		for (let tries = 0; tries < 3; tries++) {
			await plan.or(noFolder).first().waitFor();
			if (await plan.isVisible()) break;
			await both.reload();
			await both.openView();
		}
		await plan.waitFor();
		await both.row(/^Writing, commitment, 25 min of 3 h/).waitFor();
		await both.command("Roadmap: Choose Roadmap...");
		await both.page.locator(".quick-input-list .monaco-list-row", { hasText: "two" }).first().click();
		await both.row(/^Phase of two, current phase/).waitFor();
		await both.page.close();

		const second = await first.openWindow();
		await second.openView();
		const driver = new WorkbenchDriver(second);
		await second.row(/^Writing, commitment, 25 min of 3 h/).waitFor();
		await driver.run("Roadmap: Log Time...");
		await driver.answer("Log Time", "10m writing");
		await driver.accept(/10 min · Writing/);
		await driver.message("Logged: Writing: 10 min").waitFor();
		await first.page.bringToFront();
		await first.row(/^Writing, commitment, 35 min of 3 h/).waitFor();
		await second.page.close();

		await first.reload();
		await first.openView();
		await first.row(/^Writing, commitment, 35 min of 3 h/).waitFor();
		assert.ok(!journalOf(two).includes("minutes"));

		if (process.platform !== "linux") return;
		assert.ok(killHosts() > 0);
		await first.page.waitForTimeout(3000);
		const again = new WorkbenchDriver(first);
		await again.run("Roadmap: Log Time...");
		await again.answer("Log Time", "5m writing");
		await again.accept(/5 min · Writing/);
		await first.row(/^Writing, commitment, 40 min of 3 h/).waitFor();
	});

	it("without a folder, with the plan that is used in every window", async () => {
		const folder = folderOf("career");
		const first = await workbenchOf({ folder: mkdtempSync(join(root, "empty-")) });
		// A setting of the machine: on a server it is in a file of its own.
		const machine = join(first.server.dataFolder, "data", "Machine");
		mkdirSync(machine, { recursive: true });
		writeFileSync(join(machine, "settings.json"), JSON.stringify({ "waymark.plan": join(folder, "roadmap.yaml") }));
		const window = await first.openEmptyWindow();
		await window.openView();
		await window.row(/^Phase of career, current phase/).waitFor();
		const driver = new WorkbenchDriver(window);
		await driver.run("Roadmap: Log Time...");
		await driver.answer("Log Time", "25m writing");
		await driver.accept(/25 min · Writing/);
		await window.row(/^Writing, commitment, 25 min of 3 h/).waitFor();
		assert.match(journalOf(folder), /"minutes":25/);
	});
});
