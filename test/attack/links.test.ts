import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { linkSync, lstatSync, mkdirSync, readdirSync, readFileSync, readlinkSync, rmSync, symlinkSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import fc from "fast-check";
import { appendToDisk } from "../../src/host/core/files/appendToDisk.ts";
import { checkWritable } from "../../src/host/core/files/openSafely.ts";
import { RefusedFileError } from "../../src/host/core/files/refusedFile.ts";
import { writeToDisk } from "../../src/host/core/files/writeToDisk.ts";
import { StrangersFolder } from "./strangersFolder.ts";

const bytes = Buffer.from("written\n");

/** All that Waymark writes beside a plan, each as it is written. */
const writes: ReadonlyArray<readonly [string, (folder: StrangersFolder) => Promise<unknown>]> = [
	["roadmap.log.jsonl", ({ path }) => appendToDisk(join(path, "roadmap.log.jsonl"), "line\n")],
	["roadmap.yaml", ({ path }) => writeToDisk(join(path, "roadmap.yaml"), bytes, { within: path, isNew: true })],
	["reviews/r.md", ({ path }) => writeToDisk(join(path, "reviews", "r.md"), bytes, { within: path })],
	[".gitattributes", ({ path }) => writeToDisk(join(path, ".gitattributes"), bytes, { within: path })],
	["cal.ics", ({ path }) => writeToDisk(join(path, "cal.ics"), bytes, { guarded: [path], notOver: planOf(path) })],
	["deep/er/cal.ics", ({ path }) => writeToDisk(join(path, "deep", "er", "cal.ics"), bytes, { guarded: [path] })],
	["out/cal.ics", ({ path }) => writeToDisk(join(path, "out", "cal.ics"), bytes, { guarded: [path] })],
];

const planOf = (path: string) => ["roadmap.yaml", "roadmap.log.jsonl"].map((name) => join(path, name));

/** What a stranger may put in the place of a file or of a folder, by its absolute path. */
const traps: Readonly<Record<string, (folder: StrangersFolder, path: string) => void>> = {
	"a link to a file outside": (folder, path) => symlinkSync(folder.outer(".bashrc"), path),
	"a relative link to a file outside": (_, path) => symlinkSync("../home/.bashrc", path),
	"a link to nothing": (folder, path) => symlinkSync(folder.outer("new"), path),
	"a link to a folder outside": (folder, path) => symlinkSync(folder.outside, path),
	"a link to a link": (folder, path) => {
		symlinkSync(folder.outer(".bashrc"), `${path}.2`);
		symlinkSync(`${path}.2`, path);
	},
	"a link to itself": (_, path) => symlinkSync(path, path),
	"a link to the plan": (folder, path) => symlinkSync(folder.file("roadmap.yaml"), path),
	"a link to the journal": (_, path) => symlinkSync("roadmap.log.jsonl", path),
	"a link to a device": (_, path) => symlinkSync("/dev/null", path),
	"another name of a file outside": (folder, path) => linkSync(folder.outer(".bashrc"), path),
	"a pipe": (_, path) => void execFileSync("mkfifo", [path]),
	"a link to a pipe": (_, path) => {
		execFileSync("mkfifo", [`${path}.pipe`]);
		symlinkSync(`${path}.pipe`, path);
	},
};

/** Everything below a folder: what it is, and what it holds. */
function contentOf(folder: string): ReadonlyArray<string> {
	return readdirSync(folder, { recursive: true, encoding: "utf8" })
		.sort()
		.map((name) => {
			const path = join(folder, name);
			const there = lstatSync(path);
			const target = there.isSymbolicLink() ? readlinkSync(path) : "";
			const content = there.isFile() ? readFileSync(path, "utf8") : target;
			return `${name} ${there.mode} ${content}`;
		});
}

describe("what somebody else puts in place of a file", function () {
	if (process.platform === "win32") return;
	this.timeout(90_000);
	let folder: StrangersFolder;

	beforeEach(() => {
		folder = new StrangersFolder();
		folder.write(folder.outer(".bashrc"), "# mine\n");
	});
	afterEach(() => folder.dispose());

	for (const [name, write] of writes) {
		for (const [what, set] of Object.entries(traps)) {
			it(`is left as it is: ${name} as ${what}`, async () => {
				const trap = folder.file(name);
				mkdirSync(join(trap, ".."), { recursive: true });
				set(folder, trap);
				const before = [contentOf(folder.outside), contentOf(folder.path)];
				await assert.rejects(write(folder), isRefusal);
				assert.deepEqual([contentOf(folder.outside), contentOf(folder.path)], before);
			});
		}
	}

	for (const [name, write] of writes.filter(([name]) => name.includes("/"))) {
		for (const [what, set] of Object.entries(traps)) {
			it(`is left as it is: the folder of ${name} as ${what}`, async () => {
				set(folder, folder.file(name.split("/")[0] ?? ""));
				const before = [contentOf(folder.outside), contentOf(folder.path)];
				await assert.rejects(write(folder));
				assert.deepEqual([contentOf(folder.outside), contentOf(folder.path)], before);
			});
		}
	}

	it("is left as it is, in any combination", async () => {
		const places = ["roadmap.log.jsonl", "roadmap.yaml", "reviews", ".gitattributes", "cal.ics", "out"];
		const kinds = fc.constantFrom(...Object.keys(traps), "nothing", "a file");
		const layouts = fc.record(Object.fromEntries(places.map((place) => [place, kinds])));
		await fc.assert(
			fc.asyncProperty(layouts, async (layout) => {
				const stranger = new StrangersFolder();
				try {
					stranger.write(stranger.outer(".bashrc"), "# mine\n");
					for (const [place, kind] of Object.entries(layout)) {
						if (kind === "a file") stranger.write(stranger.file(place), "as it was\n");
						else if (kind !== "nothing") traps[kind]?.(stranger, stranger.file(place));
					}
					const before = contentOf(stranger.outside);
					for (const [, write] of writes) await write(stranger).catch(() => undefined);
					assert.deepEqual(contentOf(stranger.outside), before);
					for (const [place, kind] of Object.entries(layout)) {
						// What was asked for is done all the same where nothing is in the way.
						if (kind !== "a file" && kind !== "nothing") continue;
						const expected = {
							"roadmap.log.jsonl": kind === "a file" ? "as it was\nline\n" : "line\n",
							"roadmap.yaml": kind === "a file" ? "as it was\n" : "written\n",
							".gitattributes": "written\n",
							"cal.ics": "written\n",
						}[place];
						if (expected !== undefined) assert.equal(stranger.read(stranger.file(place)), expected, place);
					}
				} finally {
					stranger.dispose();
				}
			}),
			{ numRuns: 60 },
		);
	});

	it("is also refused if an editor would write to it", async () => {
		for (const [what, set] of Object.entries(traps)) {
			set(folder, folder.file("roadmap.yaml"));
			await assert.rejects(checkWritable(folder.file("roadmap.yaml")), isRefusal, what);
			rmSync(folder.file("roadmap.yaml"));
			for (const rest of [".2", ".pipe"]) rmSync(folder.file(`roadmap.yaml${rest}`), { force: true });
		}
		await checkWritable(folder.write(folder.file("roadmap.yaml"), "title: a\n"));
	});

	it("is refused as a socket", async () => {
		const server = createServer();
		await new Promise<void>((resolve) => server.listen(folder.file("roadmap.log.jsonl"), resolve));
		try {
			await assert.rejects(appendToDisk(folder.file("roadmap.log.jsonl"), "a\n"), { code: "special" });
		} finally {
			await new Promise((resolve) => server.close(resolve));
		}
	});

	it("is refused as a folder, with the platform's code", async () => {
		mkdirSync(folder.file("roadmap.log.jsonl"));
		await assert.rejects(appendToDisk(folder.file("roadmap.log.jsonl"), "a\n"), { code: "EISDIR" });
	});

	it("is allowed if the whole folder is behind a link, which the user knows", async () => {
		symlinkSync(folder.path, folder.outer("career"));
		const behind = { path: folder.outer("career") } as StrangersFolder;
		for (const [name, write] of writes) {
			await write(behind);
			assert.match(folder.read(folder.file(name)) ?? "", /^(written|line)\n$/, name);
		}
	});
});

function isRefusal(error: unknown): boolean {
	return error instanceof RefusedFileError || (error as { code?: unknown }).code === "EEXIST";
}
