import * as vscode from "vscode";
import * as z from "zod";
import type { ReviewKey } from "../../present/review/page.ts";
import { findOccurrence } from "../../present/review/reviewOf.ts";
import type { Session } from "../session.ts";
import { SharedMemory } from "../sharedMemory.ts";
import { ReviewDrafts } from "./reviewDrafts.ts";
import { reviewRoots } from "./reviewHtml.ts";
import { ReviewPanel } from "./reviewPanel.ts";
import { reviewViewType } from "./reviewViewType.ts";

const stateSchema = z.object({ checkpoint: z.string(), occurrence: z.int() });

/** The open pages of reviews of one plan, one each. They follow the plan and the journal. */
export class ReviewPanels implements vscode.Disposable {
	private readonly panels = new Map<string, ReviewPanel>();
	private readonly drafts: ReviewDrafts;
	private readonly following: vscode.Disposable;

	/** @param onDidChange fires when something else is to be shown */
	constructor(
		private readonly context: vscode.ExtensionContext,
		private readonly session: Session,
		private readonly log: vscode.LogOutputChannel,
		onDidChange: vscode.Event<void>,
	) {
		this.drafts = new ReviewDrafts(new SharedMemory(context.globalStorageUri), session.planUri.toString());
		this.following = onDidChange(() => this.refresh());
	}

	/** Opens the page of a review, or brings it to the front. */
	async open(key: ReviewKey, column: vscode.ViewColumn = vscode.ViewColumn.Active): Promise<void> {
		const open = this.panels.get(nameOf(key));
		if (open) {
			open.reveal();
			return;
		}
		const source = await this.session.source();
		const occurrence = source && findOccurrence(source, key);
		if (!source || !occurrence) {
			throw new Error(vscode.l10n.t("The plan has no such review."));
		}
		const panel = vscode.window.createWebviewPanel(
			reviewViewType,
			source.words.title(occurrence.checkpoint),
			{ viewColumn: column },
			this.optionsOf(),
		);
		this.add({ checkpoint: occurrence.checkpoint.id, occurrence: occurrence.occurrence }, panel);
	}

	/** Fills a page that was open when the window was closed. */
	restore(panel: vscode.WebviewPanel, state: unknown): void {
		const key = stateSchema.safeParse(state);
		if (!key.success || this.panels.has(nameOf(key.data))) {
			panel.dispose();
			return;
		}
		panel.webview.options = this.optionsOf();
		this.add(key.data, panel);
	}

	/** The page that has the focus. */
	get active(): ReviewPanel | undefined {
		return [...this.panels.values()].find(({ isActive }) => isActive);
	}

	dispose(): void {
		vscode.Disposable.from(this.following, ...this.panels.values()).dispose();
	}

	private refresh(): void {
		for (const panel of this.panels.values()) {
			panel.refresh().catch((error: unknown) => this.log.error(error instanceof Error ? error : String(error)));
		}
	}

	private add(key: ReviewKey, panel: vscode.WebviewPanel): void {
		const name = nameOf(key);
		const { context, session, drafts, log } = this;
		const open = (other: ReviewKey, column: vscode.ViewColumn) => this.open(other, column);
		const parts = { extensionUri: context.extensionUri, session, drafts, log, open };
		this.panels.set(name, new ReviewPanel(key, panel, parts, () => this.panels.delete(name)));
	}

	private optionsOf(): vscode.WebviewOptions {
		return { enableScripts: true, localResourceRoots: reviewRoots(this.context.extensionUri) };
	}
}

function nameOf({ checkpoint, occurrence }: ReviewKey): string {
	return `${occurrence} ${checkpoint}`;
}
