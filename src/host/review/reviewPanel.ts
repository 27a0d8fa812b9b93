import * as vscode from "vscode";
import { slug } from "../../plan/ids.ts";
import type { HostMessage, PageMessage, PageRequest } from "../../present/review/messages.ts";
import { pageMessageSchema } from "../../present/review/messages.ts";
import type { ReviewKey, ReviewPage } from "../../present/review/page.ts";
import { findOccurrence, type Review, type ReviewSource, reviewOf } from "../../present/review/reviewOf.ts";
import { reviewPage } from "../../present/review/reviewPage.ts";
import { Words } from "../../present/words.ts";
import { SnapshotMaker } from "../../progress/snapshotMaker.ts";
import { saveFile } from "../commands/saveFile.ts";
import type { Session } from "../session.ts";
import type { ReviewDrafts } from "./reviewDrafts.ts";
import { reviewHtml } from "./reviewHtml.ts";
import { saveReview } from "./saveReview.ts";

/** What a panel works with. */
export interface ReviewPanelContext {
	readonly extensionUri: vscode.Uri;
	readonly session: Session;
	readonly drafts: ReviewDrafts;
	readonly log: vscode.LogOutputChannel;
	/** Opens another review. Rejects where the plan has none such. */
	readonly open: (key: ReviewKey, column: vscode.ViewColumn) => Promise<void>;
}

/** The page of one review: it is posted what there is to show, keeps what is filled in, and is answered each request. */
export class ReviewPanel implements vscode.Disposable {
	private readonly following: vscode.Disposable;
	/** What the page shows: that is what a save keeps. */
	private shown: Review | undefined;
	private posted = "";
	/** What the page begins with each time it is loaded. */
	private content = "";
	private isReady = false;
	private amending = false;
	private readonly past = new SnapshotMaker();
	private isDisposed = false;
	/** What shows or changes the review, one after the other: a refresh in the midst of a save would see half of it. */
	private turns: Promise<void> = Promise.resolve();

	/** @param onDispose called once, when the person or the extension closes it */
	constructor(
		readonly key: ReviewKey,
		private readonly panel: vscode.WebviewPanel,
		private readonly context: ReviewPanelContext,
		onDispose: () => void,
	) {
		this.following = vscode.Disposable.from(
			panel.webview.onDidReceiveMessage((message: unknown) => this.receive(message)),
			panel.onDidDispose(() => {
				this.isDisposed = true;
				this.following.dispose();
				onDispose();
			}),
		);
		const icon = (theme: string) => vscode.Uri.joinPath(context.extensionUri, "media", `review-${theme}.svg`);
		panel.iconPath = { light: icon("light"), dark: icon("dark") };
		void this.inTurn(() => this.begin());
	}

	/** Whether it has the focus. */
	get isActive(): boolean {
		return this.panel.active;
	}

	/** Brings it to the front. */
	reveal(): void {
		this.panel.reveal();
	}

	/** Shows what has changed. A hidden page is filled anew when it is shown again. */
	async refresh(): Promise<void> {
		if (this.isReady && this.panel.visible) {
			await this.inTurn(() => this.show(false));
		}
	}

	/** Has the page exported. */
	async export(): Promise<void> {
		await this.post({ kind: "export" });
	}

	dispose(): void {
		this.panel.dispose();
	}

	private async receive(message: unknown): Promise<void> {
		const read = pageMessageSchema.safeParse(message);
		if (!read.success) {
			const id = (message as { readonly id?: unknown } | null)?.id;
			this.context.log.warn(`A message of the review page was not understood: ${read.error.message}`);
			if (typeof id === "number") {
				await this.post({ kind: "answer", id, ok: false, error: vscode.l10n.t("This was not understood.") });
			}
			return;
		}
		await this.handle(read.data).catch((error: unknown) => {
			this.context.log.error(error instanceof Error ? error : String(error));
		});
	}

	private async handle(message: PageMessage): Promise<void> {
		switch (message.kind) {
			case "ready":
				this.isReady = true;
				this.posted = this.content;
				await this.inTurn(() => this.show(false));
				return;
			case "draft":
				await this.context.drafts.set(this.key, { at: message.at, draft: message.draft });
				return;
			case "request": {
				const { id } = message;
				try {
					const page = await this.answer(message.request);
					await this.post({ kind: "answer", id, ok: true, ...(page ? { page } : {}) });
				} catch (error) {
					this.context.log.error(error instanceof Error ? error : String(error));
					const reason = error instanceof Error ? error.message : String(error);
					await this.post({ kind: "answer", id, ok: false, error: reason });
				}
				return;
			}
		}
	}

