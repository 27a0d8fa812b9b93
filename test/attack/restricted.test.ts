import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { appendFileSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { versionVariable } from "../harness/vscode/versions.ts";
import { openWorkbench, type Workbench } from "../ui/support/workbench.ts";
import { WorkbenchDriver } from "../ui/support/workbenchDriver.ts";
import { mayMount, mountFreezable } from "./mounts.ts";
import { StrangersFolder } from "./strangersFolder.ts";

const version = process.env[versionVariable] === "oldest" ? "oldest" : "newest";
const plan = "title: Mine\ncommitments: [{ id: writing, title: Writing $(touch x), hours: 3 }]\n";

describe(`a stranger's folder in Restricted Mode, in the ${version} VS Code`, function () {
	if (process.platform === "win32") return;
	this.timeout(180_000);
	let folder: StrangersFolder;
	let workbench: Workbench | undefined;

	beforeEach(() => {
		folder = new StrangersFolder();
	});
	afterEach(async () => {
		await workbench?.dispose();
		folder.dispose();
	});

	async function open(path: string): Promise<WorkbenchDriver> {
		workbench = await openWorkbench({ version, height: 1000, folder: path, isRestricted: true });
		await workbench.openView();
		return new WorkbenchDriver(workbench);
	}

	async function logTime(driver: WorkbenchDriver, text: string): Promise<void> {
		await driver.run("Roadmap: Log Time...");
		await driver.answer("Log Time", text);
		await driver.accept(/min · Writing/);
	}

	const action = (name: string) => workbench?.page.locator(".notification-toast").getByText(name, { exact: true });

	it("writes no entry through a link, and decides neither dates nor reports", async () => {
		const mine = folder.write(folder.outer(".bashrc"), "# mine\n");
		folder.write(folder.file("roadmap.yaml"), plan);
		folder.write(
			folder.file(".vscode/settings.json"),
			JSON.stringify({ "waymark.timeZone": "Pacific/Kiritimati", "waymark.statusBarClick": "toggleTimer" }),
		);
		symlinkSync(mine, folder.file("roadmap.log.jsonl"));
		const driver = await open(folder.path);
		await driver.workbench
			.row(/^Writing/)
			.first()
			.waitFor();
		await logTime(driver, "25m writing");
		await driver.message("roadmap.log.jsonl is a link").waitFor();
		assert.equal(folder.read(mine), "# mine\n");
		rmSync(folder.file("roadmap.log.jsonl"));
		await action("Retry")?.click();
		await driver.message("Logged: Writing").waitFor();
		const journal = folder.read(folder.file("roadmap.log.jsonl")) ?? "";
		assert.match(journal, /"minutes":25/);
		// Not the time zone of the folder.
		assert.doesNotMatch(journal, /\+14:00/);
		assert.deepEqual(readdirSync(folder.outside), [".bashrc"]);
	});

	it("cannot block the window with a pipe in place of its plan", async () => {
		execFileSync("mkfifo", [folder.file("roadmap.yaml")]);
		const driver = await open(folder.path);
		await driver.workbench.row(/roadmap\.yaml can't be read.*isn't a regular file/).waitFor();
		for (let times = 0; times < 6; times++) await driver.run("Roadmap: Refresh");
		await driver.run("Roadmap: Open Plan");
		await driver.message("It isn't a regular file").waitFor();
		rmSync(folder.file("roadmap.yaml"));
		folder.write(folder.file("roadmap.yaml"), plan);
		await driver.run("Roadmap: Refresh");
		await driver.workbench
			.row(/^Writing/)
			.first()
			.waitFor();
	});

	it("is abandoned while its disk doesn't respond, and the entry is saved once it does", async function () {
		if (!mayMount(folder.outside)) this.skip();
		const disk = await mountFreezable(folder.file("disk"));
		try {
			folder.write(folder.file("disk/roadmap.yaml"), plan);
			const driver = await open(folder.file("disk"));
			await driver.workbench
				.row(/^Writing/)
				.first()
				.waitFor();
			await disk.freeze();
			await logTime(driver, "25m writing");
			await driver.message("The disk isn't responding").waitFor({ timeout: 60_000 });
			// It shows from the disk, although nobody tried again.
			await disk.thaw();
			await driver.workbench.row(/^Writing.*25 min of 3 h/).waitFor();
			await action("Retry")?.click();
			await driver.message("Logged: Writing").waitFor();
			appendFileSync(folder.file("disk/roadmap.log.jsonl"), "");
			await driver.workbench.row(/^Writing.*25 min of 3 h/).waitFor();
		} finally {
			await disk.thaw();
			await workbench?.dispose();
			await disk.unmount();
		}
	});
});
