import { render } from "lit";
import type { ReviewDraft } from "../present/review/draft.ts";
import type { HostAnswer, HostMessage, PageRequest } from "../present/review/messages.ts";
import type { Picture, ReviewPage } from "../present/review/page.ts";
import { DraftKeeper } from "./draftKeeper.ts";
import { toSave } from "./editDraft.ts";
import { exportPage } from "./exportPage.ts";
import { Requests } from "./requests.ts";
import type { Actions, Status, View } from "./view.ts";
import type { VsCodeApi } from "./vscodeApi.ts";
import { wholePage } from "./wholePage.ts";

/** The page: what the host sent and what the person did to it, drawn into one element. */
export class ReviewView implements Actions {
	readonly #requests: Requests;
	readonly #keeper: DraftKeeper;
	#page: ReviewPage | undefined;
	#status: Status = { kind: "none" };
	/** Whether all of the page is drawn. */
	#isBegun = false;
	#tables: ReadonlySet<Picture["kind"]> = new Set();

	constructor(
		private readonly root: HTMLElement,
		api: VsCodeApi,
	) {
		this.#requests = new Requests((message) => api.postMessage(message));
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

	ask(request: Parameters<Actions["ask"]>[0]): void {
		switch (request) {
			case "save":
				return void this.#save();
			case "export":
				return void this.#export();
			case "discard":
				return void this.#discard();
			case "amend":
			case "openPrevious":
				return void this.#send({ do: request });
		}
	}

	openItem(id: string): void {
		void this.#send({ do: "openItem", id });
	}

	toggleTable(kind: Picture["kind"]): void {
		this.#tables = new Set([...this.#tables, kind].filter((one) => one !== kind || !this.#tables.has(kind)));
		this.#render();
	}

	/** The page is about to be hidden or to go away. */
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
		// It was saved, by this page or elsewhere, or is amended.
		if (isNewMode && this.#status.kind !== "saved") this.#status = { kind: "none" };
		this.#render();
		if (before === undefined) {
			// What stands below the pictures comes a moment later: the first of them need not wait for it.
			setTimeout(() => {
				this.#isBegun = true;
				this.#render();
				window.scrollTo(0, scroll);
			});
		}
		// The button that was pressed is gone: reading goes on from the title.
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
		const answer = await this.#ask({ do: "save", draft: toSave(this.#draft(page)) });
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

	/** For what shows its own success. */
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

	#say(status: Status): void {
		this.#status = status;
		this.#render();
	}

	/** What the page shows as filled in. */
	#draft(page: ReviewPage): ReviewDraft {
		return page.mode === "open" ? (this.#keeper.draft ?? page.written) : page.written;
	}

	#render(): void {
		const page = this.#page;
		if (page === undefined) return;
		const view: View = {
			page,
			draft: this.#draft(page),
			mode: page.mode,
			status: this.#status,
			tables: this.#tables,
			isBegun: this.#isBegun,
			actions: this,
		};
		render(wholePage(view), this.root);
	}
}
