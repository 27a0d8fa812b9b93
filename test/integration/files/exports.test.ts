import { strict as assert } from "node:assert";
import * as vscode from "vscode";

const plan = `title: Way up
start: 2020-01-06
targets:
  year 1+:
    - { id: talks, title: Talks given, goal: 2 }
    - { id: raise, title: A raise of $20K, private: true }
  year 30:
    - { id: book, title: "Book, the; first", goal: $5K }
checkpoints: [{ id: annual, title: Annual assessment, every: 1 year, until: year 30, questions: [Enough?] }]
`;
const journal = [
	{ id: "1", at: "2019-12-01", type: "note", text: "Before day one" },
	{ id: "2", at: "2020-03-01", type: "note", text: "=1+1\nBudget", amount: "$140K", link: "https://example.com/mail" },
	{ id: "3", at: "2020-03-02", type: "note", text: "Nobody knows", on: ["talks", "raise"], amount: "$1M" },
	{ id: "4", at: "2020-04-01", type: "progress", on: "talks", set: 2, note: "Both at [once](command:x)" },
	{ id: "5", at: "2020-05-01", type: "progress", on: "raise", set: true, note: "Nobody knows" },
	{ id: "6", at: "2020-05-02T10:00:00Z", type: "time", on: "talks", minutes: 90, note: "=1+1" },
	{ id: "7", at: "2020-05-03", type: "time", on: "raise", minutes: 30, note: "Nobody knows" },
];

