import { strict as assert } from "node:assert";
import * as vscode from "vscode";

import { CompletionProvider } from "../../src/host/language/completionProvider.ts";
import { registerLanguageFeatures } from "../../src/host/language/registerLanguageFeatures.ts";
import { PlanSession } from "../../src/host/session/planSession.ts";
import { planJsonSchema } from "../../src/plan/schema/planJsonSchema.ts";
import { parseDay } from "../../src/time/day.ts";
import { Formatter } from "../../src/viewmodel/text/formatter.ts";
import { eventually } from "./support/eventually.ts";
import { fixedClock } from "./support/fixedClock.ts";
import { MemoryFiles } from "./support/memoryFiles.ts";
import { MemoryMemento } from "./support/memoryMemento.ts";

const plan = `title: Mine
start: 2026-01-05
tracks:
  - { id: tech, title: Depth }
phases:
  - title: One
    when: by month 5
    outcomes:
      tech:
        - Learn
targets:
  year 1:
    - { id: people, title: People, goal: 100+, track: tech }
    - { title: Both, needs: [people] }
commitments:
  - { id: writing, title: Writing, hours: 2 }
checkpoints:
  - { id: half, title: Half, every: 6 months }
`;

const entry = (fields: object) => `${JSON.stringify({ at: "2026-02-01", type: "progress", ...fields })}\n`;

