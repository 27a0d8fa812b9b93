import * as vscode from "vscode";
import { KnownRows } from "../../viewmodel/overview/overviewTimeline.ts";
import type { PlanSession } from "../session/planSession.ts";
import { type PageFiles, readPageFiles } from "../ui/pageFiles.ts";
import { OverviewPanel } from "./overviewPanel.ts";
import { overviewViewType } from "./overviewViewType.ts";

/** The page may not load files: it is self-contained. */
const options: vscode.WebviewOptions = { enableScripts: true, localResourceRoots: [] };

/** The overview of one plan, in at most one panel. It follows the plan and the journal. */
export class OverviewPanels implements vscode.Disposable {
	private panel: OverviewPanel | undefined;
	private readonly knownRows = new KnownRows();
	private readonly subscriptions: vscode.Disposable;

	/** @param onDidChange fires when the content must be updated */
	constructor(
		private readonly context: vscode.ExtensionContext,
		private readonly session: PlanSession,
		private readonly log: vscode.LogOutputChannel,
		onDidChange: vscode.Event<void>,
	) {
		this.subscriptions = onDidChange(() => this.panel?.refresh());
	}

	/** Opens the panel, or reveals it. */
	open(): OverviewPanel {
		if (this.panel) {
			this.panel.reveal();
			return this.panel;
		}
		const title = vscode.l10n.t("Overview");
		return this.add(vscode.window.createWebviewPanel(overviewViewType, title, vscode.ViewColumn.Active, options));
	}

	/** Restores the panel after a restart of the window. */
	restore(panel: vscode.WebviewPanel): void {
		if (this.panel) {
			panel.dispose();
			return;
		}
		panel.webview.options = options;
		this.add(panel);
	}

	dispose(): void {
		vscode.Disposable.from(this.subscriptions, ...(this.panel ? [this.panel] : [])).dispose();
	}

	private add(panel: vscode.WebviewPanel): OverviewPanel {
		const { session, log, context, knownRows } = this;
		const { extensionUri } = context;
		const files = (): Promise<PageFiles> => readPageFiles(extensionUri);
		const added = new OverviewPanel(panel, { extensionUri, files, session, log, knownRows }, () => {
			this.panel = undefined;
		});
		this.panel = added;
		return added;
	}
}
