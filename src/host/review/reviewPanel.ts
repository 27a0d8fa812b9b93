import * as vscode from "vscode";
import { slug } from "../../plan/assignIds.ts";
import { SnapshotMaker } from "../../progress/snapshotMaker.ts";
import { buildReview, findOccurrence, type Review, type ReviewSource } from "../../review/review.ts";
import { maxPromises, type ReviewDraft } from "../../review/reviewDraft.ts";
import type { ReviewKey, ReviewPage } from "../../review/reviewPageModel.ts";
import type { HostMessage, PageMessage, PageRequest } from "../../review/reviewProtocol.ts";
import { pageMessageSchema } from "../../review/reviewProtocol.ts";
import { type PrivateParts, withoutPrivateParts, withPrivatePartsOf } from "../../viewmodel/review/privateDraft.ts";
import { hiddenParts, mayAmend, reviewPage, writtenDraft } from "../../viewmodel/review/reviewPage.ts";
import { reviewReport } from "../../viewmodel/review/reviewReport.ts";
import type { ViewSource } from "../../viewmodel/text/viewSource.ts";
import { openly } from "../../viewmodel/text/viewSource.ts";
import { detach } from "../core/detach.ts";
import { type PromisedRepair, runBackOnTrack } from "../logging/backOnTrack/backOnTrackFlow.ts";
import { type FileToSave, saveFile } from "../logging/saveFile.ts";
import type { PlanSession } from "../session/planSession.ts";
import { followPage } from "../ui/followPage.ts";
import type { PageFiles } from "../ui/pageFiles.ts";
import { pageHtml } from "../ui/pageHtml.ts";
import { confirmEarly } from "./confirmEarly.ts";
import type { KeptDraft, ReviewDrafts } from "./reviewDrafts.ts";
import { saveReview } from "./saveReview.ts";

/** The dependencies of a panel. */
export interface ReviewPanelContext {
	readonly extensionUri: vscode.Uri;
	/** The assets of the page. */
	readonly files: () => Promise<PageFiles>;
	readonly session: PlanSession;
	readonly drafts: ReviewDrafts;
	readonly log: vscode.LogOutputChannel;
	/** Opens another review. Rejects if the plan does not have it. */
	readonly open: (key: ReviewKey, column: vscode.ViewColumn) => Promise<void>;
}

/** The webview panel of one review: posts its content, stores its draft, and answers its requests. */
export class ReviewPanel implements vscode.Disposable {
	/** The displayed review: this is what a save stores. */
	private shown: Review | undefined;
	/** What discreet mode hides of its drafts; undefined if it is off. */
	private hidden: PrivateParts | undefined;
	/** The stored draft, complete. */
	private stored: ReviewDraft | undefined;
	private posted = "";
	/** The initial content when the page is loaded. */
	private content = "";
	private isReady = false;
	private amending = false;
	private readonly past = new SnapshotMaker();
	private isDisposed = false;
	/** When promises were last added to the draft, in ms since 1970: a draft of the page from before doesn't have them. */
	private promisedAt = 0;
	/** The added promises that the page may not have yet. */
	private promised: ReviewDraft["next"] = [];
	/** Operations run one after the other: a refresh during a save would see half of it. */
	private turns: Promise<void> = Promise.resolve();

	/** @param onDispose called once, when the panel is closed */
	constructor(
		readonly key: ReviewKey,
		private readonly panel: vscode.WebviewPanel,
		private readonly context: ReviewPanelContext,
		onDispose: () => void,
	) {
		followPage(panel, {
			extensionUri: context.extensionUri,
			log: context.log,
			schema: pageMessageSchema,
			receive: (message) => this.receive(message),
			onDispose: () => {
				this.isDisposed = true;
				onDispose();
			},
		});
		detach(
			this.inTurn(() => this.begin()),
			this.context.log,
		);
	}

	/** Whether the panel is active. */
	get isActive(): boolean {
		return this.panel.active;
	}

	/** Reveals the panel. */
	reveal(): void {
		this.panel.reveal();
	}

	/** Updates the content. A hidden page is updated when it is shown. */
	async refresh(): Promise<void> {
		if (this.isReady && this.panel.visible) {
			await this.inTurn(() => this.show(false));
		}
	}

	/** Starts an export as a page to print, which is rendered by the page itself. */
	async export(): Promise<void> {
		await this.post({ kind: "export" });
	}

