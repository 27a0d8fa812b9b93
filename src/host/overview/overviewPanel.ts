import * as vscode from "vscode";
import { overviewPage } from "../../viewmodel/overview/overviewPage.ts";
import type { OverviewPage } from "../../viewmodel/overview/overviewPageModel.ts";
import { overviewPatch, type PostedPage } from "../../viewmodel/overview/overviewPatch.ts";
import {
	type ExportType,
	type OverviewHostMessage,
	type OverviewMessage,
	type OverviewRequest,
	overviewMessageSchema,
} from "../../viewmodel/overview/overviewProtocol.ts";
import type { KnownRows } from "../../viewmodel/overview/overviewTimeline.ts";
import { packOverview } from "../../viewmodel/overview/packOverview.ts";
import { rowTip } from "../../viewmodel/overview/rowTip.ts";
import { openly } from "../../viewmodel/text/viewSource.ts";
import { detach } from "../core/detach.ts";
import { type FileToSave, saveFile } from "../logging/saveFile.ts";
import type { PlanSession } from "../session/planSession.ts";
import { followPage } from "../ui/followPage.ts";
import type { PageFiles } from "../ui/pageFiles.ts";
import { pageHtml } from "../ui/pageHtml.ts";
import { logRow, replanRow, showRow } from "./overviewActions.ts";

/** The dependencies of the panel. */
export interface OverviewPanelContext {
	readonly extensionUri: vscode.Uri;
	/** The assets of the page. */
	readonly files: () => Promise<PageFiles>;
	readonly session: PlanSession;
	readonly log: vscode.LogOutputChannel;
	/** The rows of the timeline that are known from earlier panels. */
	readonly knownRows: KnownRows;
}

type Answer = { readonly page?: OverviewPage; readonly tip?: string };

/** The webview panel of the overview: posts what has changed while it is visible, and answers its requests. */
export class OverviewPanel implements vscode.Disposable {
	/** What the page has; undefined if it has nothing yet. */
	private posted: PostedPage | undefined;
	/** The first content, computed while the page is loaded. */
	private first: Promise<OverviewPage | undefined> | undefined;
	/** Whether something changed before the page was loaded. */
	private isFirstStale = false;
	/** An export that waits until the page is loaded. */
	private pendingExport: ExportType | undefined;
	private isReady = false;
	private isDisposed = false;
	/** Updates run one after the other. */
	private turns: Promise<void> = Promise.resolve();
	private isUpdating = false;
	/** The plan that is being shown. Prompts wait for it, because an editor that opens closes them. */
	private showing: Promise<void> = Promise.resolve();

	/** @param onDispose called once, when the panel is closed */
	constructor(
		private readonly panel: vscode.WebviewPanel,
		private readonly context: OverviewPanelContext,
		onDispose: () => void,
	) {
		followPage(panel, {
			extensionUri: context.extensionUri,
			log: context.log,
			schema: overviewMessageSchema,
			receive: (message) => this.receive(message),
			onDispose: () => {
				this.isDisposed = true;
				onDispose();
			},
		});
		detach(this.begin(), context.log);
	}

	/** Reveals the panel. */
	reveal(): void {
		this.panel.reveal();
	}

	/** Updates the content. A hidden page is updated when it is shown. */
	refresh(): void {
		if (!this.isReady) {
			this.isFirstStale = true;
		}
		if (!this.isReady || !this.panel.visible || this.isUpdating) {
			return;
		}
		this.isUpdating = true;
		this.turns = this.turns.then(() => this.update()).catch((error: unknown) => this.report(error));
	}

	/** Starts an export: the page renders it, as soon as it is loaded. */
	async export(type: ExportType): Promise<void> {
		if (this.isReady) {
			await this.post({ kind: "export", type });
		} else {
			this.pendingExport = type;
		}
	}

	dispose(): void {
		this.panel.dispose();
	}

