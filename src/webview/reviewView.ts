import { render } from "lit";
import type { ReviewDraft } from "../review/reviewDraft.ts";
import type { Chart, PageLabel, ReviewPage } from "../review/reviewPageModel.ts";
import type { HostAnswer, HostMessage, PageMessage, PageRequest, SavedState } from "../review/reviewProtocol.ts";
import { DraftKeeper } from "./draftKeeper.ts";
import { draftToSave, nextUnanswered } from "./editDraft.ts";
import { exportPage } from "./exportPage.ts";
import { HostRequests } from "./hostRequests.ts";
import type { PageActions, PageView, SaveStatus } from "./pageView.ts";
import { renderPage } from "./renderPage.ts";
import type { VsCodeApi } from "./vscodeApi.ts";

/** The page: content from the host and the draft of the user, rendered into one element. */
export class ReviewView implements PageActions {
	readonly #requests: HostRequests<PageRequest, HostAnswer>;
	readonly #keeper: DraftKeeper;
	#page: ReviewPage | undefined;
	#status: SaveStatus = { kind: "none" };
	/** Whether the whole page is rendered. */
	#isBegun = false;
	/** The question that was jumped to last. */
	#lastAsked: string | undefined;
	#tables: ReadonlySet<Chart["kind"]> = new Set();

	constructor(
		private readonly root: HTMLElement,
		api: VsCodeApi<PageMessage, SavedState>,
	) {
		this.#requests = new HostRequests((message) => api.postMessage(message));
		this.#keeper = new DraftKeeper(api, () => {
			if (this.#status.kind === "none" || this.#status.kind === "saved") this.#say({ kind: "kept" });
		});
	}

	receive(message: HostMessage): void {
		if (message.kind === "answer") this.#requests.settle(message);
		else if (message.kind === "export") void this.#export();
		else this.#show(message.page, message.draft, message.at);
	}

	edit(change: (draft: ReviewDraft) => ReviewDraft): void {
		if (this.#page?.mode !== "open") return;
		this.#keeper.change(change(this.#draft(this.#page)));
		if (this.#status.kind === "error" || this.#status.kind === "saved") this.#status = { kind: "none" };
		this.#render();
	}

	ask(request: Parameters<PageActions["ask"]>[0]): void {
		switch (request) {
			case "save":
				return void this.#save();
			case "export":
				return void this.#export();
			case "discard":
				return void this.#discard();
			case "amend":
			case "openPrevious":
			case "getBackOnTrack":
				return void this.#send({ do: request });
		}
	}

	openItem(id: string): void {
		void this.#send({ do: "openItem", id });
	}

	goToUnanswered(): void {
		if (this.#page === undefined) return;
		const asked = this.#page.questions.map(({ ask }) => ask);
		const ask = nextUnanswered(asked, this.#draft(this.#page), this.#lastAsked);
		const all = [...this.root.querySelectorAll<HTMLElement>(".question")];
		const question = all.find((one) => one.dataset["ask"] === ask);
		this.#lastAsked = ask;
		question?.scrollIntoView({ block: "center" });
		question?.querySelector("input")?.focus({ preventScroll: true });
	}

	goToSection(title: PageLabel): void {
		const heading = this.root.querySelector<HTMLElement>(`#title-${title}`);
		heading?.scrollIntoView({ block: "start" });
		heading?.focus({ preventScroll: true });
	}

	/** Saves an open review; a held one has nothing to save. */
	save(): void {
		if (this.#page?.mode === "open") void this.#save();
	}

	toggleTable(kind: Chart["kind"]): void {
		this.#tables = new Set([...this.#tables, kind].filter((one) => one !== kind || !this.#tables.has(kind)));
		this.#render();
	}

	/** The page will be hidden or closed. */
	leave(): void {
		this.#keeper.scrolled(window.scrollY);
		this.#keeper.flush();
	}

	scrolled(): void {
		this.#keeper.scrolled(window.scrollY);
	}

	#show(page: ReviewPage, draft: ReviewDraft | undefined, at: number | undefined): void {
		const before = this.#page;
		const { scroll } = this.#keeper;
		this.#keeper.receive(page, draft, at);
		this.#page = page;
		document.title = page.title;
		const isNewMode = before !== undefined && before.mode !== page.mode;
		// It was saved, here or elsewhere, or is being amended.
		if (isNewMode && this.#status.kind !== "saved") this.#status = { kind: "none" };
		this.#render();
		if (before === undefined) {
			// Sections below the charts are rendered a moment later, so that the first charts appear sooner.
			setTimeout(() => {
				this.#isBegun = true;
				this.#render();
				window.scrollTo(0, scroll);
			});
		}
		// The pressed button is gone: move the focus to the title.
		if (isNewMode && document.activeElement === document.body) {
			this.root.querySelector<HTMLElement>("h1")?.focus({ preventScroll: true });
		}
	}

	async #save(): Promise<void> {
		const page = this.#page;
		if (page === undefined || this.#status.kind === "saving") return;
		const kept = this.#keeper.draft;
		this.#keeper.flush();
		this.#say({ kind: "saving" });
		const answer = await this.#ask({ do: "save", draft: draftToSave(this.#draft(page)) });
		if (!answer.ok) return this.#say({ kind: "error", text: answer.error });
		this.#keeper.forget(kept);
		this.#say({ kind: "saved" });
	}

	async #discard(): Promise<void> {
		const kept = this.#keeper.draft;
		const answer = await this.#ask({ do: "discard" });
		if (!answer.ok) return this.#say({ kind: "error", text: answer.error });
		this.#keeper.forget(kept);
		this.#say({ kind: "none" });
	}

	async #export(): Promise<void> {
		const answer = await this.#ask({ do: "pageToExport" });
		if (!answer.ok || answer.page === undefined) {
			return this.#say({ kind: "error", text: answer.ok ? this.#label("noAnswer") : answer.error });
		}
		await this.#send({ do: "export", html: exportPage(answer.page, { actions: this }) });
	}

	/** For actions whose success is visible. */
	async #send(request: PageRequest): Promise<void> {
		const answer = await this.#ask(request);
		if (!answer.ok) this.#say({ kind: "error", text: answer.error });
		else if (this.#status.kind === "error") this.#say({ kind: "none" });
	}

	#ask(request: PageRequest): Promise<HostAnswer> {
		return this.#requests.send(request, this.#label("noAnswer"));
	}

	#label(name: "noAnswer"): string {
		return this.#page?.labels[name] ?? "";
	}

	#say(status: SaveStatus): void {
		this.#status = status;
		this.#render();
	}

	/** The draft, or the saved content. */
	#draft(page: ReviewPage): ReviewDraft {
		return page.mode === "open" ? (this.#keeper.draft ?? page.written) : page.written;
	}

	#render(): void {
		const page = this.#page;
		if (page === undefined) return;
		const view: PageView = {
			page,
			draft: this.#draft(page),
			mode: page.mode,
			status: this.#status,
			tables: this.#tables,
			isBegun: this.#isBegun,
			actions: this,
		};
		render(renderPage(view), this.root);
	}
}