	/** Does what the page asks for. Throws an error with words for the person where it cannot. */
	private async answer(request: PageRequest): Promise<ReviewPage | undefined> {
		const { session } = this.context;
		switch (request.do) {
			case "save": {
				await this.inTurn(async () => {
					if (!this.shown) {
						throw new Error(vscode.l10n.t("The review is not in the plan any more."));
					}
					await saveReview(session, this.shown, request.draft);
					await this.start(false);
				});
				return undefined;
			}
			case "amend":
				await this.inTurn(() => this.start(true));
				return undefined;
			case "discard":
				await this.mayDiscard();
				await this.inTurn(() => this.start(false));
				return undefined;
			case "openPrevious": {
				const { previous } = (await this.pageNow()) ?? {};
				if (previous) {
					await this.context.open(previous, vscode.ViewColumn.Beside);
				}
				return undefined;
			}
			case "openItem": {
				const node = (await session.plan())?.byId.get(request.id);
				await vscode.commands.executeCommand("waymark.openPlan", node ? { range: node.range } : undefined);
				return undefined;
			}
			case "pageToExport":
				return this.pageForOthers();
			case "export":
				await saveFile(session, {
					name: `review-${slug(this.key.checkpoint)}-${this.key.occurrence}.html`,
					type: { HTML: ["html"] },
					title: vscode.l10n.t("Export Review"),
					text: request.html,
				});
				return undefined;
		}
	}

	/** @throws Error where the person thinks again */
	private async mayDiscard(): Promise<void> {
		if (!(await this.context.drafts.get(this.key))) {
			return;
		}
		const discard = vscode.l10n.t("Discard");
		const question = vscode.l10n.t("Discard what you wrote in this review and did not save?");
		if ((await vscode.window.showWarningMessage(question, { modal: true }, discard)) !== discard) {
			throw new Error(vscode.l10n.t("Nothing was discarded."));
		}
	}

	/** Shows the review without a draft, to be read or to be amended. */
	private async start(amending: boolean): Promise<void> {
		this.amending = amending;
		await this.context.drafts.delete(this.key);
		await this.show(true);
	}

	private inTurn(act: () => Promise<void>): Promise<void> {
		const turn = this.turns.then(act);
		this.turns = turn.catch(() => undefined);
		return turn;
	}

	/** @param anew whether the page needs it even where nothing has changed */
	private async show(anew: boolean): Promise<void> {
		const message = await this.messageNow();
		if (!message || this.isDisposed) {
			return;
		}
		this.panel.title = message.page.title;
		const text = JSON.stringify(message.page);
		if (anew || text !== this.posted) {
			this.posted = text;
			await this.post(message);
		}
	}

	/** Loads the page with what there is to show. */
	private async begin(): Promise<void> {
		const content = await this.messageNow();
		if (this.isDisposed) {
			return;
		}
		const { panel } = this;
		panel.title = content?.page.title ?? panel.title;
		this.content = JSON.stringify(content?.page);
		panel.webview.html = reviewHtml(panel.webview, this.context.extensionUri, { title: panel.title, content });
	}

	private async messageNow(): Promise<Extract<HostMessage, { kind: "page" }> | undefined> {
		const kept = await this.context.drafts.get(this.key);
		const page = await this.pageNow(kept !== undefined);
		return page && { kind: "page", page, ...(kept ? { draft: kept.draft, at: kept.at } : {}) };
	}

	/** @param hasDraft whether somebody has begun to change it */
	private async pageNow(hasDraft = false): Promise<ReviewPage | undefined> {
		const source = await this.source();
		const review = source && this.find(source);
		if (!source || !review) {
			// The plan has changed so that there is no such review: what is on the page stays there.
			return undefined;
		}
		this.shown = review;
		this.amending ||= hasDraft && review.held !== undefined;
		return reviewPage(source, review, { amending: this.amending });
	}

	private async source(): Promise<ReviewSource | undefined> {
		const source = await this.context.session.source();
		return source && { ...source, past: this.past };
	}

	private find(source: ReviewSource): Review | undefined {
		const occurrence = findOccurrence(source, this.key);
		return occurrence && reviewOf(source, occurrence);
	}

	private async pageForOthers(): Promise<ReviewPage> {
		const source = await this.source();
		const review = source && this.find(source);
		if (!source || !review) {
			throw new Error(vscode.l10n.t("The review is not in the plan any more."));
		}
		if (review.occurrence.checkpoint.private) {
			throw new Error(vscode.l10n.t("This review is private: it is not exported."));
		}
		if (!review.held) {
			throw new Error(vscode.l10n.t("Save the review first: what is exported is what was saved."));
		}
		return reviewPage({ ...source, words: new Words(vscode.env.language) }, review, { forOthers: true });
	}

	private async post(message: HostMessage): Promise<void> {
		if (!this.isDisposed) {
			await this.panel.webview.postMessage(message);
		}
	}
}
