import { strict as assert } from "node:assert";
import * as vscode from "vscode";
import { checkFileWritable, FileWriter } from "../../../src/host/core/fileWriter.ts";
import { JournalStore } from "../../../src/host/journal/journalStore.ts";
import { MemoryFiles } from "../support/memoryFiles.ts";

const { File, Directory, Unknown } = vscode.FileType;

describe("links on a virtual file system", () => {
	let files: MemoryFiles;
	let plan: vscode.Uri;
	let folder: vscode.Uri;
	const writer = new FileWriter();

	before(() => {
		files = new MemoryFiles("waymark-links");
		files.createDirectory(files.uri("/plan"));
		plan = files.put("/plan/roadmap.yaml", "title: Mine\n");
		folder = files.uri("/plan");
		files.put("/plan/there.md", "there\n");
		files.put("/plan/link.md", "theirs\n");
		files.link("/plan/link.md", File);
		files.link("/plan/nowhere.md", Unknown);
		files.link("/plan/reviews", Directory);
		files.put("/plan/reviews/r.md", "theirs\n");
	});
	after(() => files.dispose());

	for (const [names, code] of [
		[["link.md"], "link"],
		[["nowhere.md"], "link"],
		[["reviews", "r.md"], "link"],
		[["reviews", "new.md"], "link"],
		[["there.md", "r.md"], "special"],
	] as const) {
		it(`are not written through: ${names.join("/")}`, async () => {
			const before = files.names("/plan");
			await assert.rejects(writer.write({ folder, names }, "mine\n"), { code });
			await assert.rejects(writer.create({ folder, names }, "mine\n"), { code });
			await assert.rejects(writer.export(vscode.Uri.joinPath(folder, ...names), "mine\n", plan, []), { code });
			assert.deepEqual(files.names("/plan"), before);
			assert.deepEqual([files.text("/plan/link.md"), files.text("/plan/reviews/r.md")], ["theirs\n", "theirs\n"]);
		});
	}

	it("are not written through by the editor", async () => {
		await assert.rejects(checkFileWritable(files.uri("/plan/link.md")), { code: "link" });
		await checkFileWritable(plan);
		await checkFileWritable(files.uri("/plan/new.md"));
	});

	it("don't prevent others from being written", async () => {
		await writer.write({ folder, names: ["there.md"] }, "mine\n");
		await writer.create({ folder, names: ["deep", "new.md"] }, "new\n");
		await writer.export(files.uri("/plan/out.ics"), "out\n", plan, []);
		assert.deepEqual(
			["there.md", "deep/new.md", "out.ics"].map((name) => files.text(`/plan/${name}`)),
			["mine\n", "new\n", "out\n"],
		);
		await assert.rejects(writer.create({ folder, names: ["there.md"] }, "again\n"), { code: "FileExists" });
	});

	for (const name of ["roadmap.yaml", "ROADMAP.yml", "roadmap.log.jsonl", "roadmap.log.work.jsonl"]) {
		it(`never let an export overwrite ${name}, in any folder`, async () => {
			for (const path of [`/plan/${name}`, `/elsewhere/${name}`]) {
				await assert.rejects(writer.export(files.uri(path), "mine\n", plan, []), { code: "roadmap" });
			}
			assert.equal(files.text("/plan/roadmap.yaml"), "title: Mine\n");
		});
	}

	it("and a write that fails although the entry was saved don't report it as unsaved", async () => {
		const log = vscode.window.createOutputChannel("Waymark test", { log: true });
		const store = new JournalStore(plan, log, 0);
		await store.settled();
		const { writeFile } = files;
		files.writeFile = async (uri, content) => {
			await writeFile.call(files, uri, content);
			throw vscode.FileSystemError.Unavailable(uri);
		};
		await store.append([{ id: "a", at: "2026-02-01", type: "progress", on: "talks", add: 1 }]);
		files.writeFile = writeFile;
		assert.equal(store.ledger.on(["talks"]).length, 1);
		vscode.Disposable.from(store, log).dispose();
	});
});