	private async receive(message: OverviewMessage): Promise<void> {
		if (message.kind === "ready") {
			// The page is new each time it is shown again, and has nothing.
			this.posted = undefined;
			this.isReady = true;
			this.refresh();
			const type = this.pendingExport;
			this.pendingExport = undefined;
			await (type && this.export(type));
			return;
		}
		const { id, request } = message;
		try {
			await this.post({ kind: "answer", id, ok: true, ...(await this.answer(request)) });
		} catch (error) {
			this.report(error);
			await this.post({ kind: "answer", id, ok: false, error: error instanceof Error ? error.message : String(error) });
		}
	}

	private async answer(request: OverviewRequest): Promise<Answer> {
		const { session, log } = this.context;
		const source = await session.source();
		if (!source) {
			return {};
		}
		switch (request.do) {
			case "show":
				this.showing = showRow(source, session.planUri, request.key, request.focus);
				await this.showing;
				return {};
			// Not awaited: the user takes their time with the prompts.
			case "log":
				detach(
					this.afterShowing(() => logRow(source, request.key)),
					log,
				);
				return {};
			case "replan":
				detach(
					this.afterShowing(() => replanRow(source, request.key, request.day)),
					log,
				);
				return {};
			case "tip":
				return { tip: rowTip(source, request.key) };
			case "pageToExport":
				return {
					page: overviewPage(openly(source), { forOthers: true }),
				};
			case "chooseExport":
				detach(vscode.commands.executeCommand("waymark.exportOverview"), log);
				return {};
			case "export":
				await saveFile(session, exportedFile(request.type, request.content));
				return {};
		}
	}

	private afterShowing(act: () => Promise<void>): Promise<void> {
		return this.showing.catch(() => undefined).then(act);
	}

	/** Loads the page, and computes its first content while it is loaded. It is posted when the page asks for it. */
	private async begin(): Promise<void> {
		const files = await this.context.files();
		if (this.isDisposed) {
			return;
		}
		const content: OverviewHostMessage = { kind: "overview", patch: {} };
		this.panel.webview.html = pageHtml(files, { title: this.panel.title, content });
		// The page is sent only once the host does nothing else.
		this.first = new Promise((resolve) => setTimeout(resolve)).then(() => this.pageNow());
		// Whoever posts it handles its failure.
		this.first.catch(() => undefined);
	}

	private async update(): Promise<void> {
		this.isUpdating = false;
		const { first } = this;
		this.first = undefined;
		const page = await (first ?? this.pageNow());
		if (!page || this.isDisposed) {
			return;
		}
		this.panel.title = vscode.l10n.t("Overview: {0}", page.title);
		const { patch, posted } = overviewPatch(page, this.posted);
		this.posted = posted;
		if (Object.keys(patch).length > 0) {
			await this.post({ kind: "overview", patch });
		}
		if (first && this.isFirstStale) {
			this.refresh();
		}
	}

	private async pageNow(): Promise<OverviewPage | undefined> {
		const { session, knownRows } = this.context;
		const source = await session.sourceToDraw();
		return source && overviewPage(source, { notice: await session.unreadText(), knownRows });
	}

	private report(error: unknown): void {
		this.context.log.error(error instanceof Error ? error : String(error));
	}

	private async post(message: OverviewHostMessage): Promise<void> {
		if (!this.isDisposed) {
			await this.panel.webview.postMessage(packOverview(message));
		}
	}
}

function exportedFile(type: ExportType, content: string): FileToSave {
	const title = vscode.l10n.t("Export Overview");
	switch (type) {
		case "html":
			return { name: "roadmap.html", type: { HTML: ["html"] }, title, content };
		case "svg":
			return { name: "timeline.svg", type: { SVG: ["svg"] }, title, content };
		case "png": {
			const bytes = Uint8Array.from(atob(content), (character) => character.charCodeAt(0));
			return { name: "timeline.png", type: { PNG: ["png"] }, title, content: bytes };
		}
	}
}