describe("the plan in the editor", () => {
	let files: MemoryFiles;
	let log: vscode.LogOutputChannel;
	let opened: vscode.Disposable | undefined;
	let folders = 0;

	before(() => {
		files = new MemoryFiles("waymark-editor");
		log = vscode.window.createOutputChannel("Waymark editor test", { log: true });
	});
	afterEach(async () => {
		opened?.dispose();
		opened = undefined;
		for (const document of vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty)) {
			await vscode.window.showTextDocument(document);
			await vscode.commands.executeCommand("workbench.action.files.revert");
		}
		await vscode.commands.executeCommand("workbench.action.closeAllEditors");
	});
	after(() => vscode.Disposable.from(files, log).dispose());

	/** Opens a plan in an editor and a session on it. */
	async function open(text = plan, journal = "", hasYamlTooling = false): Promise<vscode.TextDocument> {
		const folder = `/${++folders}`;
		const uri = files.put(`${folder}/roadmap.yaml`, text);
		files.put(`${folder}/roadmap.log.jsonl`, journal);
		const changed = new vscode.EventEmitter<void>();
		const session = new PlanSession(uri, log, fixedClock, {
			state: new MemoryMemento(),
			onChange: () => changed.fire(),
		});
		opened = vscode.Disposable.from(
			registerLanguageFeatures(session, changed.event, () => hasYamlTooling),
			session,
			changed,
		);
		await session.source();
		const document = await vscode.workspace.openTextDocument(uri);
		await vscode.window.showTextDocument(document);
		return document;
	}

	/** Where a text begins, so many characters further on. */
	function place(document: vscode.TextDocument, text: string, further = 0): vscode.Position {
		const at = document.getText().indexOf(text);
		assert.ok(at >= 0, `${text} is in the plan`);
		return document.positionAt(at + further);
	}

	function whole(document: vscode.TextDocument): vscode.Range {
		return new vscode.Range(0, 0, document.lineCount, 0);
	}

	async function execute<T>(command: string, ...args: ReadonlyArray<unknown>): Promise<T> {
		return vscode.commands.executeCommand<T>(command, ...args);
	}

	async function actions(
		document: vscode.TextDocument,
		at: vscode.Position,
		kind?: string,
	): Promise<ReadonlyArray<vscode.CodeAction>> {
		const range = new vscode.Range(at, at);
		return execute("vscode.executeCodeActionProvider", document.uri, range, kind);
	}

	/** Applies the action with a title, and gives the text after it. */
	async function apply(
		document: vscode.TextDocument,
		found: ReadonlyArray<vscode.CodeAction>,
		title: string,
	): Promise<string> {
		const action = found.find((each) => each.title === title);
		assert.ok(action?.edit, `${title} in ${found.map((each) => each.title)}`);
		assert.ok(await vscode.workspace.applyEdit(action.edit));
		return document.getText();
	}

	it("shows the dates of periods, for the requested lines", async () => {
		const document = await open();
		const hints = (range: vscode.Range) =>
			execute<ReadonlyArray<vscode.InlayHint>>("vscode.executeInlayHintProvider", document.uri, range);
		assert.deepEqual(
			(await hints(whole(document))).map(
				({ label, position }) => `${position.line}: ${String(label).replace(/\s/g, " ")}`,
			),
			["6: by Jun 4, 2026", "11: Jan 5, 2026 – Jan 4, 2027"],
		);
		assert.equal((await hints(new vscode.Range(11, 0, 12, 0))).length, 1);
	});

	it("keeps them in place while the text can't be read", async () => {
		const document = await open();
		const edit = new vscode.WorkspaceEdit();
		edit.insert(document.uri, new vscode.Position(1, 0), "goal\n");
		const ask = () =>
			execute<ReadonlyArray<vscode.InlayHint>>("vscode.executeInlayHintProvider", document.uri, whole(document));
		await ask();
		await vscode.workspace.applyEdit(edit);
		assert.deepEqual(
			(await ask()).map(({ position }) => position.line),
			[7, 12],
		);
	});

	it("shows a status with commands above the parts of the plan", async () => {
		const document = await open(plan, entry({ id: "1", on: "people", set: 34 }));
		const lenses = await execute<ReadonlyArray<vscode.CodeLens>>("vscode.executeCodeLensProvider", document.uri, 100);
		const on = (line: number) => lenses.filter(({ range }) => range.start.line === line).map(({ command }) => command);
		const people = on(place(document, "{ id: people").line);
		assert.match(people[0]?.title ?? "", /^34 of 100\+ · /);
		assert.equal(people[0]?.command, "");
		assert.deepEqual([people[1]?.command, people[1]?.arguments], ["waymark.logProgress", [{ on: "people" }]]);
		assert.deepEqual(
			on(place(document, "{ id: writing").line).map((command) => command?.command),
			["", "waymark.logTime", "waymark.startTimer"],
		);
		assert.equal(on(place(document, "title: One").line).length, 1);
		assert.equal(on(place(document, "{ id: half").line)[1]?.command, "waymark.openReview");
	});

	it("shows no code lenses if the setting is off", async () => {
		const document = await open();
		const settings = vscode.workspace.getConfiguration("waymark");
		await settings.update("codeLens", false, vscode.ConfigurationTarget.Global);
		try {
			const lenses = await execute<ReadonlyArray<vscode.CodeLens>>("vscode.executeCodeLensProvider", document.uri);
			assert.deepEqual(lenses, []);
		} finally {
			await settings.update("codeLens", undefined, vscode.ConfigurationTarget.Global);
		}
	});

	it("shows a hover for the text under the pointer", async () => {
		const document = await open(plan, entry({ id: "1", on: "people", set: 34 }));
		const shown = async (at: vscode.Position) => {
			const hovers = await execute<ReadonlyArray<vscode.Hover>>("vscode.executeHoverProvider", document.uri, at);
			return hovers.flatMap(({ contents }) => contents.map((each) => (each as vscode.MarkdownString).value)).join("\n");
		};
		const facts = await shown(place(document, "[people]", 2));
		assert.match(facts, /People/);
		assert.match(facts, /34 of 100/);
		assert.match(facts, /Referenced by.*Both/);
		assert.match(await shown(place(document, "goal:", 1)), /How much/);
	});

	it("shows a goal where nothing is logged, and never as what was reached", async () => {
		const document = await open(plan.replace("goal: 100+", "goal: 3 nurses"));
		const at = place(document, "[people]", 2);
		const [hover] = await execute<ReadonlyArray<vscode.Hover>>("vscode.executeHoverProvider", document.uri, at);
		const text = (hover?.contents ?? []).map((each) => (each as vscode.MarkdownString).value).join("\n");
		assert.match(text, /Goal.*3 nurses/);
		assert.doesNotMatch(text, /Reached/);
		const lenses = await execute<ReadonlyArray<vscode.CodeLens>>("vscode.executeCodeLensProvider", document.uri, 100);
		const { line } = place(document, "{ id: people");
		assert.match(lenses.find(({ range }) => range.start.line === line)?.command?.title ?? "", /^0 of 3 nurses/);
	});

	it("shows texts of the plan as plain text, whatever they contain", async () => {
		const title = "[a](command:b) <b>c</b> https://d.e **f** *g";
		// Without the marks of Markdown.
		const shown = "a <b>c</b> https://d.e f *g";
		const document = await open(plan.replace("title: Writing", `title: '${title}'`));
		const at = place(document, "(command", 3);
		const [hover] = await execute<ReadonlyArray<vscode.Hover>>("vscode.executeHoverProvider", document.uri, at);
		const { value } = (hover?.contents[0] ?? assert.fail("nothing is shown")) as vscode.MarkdownString;
		assert.ok(!/(?<!\\)[[<]|https:|(?<!\\)\*g/.test(value), value);
		assert.ok(value.replaceAll("\\", "").includes(shown), value);
	});

	describe("completion", () => {
		async function offered(
			document: vscode.TextDocument,
			at: vscode.Position,
		): Promise<ReadonlyArray<vscode.CompletionItem>> {
			const list = await execute<vscode.CompletionList>("vscode.executeCompletionItemProvider", document.uri, at);
			return list.items;
		}
		const names = (items: ReadonlyArray<vscode.CompletionItem>) =>
			items.map(({ label }) => (typeof label === "string" ? label : label.label));

		it("offers keys and IDs where they are valid", async () => {
			const document = await open(`${plan}risks:\n  - t\n`);
			assert.ok(names(await offered(document, place(document, "  - t\n", 5))).includes("title"));
			assert.deepEqual(
				names(await offered(document, place(document, "[people]", 1))).filter((name) => name !== "people"),
				["learn", "both"],
			);
		});

		it("inserts what was chosen", async () => {
			const document = await open(`${plan}go\n`);
			const editor = vscode.window.activeTextEditor ?? assert.fail();
			const at = place(document, "\ngo\n", 3);
			const goal = (await offered(document, at)).find((item) => names([item])[0] === "goal");
			assert.ok(goal?.insertText instanceof vscode.SnippetString && goal.range, JSON.stringify(goal));
			await editor.insertSnippet(goal.insertText, "replacing" in goal.range ? goal.range.replacing : goal.range);
			assert.ok(document.getText().endsWith("\ngoal: \n"), document.getText().slice(-20));
		});

		/** What follows the text before, after a completion was accepted at the end of a text. */
		async function accepted(text: string, wanted: string, before = plan): Promise<string> {
			const document = await open(text);
			const editor = vscode.window.activeTextEditor ?? assert.fail();
			const at = document.positionAt(text.length);
			const item = (await offered(document, at)).find((each) => names([each])[0] === wanted);
			assert.ok(item?.insertText && item.range, `${wanted} is not offered`);
			const { insertText, range, additionalTextEdits = [] } = item;
			const snippet = insertText instanceof vscode.SnippetString ? insertText : new vscode.SnippetString(insertText);
			await editor.edit((builder) => {
				for (const edit of additionalTextEdits) builder.replace(edit.range, edit.newText);
			});
			await editor.insertSnippet(snippet, "replacing" in range ? range.replacing : range);
			return document.getText().slice(before.length);
		}

		it("has the caret where the next line belongs after Enter", async () => {
			for (const [above, column] of [
				["risks:", 2],
				["risks:\n  - title: Money", 4],
				["risks:\n  - title: Money\n    mitigations:", 6],
				["risks:\n  - mitigations:", 6],
				["about: |", 2],
				["risks:\n  - note: >-", 6],
				["goal: More", 0],
				["# risks:", 0],
			] as const) {
				await open(plan + above);
				const editor = vscode.window.activeTextEditor ?? assert.fail();
				const end = editor.document.positionAt(plan.length + above.length);
				editor.selection = new vscode.Selection(end, end);
				await vscode.commands.executeCommand("type", { text: "\n" });
				assert.equal(editor.selection.active.character, column, above);
				opened?.dispose();
			}
		});

		it("offers the keys of an item wherever Enter leaves the caret, in the column of the item", async () => {
			for (const caret of ["", "  ", "    ", "      ", "        "]) {
				const text = await accepted(`${plan}risks:\n  - title: Money\n${caret}`, "watch");
				assert.match(text, /^risks:\n {2}- title: Money\n {4}watch:/, JSON.stringify(caret));
			}
		});

		it("completes a new item as a whole, and the start to today", async () => {
			const slip = await accepted(`${plan}slips:\n  - `, "at");
			assert.match(slip, /^slips:\n {2}- at: 2026-07-01\n {4}by: .+\n {4}why: $/);
			const rest = plan.replace(/^start:.*\n/m, "");
			assert.equal(await accepted(`${rest}start: `, "2026-07-01", rest), "start: 2026-07-01");
		});

		it("takes nothing on Enter that is typed in full", async () => {
			const document = await open(`${plan}risks: [{ title: Money, watch: { hours: below 60%, for: 6 months } }]\n`);
			const editor = vscode.workspace.getConfiguration("editor", { languageId: "yaml", uri: document.uri });
			assert.equal(editor.get("acceptSuggestionOnEnter"), "smart");
			const at = place(document, "6 months } }", "6 months".length);
			const { items } = await execute<vscode.CompletionList>("vscode.executeCompletionItemProvider", document.uri, at);
			const typed = items.find(({ label }) => (typeof label === "string" ? label : label.label) === "6 months");
			// VS Code compares only plain text with what is there.
			assert.equal(typed?.insertText, "6 months");
		});

		it("belongs to the text in which it was asked for, if the user types on", async () => {
			const document = await open(`${plan}  - title: Annual\n    eve`);
			const end = document.lineAt(document.lineCount - 1).range.end;
			const session = {
				formatter: new Formatter("en"),
				async today() {
					const edit = new vscode.WorkspaceEdit();
					edit.insert(document.uri, end, "ry: 6 months");
					assert.ok(await vscode.workspace.applyEdit(edit));
					return parseDay("2026-07-01");
				},
			} as unknown as PlanSession;
			const items = await new CompletionProvider(session, () => false).provideCompletionItems(document, end);
			const every = items.find(({ label }) => typeof label !== "string" && label.label === "every") ?? assert.fail();
			assert.deepEqual((every.range as vscode.Range).end, end);
		});

		it("isn't mixed with words of the file", async () => {
			const document = await open();
			const editor = vscode.workspace.getConfiguration("editor", { languageId: "yaml", uri: document.uri });
			assert.equal(editor.get("wordBasedSuggestions"), "off");
		});

		it("offers nothing twice beside an extension that knows the JSON Schema", async () => {
			const document = await open(`${plan}\n`, "", true);
			const { properties } = planJsonSchema() as { readonly properties: Readonly<Record<string, unknown>> };
			const selector = { scheme: document.uri.scheme };
			// What redhat.vscode-yaml registers: it completes, explains and outlines the keys that the schema gives.
			const standIn = vscode.Disposable.from(
				vscode.languages.registerCompletionItemProvider(selector, {
					provideCompletionItems: () => Object.keys(properties).map((key) => new vscode.CompletionItem(key)),
				}),
				vscode.languages.registerHoverProvider(selector, { provideHover: () => new vscode.Hover("schema") }),
			);
			try {
				const all = names(await offered(document, new vscode.Position(document.lineCount - 1, 0)));
				assert.deepEqual(all.toSorted(), [...new Set(all)].toSorted());
				assert.ok(all.includes("risks"));
				const ids = names(await offered(document, place(document, "[people]", 1)));
				assert.equal(ids.filter((name) => name === "learn").length, 1, "the schema knows no ids");
				const at = place(document, "goal:", 1);
				const hovers = await execute<ReadonlyArray<unknown>>("vscode.executeHoverProvider", document.uri, at);
				assert.equal(hovers.length, 1);
			} finally {
				standIn.dispose();
			}
		});

		it("offers the keys once if there is no such extension", async () => {
			const document = await open(`${plan}\n`);
			const all = names(await offered(document, new vscode.Position(document.lineCount - 1, 0)));
			assert.deepEqual(
				all.filter((name) => name === "risks"),
				["risks"],
			);
		});
	});

	it("goes from an ID to its definition, and to all references, also in the journal", async () => {
		const document = await open(
			plan,
			entry({ id: "1", on: "people", add: 1 }) + entry({ id: "2", on: "tech", add: 1 }),
		);
		const at = place(document, "[people]", 2);
		const [definition] = await execute<ReadonlyArray<vscode.Location>>(
			"vscode.executeDefinitionProvider",
			document.uri,
			at,
		);
		assert.equal(document.getText(definition?.range), "people");
		assert.equal(definition?.range.start.line, 12);
		const found = await execute<ReadonlyArray<vscode.Location>>("vscode.executeReferenceProvider", document.uri, at);
		assert.deepEqual(found.map(({ uri, range }) => `${uri.path.split("/").pop()}:${range.start.line + 1}`).sort(), [
			"roadmap.log.jsonl:1",
			"roadmap.yaml:13",
			"roadmap.yaml:14",
		]);
		const marked = await execute<ReadonlyArray<vscode.DocumentHighlight>>(
			"vscode.executeDocumentHighlights",
			document.uri,
			at,
		);
		assert.equal(marked.length, 2);
	});

	it("goes from an entry of the journal to its plan item", async () => {
		const renamed = plan.replace("goal: 100+", "goal: 100+, formerly: [contacts]");
		const document = await open(renamed, entry({ id: "1", on: "contacts", add: 1 }));
		const uri = vscode.Uri.joinPath(document.uri, "../roadmap.log.jsonl");
		const journal = await vscode.workspace.openTextDocument(uri);
		const at = place(journal, "contacts", 2);
		const [link] = await execute<ReadonlyArray<vscode.LocationLink>>("vscode.executeDefinitionProvider", uri, at);
		assert.equal(link?.targetUri.toString(), document.uri.toString());
		assert.equal(document.getText(link.targetRange), "people");
	});

	it("renames an ID everywhere, and its entries still count", async () => {
		const document = await open(plan, entry({ id: "1", on: "people", set: 34 }));
		const edit = await execute<vscode.WorkspaceEdit>(
			"vscode.executeDocumentRenameProvider",
			document.uri,
			place(document, "[people]", 2),
			"contacts",
		);
		assert.ok(await vscode.workspace.applyEdit(edit));
		const text = document.getText();
		assert.ok(text.includes("{ id: contacts, title: People, goal: 100+, track: tech, formerly: [people] }"), text);
		assert.ok(text.includes("needs: [contacts]"));
		await eventually(async () => {
			const lenses = await execute<ReadonlyArray<vscode.CodeLens>>("vscode.executeCodeLensProvider", document.uri, 100);
			assert.ok(lenses.some(({ command }) => command?.title.startsWith("34 of 100+")));
		});
	});

	it("refuses an ID that is taken or invalid", async () => {
		const document = await open();
		const rename = (at: vscode.Position, to: string) =>
			execute("vscode.executeDocumentRenameProvider", document.uri, at, to);
		await assert.rejects(rename(place(document, "[people]", 2), "writing"), /already in use/);
		await assert.rejects(execute("vscode.prepareRename", document.uri, place(document, "Mine", 1)), /Only IDs/);
	});

	it("provides an outline by title, and folding ranges", async () => {
		const document = await open();
		const symbols = await execute<ReadonlyArray<vscode.DocumentSymbol>>(
			"vscode.executeDocumentSymbolProvider",
			document.uri,
		);
		assert.deepEqual(
			symbols.map(({ name, children }) => [name, ...children.map((child) => child.name)].join(" > ")),
			["Depth", "One > tech", "year 1 > People > Both", "Writing", "Half"],
		);
		const folds = await execute<ReadonlyArray<vscode.FoldingRange>>("vscode.executeFoldingRangeProvider", document.uri);
		assert.ok(folds.some(({ start, end }) => start === 4 && end === 9));
	});

	it("fixes a problem, which then disappears", async () => {
		const document = await open(plan.replace("goal: 100+", "gaol: 100+"));
		await eventually(() => assert.equal(vscode.languages.getDiagnostics(document.uri)[0]?.code, "unknown-key"));
		const text = await apply(
			document,
			await actions(document, place(document, "gaol", 1), "quickfix"),
			"Change to goal",
		);
		assert.equal(text, plan);
		await eventually(() => assert.deepEqual(vscode.languages.getDiagnostics(document.uri), []));
	});

	it("names a missing bracket at its line, and closes it", async () => {
		const broken = plan.replace("hours: 2 }", "hours: 2");
		const document = await open(broken);
		const { line } = place(document, "title: Writing");
		const found = await eventually(() => {
			const problem = vscode.languages.getDiagnostics(document.uri)[0];
			return problem ?? assert.fail("no problem");
		});
		assert.equal(found.range.start.line, line);
		assert.match(found.message, /[}]/);
		const [fix] = await actions(document, found.range.start, "quickfix");
		assert.equal(await apply(document, fix ? [fix] : [], fix?.title ?? ""), plan);
	});

	it("fixes all auto-fixable problems at once", async () => {
		const document = await open(plan.replace("goal: 100+", "gaol: 1,000+").replace("2026-01-05", "2026/1/5"));
		const found = await actions(document, new vscode.Position(0, 0), "source.fixAll");
		const text = await apply(document, found, "Fix all auto-fixable problems");
		assert.ok(text.includes("start: 2026-01-05"), text);
	});

	it("fixes every problem that has a fix by one entry of the light bulb", async () => {
		const document = await open(plan.replace("goal: 100+", "target: 100+").replace("commitments:", "habits:"));
		const at = place(document, "target: 100+", 1);
		const found = await eventually(async () => {
			// What is computed when it is chosen is asked for as well.
			const range = new vscode.Range(at, at);
			const list = await execute<ReadonlyArray<vscode.CodeAction>>(
				"vscode.executeCodeActionProvider",
				document.uri,
				range,
				"quickfix",
				10,
			);
			assert.ok(list.length > 1);
			return list;
		});
		assert.equal(await apply(document, found, "Fix all problems that have a fix"), plan);
		await eventually(() => assert.deepEqual(vscode.languages.getDiagnostics(document.uri), []));
	});

	it("offers the actions for the item at the cursor", async () => {
		const document = await open();
		const found = await actions(document, place(document, "Learn", 2));
		const titles = found.map(({ title }) => title);
		for (const title of [
			'Log Progress for "Learn"',
			'Mark "Learn" Done',
			'Start Timer for "Learn"',
			"Add an outcome here",
		]) {
			assert.ok(titles.includes(title), `${title} in ${titles}`);
		}
		const text = await apply(document, found, "Convert to a full item");
		assert.ok(text.includes("        - title: Learn\n          id: learn\n"), text);
	});

	it("reports unknown IDs in the journal, and maps them to a plan item", async () => {
		const document = await open(plan, entry({ id: "1", on: "poeple", add: 3 }));
		const uri = vscode.Uri.joinPath(document.uri, "../roadmap.log.jsonl");
		await eventually(() => {
			const [problem] = vscode.languages.getDiagnostics(uri);
			assert.equal(problem?.code, "orphan");
			assert.equal(problem?.range.start.line, 0);
		});
		const journal = await vscode.workspace.openTextDocument(uri);
		const found = await actions(journal, new vscode.Position(0, 5), "quickfix");
		await apply(document, found, 'Map Them to "People"');
		assert.ok(document.getText().includes("formerly: [poeple]"));
		await eventually(() => assert.deepEqual(vscode.languages.getDiagnostics(uri), []));
	});

	it("offers to correct negative minutes in the journal until they are corrected", async () => {
		const wrong = { id: "1", on: "writing", type: "time", minutes: -30 };
		const document = await open(plan, entry(wrong));
		const uri = vscode.Uri.joinPath(document.uri, "../roadmap.log.jsonl");
		await eventually(() => assert.equal(vscode.languages.getDiagnostics(uri)[0]?.code, "negative-minutes"));
		const journal = await vscode.workspace.openTextDocument(uri);
		const [fix] = await actions(journal, new vscode.Position(0, 5), "quickfix");
		assert.equal(fix?.title, "Enter the Time...");
		assert.deepEqual([fix.command?.command, fix.command?.arguments], ["waymark.correctEntry", ["1", "amount"]]);
		files.put(uri.path, entry(wrong) + entry({ ...wrong, id: "2", minutes: 30, replaces: "1" }));
		await eventually(() => assert.deepEqual(vscode.languages.getDiagnostics(uri), []));
	});

	it("ignores other YAML files", async () => {
		const document = await open();
		const uri = files.put(document.uri.path.replace("roadmap.yaml", "other.yaml"), plan);
		const other = await vscode.workspace.openTextDocument(uri);
		await vscode.window.showTextDocument(other);
		const hints = await execute<ReadonlyArray<unknown>>("vscode.executeInlayHintProvider", uri, whole(other));
		const lenses = await execute<ReadonlyArray<unknown>>("vscode.executeCodeLensProvider", uri);
		const hovers = await execute<ReadonlyArray<unknown>>("vscode.executeHoverProvider", uri, place(other, "goal", 1));
		const symbols = await execute<ReadonlyArray<unknown> | undefined>("vscode.executeDocumentSymbolProvider", uri);
		assert.deepEqual(
			[hints, lenses, hovers, symbols ?? [], await actions(other, place(other, "Learn", 2))],
			[[], [], [], [], []],
		);
		assert.deepEqual(vscode.languages.getDiagnostics(uri), []);
	});
});
