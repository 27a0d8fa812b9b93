import * as vscode from "vscode";
import { findOccurrence } from "../../review/review.ts";
import type { ReviewKey } from "../../review/reviewPageModel.ts";
import { reviewKeySchema } from "../../review/reviewProtocol.ts";
import { detach } from "../core/detach.ts";
import { FileMemento } from "../core/fileMemento.ts";
import type { PlanSession } from "../session/planSession.ts";
import { type PageFiles, readPageFiles } from "../ui/pageFiles.ts";
import { ReviewDrafts } from "./reviewDrafts.ts";
import { ReviewPanel } from "./reviewPanel.ts";
import { reviewViewType } from "./reviewViewType.ts";

/** The open pages of reviews of one plan, one each. They follow the plan and the journal. */
export class ReviewPanels implements vscode.Disposable {
	private readonly panels = new Map<string, ReviewPanel>();
	private readonly drafts: ReviewDrafts;
	private readonly subscriptions: vscode.Disposable;
	private read: Promise<PageFiles> | undefined;

	/** @param onDidChange fires when the content must be updated */
	constructor(
		private readonly context: vscode.ExtensionContext,
		private readonly session: PlanSession,
		private readonly log: vscode.LogOutputChannel,
		onDidChange: vscode.Event<void>,
	) {
		this.drafts = new ReviewDrafts(new FileMemento(context.globalStorageUri), session.planUri.toString());
		this.subscriptions = onDidChange(() => this.refresh());
	}

	/** Opens the panel of a review, or reveals it. */
	async open(key: ReviewKey, column: vscode.ViewColumn = vscode.ViewColumn.Active): Promise<void> {
		const open = this.panels.get(nameOf(key));
		if (open) {
			open.reveal();
			return;
		}
		const source = await this.session.source();
		const occurrence = source && findOccurrence(source, key);
		if (!source || !occurrence) {
			throw new Error(vscode.l10n.t("The review doesn't exist in the plan."));
		}
		const panel = vscode.window.createWebviewPanel(
			reviewViewType,
			source.formatter.title(occurrence.checkpoint),
			{ viewColumn: column },
			this.optionsOf(),
		);
		this.add({ checkpoint: occurrence.checkpoint.id, occurrence: occurrence.occurrence }, panel);
	}

	/** Restores a panel after a restart of the window. */
	restore(panel: vscode.WebviewPanel, state: unknown): void {
		const key = reviewKeySchema.safeParse(state);
		if (!key.success || this.panels.has(nameOf(key.data))) {
			panel.dispose();
			return;
		}
		panel.webview.options = this.optionsOf();
		this.add(key.data, panel);
	}

	/** The active panel. */
	get active(): ReviewPanel | undefined {
		return [...this.panels.values()].find(({ isActive }) => isActive);
	}

	dispose(): void {
		vscode.Disposable.from(this.subscriptions, ...this.panels.values()).dispose();
	}

	private refresh(): void {
		for (const panel of this.panels.values()) {
			detach(panel.refresh(), this.log);
		}
	}

	private add(key: ReviewKey, panel: vscode.WebviewPanel): void {
		const name = nameOf(key);
		const { context, session, drafts, log } = this;
		const open = (other: ReviewKey, column: vscode.ViewColumn) => this.open(other, column);
		const parts = { extensionUri: context.extensionUri, files: () => this.files(), session, drafts, log, open };
		this.panels.set(name, new ReviewPanel(key, panel, parts, () => this.panels.delete(name)));
	}

	/** Read once; after an error, again with the next panel. */
	private files(): Promise<PageFiles> {
		this.read ??= readPageFiles(this.context.extensionUri).catch((error: unknown) => {
			this.read = undefined;
			throw error;
		});
		return this.read;
	}

	/** The page is self-contained: it may not load files. */
	private optionsOf(): vscode.WebviewOptions {
		return { enableScripts: true, localResourceRoots: [] };
	}
}

function nameOf({ checkpoint, occurrence }: ReviewKey): string {
	return `${occurrence} ${checkpoint}`;
}
