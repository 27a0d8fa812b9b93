import assert from "node:assert/strict";
import {
	existsSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	symlinkSync,
	truncateSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type CachedContent, cached } from "../harness/cache.ts";
import { DisposableStore } from "../harness/disposableStore.ts";
import { adviceFor } from "../harness/npmClient.ts";

describe("the cache", () => {
	const before = process.env["WAYMARK_CACHE"];
	let disposables: DisposableStore;
	let fills = 0;

	const content: CachedContent = {
		name: "thing-1",
		keyFiles: ["program"],
		fill: async (folder) => {
			fills++;
			writeFileSync(join(folder, "program"), "all of it");
		},
	};

	beforeEach(() => {
		fills = 0;
		disposables = new DisposableStore();
		process.env["WAYMARK_CACHE"] = mkdtempSync(join(tmpdir(), "waymark-cache-"));
	});
	afterEach(async () => {
		await disposables.dispose();
		rmSync(process.env["WAYMARK_CACHE"] ?? assert.fail(), { recursive: true, force: true });
		if (before === undefined) delete process.env["WAYMARK_CACHE"];
		else process.env["WAYMARK_CACHE"] = before;
	});

	it("is filled once", async () => {
		const folder = await cached(disposables, content);
		assert.equal(await cached(disposables, content), folder);
		assert.equal(fills, 1);
	});

	for (const [what, damage] of [
		["a file is missing", (folder: string) => rmSync(join(folder, "program"))],
		["a file is cut short", (folder: string) => truncateSync(join(folder, "program"), 3)],
		["it was half written", (folder: string) => rmSync(join(folder, "complete.json"))],
		["the note about it was half written", (folder: string) => truncateSync(join(folder, "complete.json"), 10)],
	] as const) {
		it(`is filled again if ${what}`, async () => {
			damage(await cached(disposables, content));
			const folder = await cached(disposables, content);
			assert.equal(fills, 2);
			assert.equal(readFileSync(join(folder, "program"), "utf8"), "all of it");
		});
	}

	it("reports that the disk is full, and leaves nothing behind", async function () {
		if (!existsSync("/dev/full")) this.skip();
		const fill = async (folder: string) => {
			symlinkSync("/dev/full", join(folder, "program"));
			writeFileSync(join(folder, "program"), "all of it");
		};
		await assert.rejects(
			cached(disposables, { ...content, fill }),
			/can't be written: there is no space left \(ENOSPC\)/,
		);
		await disposables.dispose();
		assert.deepEqual(readdirSync(process.env["WAYMARK_CACHE"] ?? ""), []);
	});

	it("suggests what to do about npm's error", () => {
		assert.match(adviceFor(["npm error code ENOSPC", "npm error nospc"]), /no space left/);
		assert.match(adviceFor(["npm error code ECONNREFUSED"]), /Check the network/);
	});
});
