import { strict as assert } from "node:assert";
import * as vscode from "vscode";
import type { LogRequest, WaymarkApi } from "../../src/api/waymarkApi.ts";
import { eventually } from "./support/eventually.ts";

const planText = `title: Mine
start: 2020-01-06
commitments: [{ id: writing, title: Thought leadership, hours: 3 }]
targets:
  year 1+:
    - { id: talks, title: Talks given, goal: 4 }
    - { id: raise, title: A raise of $20K, private: true }
`;
const day = "2020-03-04";

describe("what other programs get", () => {
	const folder = vscode.workspace.workspaceFolders?.[0]?.uri ?? assert.fail("no folder is open");
	const plan = vscode.Uri.joinPath(folder, "roadmap.yaml");
	const files = [plan, vscode.Uri.joinPath(folder, "roadmap.log.jsonl")];
	let original: ReadonlyArray<Uint8Array | undefined>;
	let api: WaymarkApi;

	const read = async (uri: vscode.Uri) => {
		try {
			return await vscode.workspace.fs.readFile(uri);
		} catch {
			return undefined;
		}
	};
	/** The journal's files; without a disk the window writes to one of its own, with the longer name. */
	const journals = async () =>
		(await vscode.workspace.fs.readDirectory(folder))
			.map(([name]) => name)
			.filter((name) => name.startsWith("roadmap.log"))
			.sort((one, other) => one.length - other.length)
			.map((name) => vscode.Uri.joinPath(folder, name));
	const lines = async () => {
		const texts = (await Promise.all((await journals()).map(read))).map((content) => new TextDecoder().decode(content));
		return texts.join("").split("\n").filter(Boolean);
	};
	const last = async () => JSON.parse((await lines()).at(-1) ?? "{}");

	before(async () => {
		original = await Promise.all(files.map(read));
		await vscode.workspace.fs.writeFile(files[1] ?? assert.fail(), new Uint8Array());
		await vscode.workspace.fs.writeFile(plan, new TextEncoder().encode(planText));
		api = await (vscode.extensions.getExtension("waymark.waymark") ?? assert.fail()).activate();
		await vscode.commands.executeCommand("waymark.refresh");
	});

	after(async () => {
		for (const file of [plan, ...(await journals())]) await vscode.workspace.fs.delete(file);
		for (const [index, file] of files.entries()) {
			const content = original[index];
			if (content) await vscode.workspace.fs.writeFile(file, content);
		}
		await vscode.commands.executeCommand("waymark.refresh");
	});

	it("is the status, the entries logged since, and an event for each change", async () => {
		assert.equal(api.version, 1);
		assert.equal((await api.status())?.title, "Mine");
		let heard = 0;
		const listening = api.onDidChange(() => heard++);
		assert.deepEqual(await api.log({ on: "talks", add: 2, note: "Two at once" }), { ok: true });
		await eventually(() => assert.ok(heard > 0), 5000);
		listening.dispose();
		const talks = (await api.status())?.items.find(({ id }) => id === "talks");
		assert.deepEqual([talks?.value, talks?.share], [2, 0.5]);
		await vscode.commands.executeCommand("waymark.undo");
		assert.equal((await api.status())?.items.find(({ id }) => id === "talks")?.value, undefined);
	});

	it("accepts a title instead of an ID, and both time and progress", async () => {
		assert.deepEqual(await api.log({ on: "thought Leadership", minutes: 45, at: day }), { ok: true });
		const { on, minutes, at, name } = await last();
		assert.deepEqual([on, minutes, at, name], ["writing", 45, day, "Thought leadership"]);
		const count = (await lines()).length;
		assert.deepEqual(await api.log({ on: "talks", minutes: 30, set: true, note: "In Berlin" }), { ok: true });
		assert.equal((await lines()).length, count + 2);
	});

	for (const [request, why] of [
		[{ on: "talk", minutes: 5 }, 'No item in the plan has the ID "talk". Did you mean "talks"?'],
		[{ on: "writing" }, "Provide `minutes`, `set`, or `add`."],
		[{ minutes: 5 }, "Provide the ID of a plan item in `on`."],
		[{ on: "writing", minutes: -5 }, "`minutes` must be a number greater than 0"],
		[{ on: "writing", minutes: 5, at: "2999-01-01" }, "The date is in the future."],
		[{ on: "talks", add: "a" }, "`add` must be a number."],
		[{ on: "talks", set: 1, add: 1 }, "Use either `set` or `add`, not both."],
		[undefined, "Provide the ID of a plan item in `on`."],
	] as const) {
		it(`reports what is wrong with ${JSON.stringify(request)}, and writes nothing`, async () => {
			const count = (await lines()).length;
			const outcome = await api.log(request as unknown as LogRequest);
			assert.ok(!outcome.ok && outcome.error.startsWith(why), JSON.stringify(outcome));
			assert.equal((await lines()).length, count);
		});
	}

	it("refuses a time later today, as Log Time does", async () => {
		const at = new Date(Date.now() + 3_600_000).toISOString();
		const outcome = await api.log({ on: "writing", minutes: 5, at });
		// Shortly before midnight the time lies on the next day.
		assert.ok(!outcome.ok && /^The (time|date) is in the future\.$/.test(outcome.error), JSON.stringify(outcome));
	});

	it("answers immediately with the reason if the journal can't be written, even if nobody closes the message", async function () {
		if (folder.scheme !== "file") {
			// Without a disk the window writes to a file that nobody else knows of.
			this.skip();
		}
		const journal = files[1] ?? assert.fail();
		const before = await read(journal);
		await vscode.workspace.fs.delete(journal);
		await vscode.workspace.fs.createDirectory(journal);
		try {
			const outcome = await api.log({ on: "writing", minutes: 5 });
			assert.ok(
				!outcome.ok && /^Couldn't save\. A folder with the journal's name is in the way\./.test(outcome.error),
				JSON.stringify(outcome),
			);
			assert.equal((await api.status())?.week.minutes, 0);
		} finally {
			await vscode.workspace.fs.delete(journal, { recursive: true });
			await vscode.workspace.fs.writeFile(journal, before ?? new Uint8Array());
			await vscode.commands.executeCommand("waymark.refresh");
		}
	});

	it("gives private items to an extension that asks for them, never to a model", async () => {
		const titles = async (includePrivate: boolean) =>
			(await api.status({ includePrivate }))?.items.map(({ title }) => title).join();
		assert.equal(await titles(false), "Talks given");
		assert.equal(await titles(true), "Talks given,A raise of $20K");
	});

	describe("as a language model", () => {
		const call = async (name: string, input: object) => {
			const { content } = await vscode.lm.invokeTool(name, { input, toolInvocationToken: undefined });
			return content.map((part) => (part instanceof vscode.LanguageModelTextPart ? part.value : "")).join("");
		};

		before(function () {
			if (!vscode.lm?.tools?.some(({ name }) => name === "get_roadmap_status")) this.skip();
		});

		it("is the status as JSON, without anything private", async () => {
			const text = await call("get_roadmap_status", { scope: "all" });
			const status = JSON.parse(text);
			assert.equal(status.week.commitments[0].title, "Thought leadership");
			assert.doesNotMatch(text, /raise/);
		});

		it("gets ways back for what is off track, and changes nothing", async () => {
			const text = await call("suggest_roadmap_repairs", {});
			assert.ok(!JSON.parse(text).offTrack.some(({ what }: { readonly what: string }) => what === "item"), text);
			await assert.rejects(call("suggest_roadmap_repairs", { on: "raise" }), /No item in the plan has the ID "raise"/);
			// Of its own: other tests log progress.
			const late = planText.replace("year 1+:\n", "year 1:\n    - { id: book, title: Book proposals, goal: 2 }\n");
			await vscode.workspace.fs.writeFile(plan, new TextEncoder().encode(late));
			await vscode.commands.executeCommand("waymark.refresh");
			const { offTrack } = JSON.parse(await call("suggest_roadmap_repairs", { on: "book" }));
			assert.equal(offTrack[0].id, "book");
			assert.ok(offTrack[0].options.some(({ option }: { readonly option: string }) => option === "drop"));
			assert.equal(new TextDecoder().decode(await vscode.workspace.fs.readFile(plan)), late);
			await vscode.workspace.fs.writeFile(plan, new TextEncoder().encode(planText));
			await vscode.commands.executeCommand("waymark.refresh");
		});

		it("logs time, which can be undone", async () => {
			// This way of running tests answers the question by itself.
			const text = await call("log_roadmap_time", { on: "writing", minutes: 20, note: "As told" });
			assert.match(
				text,
				/^Logged: 20 min · Thought leadership · Today.* · As told To undo, run Roadmap: Undo Last Entry\.$/,
			);
			assert.equal((await last()).minutes, 20);
			await vscode.commands.executeCommand("waymark.undo");
			assert.equal((await last()).type, "void");
		});

		it("is told what is wrong with its request, instead of being asked", async () => {
			await assert.rejects(call("log_roadmap_time", { on: "writin", minutes: 20 }), /Did you mean "writing"\?/);
			await assert.rejects(
				call("log_roadmap_time", { on: "raise", minutes: 20 }),
				/No item in the plan has the ID "raise"/,
			);
		});
	});
});
