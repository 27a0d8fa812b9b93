import { strict as assert } from "node:assert";
import { linkSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as vscode from "vscode";
import { FileWriter } from "../../../src/host/core/fileWriter.ts";
import { saveFile } from "../../../src/host/logging/saveFile.ts";
import type { PlanSession } from "../../../src/host/session/planSession.ts";

const plan = "title: Mine\n";
const journal = '{"id":"1","at":"2026-03-02","type":"note","text":"Mine"}\n';
const mine = "# mine\n";

describe("an export", () => {
	let root: string;
	let clone: string;
	let outside: string;

	before(function () {
		if (process.platform === "win32") this.skip();
	});
	beforeEach(() => {
		root = mkdtempSync(join(tmpdir(), "waymark-"));
		clone = join(root, "clone");
		outside = join(root, "home");
		for (const folder of [clone, outside, join(clone, "real")]) mkdirSync(folder);
		writeFileSync(join(clone, "roadmap.yaml"), plan);
		writeFileSync(join(clone, "roadmap.log.jsonl"), journal);
		writeFileSync(join(outside, ".bashrc"), mine);
		symlinkSync("roadmap.yaml", join(clone, "cal.ics"));
		symlinkSync("roadmap.log.jsonl", join(clone, "log.ics"));
		symlinkSync(join(outside, ".bashrc"), join(clone, "out.ics"));
		symlinkSync(join(outside, "new"), join(clone, "new.ics"));
		symlinkSync(outside, join(clone, "docs"));
		symlinkSync(clone, join(outside, "back"));
		linkSync(join(clone, "roadmap.yaml"), join(clone, "hard.ics"));
		linkSync(join(clone, "roadmap.log.jsonl"), join(outside, "hard.ics"));
	});
	afterEach(() => rmSync(root, { recursive: true, force: true }));

	function write(file: string): Promise<boolean> {
		const planUri = vscode.Uri.file(join(clone, "roadmap.yaml"));
		const uri = vscode.Uri.file(join(clone, "roadmap.log.jsonl"));
		const session = { planUri, journal: { problems: () => [{ uri, problems: [] }] }, files: new FileWriter() };
		return saveFile(session as unknown as PlanSession, {
			name: "x.ics",
			type: {},
			title: "",
			content: "BEGIN\n",
			file,
		});
	}

	for (const spelled of [
		"roadmap.yaml",
		"ROADMAP.YAML",
		"./roadmap.yaml",
		"real/../roadmap.yaml",
		"nowhere/../roadmap.log.jsonl",
		"roadmap.log.other.jsonl",
		".//roadmap.yaml",
		"cal.ics",
		"log.ics",
		"out.ics",
		"new.ics",
		"hard.ics",
		"docs/x.ics",
		"docs/deep/x.ics",
		"docs/back/cal.ics",
		"$outside/hard.ics",
		"$outside/back/cal.ics",
		"$outside/back/docs/x.ics",
		"$clone/roadmap.yaml",
		"/$clone/roadmap.yaml",
		"file://$clone/roadmap.yaml",
		"FILE://$clone/roadmap.yaml",
		"file://$clone/%72oadmap.yaml",
		"file://$clone/real/%2e%2e/roadmap.yaml",
		"file://$clone/real/%2e%2e/cal.ics",
		"file:///$clone/roadmap.log.jsonl",
		"file://$clone/cal.ics?x#y",
		"vscode-remote://host$clone/cal.ics",
		"vscode-userdata:/User/settings.json",
		"untitled:$clone/roadmap.yaml",
	]) {
		it(`never overwrites the plan or the journal, and never leaves the folder: ${spelled}`, async () => {
			await assert.rejects(write(spelled.replace("$clone", clone).replace("$outside", outside)));
			assert.equal(readFileSync(join(clone, "roadmap.yaml"), "utf8"), plan);
			assert.equal(readFileSync(join(clone, "roadmap.log.jsonl"), "utf8"), journal);
			assert.equal(readFileSync(join(outside, ".bashrc"), "utf8"), mine);
			for (const name of ["new", "x.ics", "deep"]) {
				assert.throws(() => readFileSync(join(outside, name)), { code: "ENOENT" });
			}
		});
	}

	it("is written where the user chose", async () => {
		for (const [file, path] of [
			["a.ics", join(clone, "a.ics")],
			["real/deep/b.ics", join(clone, "real", "deep", "b.ics")],
			[join(outside, "c.ics"), join(outside, "c.ics")],
			[join(outside, "back", "d.ics"), join(clone, "d.ics")],
			[vscode.Uri.file(join(outside, "e f.ics")).toString(), join(outside, "e f.ics")],
		] as const) {
			await write(file);
			assert.equal(readFileSync(path, "utf8"), "BEGIN\n");
			await write(file);
		}
	});
});