describe("exports", () => {
	const folder = vscode.workspace.workspaceFolders?.[0]?.uri ?? assert.fail("no folder is open");
	const at = (name: string) => vscode.Uri.joinPath(folder, name);
	const files = ["roadmap.yaml", "roadmap.log.jsonl"].map(at);
	const made = ["out.md", "out.csv", "out.ics", "sub/out.md", "time.csv"].map(at);
	let original: ReadonlyArray<Uint8Array | undefined>;

	const read = async (uri: vscode.Uri) => {
		try {
			return await vscode.workspace.fs.readFile(uri);
		} catch {
			return undefined;
		}
	};
	const write = (uri: vscode.Uri, text: string) => vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
	const text = async (name: string) => new TextDecoder("utf-8", { ignoreBOM: true }).decode(await read(at(name)));
	const record = (given: object) => vscode.commands.executeCommand("waymark.exportImpactRecord", given);
	const all = { from: "2019-01-01", to: "2020-12-31" };

	before(async () => {
		original = await Promise.all(files.map(read));
		await write(at("roadmap.log.jsonl"), journal.map((line) => `${JSON.stringify(line)}\n`).join(""));
		await write(at("roadmap.yaml"), plan);
		await (vscode.extensions.getExtension("waymark.waymark") ?? assert.fail()).activate();
		await vscode.commands.executeCommand("waymark.refresh");
	});

	after(async () => {
		for (const [index, file] of files.entries()) {
			const content = original[index];
			await (content ? vscode.workspace.fs.writeFile(file, content) : vscode.workspace.fs.delete(file));
		}
		for (const file of made) {
			if (await read(file)) await vscode.workspace.fs.delete(file);
		}
		await vscode.commands.executeCommand("waymark.refresh");
	});

	it("write the impact record as Markdown, without what is private", async () => {
		await record({ format: "markdown", ...all, file: "out.md" });
		const written = await text("out.md");
		assert.match(written, /^# Impact record: Way up\n/);
		assert.match(written, /Total amount of the wins: \$140,000\n/);
		assert.match(written, /\*\*Before day one\*\*/);
		assert.match(written, /\*\*Talks given\*\* · Apr 1, 2020 · 2 of 2/);
		assert.match(written, /Both at \\\[once]\\\(command:x\)/);
		assert.doesNotMatch(written, /Nobody knows|raise/);
	});

	it("write it as CSV, in UTF-8 with a byte order mark for spreadsheets, and without formulas", async () => {
		await record({ format: "csv", ...all, file: at("out.csv").toString() });
		assert.deepEqual([...(await vscode.workspace.fs.readFile(at("out.csv")))].slice(0, 3), [0xef, 0xbb, 0xbf]);
		const written = (await text("out.csv")).replace(/^\uFEFF/, "");
		assert.ok(written.startsWith("Day,Kind,What,"));
		assert.match(written, /\r\n2020-03-01,Wins,"'=1\+1\nBudget",,\$140K,/);
		assert.doesNotMatch(written, /Nobody knows|raise/);
	});

	it("write time as CSV that time trackers import, private items only if wanted", async () => {
		const settings = vscode.workspace.getConfiguration("waymark");
		await settings.update("timeZone", "Europe/Berlin", vscode.ConfigurationTarget.Global);
		try {
			const time = async (given: object) => {
				await vscode.commands.executeCommand("waymark.exportTime", { ...all, file: "time.csv", ...given });
				return (await text("time.csv")).trimEnd().split("\r\n");
			};
			assert.deepEqual(await time({ tool: "toggl", email: "me@example.com" }), [
				"Email,Project,Description,Tags,Start date,Start time,Duration",
				"me@example.com,Talks given,'=1+1,talks,2020-05-02,10:30:00,01:30:00",
			]);
			assert.deepEqual(await time({ tool: "clockify", private: true }), [
				"Email,Project,Description,Tags,Start Date,Start Time,Duration (h)",
				",Talks given,'=1+1,talks,2020-05-02,10:30:00,01:30:00",
				",A raise of $20K,Nobody knows,raise,2020-05-03,12:00:00,00:30:00",
			]);
		} finally {
			await settings.update("timeZone", undefined, vscode.ConfigurationTarget.Global);
		}
	});

	it("cover the requested days, both included", async () => {
		await record({ format: "csv", from: "2020-03-01", to: "2020-03-01", file: "out.csv" });
		assert.equal((await text("out.csv")).trimEnd().split("\r\n").length, 2);
		await record({ format: "csv", from: "2020-03-02", to: "2020-03-31", file: "out.csv" });
		assert.equal((await text("out.csv")).trimEnd().split("\r\n").length, 1);
	});

	it("write into a folder that is created for it", async () => {
		await record({ format: "markdown", ...all, file: "sub/out.md" });
		assert.match(await text("sub/out.md"), /Way up/);
	});

	it("write due dates and reviews as a calendar, each the same event when it is written again", async () => {
		const calendar = async () => {
			await vscode.commands.executeCommand("waymark.exportCalendar", { file: "out.ics" });
			return text("out.ics");
		};
		const written = await calendar();
		assert.match(written, /^BEGIN:VCALENDAR\r\n/);
		assert.match(written, /SUMMARY:Due: Book\\, the\\; first\r\n/);
		assert.match(written, /SUMMARY:Annual assessment\r\n/);
		assert.doesNotMatch(written, /raise/);
		const ids = (file: string) => file.match(/^UID:.*$/gm) ?? [];
		assert.ok(new Set(ids(written)).size === ids(written).length && ids(written).length > 5);
		assert.deepEqual(ids(await calendar()), ids(written));
	});

	it("hide money in the calendar in discreet mode, not in the record", async () => {
		const settings = vscode.workspace.getConfiguration("waymark");
		await settings.update("discreetMode", true, vscode.ConfigurationTarget.Global);
		try {
			await vscode.commands.executeCommand("waymark.exportCalendar", { file: "out.ics" });
			assert.doesNotMatch(await text("out.ics"), /\$5K|Way up/);
			await record({ format: "markdown", ...all, file: "out.md" });
			assert.match(await text("out.md"), /\$140K/);
		} finally {
			await settings.update("discreetMode", undefined, vscode.ConfigurationTarget.Global);
		}
	});

	for (const given of [
		{ format: "pdf", ...all },
		{ format: "markdown", from: "soon" },
		{ format: "markdown", from: "2020-02-30", to: "2020-03-01" },
		{ format: "markdown", to: "2020-03-01" },
		{ format: "markdown", from: "2020-03-02", to: "2020-03-01" },
		{ format: "markdown", from: 2020 },
	]) {
		it(`write nothing for ${JSON.stringify(given)}`, async () => {
			const before = await text("out.md");
			await write(at("out.md"), "as it was");
			await record({ ...given, file: "out.md" });
			assert.equal(await text("out.md"), "as it was");
			await write(at("out.md"), before);
		});
	}

	for (const file of ["roadmap.yaml", "roadmap.log.jsonl", "sub/../roadmap.log.work.jsonl"]) {
		it(`do not write over ${file}`, async () => {
			const before = await read(at(file));
			// It says so in a message, for whose answer the command waits.
			void record({ format: "markdown", ...all, file });
			void vscode.commands.executeCommand("waymark.exportCalendar", { file: at(file).toString() });
			await new Promise((resolve) => setTimeout(resolve, 300));
			assert.deepEqual(await read(at(file)), before);
		});
	}
});