	/**
	 * Saves the review as Markdown where the user chooses.
	 *
	 * @throws Error with a message for the user, if it can't be exported
	 */
	async exportMarkdown(): Promise<void> {
		const text = reviewReport(await this.pageForOthers());
		await this.saveExport("md", { Markdown: ["md"] }, text);
	}

	dispose(): void {
		this.panel.dispose();
	}

	private async receive(message: PageMessage): Promise<void> {
		switch (message.kind) {
			case "ready":
				this.isReady = true;
				this.posted = this.content;
				// The content that the page was loaded with doesn't have a promise that was added later.
				await this.inTurn(() => this.show(this.promisedAt > 0));
				return;
			case "draft":
				await this.keep(message);
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

	/** Handles a request of the page. Throws an error with a message for the user on failure. */
	private async answer(request: PageRequest): Promise<ReviewPage | undefined> {
		const { session } = this.context;
		switch (request.do) {
			case "save": {
				await this.inTurn(async () => {
					const before = this.shown;
					if (!before) {
						throw new Error(vscode.l10n.t("The review is no longer in the plan."));
					}
					const review = await confirmEarly(session, before, request.draft);
					await saveReview(session, review, this.withHidden(request.draft));
					await this.start(false);
					if (review !== before) {
						const { checkpoint, occurrence } = review.occurrence;
						await this.context.open({ checkpoint: checkpoint.id, occurrence }, vscode.ViewColumn.Active);
						this.dispose();
					}
				});
				return undefined;
			}
			case "amend":
				await this.inTurn(async () => {
					await this.checkAmendable();
					await this.start(true);
				});
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
			case "getBackOnTrack":
				// Not awaited: it prompts the user.
				detach(this.getBackOnTrack(), this.context.log);
				return undefined;
			case "openItem": {
				const node = (await session.plan())?.byId.get(request.id);
				await vscode.commands.executeCommand("waymark.openPlan", node ? { range: node.range } : undefined);
				return undefined;
			}
			case "pageToExport":
				return this.pageForOthers();
			case "export":
				await this.saveExport("html", { HTML: ["html"] }, request.html);
				return undefined;
		}
	}

	private async getBackOnTrack(): Promise<void> {
		const { session } = this.context;
		const source = await session.sourceWithForecasts();
		if (source) {
			await runBackOnTrack(session, source, { promise: (promise) => this.inTurn(() => this.promise(promise)) });
		}
	}

	/** Saves a draft of the page, with the promises that it lacks because they were added meanwhile. */
	private async keep({ draft, at }: KeptDraft): Promise<void> {
		const stored = this.withHidden(draft);
		this.stored = stored;
		let isBefore = false;
		await this.context.drafts.update(this.key, () => {
			isBefore = at <= this.promisedAt;
			if (isBefore) {
				return this.withPromises({ draft: stored, at });
			}
			// The page has them, or the user has removed them.
			this.promised = [];
			return { draft: stored, at };
		});
		if (isBefore) {
			await this.inTurn(() => this.show(true));
		}
	}

	/** Adds a promise to the draft, and shows it. */
	private async promise(promise: PromisedRepair): Promise<void> {
		const { shown } = this;
		if (!shown) {
			return;
		}
		let isFull = false;
		await this.context.drafts.update(this.key, (kept = { draft: writtenDraft(shown), at: 0 }) => {
			isFull = kept.draft.next.length >= maxPromises;
			if (isFull) {
				return kept;
			}
			this.promised = [...this.promised, { id: crypto.randomUUID(), ...promise }];
			return this.withPromises(kept);
		});
		if (isFull) {
			const message = vscode.l10n.t("A review holds at most {0} promises. Remove one first.", maxPromises);
			detach(vscode.window.showWarningMessage(message), this.context.log);
		}
		await this.show(true);
	}

	/** A draft with the added promises, newer than the one that it is made from. */
	private withPromises({ draft, at }: KeptDraft): KeptDraft {
		const missing = this.promised.filter(({ id }) => draft.next.every((each) => each.id !== id));
		this.promisedAt = Math.max(Date.now(), at + 1, this.promisedAt + 1);
		return { at: this.promisedAt, draft: { ...draft, next: [...draft.next, ...missing] } };
	}

	/** @throws Error with a message for the user, if discreet mode hides the whole review */
	private async checkAmendable(): Promise<void> {
		const source = await this.source();
		if (source && this.shown && !mayAmend(source, this.shown)) {
			throw new Error(vscode.l10n.t("This review is private. Turn off discreet mode to amend it."));
		}
	}

	/** @throws Error if the user cancels */
	private async mayDiscard(): Promise<void> {
		if (!(await this.context.drafts.get(this.key))) {
			return;
		}
		const discard = vscode.l10n.t("Discard");
		const question = vscode.l10n.t("Do you want to discard your unsaved changes to this review?");
		if ((await vscode.window.showWarningMessage(question, { modal: true }, discard)) !== discard) {
			throw new Error(vscode.l10n.t("Nothing was discarded."));
		}
	}

	/** Shows the review without a draft, read-only or to be amended. */
	private async start(amending: boolean): Promise<void> {
		this.amending = amending;
		this.promisedAt = 0;
		this.promised = [];
		await this.context.drafts.delete(this.key);
		await this.show(true);
	}

	private inTurn(act: () => Promise<void>): Promise<void> {
		const turn = this.turns.then(act);
		this.turns = turn.catch(() => undefined);
		return turn;
	}

	/** @param again whether to send unchanged content too */
	private async show(always: boolean): Promise<void> {
		const message = await this.messageNow();
		if (!message || this.isDisposed) {
			return;
		}
		this.panel.title = message.page.title;
		const text = JSON.stringify(message.page);
		if (always || text !== this.posted) {
			this.posted = text;
			await this.post(message);
		}
	}

	/** Loads the page with its content. */
	private async begin(): Promise<void> {
		const [content, files] = await Promise.all([this.messageNow(), this.context.files()]);
		if (this.isDisposed) {
			return;
		}
		const { panel } = this;
		panel.title = content?.page.title ?? panel.title;
		this.content = JSON.stringify(content?.page);
		panel.webview.html = pageHtml(files, { title: panel.title, content });
	}

	private async messageNow(): Promise<Extract<HostMessage, { kind: "page" }> | undefined> {
		const kept = await this.context.drafts.get(this.key);
		const page = await this.pageNow(kept !== undefined);
		this.stored = kept?.draft;
		// A read-only page shows no draft, but keeps it.
		const shown = page?.mode === "open" ? kept : undefined;
		const draft = shown && (this.hidden ? withoutPrivateParts(shown.draft, this.hidden) : shown.draft);
		return page && { kind: "page", page, ...(shown && draft ? { draft, at: shown.at } : {}) };
	}

	/** A draft of the page with what discreet mode hides there. */
	private withHidden(draft: ReviewDraft): ReviewDraft {
		return this.hidden && this.shown
			? withPrivatePartsOf(this.stored ?? writtenDraft(this.shown), draft, this.hidden)
			: draft;
	}

	/** @param hasDraft whether there are unsaved changes */
	private async pageNow(hasDraft = false): Promise<ReviewPage | undefined> {
		const source = await this.source();
		const review = source && this.find(source);
		if (!source || !review) {
			// The plan no longer has this review: keep the displayed content.
			return undefined;
		}
		this.shown = review;
		this.hidden = hiddenParts(source, review);
		this.amending ||= hasDraft && review.held !== undefined;
		return reviewPage(source, review, { amending: this.amending });
	}

	private async source(): Promise<(ReviewSource & ViewSource) | undefined> {
		const source = await this.context.session.sourceToDraw();
		return source && { ...source, past: this.past };
	}

	private find(source: ReviewSource): Review | undefined {
		const occurrence = findOccurrence(source, this.key);
		return occurrence && buildReview(source, occurrence);
	}

	private async saveExport(ending: string, type: FileToSave["type"], text: string): Promise<void> {
		const name = `review-${slug(this.key.checkpoint)}-${this.key.occurrence}.${ending}`;
		await saveFile(this.context.session, { name, type, title: vscode.l10n.t("Export Review"), content: text });
	}

	private async pageForOthers(): Promise<ReviewPage> {
		const source = await this.source();
		const review = source && this.find(source);
		if (!source || !review) {
			throw new Error(vscode.l10n.t("The review is no longer in the plan."));
		}
		if (review.occurrence.checkpoint.private) {
			throw new Error(vscode.l10n.t("This review is private and can't be exported."));
		}
		if (!review.held) {
			throw new Error(vscode.l10n.t("Save the review before you export it."));
		}
		return reviewPage(openly(source), review, { forOthers: true });
	}

	private async post(message: HostMessage): Promise<void> {
		if (!this.isDisposed) {
			await this.panel.webview.postMessage(message);
		}
	}
}
