import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, readdirSync } from "node:fs";
import { appendToDisk } from "../../src/host/core/files/appendToDisk.ts";
import { writeToDisk } from "../../src/host/core/files/writeToDisk.ts";
import { StrangersFolder } from "./strangersFolder.ts";

const rounds = 1500;

/** Puts a link in the place of a path and takes it away, as fast as it can, until it is ended. */
const swapper = `
	const { renameSync, symlinkSync } = require("node:fs");
	const [path, target] = process.argv.slice(1);
	symlinkSync(target, path + ".link");
	process.send("ready");
	for (const parent = process.ppid; process.ppid === parent; ) {
		try { renameSync(path, path + ".real"); } catch {}
		try { renameSync(path + ".link", path); } catch {}
		try { renameSync(path, path + ".link"); } catch {}
		try { renameSync(path + ".real", path); } catch {}
	}
`;

describe("a link that comes and goes while something is written", function () {
	if (process.platform === "win32") return;
	this.timeout(90_000);
	let folder: StrangersFolder;
	let swapping: ChildProcess | undefined;

	beforeEach(() => {
		folder = new StrangersFolder();
	});
	afterEach(async () => {
		const ended = new Promise((resolve) => swapping?.on("close", resolve));
		swapping?.kill("SIGKILL");
		await ended;
		folder.dispose();
	});

	function swap(path: string, target: string): Promise<unknown> {
		const child = spawn(process.execPath, ["-e", swapper, path, target], {
			stdio: ["ignore", "inherit", "inherit", "ipc"],
		});
		swapping = child;
		return new Promise((resolve) => child.once("message", resolve));
	}

	/** Gives how many were done. */
	async function attempts(write: () => Promise<unknown>): Promise<number> {
		let done = 0;
		for (let round = 0; round < rounds; round++) {
			await write().then(
				() => done++,
				() => undefined,
			);
		}
		return done;
	}

	it("gets no entry of the journal", async () => {
		const outside = folder.write(folder.outer(".bashrc"), "# mine\n");
		const journal = folder.write(folder.file("roadmap.log.jsonl"), "");
		await swap(journal, outside);
		assert.ok((await attempts(() => appendToDisk(journal, "line\n"))) > 0);
		assert.equal(folder.read(outside), "# mine\n");
	});

	it("gets no report", async () => {
		const outside = folder.write(folder.outer(".bashrc"), "# mine\n");
		const report = folder.write(folder.file("reviews/r.md"), "");
		await swap(report, outside);
		const write = () => writeToDisk(report, Buffer.from("report\n"), { within: folder.path });
		assert.ok((await attempts(write)) > 0);
		assert.equal(folder.read(outside), "# mine\n");
	});

	it("gets no report as its folder", async () => {
		const outside = folder.write(folder.outer("r.md"), "# mine\n");
		mkdirSync(folder.file("reviews"));
		await swap(folder.file("reviews"), folder.outside);
		const write = () => writeToDisk(folder.file("reviews/r.md"), Buffer.from("report\n"), { within: folder.path });
		assert.ok((await attempts(write)) > 0);
		assert.equal(folder.read(outside), "# mine\n");
		assert.deepEqual(readdirSync(folder.outside), ["r.md"]);
	});
});
