import { strict as assert } from "node:assert";
import * as vscode from "vscode";
import { OverviewPanels } from "../../src/host/overview/overviewPanels.ts";
import { PlanSession } from "../../src/host/session/planSession.ts";
import { eventually } from "./support/eventually.ts";
import { fixedClock } from "./support/fixedClock.ts";
import { MemoryFiles } from "./support/memoryFiles.ts";
import { MemoryMemento } from "./support/memoryMemento.ts";

describe("the panel of the overview", () => {
	let files: MemoryFiles;
	let made: Array<vscode.Disposable>;
	let panels: OverviewPanels;

	before(() => {
		files = new MemoryFiles("waymark-overview");
	});
	beforeEach(() => {
		const { extensionUri } = vscode.extensions.getExtension("waymark.waymark") ?? assert.fail("not installed");
		const context = { extensionUri } as unknown as vscode.ExtensionContext;
		const log = vscode.window.createOutputChannel("Waymark overview test", { log: true });
		const plan = files.put("/roadmap.yaml", "title: Mine\ntargets:\n  2026: [Talks]\n");
		const changed = new vscode.EventEmitter<void>();
		const session = new PlanSession(plan, log, fixedClock, {
			state: new MemoryMemento(),
			onChange: () => changed.fire(),
		});
		panels = new OverviewPanels(context, session, log, changed.event);
		made = [panels, session, changed, log];
	});
	afterEach(() => vscode.Disposable.from(...made).dispose());
	after(() => files.dispose());

	it("is restored with its content after a restart, and only once", async () => {
		const restored = () => {
			const panel = vscode.window.createWebviewPanel("waymark.overview", "Overview", vscode.ViewColumn.Active);
			const state = { panel, isClosed: false };
			panel.onDidDispose(() => {
				state.isClosed = true;
			});
			panels.restore(panel);
			return state;
		};
		const first = restored();
		// The page was loaded and asked for its content.
		await eventually(() => assert.equal(first.panel.title, "Overview: Mine"));
		assert.match(first.panel.webview.html, /"kind":"overview"/);
		assert.ok(restored().isClosed);
		assert.ok(!first.isClosed);
	});
});
